import { randomBytes } from "node:crypto";
import { Messages } from "@salesforce/core";
import { Flags } from "@salesforce/sf-plugins-core";
import {
  CALIBRATION,
  IP_RELAXATION_POLICIES,
  REFRESH_TOKEN_POLICIES,
  type Calibration
} from "../../../checklist/index.ts";
import type { TryAttaching } from "../../calibration/ask-org.ts";
import type { Block } from "../../calibration/schema.ts";
import { terminalText } from "../../terminal-text.ts";
import { orgRecords } from "../../fix/org-records.ts";
import { oneLine } from "../../formats/plain-text.ts";
import { text } from "../../flags.ts";
import { MccCommand } from "../../mcc-command.ts";
import { orgError } from "../../orgs/org-error.ts";
import { kindOfOrg } from "../../orgs/kind-of-org.ts";
import { connectTo, type TargetOrg } from "../../orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.calibrate");
const orgMessages = Messages.loadMessages("mcc-health", "mcc.org");

/** What an org answers, or with `--from` the tables. */
export type CalibrateResult =
  Block | { readonly tables: Calibration; readonly added: readonly string[]; readonly contradicted: readonly string[] };

const ASKING = ["target-org", "api-version", "refresh-token-policy", "ip-relaxation", "app", "try", "no-prompt"];

/** Somebody must have time to read. */
const MINUTES_TO_ANSWER = 10;

export default class MccCalibrate extends MccCommand<CalibrateResult> {
  static override readonly summary = messages.getMessage("summary");
  static override readonly description = messages.getMessage("description");
  static override readonly examples = messages.getMessages("examples");

  static override readonly flags = {
    "target-org": text({ char: "o", summary: messages.getMessage("flags.target-org.summary") }),
    "api-version": Flags.orgApiVersion({ summary: orgMessages.getMessage("flags.api-version.summary") }),
    "refresh-token-policy": Flags.option({
      options: REFRESH_TOKEN_POLICIES,
      summary: messages.getMessage("flags.refresh-token-policy.summary"),
      description: messages.getMessage("flags.refresh-token-policy.description")
    })(),
    "ip-relaxation": Flags.option({
      options: IP_RELAXATION_POLICIES,
      summary: messages.getMessage("flags.ip-relaxation.summary"),
      description: messages.getMessage("flags.ip-relaxation.description")
    })(),
    app: text({
      summary: messages.getMessage("flags.app.summary"),
      description: messages.getMessage("flags.app.description")
    }),
    try: Flags.boolean({
      summary: messages.getMessage("flags.try.summary"),
      description: messages.getMessage("flags.try.description")
    }),
    "no-prompt": Flags.boolean({ summary: messages.getMessage("flags.no-prompt.summary"), dependsOn: ["try"] }),
    from: text({
      summary: messages.getMessage("flags.from.summary"),
      multiple: true,
      multipleNonGreedy: true,
      exclusive: ASKING
    }),
    "output-file": text({
      summary: messages.getMessage("flags.output-file.summary"),
      dependsOn: ["from"]
    })
  };

  private isTrying = false;
  /** The exit code of a signal that came while something was tried. */
  private endsWith: number | undefined;

  async run(): Promise<CalibrateResult> {
    const { flags } = await this.parse(MccCalibrate);
    if (flags.from) return this.addTo(flags["output-file"], flags.from);
    if (flags.try && !flags["no-prompt"] && !this.canAsk()) throw new Error(messages.getMessage("error.ask"));

    const org = await connectTo(await this.target(flags["target-org"]), flags["api-version"]);
    if (flags.try) await this.requireScratch(org);
    if (process.stderr.isTTY) this.spinner.start(messages.getMessage("progress"));
    // Loaded here, so that no other command waits for it.
    const { askOrg } = await import("../../calibration/ask-org.ts");
    const { BLOCK } = await import("../../calibration/schema.ts");
    const { blockAsMarkdown } = await import("../../calibration/block.ts");
    const seen = {
      refreshTokenPolicy: flags["refresh-token-policy"],
      ipRelaxation: flags["ip-relaxation"],
      app: flags.app
    };
    try {
      // Nothing leaves that the schema does not know.
      const tries = flags.try ? this.triesIn(org, flags["no-prompt"]) : undefined;
      const block = BLOCK.parse(await askOrg(org, seen, new Date(), tries));
      this.spinner.stop();
      this.log(blockAsMarkdown(block).trimEnd());
      return block;
    } catch (error) {
      throw orgError(org, error);
    }
  }

  /** @returns whether somebody sits at the terminal */
  protected canAsk(): boolean {
    return process.stdin.isTTY && !this.jsonEnabled();
  }

  /** While something is tried, a signal ends it only once what was made is removed. */
  override exit(code = 0): never {
    if (!this.isTrying) super.exit(code);
    this.endsWith = code;
    this.logToStderr(messages.getMessage("try.cleaning"));
    return undefined as never;
  }

  /** @throws {Error} it is no scratch org, or does not tell: nobody is asked, and nothing is written */
  private async requireScratch(org: TargetOrg): Promise<void> {
    const kind = await kindOfOrg(org).catch((error: unknown) => {
      throw orgError(org, error);
    });
    if (kind !== "scratch") throw new Error(messages.getMessage(`error.try-${kind}`, [org.name]));
  }

  private triesIn({ connection, name }: TargetOrg, noPrompt: boolean): TryAttaching {
    return async (app) => {
      this.spinner.stop();
      const setName = `MCC_Health_Calibration_${randomBytes(4).toString("hex")}`;
      const { tryAttaching, TRIED_LABEL } = await import("../../calibration/try-attaching.ts");
      this.logToStderr(terminalText(messages.getMessage("try.plan", [name, TRIED_LABEL, setName, oneLine(app.Name)])));
      const question = {
        message: messages.getMessage("try.ask"),
        ms: MINUTES_TO_ANSWER * 60_000,
        defaultAnswer: false
      };
      if (!noPrompt && !(await this.confirm(question))) {
        this.logToStderr(messages.getMessage("try.not-agreed"));
        return { open: "Not tried: nobody agreed to it." };
      }
      this.isTrying = true;
      const { attempt, left } = await tryAttaching({
        records: orgRecords(connection),
        appId: app.Id,
        name: setName,
        isStopped: () => this.endsWith !== undefined
      });
      this.isTrying = false;
      for (const { what, why } of left)
        this.warn(oneLine(messages.getMessage(`try.left-${what}`, [TRIED_LABEL, setName, why])));
      if (!left.length) this.logToStderr(messages.getMessage("try.cleaned"));
      if (this.endsWith !== undefined) this.exit(this.endsWith);
      return attempt;
    };
  }

  /** Adds what blocks observed to the tables of `file`, or of this version. */
  private async addTo(file: string | undefined, blocks: readonly string[]): Promise<CalibrateResult> {
    const { readBlocks } = await import("../../calibration/read-blocks.ts");
    const { readTables, tablesText, writeTables } = await import("../../calibration/tables-file.ts");
    const { merged } = await import("../../calibration/merge.ts");

    const read: Block[] = [];
    for (const path of blocks) read.push(...(await readBlocks(path)));
    const result = merged(file === undefined ? CALIBRATION : await readTables(file), read);
    if (file === undefined) this.log(tablesText(result.tables).trimEnd());
    else await writeTables(file, result.tables);

    for (const each of result.added) this.logToStderr(messages.getMessage("added", [each]));
    if (!result.added.length) this.logToStderr(messages.getMessage("nothing-added"));
    for (const each of result.contradicted) this.warn(messages.getMessage("warning.contradicted", [each]));
    if (file !== undefined) this.log(messages.getMessage("written", [file]));
    return result;
  }
}

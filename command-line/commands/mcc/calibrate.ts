import { Messages } from "@salesforce/core";
import { Flags } from "@salesforce/sf-plugins-core";
import {
  CALIBRATION,
  IP_RELAXATION_POLICIES,
  REFRESH_TOKEN_POLICIES,
  type Calibration
} from "../../../checklist/index.ts";
import type { Block } from "../../calibration/schema.ts";
import { text } from "../../flags.ts";
import { MccCommand } from "../../mcc-command.ts";
import { orgError } from "../../orgs/org-error.ts";
import { connectTo } from "../../orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.calibrate");
const orgMessages = Messages.loadMessages("mcc-health", "mcc.org");

/** What an org answers, or with `--from` the tables. */
export type CalibrateResult =
  Block | { readonly tables: Calibration; readonly added: readonly string[]; readonly contradicted: readonly string[] };

const ASKING = ["target-org", "api-version", "refresh-token-policy", "ip-relaxation", "app"];

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

  async run(): Promise<CalibrateResult> {
    const { flags } = await this.parse(MccCalibrate);
    if (flags.from) return this.addTo(flags["output-file"], flags.from);

    const org = await connectTo(await this.target(flags["target-org"]), flags["api-version"]);
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
      const block = BLOCK.parse(await askOrg(org, seen, new Date()));
      this.spinner.stop();
      this.log(blockAsMarkdown(block).trimEnd());
      return block;
    } catch (error) {
      throw orgError(org, error);
    }
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

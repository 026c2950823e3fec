import { existsSync } from "node:fs";
import { Messages } from "@salesforce/core";
import { Flags } from "@salesforce/sf-plugins-core";
import { CHECK_IDS, wordingOf, type CheckId, type Finding } from "../../../checklist/index.ts";
import { checkOrg } from "../../check-org.ts";
import { keepInFile, readConfirmations } from "../../confirmations/confirmations-file.ts";
import { english } from "../../formats/english.ts";
import { MccCommand } from "../../mcc-command.ts";
import { connectTo } from "../../orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.confirm");
const checkMessages = Messages.loadMessages("mcc-health", "mcc.check");
const orgMessages = Messages.loadMessages("mcc-health", "mcc.org");

const SAYING = ["holds", "does-not-hold", "take-back"] as const;
const saying = (name: (typeof SAYING)[number]) =>
  Flags.boolean({
    summary: messages.getMessage(`flags.${name}.summary`),
    dependsOn: ["check"],
    exclusive: SAYING.filter((other) => other !== name)
  });

export interface ConfirmResult {
  /** What is still open to confirm. */
  readonly open: readonly { readonly check: CheckId; readonly title: string; readonly steps: readonly string[] }[];
  /** What was said; null where the command only listed. */
  readonly said: { readonly check: CheckId; readonly holds: boolean | null } | null;
}

export default class MccConfirm extends MccCommand<ConfirmResult> {
  static override readonly summary = messages.getMessage("summary");
  static override readonly description = messages.getMessage("description");
  static override readonly examples = messages.getMessages("examples");

  static override readonly flags = {
    "target-org": Flags.string({ char: "o", summary: orgMessages.getMessage("flags.target-org-one.summary") }),
    "api-version": Flags.orgApiVersion({ summary: orgMessages.getMessage("flags.api-version.summary") }),
    "system-user": Flags.string({ summary: checkMessages.getMessage("flags.system-user.summary") }),
    confirm: Flags.string({ summary: messages.getMessage("flags.confirm.summary"), required: true }),
    check: Flags.option({ options: CHECK_IDS, summary: messages.getMessage("flags.check.summary") })(),
    holds: saying("holds"),
    "does-not-hold": saying("does-not-hold"),
    "take-back": saying("take-back"),
    note: Flags.string({ summary: messages.getMessage("flags.note.summary"), dependsOn: ["check"] })
  };

  async run(): Promise<ConfirmResult> {
    const { flags } = await this.parse(MccConfirm);
    const { check, confirm: path } = flags;
    const holds = flags.holds ? true : flags["does-not-hold"] ? false : null;
    if (check !== undefined && holds === null && !flags["take-back"])
      throw new Error(messages.getMessage("error.say", [check]));

    const confirmations = existsSync(path) ? await readConfirmations(path, new Date()) : [];
    const org = await connectTo(await this.target(flags["target-org"]), flags["api-version"]);
    const { findings, viewer, at } = await checkOrg(org, {
      systemUser: flags["system-user"],
      users: [],
      everyone: false,
      confirmations,
      warn: (text) => this.warn(text)
    });
    const open = findings.filter(({ state }) => state === "confirm").map(printed);
    if (check === undefined) {
      this.list(open);
      return { open, said: null };
    }

    const finding = findings.find((each) => each.check === check);
    if (!finding?.basis)
      throw new Error(messages.getMessage("error.not-open", [check, finding ? printed(finding).title : "–"]));
    const { basis, subject } = finding;
    await keepInFile(path, {
      orgId: org.orgId,
      check,
      subjectId: subject?.id ?? null,
      holds,
      note: flags.note ?? "",
      by: viewer?.name ?? viewer?.username ?? org.viewerId,
      at,
      basis
    });
    const said = holds === null ? "taken-back" : "kept";
    this.log(messages.getMessage(said, [path, check, holds ? "holds" : "does not hold"]));
    return { open: open.filter((each) => each.check !== check), said: { check, holds } };
  }

  private list(open: ConfirmResult["open"]): void {
    if (!open.length) this.log(messages.getMessage("nothing-open"));
    for (const { check, title, steps } of open) {
      this.log(messages.getMessage("open", [check, title]));
      this.log(steps.map((step, i) => `  ${String(i + 1)}  ${step}\n`).join(""));
    }
    if (open.length) this.log(messages.getMessage("how"));
  }
}

function printed(finding: Finding): ConfirmResult["open"][number] {
  const { title, fix } = wordingOf(finding, english);
  return { check: finding.check, title, steps: fix.steps };
}

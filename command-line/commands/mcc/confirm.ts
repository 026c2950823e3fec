import { existsSync } from "node:fs";
import { Messages } from "@salesforce/core";
import { Flags } from "@salesforce/sf-plugins-core";
import {
  printedFinding,
  printedHead,
  wordingOf,
  type Basis,
  type CheckId,
  type Finding,
  type PrintedFinding,
  type PrintedReport,
  type Report
} from "../../../checklist/index.ts";
import { checkOrg } from "../../check-org.ts";
import { ASKED_CHECKS } from "../../confirmations/asked-checks.ts";
import { keepInFile, readConfirmations, takeBackInFile } from "../../confirmations/confirmations-file.ts";
import { english } from "../../formats/english.ts";
import { systemUserLines, topicLines } from "../../formats/human.ts";
import { oneLine } from "../../formats/plain-text.ts";
import { MccCommand } from "../../mcc-command.ts";
import { connectTo, type TargetOrg } from "../../orgs/target-org.ts";

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
  /** Whom the checks are about; `confirmed` is false for a guess. null where nothing was checked. */
  readonly systemUser: PrintedReport["people"]["systemUser"];
  /** What is still open to confirm; null where nothing was checked, for taking back needs no check. */
  readonly open: readonly PrintedFinding[] | null;
  /** What was said, `holds` null for taken back; null where the file stayed as it was. */
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
    app: Flags.string({ summary: orgMessages.getMessage("flags.app.summary") }),
    confirm: Flags.string({ summary: messages.getMessage("flags.confirm.summary"), required: true }),
    check: Flags.option({
      options: ASKED_CHECKS,
      helpValue: "CHECK",
      summary: messages.getMessage("flags.check.summary"),
      description: messages.getMessage("flags.check.description", [ASKED_CHECKS.join(", ")])
    })(),
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
    if (check !== undefined && holds === null) return this.takeBack(path, org, check);

    const report = await checkOrg(org, {
      systemUser: flags["system-user"],
      app: flags.app,
      users: [],
      everyone: false,
      confirmations,
      warn: (text) => this.warn(text)
    });
    const { systemUser } = printedHead(report, english).people;
    const open = report.findings.filter(({ state }) => state === "confirm");
    if (check === undefined || holds === null) {
      this.list(report, open);
      return { systemUser, open: open.map(printed), said: null };
    }

    const { basis, subject } = confirmable(report, check);
    await keepInFile(path, {
      orgId: org.orgId,
      check,
      subjectId: subject?.id ?? null,
      holds,
      note: flags.note ?? "",
      by: report.viewer?.name ?? report.viewer?.username ?? org.viewerId,
      at: report.at,
      basis
    });
    this.log(messages.getMessage("kept", [path, check, holds ? "holds" : "does not hold"]));
    const stillOpen = open.filter((each) => each.check !== check);
    return { systemUser, open: stillOpen.map(printed), said: { check, holds } };
  }

  private async takeBack(path: string, { orgId }: TargetOrg, check: CheckId): Promise<ConfirmResult> {
    const tookBack = await takeBackInFile(path, { orgId, check }, new Date());
    this.log(messages.getMessage(tookBack ? "taken-back" : "nothing-to-take-back", [path, check]));
    return { systemUser: null, open: null, said: tookBack ? { check, holds: null } : null };
  }

  private list({ people }: Report, open: readonly Finding[]): void {
    const [first] = open;
    if (!first) {
      this.log(messages.getMessage("nothing-open"));
      return;
    }
    const blocks = open.map((finding) => [finding.check, ...topicLines({ finding, alike: [] }, english)]);
    for (const lines of [systemUserLines(people, english), ...blocks]) this.log(`${lines.map(oneLine).join("\n")}\n`);
    this.log(messages.getMessage("how", [first.check, first.check]));
  }
}

const printed = (finding: Finding): PrintedFinding => printedFinding(finding, english);

/**
 * @returns the finding that a person may confirm
 * @throws {Error} there is none; says what else a person may confirm in the org
 */
function confirmable({ findings }: Report, check: CheckId): Finding & { readonly basis: Basis } {
  const forPeople = findings.flatMap((each) => (each.basis ? [{ ...each, basis: each.basis }] : []));
  const found = forPeople.find((each) => each.check === check);
  if (found) return found;
  const finding = findings.find((each) => each.check === check);
  const title = finding ? wordingOf(finding, english).title : "–";
  const others = forPeople.length
    ? messages.getMessage("error.not-open.others", [forPeople.map((each) => each.check).join(", ")])
    : messages.getMessage("error.not-open.none");
  throw new Error(messages.getMessage("error.not-open", [check, title, others]));
}

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { text as textOf } from "node:stream/consumers";
import { Messages } from "@salesforce/core";
import { Flags } from "@salesforce/sf-plugins-core";
import {
  askAll,
  checkOf,
  marketingCloudRequest,
  printedFinding,
  printedHead,
  readAnswer,
  REQUEST_QUERIES,
  scriptFor,
  wordingOf,
  type Basis,
  type CheckId,
  type Finding,
  type MarketingCloudAnswer,
  type MarketingCloudRequest,
  type PrintedFinding,
  type PrintedReport,
  type Report
} from "../../../checklist/index.ts";
import { checkOrg } from "../../check-org.ts";
import { ASKED_CHECKS } from "../../confirmations/asked-checks.ts";
import { readConfirmations, removeFromFile, saveInFile } from "../../confirmations/confirmations-file.ts";
import { orgNow } from "../../evidence/org-clock.ts";
import { restSource } from "../../evidence/rest-source.ts";
import { english } from "../../formats/english.ts";
import { labelled, systemUserLines, visitLines } from "../../formats/human.ts";
import { oneLine } from "../../formats/plain-text.ts";
import { text } from "../../flags.ts";
import { MccCommand } from "../../mcc-command.ts";
import { connectTo, type TargetOrg } from "../../orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.confirm");
const checkMessages = Messages.loadMessages("mcc-health", "mcc.check");
const orgMessages = Messages.loadMessages("mcc-health", "mcc.org");

const RESULTS = ["pass", "fail"] as const;
type Result = (typeof RESULTS)[number];

/** What `--result` replaces; until 1.0. */
const outdated = (result: Result, ...others: string[]) =>
  Flags.boolean({
    summary: messages.getMessage("flags.result.summary"),
    hidden: true,
    deprecated: { message: messages.getMessage("deprecated.result", [result]) },
    dependsOn: ["check"],
    exclusive: ["result", "remove", ...others]
  });

/** What is to confirm, and what may be answered. */
export interface OpenFinding extends PrintedFinding {
  readonly answers: readonly { readonly id: string; readonly text: string; readonly result: Result }[];
}

export interface ConfirmResult {
  /** Whom the checks are about; `confirmed` is false for a guess. null where nothing was checked. */
  readonly systemUser: PrintedReport["people"]["systemUser"];
  /** What is still open to confirm; null where nothing was checked, for removing needs no check. */
  readonly open: readonly OpenFinding[] | null;
  /** What was recorded in the file; null where it stayed as it was. */
  readonly recorded: {
    readonly check: CheckId;
    readonly result: Result | "removed";
    readonly answer: string | null;
  } | null;
  /** With --marketing-cloud-script: what a Marketing Cloud admin runs. */
  readonly script?: string;
  /** With --marketing-cloud-answer: the checks that Marketing Cloud's answer settles. */
  readonly answered?: readonly CheckId[];
}

export default class MccConfirm extends MccCommand<ConfirmResult> {
  static override readonly summary = messages.getMessage("summary");
  static override readonly description = messages.getMessage("description");
  static override readonly examples = messages.getMessages("examples");

  static override readonly flags = {
    "target-org": text({ char: "o", summary: orgMessages.getMessage("flags.target-org-one.summary") }),
    "api-version": Flags.orgApiVersion({ summary: orgMessages.getMessage("flags.api-version.summary") }),
    "system-user": text({ summary: checkMessages.getMessage("flags.system-user.summary") }),
    app: text({ summary: orgMessages.getMessage("flags.app.summary") }),
    "confirmations-file": text({
      summary: messages.getMessage("flags.confirmations-file.summary"),
      aliases: ["confirm"],
      deprecateAliases: true,
      required: true
    }),
    check: Flags.option({
      options: ASKED_CHECKS,
      helpValue: "CHECK",
      summary: messages.getMessage("flags.check.summary"),
      description: messages.getMessage("flags.check.description", [ASKED_CHECKS.join(", ")])
    })(),
    result: Flags.option({
      options: RESULTS,
      summary: messages.getMessage("flags.result.summary"),
      dependsOn: ["check"],
      exclusive: ["remove"]
    })(),
    answer: text({
      helpValue: "ANSWER",
      summary: messages.getMessage("flags.answer.summary"),
      description: messages.getMessage("flags.answer.description"),
      dependsOn: ["check"],
      exclusive: ["result", "remove", "holds", "does-not-hold"]
    }),
    remove: Flags.boolean({
      summary: messages.getMessage("flags.remove.summary"),
      aliases: ["take-back"],
      deprecateAliases: true,
      dependsOn: ["check"]
    }),
    holds: outdated("pass", "does-not-hold"),
    "does-not-hold": outdated("fail", "holds"),
    note: text({ summary: messages.getMessage("flags.note.summary"), dependsOn: ["check"] }),
    "marketing-cloud-script": Flags.boolean({
      summary: messages.getMessage("flags.marketing-cloud-script.summary"),
      exclusive: ["check", "marketing-cloud-answer"]
    }),
    "marketing-cloud-answer": text({
      summary: messages.getMessage("flags.marketing-cloud-answer.summary"),
      exclusive: ["check"]
    })
  };

  async run(): Promise<ConfirmResult> {
    const { flags } = await this.parse(MccConfirm);
    const { check, "confirmations-file": path } = flags;
    const answer = check === undefined || flags.answer === undefined ? undefined : answerTo(check, flags.answer);
    const result =
      answer?.result ?? flags.result ?? (flags.holds ? "pass" : flags["does-not-hold"] ? "fail" : undefined);
    if (check !== undefined && result === undefined && !flags.remove)
      throw new Error(messages.getMessage("error.no-result", [check, idsOf(check).join("|")]));

    const confirmations = existsSync(path) ? await readConfirmations(path, new Date()) : [];
    const org = await connectTo(await this.target(flags["target-org"]), flags["api-version"]);
    if (check !== undefined && result === undefined) return this.remove(path, org, check);
    if (flags["marketing-cloud-script"]) {
      const script = scriptFor(await requestTo(org), orgNow(org.connection.instanceUrl));
      this.log(script);
      return { systemUser: null, open: null, recorded: null, script };
    }
    const answerFile = flags["marketing-cloud-answer"];
    const marketingCloud = answerFile === undefined ? undefined : await answerIn(answerFile, await requestTo(org), org);

    const report = await checkOrg(org, {
      systemUser: flags["system-user"],
      app: flags.app,
      users: [],
      everyone: false,
      confirmations: marketingCloud ? [] : confirmations,
      ...(marketingCloud && { marketingCloud: () => Promise.resolve(marketingCloud) }),
      warn: (text) => this.warn(text)
    });
    const { systemUser } = printedHead(report, english).people;
    const open = report.findings.filter(({ state }) => state === "confirm");
    if (marketingCloud) {
      const checks = await this.saveAnswers(path, org, report);
      this.log(
        checks.length
          ? messages.getMessage("answered", [path, checks.join(", ")])
          : messages.getMessage("answered-nothing")
      );
      return { systemUser, open: open.map(printed), recorded: null, answered: checks };
    }
    if (check === undefined || result === undefined) {
      this.list(report, open);
      return { systemUser, open: open.map(printed), recorded: null };
    }

    const { basis, subject } = confirmable(report, check);
    const now = new Date();
    await saveInFile(
      path,
      {
        orgId: org.orgId,
        check,
        subjectId: subject?.id ?? null,
        holds: result === "pass",
        ...(answer && { answer: answer.id }),
        note: flags.note ?? "",
        by: report.viewer?.name ?? report.viewer?.username ?? org.viewerId,
        at: noLaterThan(now, report.at),
        basis
      },
      now
    );
    this.log(messages.getMessage("recorded", [path, check, answer?.id ?? result]));
    const stillOpen = open.filter((each) => each.check !== check);
    return { systemUser, open: stillOpen.map(printed), recorded: { check, result, answer: answer?.id ?? null } };
  }

  /** @returns the checks that Marketing Cloud's answer settles */
  private async saveAnswers(path: string, { orgId, viewerId }: TargetOrg, report: Report): Promise<CheckId[]> {
    const now = new Date();
    const by = report.viewer?.name ?? report.viewer?.username ?? viewerId;
    const at = noLaterThan(now, report.at);
    const settled = report.findings.flatMap(({ confirmation }) => (confirmation?.marketingCloud ? [confirmation] : []));
    for (const { isJustAsked: _, ...confirmation } of settled)
      await saveInFile(path, { ...confirmation, orgId, by, at }, now);
    return settled.map(({ check }) => check);
  }

  private async remove(path: string, { orgId }: TargetOrg, check: CheckId): Promise<ConfirmResult> {
    const isRemoved = await removeFromFile(path, { orgId, check }, new Date());
    this.log(messages.getMessage(isRemoved ? "removed" : "nothing-to-remove", [path, check]));
    return { systemUser: null, open: null, recorded: isRemoved ? { check, result: "removed", answer: null } : null };
  }

  private list({ people }: Report, open: readonly Finding[]): void {
    const [first] = open;
    if (!first) {
      this.log(messages.getMessage("nothing-open"));
      return;
    }
    const blocks = open.map((finding) => [
      finding.check,
      ...visitLines({ findings: [finding] }, english),
      ...answersTo(finding.check).map(({ id, text }, i) =>
        labelled(i ? "" : english({ key: "report.answers" }), `${id}: ${text}`)
      )
    ]);
    for (const lines of [systemUserLines(people, english), ...blocks]) this.log(`${lines.map(oneLine).join("\n")}\n`);
    this.log(messages.getMessage("how", [first.check, idsOf(first.check)[0] ?? ""]));
  }
}

/** @throws {Error} nobody knows whom to ask about */
async function requestTo({ connection, name }: TargetOrg): Promise<MarketingCloudRequest> {
  const queries = REQUEST_QUERIES.map((query) => ({ query, binds: {} }));
  const request = marketingCloudRequest({ evidence: await askAll(restSource(connection), queries) });
  if (!request) throw new Error(messages.getMessage("error.no-api-user", [name]));
  return request;
}

/** @throws {Error} the file can't be read, or holds no answer that counts */
async function answerIn(path: string, request: MarketingCloudRequest, org: TargetOrg): Promise<MarketingCloudAnswer> {
  const pasted = await (path === "-" ? textOf(process.stdin) : readFile(path, "utf8")).catch((error: unknown) => {
    throw new Error(messages.getMessage("error.answer-file", [path, (error as NodeJS.ErrnoException).code ?? ""]));
  });
  const read = readAnswer(pasted, request, orgNow(org.connection.instanceUrl));
  if ("refused" in read) throw new Error(english({ key: `answer.${read.refused}`, values: { apiUser: request.user } }));
  return read.answer;
}

const printed = (finding: Finding): OpenFinding => ({
  ...printedFinding(finding, english),
  answers: answersTo(finding.check)
});

const answersTo = (check: CheckId): OpenFinding["answers"] =>
  Object.entries(checkOf(check).answers ?? {}).map(([id, is]) => ({
    id,
    text: english.maybe(`${check}.answer.${id}`) ?? id,
    result: is === "right" ? "pass" : "fail"
  }));

const idsOf = (check: CheckId): string[] => answersTo(check).map(({ id }) => id);

/** @throws {Error} the check has no such answer; says which it has */
function answerTo(check: CheckId, id: string): OpenFinding["answers"][number] {
  const found = answersTo(check).find((each) => each.id === id);
  if (!found) throw new Error(messages.getMessage("error.no-answer", [id, check, idsOf(check).join(", ")]));
  return found;
}

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

/** The org's clock counts, but whoever reads the file compares it with this machine's. */
function noLaterThan(now: Date, at: string): string {
  return new Date(Math.min(now.getTime(), Date.parse(at))).toISOString();
}

import { Messages } from "@salesforce/core";
import { Flags } from "@salesforce/sf-plugins-core";
import {
  askOne,
  canUndo,
  changeTexts,
  findingKey,
  fixPermissions,
  isLeftOpen,
  namedChanges,
  savedChanges,
  undoOf,
  wordingOf,
  type Report,
  type SavedChange,
  type SetupChange
} from "../../../checklist/index.ts";
import { checkOrg } from "../../check-org.ts";
import { orgNow } from "../../evidence/org-clock.ts";
import { restSource } from "../../evidence/rest-source.ts";
import type { FixReason } from "../../fix/fix-answer.ts";
import { fixerOver, NoFixPermission, type Fixer } from "../../fix/fixer.ts";
import { orgRecords } from "../../fix/org-records.ts";
import { readPlan, writePlan } from "../../fix/plan-file.ts";
import { closeLeft, runPlan, type ChangeOutcome } from "../../fix/run-plan.ts";
import { english } from "../../formats/english.ts";
import { oneLine } from "../../formats/plain-text.ts";
import { text } from "../../flags.ts";
import { MccCommand } from "../../mcc-command.ts";
import { orgError } from "../../orgs/org-error.ts";
import { connectTo, type TargetOrg } from "../../orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.fix");
const checkMessages = Messages.loadMessages("mcc-health", "mcc.check");
const orgMessages = Messages.loadMessages("mcc-health", "mcc.org");

/** Somebody must have time to read. */
const MINUTES_TO_ANSWER = 10;

export interface FixResult {
  readonly changes: readonly PrintedChange[];
  /** What could be mended, and why not now. */
  readonly withheld: readonly { readonly finding: string; readonly why: string }[];
  /** Of those that were agreed to; null where nothing was to be made. */
  readonly outcomes:
    | readonly {
        readonly change: PrintedChange;
        readonly id: string | null;
        readonly done: boolean;
        readonly recorded: boolean;
        readonly reason: FixReason | null;
        readonly message: string | null;
      }[]
    | null;
}

export interface PrintedChange extends Pick<
  SetupChange,
  "operation" | "object" | "recordId" | "personId" | "permissionSetId" | "appId" | "field" | "finding" | "advice"
> {
  readonly text: string;
  readonly before: string;
  readonly after: string;
  readonly effects: readonly string[];
}

export default class MccFix extends MccCommand<FixResult> {
  static override readonly summary = messages.getMessage("summary");
  static override readonly description = messages.getMessage("description");
  static override readonly examples = messages.getMessages("examples");

  static override readonly flags = {
    "target-org": text({ char: "o", summary: orgMessages.getMessage("flags.target-org-one.summary") }),
    "api-version": Flags.orgApiVersion({ summary: orgMessages.getMessage("flags.api-version.summary") }),
    "system-user": text({ summary: checkMessages.getMessage("flags.system-user.summary") }),
    app: text({ summary: orgMessages.getMessage("flags.app.summary") }),
    user: text({ summary: checkMessages.getMessage("flags.user.summary"), multiple: true, multipleNonGreedy: true }),
    "all-users": Flags.boolean({ summary: checkMessages.getMessage("flags.all-users.summary") }),
    check: text({ summary: messages.getMessage("flags.check.summary"), multiple: true, multipleNonGreedy: true }),
    apply: Flags.boolean({ summary: messages.getMessage("flags.apply.summary") }),
    "save-plan": text({ summary: messages.getMessage("flags.save-plan.summary"), exclusive: ["apply", "plan"] }),
    plan: text({
      summary: messages.getMessage("flags.plan.summary"),
      dependsOn: ["apply"],
      exclusive: ["system-user", "app", "user", "all-users", "check"]
    }),
    undo: text({ summary: messages.getMessage("flags.undo.summary"), exclusive: ["apply", "plan", "save-plan"] }),
    "no-prompt": Flags.boolean({ summary: messages.getMessage("flags.no-prompt.summary") })
  };

  async run(): Promise<FixResult> {
    const { flags } = await this.parse(MccFix);
    const { plan: planPath, undo, "no-prompt": noPrompt } = flags;
    const named = planPath !== undefined || undo !== undefined;
    if (noPrompt && !named) throw new Error(messages.getMessage("error.no-prompt"));
    if ((flags.apply || undo !== undefined) && !noPrompt && !this.canAsk())
      throw new Error(messages.getMessage("error.ask"));
    const planned = planPath === undefined ? undefined : await readPlan(planPath);

    const org = await connectTo(await this.target(flags["target-org"]), flags["api-version"]);
    const fixer = fixerOf(org);
    if (undo !== undefined) return this.undo(org, fixer, undo, noPrompt);
    if (planned && !sameId(planned.orgId, org.orgId))
      throw new Error(messages.getMessage("error.another-org", [planPath ?? ""]));

    const report = planned ? undefined : await this.report(org, flags);
    const asked = flags.check;
    const changes =
      planned?.changes ??
      report?.changes.filter(({ check, advice }) => (asked ? asked.includes(check) : !advice)) ??
      [];
    if (report) await this.show(org, report, changes, asked);
    if (flags["save-plan"] !== undefined) {
      await writePlan(flags["save-plan"], { orgId: org.orgId, at: new Date().toISOString(), changes });
      this.log(messages.getMessage("saved", [flags["save-plan"]]));
    }
    const withheld = (report?.withheld ?? []).map(({ finding, why }) => ({ finding, why: english(why) }));
    if (!flags.apply || !changes.length) {
      if (changes.length && flags["save-plan"] === undefined) this.log(messages.getMessage("how"));
      return { changes: changes.map(printed), withheld, outcomes: null };
    }

    await this.require(org, fixer);
    await settledIn(org, fixer);
    const agreed = noPrompt ? changes : await this.agreedOf(changes);
    const outcomes = agreed.length ? await this.make(fixer, agreed) : [];
    if (!agreed.length) this.log(messages.getMessage("none-agreed"));
    if (report && outcomes.some(({ done }) => done)) this.tellNow(await this.report(org, flags), agreed);
    return { changes: changes.map(printed), withheld, outcomes: outcomes.map(printedOutcome) };
  }

  /** @returns whether somebody sits at the terminal */
  protected canAsk(): boolean {
    return process.stdin.isTTY && !this.jsonEnabled();
  }

  private async report(
    org: TargetOrg,
    flags: {
      readonly "system-user"?: string | undefined;
      readonly app?: string | undefined;
      readonly user?: readonly string[] | undefined;
      readonly "all-users": boolean;
    }
  ): Promise<Report> {
    if (process.stderr.isTTY) this.spinner.start(messages.getMessage("progress"));
    const report = await checkOrg(org, {
      systemUser: flags["system-user"],
      app: flags.app,
      users: flags.user ?? [],
      everyone: flags["all-users"],
      confirmations: [],
      warn: (warning) => void this.warn(warning)
    });
    this.spinner.stop();
    return report;
  }

  private async show(
    { connection }: TargetOrg,
    { withheld, findings }: Report,
    changes: readonly SetupChange[],
    asked: readonly string[] | undefined
  ): Promise<void> {
    if (!changes.length) this.log(messages.getMessage("nothing"));
    else {
      const answer = await askOne(restSource(connection), fixPermissions);
      const [held] = "rows" in answer ? answer.rows : [];
      this.log(messages.getMessage("plan"));
      for (const [at, change] of changes.entries()) {
        const { order, before, after, effects } = changeTexts(change, english);
        const advice = change.advice ? ` ${messages.getMessage("advice")}` : "";
        this.log(oneLine(`${String(at + 1)}. ${order}: ${before} > ${after}${advice}`));
        for (const effect of effects) this.log(`   ${oneLine(effect)}`);
        for (const permission of change.needs)
          if (held?.[permission] !== true)
            this.warn(messages.getMessage("needs", [english.maybe(`permission.${permission}`) ?? permission]));
      }
    }
    for (const { finding: key, why } of withheld) {
      const finding = findings.find((each) => findingKey(each) === key);
      if (!finding || (asked && !asked.includes(finding.check))) continue;
      const { title } = wordingOf(finding, english);
      this.log(oneLine(messages.getMessage("withheld", [title, english(why)])));
    }
  }

  /** @throws {Error} the person may not make changes: said before anybody is asked about any */
  private async require({ name, connection }: TargetOrg, fixer: Fixer): Promise<void> {
    let may: boolean;
    try {
      may = await fixer.mayFix();
    } catch (error) {
      throw orgError({ name, connection }, error);
    }
    if (!may) throw new Error(messages.getMessage("error.no-permission"));
  }

  private async agreedOf(changes: readonly SetupChange[]): Promise<SetupChange[]> {
    const agreed: SetupChange[] = [];
    for (const change of changes) {
      const { order } = changeTexts(change, english);
      const message = oneLine(messages.getMessage("ask", [order]));
      if (await this.confirm({ message, ms: MINUTES_TO_ANSWER * 60_000, defaultAnswer: false })) agreed.push(change);
    }
    return agreed;
  }

  private async make(
    fixer: Fixer,
    changes: readonly SetupChange[],
    undoes: string | null = null
  ): Promise<readonly ChangeOutcome[]> {
    let outcomes: readonly ChangeOutcome[];
    try {
      outcomes = await runPlan(fixer, changes, undoes);
    } catch (error) {
      if (error instanceof NoFixPermission) throw new Error(messages.getMessage("error.no-permission"));
      throw error;
    }
    for (const outcome of outcomes) this.log(oneLine(saidOf(outcome)));
    if (outcomes.some(({ done, recorded }) => !done || !recorded)) process.exitCode = 1;
    return outcomes;
  }

  /** The checks concerned, run again. */
  private tellNow({ findings }: Report, made: readonly SetupChange[]): void {
    const keys = new Set(made.map(({ finding }) => finding));
    for (const finding of findings)
      if (keys.has(findingKey(finding)))
        this.log(oneLine(messages.getMessage("now", [wordingOf(finding, english).title])));
    this.log(messages.getMessage("undo-hint"));
  }

  private async undo(org: TargetOrg, fixer: Fixer, wanted: string, noPrompt: boolean): Promise<FixResult> {
    await this.require(org, fixer);
    const saved = await settledIn(org, fixer);
    const change = saved.find(({ id, name }) => name === wanted || sameId(id, wanted));
    if (!change) throw new Error(messages.getMessage("error.no-such-change", [org.name, wanted]));
    if (!canUndo(change)) {
      const status = english.maybe(`change.status.${change.status}`) ?? change.status;
      throw new Error(messages.getMessage("error.not-to-undo", [change.name, status]));
    }
    const reverse = undoOf(change);
    const agreed = noPrompt ? [reverse] : await this.agreedOf([reverse]);
    if (!agreed.length) this.log(messages.getMessage("none-agreed"));
    const outcomes = agreed.length ? await this.make(fixer, agreed, change.id) : [];
    return { changes: [printed(reverse)], withheld: [], outcomes: outcomes.map(printedOutcome) };
  }
}

function fixerOf({ connection, viewerId, orgId }: TargetOrg): Fixer {
  return fixerOver({
    records: orgRecords(connection),
    viewerId,
    orgId,
    now: () => orgNow(connection.instanceUrl)
  });
}

/** @throws {Error} they can't be read */
async function savedIn({ name, connection, orgId }: TargetOrg): Promise<readonly SavedChange[]> {
  const source = restSource(connection);
  const answer = await askOne(source, savedChanges);
  if ("rows" in answer) return namedChanges(source, answer.rows, orgId);
  throw new Error(messages.getMessage("error.no-changes-object", [name, answer.fault.message]));
}

/**
 * Closes what a page or a terminal left open.
 * @returns what is saved then
 * @throws {Error} it can't be read
 */
async function settledIn(org: TargetOrg, fixer: Fixer): Promise<readonly SavedChange[]> {
  const saved = await savedIn(org);
  const now = orgNow(org.connection.instanceUrl);
  const left = saved.filter((change) => isLeftOpen(change, now));
  if (!left.length) return saved;
  await closeLeft(fixer, left);
  return savedIn(org);
}

/** Salesforce writes an Id with 15 characters, or with three more. */
const sameId = (one: string, other: string): boolean => one.slice(0, 15) === other.slice(0, 15);

function printed(change: SetupChange): PrintedChange {
  const { operation, object, recordId, personId, permissionSetId, appId, field, finding, advice } = change;
  const { order, before, after, effects } = changeTexts(change, english);
  return {
    operation,
    object,
    recordId,
    personId,
    permissionSetId,
    appId,
    field,
    finding,
    advice,
    text: order,
    before,
    after,
    effects
  };
}

function saidOf({ change, id, done, recorded, reason, message }: ChangeOutcome): string {
  const { order } = changeTexts(change, english);
  if (done && !recorded) return messages.getMessage("done-unrecorded", [order, message ?? ""]).trim();
  if (done) return messages.getMessage("done", [order, id ?? ""]);
  const why = english.maybe(`change.reason.${reason ?? "refused"}`) ?? "";
  return message === null
    ? messages.getMessage("failed", [order, why])
    : messages.getMessage("failed-with", [order, why, message]);
}

const printedOutcome = ({ change, id, done, recorded, reason, message }: ChangeOutcome) => ({
  change: printed(change),
  id,
  done,
  recorded,
  reason,
  message
});

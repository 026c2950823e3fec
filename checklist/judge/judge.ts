import type { Mend, SavedChange } from "../changes/change.ts";
import type { Calibration } from "../calibration/known.ts";
import { CALIBRATION } from "../calibration/table.ts";
import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { ViewerPermission } from "../evidence/permissions.ts";
import { rowIndex } from "../evidence/row-index.ts";
import type { Selection } from "../evidence/selection.ts";
import { APP_NAME, appOf } from "../facts/app.ts";
import { basisOf, type Basis } from "../facts/basis.ts";
import { newestAnswer } from "../facts/marketing-cloud-request.ts";
import { packageOf } from "../facts/package.ts";
import { nameOf, peopleOf, type People, type Person } from "../facts/people.ts";
import { missingPermissions } from "../facts/permissions.ts";
import type { MarketingCloudAnswer } from "../marketing-cloud/answer.ts";
import type { Values } from "../messages/text.ts";
import { connectedApps } from "../queries/connected-apps.ts";
import { users } from "../queries/users.ts";
import { explainer } from "./changed.ts";
import type {
  Check,
  CommonOutcome,
  Facts,
  Judged,
  Link,
  OrgCheck,
  PersonCheck,
  Severity,
  State,
  UserRow
} from "./check.ts";
import { COMMON_FIX } from "./common-fix.ts";
import { lapseOf, type Confirmation, type Lapse } from "./confirmation.ts";
import { everyoneMissing } from "./everyone.ts";
import type { Finding, Fix } from "./finding.ts";
import type { CheckId } from "./ids.ts";
import { addressOf } from "./pages.ts";
import { awaitedBy, basisQueriesOf, needsOf } from "./queries-of.ts";
import { hidden, unreadable } from "./unreadable.ts";

/** What is judged. */
export interface Situation {
  readonly evidence: Evidence;
  readonly selection: Selection;
  readonly confirmations: readonly Confirmation[];
  /** What MCC Health has changed in this org before, the newest first, to be told with the findings. */
  readonly made?: readonly SavedChange[];
  /** What Marketing Cloud has just said, asked by us; it counts before what people confirmed. */
  readonly marketingCloud?: MarketingCloudAnswer;
  readonly now: Date;
  /** Without it, that of `calibration/table.ts`. */
  readonly calibration?: Calibration;
}

export interface ProposedMend {
  readonly finding: Finding;
  readonly mend: Mend;
}

export interface Judgement {
  readonly people: People;
  readonly findings: readonly Finding[];
  /** What can be written to mend findings, whatever must come before. */
  readonly mends: readonly ProposedMend[];
  /** Checks whose queries are not answered yet. */
  readonly pending: readonly CheckId[];
}

/** An outcome with its state. */
interface StatedOutcome {
  readonly state: State;
  readonly case: string;
  readonly values?: Values;
}

const common = (state: CommonOutcome["state"], name: CommonOutcome["case"], values: Values = {}): CommonOutcome => ({
  state,
  case: name,
  values
});

/**
 * Judges every check for every subject. Pure: the same case gives the same findings.
 * A check that throws becomes an `unknown` finding; it never takes the others with it.
 */
export function judge(checks: readonly Check[], situation: Situation): Judgement {
  const { evidence, selection, confirmations } = situation;
  // The configuration may name another user since it was asked.
  const marketingCloud = newestAnswer(situation.marketingCloud ? [situation.marketingCloud] : [], situation);
  const people = peopleOf(evidence, selection);
  const facts = factsOf(checks, situation, people);
  const explain = explainer(facts);
  const missing = selection.everyone ? everyoneMissing(facts) : undefined;
  const findings: Finding[] = [];
  const mends: ProposedMend[] = [];
  const pending: CheckId[] = [];

  for (const check of checks) {
    if (awaitedBy(check).some(({ name }) => evidence[name] === undefined)) {
      pending.push(check.id);
      continue;
    }
    const add = (subject: Person | null, severity: Severity, judged: Judged, user?: UserRow): void => {
      const proposed = attempt(() => mendsOf(check, judged, subject, user, facts));
      const finding = findingOf(check, {
        subject,
        severity: check.advice?.includes(judged.case) ? "advice" : severity,
        outcome: "state" in proposed ? proposed : stated(check, judged),
        user,
        facts,
        confirmations,
        marketingCloud,
        explain
      });
      findings.push(finding);
      if ("state" in proposed) return;
      // What is found of a guess is nothing to act on.
      const counted = finding.tentative && proposed.length ? [GUESSED] : proposed;
      mends.push(...counted.map((mend) => ({ finding, mend })));
    };
    const blocked = obstacle(check, facts);
    if (check.about !== "person") {
      add(null, check.severity, blocked ?? attempt(() => check.judge(facts)));
      continue;
    }
    if (!people.systemUser) add(null, check.severity["system-user"], common("unknown", "no-system-user"));
    const { "impacted-user": ofImpacted } = check.severity;
    if (missing && ofImpacted) add(null, ofImpacted, missing);
    for (const person of [people.systemUser, ...people.impactedUsers]) {
      const severity = person && check.severity[person.role];
      if (!severity) continue;
      const [user] = person.id === null ? [] : facts.rowsWith(users, "Id", person.id);
      add(person, severity, blocked ?? judgePerson(check, person, user, facts), user);
    }
  }
  return { people, findings, mends, pending };
}

function judgePerson(check: PersonCheck, person: Person, user: UserRow | undefined, facts: Facts): Judged {
  if (!user) return unreadable(users, facts.evidence) ?? common("unknown", "person-not-found");
  return attempt(() => check.judge(user, person, facts));
}

/** @throws {Error} the case is not among those that the check lists: which the compiler does not let happen */
function stated({ id, cases }: Check, { state, ...judged }: Judged): StatedOutcome {
  const found = state ?? cases[judged.case];
  if (found === undefined) throw new Error(`The check ${id} does not list the case ${judged.case}.`);
  return { state: found, ...judged };
}

/** @returns what the check proposes to write, where it says by a case of its own that something is wrong */
function mendsOf(
  check: Check,
  { state, case: name }: Judged,
  subject: Person | null,
  user: UserRow | undefined,
  facts: Facts
): readonly Mend[] {
  const found = state === undefined ? check.cases[name] : undefined;
  const isThere = (check.mendNeeds ?? []).every((query) => facts.evidence[query.name] !== undefined);
  if ((found !== "fail" && found !== "warn") || !isThere) return [];
  if (check.about !== "person") return check.mend?.(facts, name) ?? [];
  if (!user || !subject) return [];
  const mends = check.mend?.(user, subject, facts, name) ?? [];
  return mends.map((mend) => (user.IsActive || "withheld" in mend || isActivation(mend) ? mend : INACTIVE));
}

const isActivation = (mend: Mend): boolean => "set" in mend && mend.set === "IsActive";
/** Salesforce gives an inactive user nothing, or nothing that counts. */
const INACTIVE: Mend = { withheld: { key: "change.withheld.inactive" } };

const GUESSED: Mend = { withheld: { key: "change.withheld.guessed" } };

function attempt<Said>(judgement: () => Said): Said | CommonOutcome {
  try {
    return judgement();
  } catch (error) {
    return common("unknown", "crashed", { message: error instanceof Error ? error.message : String(error) });
  }
}

/** What keeps a check from being judged: there is nothing to check, or its evidence could not be read. */
function obstacle(check: Check, facts: Facts): Judged | undefined {
  for (const thing of check.requires ?? []) {
    if (thing === "package" && packageOf(facts.evidence) === "absent") return common("not-applicable", "no-package");
    if (thing !== "app") continue;
    const unread = unreadable(connectedApps, facts.evidence);
    if (unread) return unread;
    if (facts.app.kind === "none")
      return facts.mayHide(connectedApps) ? hidden(connectedApps, facts.evidence) : common("not-applicable", "no-app");
    if (facts.app.kind === "several")
      return common("unknown", "several-apps", { apps: facts.app.rows.map((row) => row.Name) });
  }
  return needsOf(check)
    .map((query) => unreadable(query, facts.evidence))
    .find((outcome) => outcome !== undefined);
}

function factsOf(checks: readonly Check[], situation: Situation, people: People): Facts {
  const { evidence, selection, confirmations, marketingCloud, now, calibration = CALIBRATION } = situation;
  const brought = confirmations.flatMap((given) => (given.void === undefined ? (given.marketingCloud ?? []) : []));
  return {
    evidence,
    people,
    app: appOf(evidence, selection, calibration),
    now,
    marketingCloud: newestAnswer(marketingCloud ? [marketingCloud, ...brought] : brought, situation),
    calibration,
    rowsWith: rowIndex(evidence),
    rows: (query) => rowsOf(evidence, query),
    mayHide: (query) => missingPermissions(query, evidence).length > 0,
    costs: (permission: ViewerPermission) =>
      checks
        .filter((check) =>
          [...needsOf(check), ...basisQueriesOf(check)].some(({ permissions }) => permissions.includes(permission))
        )
        .map(({ id }) => id)
  };
}

interface FindingParts {
  readonly subject: Person | null;
  readonly severity: Severity;
  readonly outcome: StatedOutcome;
  readonly user: UserRow | undefined;
  readonly facts: Facts;
  readonly confirmations: readonly Confirmation[];
  readonly marketingCloud: MarketingCloudAnswer | undefined;
  readonly explain: ReturnType<typeof explainer>;
}

function findingOf(check: Check, parts: FindingParts): Finding {
  const { subject, severity, outcome, user, facts, confirmations, marketingCloud, explain } = parts;
  const asks = outcome.state === "confirm";
  const { basis, unread } = basisOf(asks ? (check.restsOn ?? []) : [], facts);
  const justAsked = asks && marketingCloud ? confirmationBy(check, marketingCloud, basis, facts) : null;
  const confirmation = justAsked ?? (asks ? givenOn(check, subject, confirmations) : null);
  // What it rests on may have changed where nobody can see it.
  const hiddenBasis =
    confirmation && unread ? (unreadable(unread, facts.evidence) ?? hidden(unread, facts.evidence)) : undefined;
  const lapsed = confirmation && !hiddenBasis ? lapsedOf(check, confirmation, basis, facts.now) : null;
  const counts = confirmation && !hiddenBasis && !lapsed;
  const said: StatedOutcome = (counts ? answerOf(check, confirmation, facts) : hiddenBasis) ?? outcome;
  return {
    check: check.id,
    step: check.step,
    subject,
    tentative: subject?.role === "system-user" && !facts.people.systemUserChosen,
    state: said.state,
    severity,
    case: said.case,
    values: {
      ...baseValues(facts, subject),
      ...outcome.values,
      ...said.values,
      ...(confirmation ? { by: confirmation.by, at: { date: confirmation.at } } : {})
    },
    source: check.source,
    fix: fixOf(check, said, facts, user),
    basis: asks ? basis : null,
    confirmation,
    lapsed,
    changed: explain(check.id, subject, said.state)
  };
}

/** @returns the confirmation of the check and the person, before any that is void */
function givenOn(check: Check, subject: Person | null, confirmations: readonly Confirmation[]): Confirmation | null {
  const about = confirmations.filter(
    ({ check: id, subjectId }) => id === check.id && subjectId === (subject?.id ?? null)
  );
  return about.find((each) => each.void === undefined) ?? about[0] ?? null;
}

/** An answer that this version does not know, of another version or from a file, can't be read. */
const lapsedOf = (check: Check, confirmation: Confirmation, basis: Basis, now: Date): Lapse | null =>
  confirmation.answer !== undefined && !Object.hasOwn(check.answers ?? {}, confirmation.answer)
    ? { why: "unreadable" }
    : lapseOf(confirmation, basis, now);

/** @returns null where Marketing Cloud's answer does not tell: then a person is asked after all */
function answerOf(check: Check, { holds, answer, marketingCloud }: Confirmation, facts: Facts): StatedOutcome | null {
  if (marketingCloud) return heardIn(check, marketingCloud, facts);
  if (answer !== undefined) {
    const state = check.answers?.[answer] === "right" ? "confirmed" : "refuted";
    return { state, case: answer, values: { answer: { texts: [`${check.id}.answer.${answer}`] } } };
  }
  return holds ? { state: "confirmed", case: "confirmed" } : { state: "refuted", case: "refuted" };
}

function heardIn(check: Check, answer: MarketingCloudAnswer, facts: Facts): StatedOutcome | null {
  const heard = "hear" in check ? attempt(() => check.hear?.(answer, facts) ?? null) : null;
  if (!heard) return null;
  const outcome = stated(check, heard);
  const { state } = outcome;
  return { ...outcome, state: state === "pass" ? "confirmed" : state === "fail" ? "refuted" : state };
}

/** What Marketing Cloud has just told us counts like what a person brought from there. */
function confirmationBy(
  check: Check,
  marketingCloud: MarketingCloudAnswer,
  basis: Basis,
  facts: Facts
): Confirmation | null {
  const heard = heardIn(check, marketingCloud, facts);
  if (!heard) return null;
  const { at } = marketingCloud;
  const holds = heard.state === "confirmed";
  const by = "Marketing Cloud";
  return { check: check.id, subjectId: null, holds, note: "", by, at, basis, marketingCloud, isJustAsked: true };
}

function fixOf(check: Check, outcome: StatedOutcome, facts: Facts, user: UserRow | undefined): Fix {
  const helps = COMMON_FIX[outcome.case] ?? (outcome.state === "unknown" ? "wait" : undefined);
  if (helps !== undefined) return { of: "common", steps: [helps], link: null };
  const link = check.about === "person" ? personLink(check, facts, user) : orgLink(check, facts);
  const isToLook = outcome.state === "confirm" || outcome.state === "confirmed";
  const steps = (isToLook ? check.look : check.fixes?.[outcome.case]) ?? check.fix;
  return { of: check.id, steps, link: link && { page: link.page, address: addressOf(link) } };
}

const orgLink = ({ link }: OrgCheck, facts: Facts): Link | null => (typeof link === "function" ? link(facts) : link);

const personLink = ({ link }: PersonCheck, facts: Facts, user: UserRow | undefined): Link =>
  user ? link(facts, user) : { page: "users" };

/** Names that fix steps and sentences of every check may use. */
function baseValues({ app, people }: Facts, subject: Person | null): Values {
  const system = people.systemUser;
  return {
    app: app.kind === "one" ? app.row.Name : APP_NAME,
    ...(system ? { systemUser: system.username ?? system.name ?? "" } : {}),
    ...(subject ? { user: nameOf(subject) } : {})
  };
}

import type { Calibration } from "../calibration/known.ts";
import { CALIBRATION } from "../calibration/table.ts";
import { APP_NAME, appOf } from "./app.ts";
import type {
  Check,
  CheckId,
  CommonCase,
  Facts,
  JudgedState,
  Link,
  OrgCheck,
  PersonCheck,
  Severity,
  UserRow
} from "./check.ts";
import { COMMON_FIX } from "./common-fix.ts";
import { lapseOf, type Basis, type Confirmation } from "./confirmation.ts";
import type { Evidence } from "./evidence.ts";
import type { Finding, Fix } from "./finding.ts";
import { packageOf } from "./package.ts";
import { addressOf } from "./pages.ts";
import { EVERYONE_LIMIT, nameOf, peopleOf, type People, type Person, type Selection } from "./people.ts";
import { QUERIES } from "./queries.ts";
import { rowIndex } from "./row-index.ts";
import type { QueryName, Rows, ViewerPermission } from "./rows.ts";
import type { Values } from "./text.ts";
import { hidden, missingPermissions, unreadable } from "./unreadable.ts";

export interface Case {
  readonly evidence: Evidence;
  readonly selection: Selection;
  readonly confirmations: readonly Confirmation[];
  readonly now: Date;
  /** Without it, that of `calibration/table.ts`. */
  readonly calibration?: Calibration;
}

export interface Judgement {
  readonly people: People;
  readonly findings: readonly Finding[];
  /** Checks whose queries are not answered yet. */
  readonly pending: readonly CheckId[];
}

/** What a judge says, and what stands in for one where it can't be asked. */
interface Word {
  readonly state: JudgedState;
  readonly case: string;
  readonly values?: Values;
  readonly basis?: Basis;
}

/** A word of the engine's own: its cases are those that any check can run into. */
const common = (state: JudgedState, name: CommonCase, values: Values = {}): Word => ({ state, case: name, values });

/**
 * Judges every check for every subject. Pure: the same case gives the same findings.
 * A check that throws becomes an `unknown` finding; it never takes the others with it.
 */
export function judge(checks: readonly Check[], situation: Case): Judgement {
  const { evidence, selection, confirmations } = situation;
  const people = peopleOf(evidence, selection);
  const facts = factsOf(checks, situation, people);
  const findings: Finding[] = [];
  const pending: CheckId[] = [];

  for (const check of checks) {
    if ([...check.needs, ...(check.consults ?? [])].some((name) => evidence[name] === undefined)) {
      pending.push(check.id);
      continue;
    }
    const add = (subject: Person | null, severity: Severity, word: Word, user?: UserRow): void => {
      findings.push(findingOf(check, { subject, severity, word, user, facts, confirmations }));
    };
    if (check.about !== "person") {
      add(null, check.severity, obstacle(check, facts) ?? attempt(() => check.judge(facts)));
      continue;
    }
    if (!people.systemUser) add(null, check.severity["system-user"], common("unknown", "no-system-user"));
    const missing = selection.everyone ? everyoneMissing(facts) : undefined;
    if (missing) add(null, check.severity["impacted-user"], missing);
    for (const person of [people.systemUser, ...people.impactedUsers]) {
      if (!person) continue;
      const [user] = person.id === null ? [] : facts.rowsWith("users", "Id", person.id);
      add(person, check.severity[person.role], judgePerson(check, person, user, facts), user);
    }
  }
  return { people, findings, pending };
}

function judgePerson(check: PersonCheck, person: Person, user: UserRow | undefined, facts: Facts): Word {
  const blocked = obstacle(check, facts);
  if (blocked) return blocked;
  if (!user) return unreadable("users", facts.evidence) ?? common("unknown", "person-not-found");
  return attempt(() => check.judge(user, person, facts));
}

/** Whom the group leaves out is not known to be well. */
function everyoneMissing(facts: Facts): Word | undefined {
  const unread = unreadable("box-users", facts.evidence);
  if (unread) return unread;
  const count = facts.rows("box-users").length;
  const total = facts.rows("box-user-count")[0]?.total;
  if (count < EVERYONE_LIMIT || total === count) return undefined;
  return common("unknown", "not-everyone", { count });
}

function attempt(judgement: () => Word): Word {
  try {
    return judgement();
  } catch (error) {
    return common("unknown", "crashed", { message: error instanceof Error ? error.message : String(error) });
  }
}

/** What keeps a check from being judged: there is nothing to check, or its evidence could not be read. */
function obstacle(check: Check, facts: Facts): Word | undefined {
  for (const thing of check.requires ?? []) {
    if (thing === "package" && packageOf(facts.evidence) === "absent") return common("not-applicable", "no-package");
    if (thing !== "app") continue;
    const unread = unreadable("connected-apps", facts.evidence);
    if (unread) return unread;
    if (facts.app.kind === "none")
      return facts.mayHide("connected-apps")
        ? hidden("connected-apps", facts.evidence)
        : common("not-applicable", "no-app");
    if (facts.app.kind === "several")
      return common("unknown", "several-apps", { apps: facts.app.rows.map((row) => row.Name) });
  }
  return check.needs.map((name) => unreadable(name, facts.evidence)).find((word) => word !== undefined);
}

function factsOf(checks: readonly Check[], situation: Case, people: People): Facts {
  const { evidence, selection, now, calibration = CALIBRATION } = situation;
  return {
    evidence,
    people,
    app: appOf(evidence, selection, calibration),
    now,
    calibration,
    rowsWith: rowIndex(evidence),
    rows<Name extends QueryName>(name: Name): readonly Rows[Name][] {
      const answer = evidence[name];
      return answer && "rows" in answer ? answer.rows : [];
    },
    mayHide: (name) => missingPermissions(name, evidence).length > 0,
    costs: (permission: ViewerPermission) =>
      checks
        .filter(({ needs }) => needs.some((name) => QUERIES[name].permissions.includes(permission)))
        .map(({ id }) => id)
  };
}

interface Judged {
  readonly subject: Person | null;
  readonly severity: Severity;
  readonly word: Word;
  readonly user: UserRow | undefined;
  readonly facts: Facts;
  readonly confirmations: readonly Confirmation[];
}

function findingOf(check: Check, { subject, severity, word, user, facts, confirmations }: Judged): Finding {
  const basis = word.state === "confirm" ? (word.basis ?? {}) : null;
  const given = confirmations.find(
    ({ check: id, subjectId }) => id === check.id && subjectId === (subject?.id ?? null)
  );
  const confirmation = basis === null ? null : (given ?? null);
  const lapsed = confirmation && basis !== null ? lapseOf(confirmation, basis, facts.now) : null;
  const counts = confirmation && !lapsed;
  return {
    check: check.id,
    step: check.step,
    subject,
    state: counts ? (confirmation.holds ? "confirmed" : "refuted") : word.state,
    severity,
    case: counts ? (confirmation.holds ? "confirmed" : "refuted") : word.case,
    values: {
      ...baseValues(facts, subject),
      ...word.values,
      ...(confirmation ? { by: confirmation.by, at: { date: confirmation.at } } : {})
    },
    source: check.source,
    fix: fixOf(check, word, facts, user),
    basis,
    confirmation,
    lapsed
  };
}

function fixOf(check: Check, word: Word, facts: Facts, user: UserRow | undefined): Fix {
  const helps = COMMON_FIX[word.case] ?? (word.state === "unknown" ? "wait" : undefined);
  if (helps !== undefined) return { of: "common", steps: [helps], link: null };
  const link = check.about === "person" ? personLink(check, facts, user) : orgLink(check, facts);
  return { of: check.id, steps: check.fix, link: link && { page: link.page, address: addressOf(link) } };
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

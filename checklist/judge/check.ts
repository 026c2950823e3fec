import type { Calibration } from "../calibration/known.ts";
import type { Mend } from "../changes/change.ts";
import type { Evidence } from "../evidence/evidence.ts";
import type { Fields, Row } from "../evidence/fields.ts";
import type { ViewerPermission } from "../evidence/permissions.ts";
import type { Query, RowOf } from "../evidence/query.ts";
import type { RowsWith } from "../evidence/row-index.ts";
import type { MarketingCloudAnswer } from "../marketing-cloud/answer.ts";
import type { FoundApp } from "../facts/app.ts";
import type { People, Person } from "../facts/people.ts";
import type shared from "../messages/en.json";
import type { Values } from "../messages/text.ts";
import type { users } from "../queries/users.ts";
import type { BasisPart } from "../facts/basis.ts";
import type { CheckId, StepId } from "./ids.ts";
import type { PageId } from "./pages.ts";

export type Severity = "blocker" | "problem" | "advice";

/** What a check may say. */
const JUDGED_STATES = ["pass", "fail", "warn", "confirm", "unknown", "not-applicable"] as const;
export type JudgedState = (typeof JUDGED_STATES)[number];

/** `confirmed` and `refuted` are what a person saw, so only `judge` sets them. */
export const STATES = [...JUDGED_STATES, "confirmed", "refuted"] as const;
export type State = (typeof STATES)[number];

/** What a check can find, and the state of each: its messages are `<case>.title`, `<case>.actual`, perhaps `<case>.reason`. */
export type Cases = Readonly<Record<string, JudgedState>>;

type Case<C extends Cases> = keyof C & string;

/** The English messages of a check: `en.json` beside it. A case without its sentences does not compile. */
export type CheckMessages<C extends Cases = Cases> = Readonly<
  Record<"name" | "first" | "expected" | `${Case<C>}.title` | `${Case<C>}.actual`, string>
> &
  Readonly<Record<string, string>>;

/** What any check can run into: the messages `common.<case>.title`. */
export type CommonCase = keyof typeof shared extends infer Key
  ? Key extends `common.${infer Case}.title`
    ? Case
    : never
  : never;

/** A check's answer for one subject: one of its own cases, whose state the check lists, or one that any check can run into. */
export type Outcome<C extends Cases> =
  { readonly case: Case<C>; readonly state?: never; readonly values?: Values } | CommonOutcome;

/** An outcome of `judge`'s own: its state is said with it. */
export interface CommonOutcome {
  readonly state: "unknown" | "not-applicable";
  readonly case: CommonCase;
  readonly values?: Values;
}

/** An outcome, whichever check it is of. */
export interface Judged {
  readonly state?: JudgedState;
  readonly case: string;
  readonly values?: Values;
}

/** Where it is written. `published` as the source itself gives it. */
export interface Source {
  readonly title: string;
  readonly section: string;
  readonly published: string;
  readonly url: string;
}

export interface Link {
  readonly page: PageId;
  /** The record that the page shows, where its address is established. */
  readonly id?: string;
}

/** What every check can ask: rows of answered queries, and what follows from several of them. */
export interface Facts {
  readonly evidence: Evidence;
  readonly people: People;
  readonly app: FoundApp;
  readonly now: Date;
  /** The newest that Marketing Cloud said of the API user, whoever brought it; undefined where it said nothing. */
  readonly marketingCloud: MarketingCloudAnswer | undefined;
  /** What is believed of the platform. */
  readonly calibration: Calibration;
  /** @returns the rows of a query that the check needs; it judges only when they are there */
  rows<F extends Fields>(query: Query<F>): readonly Row<F>[];
  readonly rowsWith: RowsWith;
  /** @returns whether rows of this query may be hidden from the person looking, so that "none" proves nothing */
  mayHide(query: Query): boolean;
  /** @returns the checks that a missing permission costs */
  costs(permission: ViewerPermission): readonly CheckId[];
}

/**
 * The answers to the question that a check asks a person: what they may see, by an id that is saved, and whether it is right.
 * The messages `answer.<id>` are their words; a title of its own is `<id>.title`, steps of its own stand in `fixes`.
 */
export type Answers = Readonly<Record<string, "right" | "wrong">>;

interface About<C extends Cases, A extends Answers> {
  readonly id: CheckId;
  readonly messages: CheckMessages<C>;
  readonly cases: C;
  readonly step: StepId;
  /** Cases that are advice, whatever the check's severity: they are shown and decide nothing. */
  readonly advice?: readonly Case<C>[];
  /**
   * What must be there for the question to make sense; without it the finding is `not-applicable`. The queries that tell
   * are the business of `queriesOf`, as are those that any check can need: `needs` and `consults` list what `judge` reads.
   */
  readonly requires?: readonly ("app" | "package")[];
  /** Without rows of these the finding is `unknown`. */
  readonly needs?: readonly Query[];
  /** Read where they are there; their absence is judged by the check itself. */
  readonly consults?: readonly Query[];
  /** What `mend` reads besides. While it is on its way the finding stands, and nothing is proposed. */
  readonly mendNeeds?: readonly Query[];
  /** What a confirmation rests on, of a check that asks a person. When a part changes, the confirmation lapses. */
  readonly restsOn?: readonly BasisPart[];
  /** What must hold before its fix may be offered: else it does harm or no good. */
  readonly mendAfter?: After;
  /** What must hold before a person is sent to look. */
  readonly lookAfter?: After;
  readonly source: Source;
  /** How to check what only a person can see: messages like those of `fix`. */
  readonly look?: readonly string[];
  readonly answers?: A;
  /** The messages `fix.<step>` of the check, else `common.fix.<step>`, in the order in which a hand meets them. */
  readonly fix: readonly string[];
  /** The steps where a case, or what a person saw, is fixed in another way. */
  readonly fixes?: Readonly<Partial<Record<Case<C> | (keyof A & string), readonly string[]>>>;
}

/**
 * Checks earlier in the order of repair that must have found all well; a warning is a doubt. Or every earlier one: then
 * warnings and advice don't count.
 */
export type After = readonly CheckId[] | "all-earlier";

/** About the org, the app or Marketing Cloud: one finding. */
export interface OrgCheck<C extends Cases = Cases, Said = Judged, A extends Answers = Answers> extends About<C, A> {
  readonly about: "org" | "app" | "marketing-cloud" | "viewer";
  readonly severity: Severity;
  /** null where a link would open the page as the person looking, and somebody else must see it. */
  readonly link: Link | null | ((facts: Facts) => Link);
  judge(facts: Facts): Said;
  /** @returns what can be written to mend the case, which fails or warns; judged again before it is done */
  mend?(facts: Facts, name: Case<C>): readonly Mend[];
  /**
   * Of a check that asks a person what Marketing Cloud can tell by itself.
   * @returns what its answer shows, as a case that passes or fails; null where it does not tell, so that a person is asked
   */
  hear?(answer: MarketingCloudAnswer, facts: Facts): Said | null;
}

/** About people: one finding for each, but for those whose role has no severity: the check is not about them. */
export interface PersonCheck<C extends Cases = Cases, Said = Judged> extends About<C, Answers> {
  readonly about: "person";
  readonly severity: Readonly<{ "system-user": Severity; "impacted-user"?: Severity }>;
  readonly link: (facts: Facts, user: UserRow) => Link;
  judge(user: UserRow, person: Person, facts: Facts): Said;
  /** @returns what can be written to mend the case of an active user, which fails or warns */
  mend?(user: UserRow, person: Person, facts: Facts, name: Case<C>): readonly Mend[];
}

export type UserRow = RowOf<typeof users>;
export type Check = OrgCheck | PersonCheck;

/**
 * What is asked of a check that asks a person: how to check, beside how to fix what they find wrong, what they may answer,
 * and words for each.
 */
export interface Asks<A extends Answers> {
  readonly look: readonly [string, ...string[]];
  readonly answers: A;
  readonly messages: Readonly<Record<"confirmed.title" | "refuted.title" | `answer.${keyof A & string}`, string>>;
}

type Asking<C extends Cases, A extends Answers> = "confirm" extends C[keyof C]
  ? Asks<A>
  : { readonly look?: never; readonly answers?: never };

/** Types a check against its own cases and messages. */
export const orgCheck = <const C extends Cases, const A extends Answers>(
  check: OrgCheck<C, Outcome<C>, A> & Asking<C, A>
): OrgCheck => check;
export const personCheck = <const C extends Cases>(
  check: PersonCheck<C, Outcome<C>> & Asking<C, Answers>
): PersonCheck => check;

import type { Calibration } from "../calibration/known.ts";
import type { FoundApp } from "./app.ts";
import type { Basis } from "./confirmation.ts";
import type { Evidence } from "./evidence.ts";
import type { PageId } from "./pages.ts";
import type { People, Person } from "./people.ts";
import type { RowsWith } from "./row-index.ts";
import type { QueryName, Rows, ViewerPermission } from "./rows.ts";
import type { MessageKey, Values } from "./text.ts";

/** Ids are frozen: file names, message keys, label keys, documentation anchors, and what reports carry. */
export type CheckId = (typeof CHECK_IDS)[number];

/** In the order of repair: what must hold before the next is worth mending. Source: docs/sources.md, Our own rules. */
export const CHECK_IDS = [
  "viewer-access",
  "package-installed",
  "app-installed",
  "system-user-chosen",
  "app-permission-set",
  "app-access",
  "permitted-users",
  "ip-relaxation",
  "refresh-token-policy",
  "user-active",
  "user-license",
  "user-profile",
  "marketing-user",
  "appexchange-user",
  "appexchange-admin",
  "api-user-flag",
  "api-user-roles",
  "api-user-business-units",
  "api-user-integrated",
  "scope-by-user",
  "marketing-cloud-tab"
] as const;

/** The wizard's steps, in the order they are shown. */
export const STEP_IDS = [
  "people",
  "package",
  "connected-app",
  "access",
  "users",
  "marketing-cloud",
  "reconnect"
] as const;
export type StepId = (typeof STEP_IDS)[number];

export type Severity = "blocker" | "problem" | "advice";

/** What a judge may say. `confirmed` and `refuted` are a person's words, so only the engine sets them. */
export type JudgedState = "pass" | "fail" | "warn" | "confirm" | "unknown" | "not-applicable";
export type State = JudgedState | "confirmed" | "refuted";

/** The cases of a check are those that the message catalogue has a title for: `<check>.<case>.title`. */
export type CaseOf<Id extends CheckId> = MessageKey extends infer Key
  ? Key extends `${Id}.${infer Case}.title`
    ? Case
    : never
  : never;

/** What any check can run into: `common.<case>.title`. */
export type CommonCase = MessageKey extends infer Key
  ? Key extends `common.${infer Case}.title`
    ? Case
    : never
  : never;

/** A judge's word on one subject. */
export type Outcome<Id extends CheckId> = {
  readonly case: CaseOf<Id> | CommonCase;
  readonly values?: Values;
} & (
  | { readonly state: Exclude<JudgedState, "confirm"> }
  /** `basis`: what a confirmation would rest on. When it changes, the confirmation lapses. */
  | { readonly state: "confirm"; readonly basis: Basis }
);

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

/** What every judge can ask: rows of answered queries, and what follows from several of them. */
export interface Facts {
  readonly evidence: Evidence;
  readonly people: People;
  readonly app: FoundApp;
  readonly now: Date;
  /** What is believed of the platform. */
  readonly calibration: Calibration;
  /** @returns the rows of a query that the check needs; the engine judges only when they are there */
  rows<Name extends QueryName>(name: Name): readonly Rows[Name][];
  readonly rowsWith: RowsWith;
  /** @returns whether rows of this query may be hidden from the person looking, so that "none" proves nothing */
  mayHide(name: QueryName): boolean;
  /** @returns the checks that a missing permission costs */
  costs(permission: ViewerPermission): readonly CheckId[];
}

interface About<Id extends CheckId> {
  readonly id: Id;
  readonly step: StepId;
  /** What must be there for the question to make sense; without it the finding is `not-applicable`. */
  readonly requires?: readonly ("app" | "package")[];
  /** Without rows of these the finding is `unknown`. */
  readonly needs: readonly QueryName[];
  /** Read where they are there; their absence is judged by the check itself. */
  readonly consults?: readonly QueryName[];
  readonly source: Source;
  /** The messages `<check>.fix.<step>`, else `common.fix.<step>`, in the order in which a hand meets them. */
  readonly fix: readonly string[];
}

/** About the org, the app or Marketing Cloud: one finding. */
export interface OrgCheck<Id extends CheckId = CheckId> extends About<Id> {
  readonly about: "org" | "app" | "marketing-cloud" | "viewer";
  readonly severity: Severity;
  /** null where a link would open the page as the person looking, and somebody else must see it. */
  readonly link: Link | null | ((facts: Facts) => Link);
  judge(facts: Facts): Outcome<Id>;
}

/** About people: one finding for each. */
export interface PersonCheck<Id extends CheckId = CheckId> extends About<Id> {
  readonly about: "person";
  readonly severity: Readonly<Record<Person["role"], Severity>>;
  readonly link: (facts: Facts, user: UserRow) => Link;
  judge(user: UserRow, person: Person, facts: Facts): Outcome<Id>;
}

export type UserRow = Rows["users"];
export type Check = OrgCheck | PersonCheck;

/** Types a check file against its own id, so that a case without a message does not compile. */
export const orgCheck = <const Id extends CheckId>(check: OrgCheck<Id>): OrgCheck<Id> => check;
export const personCheck = <const Id extends CheckId>(check: PersonCheck<Id>): PersonCheck<Id> => check;

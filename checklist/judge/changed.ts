import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import { APP_NAME, type FoundApp } from "../facts/app.ts";
import type { People, Person } from "../facts/people.ts";
import { mayHideAll } from "../facts/permissions.ts";
import { isAbout } from "../facts/policies.ts";
import {
  changesByPerson,
  setIn,
  setupChangesIn,
  trailSince,
  type ChangeKind,
  type TrailEntry
} from "../facts/audit-trail.ts";
import type { Values } from "../messages/text.ts";
import { appGrants } from "../queries/app-grants.ts";
import { appPolicyChanges } from "../queries/app-policy-changes.ts";
import { connectedApps } from "../queries/connected-apps.ts";
import { connectorSetGroups } from "../queries/connector-set-groups.ts";
import { connectorSets } from "../queries/connector-sets.ts";
import { permissionSetGroups } from "../queries/permission-set-groups.ts";
import { setupChanges } from "../queries/setup-changes.ts";
import type { State } from "./check.ts";
import type { CheckId } from "./ids.ts";
import { hidden, unreadable } from "./unreadable.ts";

/** What somebody did that explains a finding. */
export interface Changed extends TrailEntry {
  /** The permission set or group that it is about; null where it is about none. */
  readonly set: string | null;
}

/** What the audit trail could tell. */
export interface Trail {
  /** Since when nothing is missing of what was read, ISO 8601; null where it was not read. */
  readonly since: string | null;
  /** Why not, as a case that any check can run into. */
  readonly unread: { readonly case: string; readonly values: Values } | null;
}

interface Explained {
  /** What makes the check fail or warn. */
  readonly broken: readonly ChangeKind[];
  /** What makes it pass again. */
  readonly mended: readonly ChangeKind[];
}

const both = (...kinds: ChangeKind[]): Explained => ({ broken: kinds, mended: kinds });

/**
 * Which entries of the audit trail explain a check's finding. Salesforce records no change of the Refresh Token Policy, of the
 * Marketing Cloud for AppExchange checkboxes, or of anything in Marketing Cloud.
 */
const EXPLAINED: Readonly<Partial<Record<CheckId, Explained>>> = {
  "permitted-users": both("permitted-users"),
  "ip-relaxation": both("ip-relaxation"),
  "session-level": both("policies-saved"),
  "refresh-token-policy": both("policies-saved"),
  "app-installed": { broken: ["app-uninstalled"], mended: ["app-installed"] },
  "app-permission-set": { broken: ["app-taken"], mended: ["app-given"] },
  "app-access": {
    broken: ["set-taken", "set-given-until", "group-lost-set", "session-required", "app-taken", "profile"],
    mended: ["set-given", "set-given-until", "group-got-set", "session-required", "app-given", "profile"]
  },
  "connector-permission-sets": {
    broken: ["set-taken", "set-given-until", "group-lost-set", "session-required"],
    mended: ["set-given", "set-given-until", "group-got-set", "session-required"]
  },
  "user-active": { broken: ["deactivated"], mended: ["activated"] },
  "user-locked": { broken: ["frozen"], mended: ["unfrozen", "unlocked"] },
  "user-license": both("profile"),
  "user-profile": both("profile"),
  "user-api-enabled": both("profile"),
  "marketing-user": { broken: ["marketing-user-off"], mended: ["marketing-user-on"] },
  "user-logins": { broken: ["app-blocked", "frozen", "deactivated"], mended: ["app-unblocked"] },
  "package-installed": { broken: ["package-uninstalled"], mended: ["package-installed"] }
};

const OF_SETS: readonly ChangeKind[] = [
  "set-taken",
  "set-given",
  "set-given-until",
  "group-lost-set",
  "group-got-set",
  "session-required"
];
const OF_PERSON: readonly ChangeKind[] = [
  "set-taken",
  "set-given",
  "set-given-until",
  "deactivated",
  "activated",
  "frozen",
  "unfrozen",
  "unlocked",
  "profile",
  "marketing-user-off",
  "marketing-user-on"
];
const OF_PACKAGE: readonly ChangeKind[] = ["package-uninstalled", "package-installed"];

/** Source: docs/sources.md, Package. */
const PACKAGE_NAME = "Marketing Cloud";

/** @returns for a check's finding, the newest entry of the audit trail that explains how it stands; null where none does */
export function explainer(given: {
  readonly evidence: Evidence;
  readonly app: FoundApp;
  readonly people: People;
}): (check: CheckId, subject: Person | null, state: State) => Changed | null {
  const { evidence, app, people } = given;
  const changes = setupChangesIn(evidence);
  const others = rowsOf(evidence, connectedApps).map(({ Name }) => Name);
  const row = app.kind === "one" ? app.row : undefined;
  const isOfOrg = ({ kind, text }: TrailEntry): boolean =>
    OF_PACKAGE.includes(kind)
      ? text.trim().endsWith(PACKAGE_NAME)
      : OF_SETS.includes(kind) || (row ? isAbout(text, row, others) : text.includes(APP_NAME));
  const ofOrg = changes.filter((change) => !OF_PERSON.includes(change.kind) && isOfOrg(change));
  const ofPeople = changesByPerson(
    changes.filter(({ kind }) => OF_PERSON.includes(kind)),
    [...(people.systemUser ? [people.systemUser] : []), ...people.impactedUsers]
  );
  const appSets = [
    ...rowsOf(evidence, appGrants).flatMap(({ Parent }) => (Parent.IsOwnedByProfile ? [] : Parent.Label)),
    ...rowsOf(evidence, permissionSetGroups).map((group) => group.PermissionSetGroup.MasterLabel)
  ];
  const packagedSets = [
    ...rowsOf(evidence, connectorSets).flatMap(({ Label, Name }) => [Label, Name]),
    ...rowsOf(evidence, connectorSetGroups).map((group) => group.PermissionSetGroup.MasterLabel)
  ];

  return (check, subject, state) => {
    const explained = EXPLAINED[check];
    if (!explained || state === "unknown" || state === "not-applicable") return null;
    const kinds = state === "pass" || state === "confirmed" ? explained.mended : explained.broken;
    const labels = check === "connector-permission-sets" ? packagedSets : appSets;
    const newest = (own: readonly TrailEntry[]): Changed | null => {
      for (const change of own) {
        if (!kinds.includes(change.kind)) continue;
        const set = OF_SETS.includes(change.kind) ? setIn(change, labels) : null;
        if (set !== undefined) return { ...change, set };
      }
      return null;
    };
    const found = [newest(ofOrg), newest((subject && ofPeople.get(subject)) ?? [])].filter((each) => each !== null);
    return found.sort((a, b) => Date.parse(b.at) - Date.parse(a.at))[0] ?? null;
  };
}

/** @returns how far back the audit trail tells of changes, or why it doesn't */
export function trailIn(evidence: Evidence, now: Date): Trail {
  const queries: readonly Query[] = [setupChanges, appPolicyChanges];
  if (queries.some(({ name }) => evidence[name] === undefined)) return { since: null, unread: null };
  const failed = queries.map((query) => unreadable(query, evidence)).find((each) => each);
  const mayHide = queries.every((query) => mayHideAll(query, evidence));
  const unread = failed ?? (mayHide ? hidden(setupChanges, evidence) : undefined);
  return unread
    ? { since: null, unread: { case: unread.case, values: unread.values } }
    : { since: trailSince(evidence, now), unread: null };
}

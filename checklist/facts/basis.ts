import type { Calibration } from "../calibration/known.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { rowsOf } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import type { RowsWith } from "../evidence/row-index.ts";
import { appPolicyChanges } from "../queries/app-policy-changes.ts";
import { businessUnits } from "../queries/business-units.ts";
import { connectedApps } from "../queries/connected-apps.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";
import { mappedUsers } from "../queries/mapped-users.ts";
import { userCheckboxes } from "../queries/user-checkboxes.ts";
import { userLogin } from "../queries/user-login.ts";
import { users } from "../queries/users.ts";
import { ACCESS_QUERIES, accessOf } from "./access.ts";
import { apiUsersOf } from "./api-user.ts";
import type { FoundApp } from "./app.ts";
import { MAPPING_QUERIES, mappedTo, unmappedPeople } from "./mappings.ts";
import type { People } from "./people.ts";
import { mayHideAll } from "./permissions.ts";
import { entriesAbout } from "./policies.ts";
import { isPast } from "./time.ts";

interface Given {
  readonly evidence: Evidence;
  readonly rowsWith: RowsWith;
  readonly people: People;
  readonly app: FoundApp;
  readonly calibration: Calibration;
  readonly now: Date;
}

interface Part {
  /** Without an answer to these it can't be told whether the part has changed. */
  readonly queries: readonly Query[];
  /** @returns what it is now: equal as long as nothing has changed; undefined where the rows do not tell */
  readonly state: (given: Given) => string | undefined;
}

/** States of the system user: a confirmation outlives it when they get better, and lapses when they get worse. */
export const WORKS = "works";
const BROKEN = "broken";

/** @returns a part that tells whether something about the system user works, where `works` can tell */
const ofSystemUser = (
  queries: readonly Query[],
  works: (userId: string, given: Given) => boolean | undefined
): Part => ({
  queries,
  state(given) {
    const known = works(given.people.systemUser?.id ?? "", given);
    return known === undefined ? undefined : known ? WORKS : BROKEN;
  }
});

/**
 * What a confirmation can rest on. The messages `basis.<part>` name the parts, and `basis.<part>.why` says why what
 * somebody saw no longer counts when the part changes.
 */
export const BASIS = {
  app: { queries: [connectedApps], state: ({ app }) => (app.kind === "one" ? app.row.Id : "") },
  // Whether a policy edit moves the app's own date is not proven, and the audit trail records only some: so both count.
  policies: {
    queries: [connectedApps, appPolicyChanges],
    state: ({ evidence, app, calibration }) => {
      if (app.kind !== "one") return "";
      if (mayHideAll(appPolicyChanges, evidence)) return undefined;
      return `${app.row.LastModifiedDate}/${entriesAbout(app.row, evidence, calibration)[0]?.Id ?? ""}`;
    }
  },
  "api-user": { queries: [connectorConfiguration], state: (given) => apiUsersOf(given).sort().join("/") },
  configuration: {
    queries: [connectorConfiguration],
    state: ({ evidence }) =>
      rowsOf(evidence, connectorConfiguration)
        .map(({ Id, CreatedDate }) => `${Id}/${CreatedDate}`)
        .join()
  },
  "business-units": {
    queries: [businessUnits],
    state: ({ evidence }) =>
      rowsOf(evidence, businessUnits)
        .map(({ Id, et4ae5__Business_Unit_ID__c: mid }) => mid ?? Id)
        .sort()
        .join("/")
  },
  "unmapped-users": {
    queries: MAPPING_QUERIES,
    state: (given) =>
      unmappedPeople(given)
        .map(({ id }) => id)
        .sort()
        .join("/")
  },
  "api-user-mapping": {
    queries: [...MAPPING_QUERIES, mappedUsers],
    state(given) {
      const ids = rowsOf(given.evidence, mappedUsers).flatMap(({ Id, IsActive }) => (IsActive ? Id : []));
      return [mappedTo(given.people.systemUser, given) ?? "", ...ids.sort()].join("/");
    }
  },
  "system-user": { queries: [users], state: ({ people }) => people.systemUser?.id ?? "" },
  "system-user-active": ofSystemUser([users], (id, { rowsWith }) => rowsWith(users, "Id", id)[0]?.IsActive === true),
  "system-user-not-frozen": ofSystemUser([users, userLogin], (id, { rowsWith }) => {
    const [login] = rowsWith(userLogin, "UserId", id);
    // Everybody has such a row: where none is shown it is hidden, unless the user is gone.
    if (!login) return rowsWith(users, "Id", id).length ? undefined : false;
    return !login.IsFrozen;
  }),
  "system-user-access": ofSystemUser(ACCESS_QUERIES, (id, given) => {
    const [user] = given.rowsWith(users, "Id", id);
    if (!user) return false;
    const { throughProfile, routes } = accessOf(user, given);
    return throughProfile || routes.some(({ ends, doubt }) => !doubt && (!ends || !isPast(ends, given.now)));
  }),
  "system-user-checkboxes": ofSystemUser([userCheckboxes], (id, { rowsWith }) => {
    const [user] = rowsWith(userCheckboxes, "Id", id);
    return user?.et4ae5__ExactTargetForAppExchangeUser__c === true && user.et4ae5__ExactTargetForAppExchangeAdmin__c;
  })
} as const satisfies Record<string, Part>;

export type BasisPart = keyof typeof BASIS;

/** What it takes for Marketing Cloud to sign in as the system user. */
export const SIGN_IN: readonly BasisPart[] = [
  "system-user-active",
  "system-user-not-frozen",
  "system-user-access",
  "system-user-checkboxes"
];

/** Each part's state when a person looked. A part that changes lapses the confirmation. */
export type Basis = Readonly<Partial<Record<BasisPart, string>>>;

/** @returns the parts as they are now, and the first query that keeps one of them from being told */
export function basisOf(parts: readonly BasisPart[], given: Given): { basis: Basis; unread: Query | undefined } {
  const failed = ({ name }: Query): boolean => {
    const answer = given.evidence[name];
    return !answer || "fault" in answer;
  };
  const basis: Partial<Record<BasisPart, string>> = {};
  const unread: Query[] = [];
  for (const part of parts) {
    const { queries, state }: Part = BASIS[part];
    const failures = queries.filter(failed);
    const now = failures.length ? undefined : state(given);
    if (now === undefined) unread.push(...(failures.length ? failures : queries.slice(-1)));
    else basis[part] = now;
  }
  return { basis, unread: unread[0] };
}

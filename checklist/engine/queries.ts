import type { Evidence } from "./evidence.ts";
import { rowsOf } from "./evidence.ts";
import { appOf } from "./app.ts";
import { peopleOf, type Selection } from "./people.ts";
import { ON_REQUEST } from "./on-request.ts";
import type { QueryName, ViewerPermission } from "./rows.ts";

export type Binds = Readonly<Record<string, string | readonly string[]>>;

/** Whether a query can be asked: with which values, not at all, or not because an earlier one failed. */
export type Asking = { readonly binds: Binds } | { readonly blockedBy: QueryName } | "nothing";

/** What is known when a query's turn comes. */
export interface Known {
  readonly evidence: Evidence;
  readonly selection: Selection;
  readonly viewerId: string;
}

/** One file of `queries/`: what `gather` must know to ask it. */
export interface QueryDefinition {
  /** The sObject after FROM: named to the person when it can't be read. */
  readonly object: string;
  /** Fields that Salesforce never leaves empty; a row without one is not judged. */
  readonly required: readonly string[];
  /** Without these Salesforce hides rows or refuses. Source: docs/sources.md, Access. */
  readonly permissions: readonly ViewerPermission[];
  /** Queries that must have been answered before this one can be asked. */
  readonly after: readonly QueryName[];
  /** Absent where the query is no part of a run, but asked by whoever has its values. */
  readonly ask?: (known: Known) => Asking;
}

const SETUP = "PermissionsViewSetup";
const always = (): Asking => ({ binds: {} });
const usernamesOf = ({ systemUser, impactedUsers }: Selection): string[] =>
  [...(systemUser ? [systemUser] : []), ...impactedUsers]
    .filter((ref) => ref.id === undefined)
    .flatMap((ref) => ref.username ?? []);

function userIds({ evidence, selection }: Known): string[] {
  const { systemUser, impactedUsers } = peopleOf(evidence, selection);
  const ids = [systemUser, ...impactedUsers].flatMap((person) => person?.id ?? []);
  return [...new Set(ids)];
}

/** Permission sets attached to the app; those that belong to a profile are met through the user's own profile. */
const permissionSetIds = ({ evidence }: Known): string[] =>
  rowsOf(evidence, "app-access").flatMap((row) => (row.Parent.IsOwnedByProfile ? [] : row.ParentId));

/** One list of Ids to ask about, which needs `upstream` to have been answered. */
const idsFrom =
  (upstream: QueryName, bind: string, ids: (known: Known) => readonly string[]) =>
  (known: Known): Asking => {
    const answer = known.evidence[upstream];
    if (!answer || "fault" in answer) return { blockedBy: upstream };
    const list = ids(known);
    return list.length ? { binds: { [bind]: list } } : "nothing";
  };

const askPeople = (known: Known): Asking => {
  const ids = userIds(known);
  if (ids.length) return { binds: { userIds: ids } };
  const lookup = known.evidence["people-by-username"];
  return lookup && "fault" in lookup ? { blockedBy: "people-by-username" } : "nothing";
};

const askSets = idsFrom("app-access", "permissionSetIds", permissionSetIds);

/** What tells who the people are; people can be asked about when these are answered. */
const WHO: readonly QueryName[] = [
  "connector-configuration",
  "both-box-users",
  "system-set-holders",
  "tracking-writers",
  "people-by-username",
  "box-users"
];

export const QUERIES: Readonly<Record<QueryName, QueryDefinition>> = {
  organization: {
    object: "Organization",
    required: ["Id", "Name", "IsSandbox"],
    permissions: [],
    after: [],
    ask: always
  },
  viewer: {
    object: "User",
    required: ["Id", "Name", "Username"],
    permissions: [],
    after: [],
    ask: ({ viewerId }) => ({ binds: { viewerId } })
  },
  "viewer-permissions": {
    object: "UserPermissionAccess",
    required: ["PermissionsViewSetup", "PermissionsCustomizeApplication"],
    permissions: [],
    after: [],
    ask: always
  },
  "package-license": {
    object: "PackageLicense",
    required: ["Id", "Status"],
    permissions: [],
    after: [],
    ask: always
  },
  "connected-apps": {
    object: "ConnectedApplication",
    required: ["Id", "Name", "LastModifiedDate"],
    permissions: [SETUP, "PermissionsCustomizeApplication"],
    after: [],
    ask: always
  },
  "app-policies": {
    object: "ConnectedApplication",
    required: ["Id", "OptionsAllowAdminApprovedUsersOnly", "OptionsRefreshTokenValidityMetric"],
    permissions: [SETUP, "PermissionsCustomizeApplication"],
    after: [],
    ask: always
  },
  "app-policy-changes": {
    object: "SetupAuditTrail",
    required: ["Id", "Action", "CreatedDate"],
    permissions: [SETUP],
    after: [],
    ask: always
  },
  "connector-configuration": {
    object: "et4ae5__Configuration__c",
    required: ["Id"],
    permissions: [],
    after: [],
    ask: always
  },
  "business-units": {
    object: "et4ae5__Business_Unit__c",
    required: ["Id"],
    permissions: [],
    after: [],
    ask: always
  },
  "system-set-holders": {
    object: "PermissionSetAssignment",
    required: ["AssigneeId", "Assignee.Name", "Assignee.Username"],
    permissions: [SETUP],
    after: [],
    ask: always
  },
  "tracking-writers": {
    object: "et4ae5__IndividualEmailResult__c",
    required: ["CreatedById", "CreatedBy.Name", "CreatedBy.Username"],
    permissions: [],
    after: [],
    ask: always
  },
  "both-box-users": {
    object: "User",
    required: ["Id", "Name", "Username"],
    permissions: [],
    after: [],
    ask: always
  },
  "box-users": {
    object: "User",
    required: ["Id", "Name", "Username"],
    permissions: [],
    after: [],
    ask: ({ selection }) => (selection.everyone ? { binds: {} } : "nothing")
  },
  "box-user-count": {
    object: "User",
    required: ["total"],
    permissions: [],
    after: [],
    ask: always
  },
  "people-by-username": {
    object: "User",
    required: ["Id", "Name", "Username"],
    permissions: [],
    after: [],
    ask: ({ selection }) => {
      const usernames = usernamesOf(selection);
      return usernames.length ? { binds: { usernames } } : "nothing";
    }
  },
  users: {
    object: "User",
    required: ["Id", "Name", "Username", "IsActive", "ProfileId", "UserPermissionsMarketingUser"],
    permissions: [],
    after: WHO,
    ask: askPeople
  },
  "user-boxes": {
    object: "User",
    required: ["Id", "et4ae5__ExactTargetForAppExchangeUser__c", "et4ae5__ExactTargetForAppExchangeAdmin__c"],
    permissions: [],
    after: WHO,
    ask: askPeople
  },
  "app-access": {
    object: "SetupEntityAccess",
    required: ["Id", "ParentId", "Parent.Label", "Parent.IsOwnedByProfile"],
    permissions: [SETUP],
    after: ["connected-apps"],
    ask: idsFrom("connected-apps", "appIds", ({ evidence, selection }) => {
      const app = appOf(evidence, selection);
      return app.kind === "one" ? [app.row.Id] : [];
    })
  },
  profiles: {
    object: "Profile",
    required: [
      "Id",
      "Name",
      "UserLicense.Name",
      "UserLicense.LicenseDefinitionKey",
      "PermissionsModifyAllData",
      "PermissionsViewSetup",
      "PermissionsManageUsers",
      "PermissionsCustomizeApplication"
    ],
    permissions: [SETUP],
    after: ["users"],
    ask: idsFrom("users", "profileIds", ({ evidence }) => [
      ...new Set(rowsOf(evidence, "users").map((user) => user.ProfileId))
    ])
  },
  "permission-set-groups": {
    object: "PermissionSetGroupComponent",
    required: ["PermissionSetGroupId", "PermissionSetGroup.MasterLabel"],
    permissions: [SETUP],
    after: ["app-access"],
    ask: askSets
  },
  "permission-set-assignments": {
    object: "PermissionSetAssignment",
    required: ["Id", "AssigneeId", "IsActive"],
    permissions: [SETUP],
    after: ["app-access", ...WHO],
    ask: (known) => {
      const sets = askSets(known);
      if (sets === "nothing" || "blockedBy" in sets) return sets;
      const people = askPeople(known);
      return people === "nothing" || "blockedBy" in people ? people : { binds: { ...sets.binds, ...people.binds } };
    }
  },
  ...ON_REQUEST
};

/** The queries of a run. */
export const RUN_QUERIES = (Object.keys(QUERIES) as QueryName[]).filter((name) => QUERIES[name].ask);

import type { Calibration } from "../calibration/known.ts";
import type { Case } from "../engine/judge.ts";
import type { Confirmation } from "../engine/confirmation.ts";
import type { Answer, Evidence } from "../engine/evidence.ts";
import type { FaultKind } from "../engine/fault.ts";
import type { Selection } from "../engine/people.ts";
import { QUERIES } from "../engine/queries.ts";
import type { ON_REQUEST } from "../engine/on-request.ts";
import type { QueryName, Rows } from "../engine/rows.ts";

/** The moment at which every test judges. */
export const NOW = new Date("2026-05-04T12:00:00.000Z");
export const inDays = (days: number): string => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000).toISOString();

export const APP = "0H4000000000001AAA";
export const SYSTEM_USER = "005000000000001AAA";
export const IMPACTED_USER = "005000000000002AAA";
export const ADMIN_PROFILE = "00e000000000001AAA";
export const SENDER_PROFILE = "00e000000000002AAA";
export const APP_SET = "0PS000000000001AAA";
export const APP_GROUP = "0PG000000000001AAA";

type OnRequest = keyof typeof ON_REQUEST;
type AllRows = { [Name in Exclude<QueryName, OnRequest>]: Rows[Name][] } & { [Name in OnRequest]?: Rows[Name][] };

/** An org where everything holds that the org itself can show: the system user and one impacted user. */
export function healthyRows(): AllRows {
  return {
    organization: [{ Id: "00D000000000001AAA", Name: "Northern Trail", IsSandbox: false }],
    viewer: [{ Id: "005000000000009AAA", Name: "Vera Lind", Username: "vera@example.com" }],
    "viewer-permissions": [{ PermissionsViewSetup: true, PermissionsCustomizeApplication: true }],
    "package-license": [{ Id: "050000000000001AAA", Status: "Active" }],
    "connected-apps": [{ Id: APP, Name: "Salesforce Marketing Cloud", LastModifiedDate: inDays(-200) }],
    "app-policies": [{ Id: APP, OptionsAllowAdminApprovedUsersOnly: true, OptionsRefreshTokenValidityMetric: false }],
    "app-policy-changes": [],
    "connector-configuration": [{ Id: "a00000000000001AAA", et4ae5__Username__c: "mc-api-user" }],
    "business-units": [
      { Id: "a01000000000001AAA", et4ae5__Business_Unit_Name__c: "Nordics", et4ae5__Business_Unit_ID__c: "100" }
    ],
    "system-set-holders": [],
    "tracking-writers": [],
    "both-box-users": [
      {
        Id: SYSTEM_USER,
        Name: "Marketing Cloud Integration",
        Username: "mc@example.com",
        et4ae5__ExactTargetUsername__c: "mc-api-user"
      }
    ],
    "people-by-username": [],
    "box-users": [],
    "box-user-count": [{ total: 0 }],
    users: [systemUser(), impactedUser()],
    "user-boxes": [
      {
        Id: SYSTEM_USER,
        et4ae5__ExactTargetForAppExchangeUser__c: true,
        et4ae5__ExactTargetForAppExchangeAdmin__c: true
      },
      {
        Id: IMPACTED_USER,
        et4ae5__ExactTargetForAppExchangeUser__c: true,
        et4ae5__ExactTargetForAppExchangeAdmin__c: false
      }
    ],
    "app-access": [setGrant()],
    profiles: [adminProfile(), adminProfile({ Id: SENDER_PROFILE })],
    "permission-set-groups": [],
    "permission-set-assignments": [assignment(SYSTEM_USER), assignment(IMPACTED_USER)]
  };
}

export const systemUser = (changes: Partial<Rows["users"]> = {}): Rows["users"] => ({
  Id: SYSTEM_USER,
  Name: "Marketing Cloud Integration",
  Username: "mc@example.com",
  IsActive: true,
  ProfileId: ADMIN_PROFILE,
  UserPermissionsMarketingUser: true,
  ...changes
});

export const impactedUser = (changes: Partial<Rows["users"]> = {}): Rows["users"] => ({
  ...systemUser(),
  Id: IMPACTED_USER,
  Name: "Ada Fields",
  Username: "ada@example.com",
  ProfileId: SENDER_PROFILE,
  ...changes
});

export const adminProfile = (changes: Partial<Rows["profiles"]> = {}): Rows["profiles"] => ({
  Id: ADMIN_PROFILE,
  Name: "System Administrator",
  UserLicense: { Name: "Salesforce", LicenseDefinitionKey: "SFDC" },
  PermissionsModifyAllData: true,
  PermissionsViewSetup: true,
  PermissionsManageUsers: true,
  PermissionsCustomizeApplication: true,
  ...changes
});

export const setGrant = (changes: Partial<Rows["app-access"]> = {}): Rows["app-access"] => ({
  Id: "0J0000000000001AAA",
  ParentId: APP_SET,
  Parent: { Label: "Marketing Cloud Connected App", IsOwnedByProfile: false },
  ...changes
});

export const profileGrant = (ProfileId: string): Rows["app-access"] =>
  setGrant({ ParentId: "0PS000000000009AAA", Parent: { Label: "00ex", IsOwnedByProfile: true, ProfileId } });

export const assignment = (
  AssigneeId: string,
  changes: Partial<Rows["permission-set-assignments"]> = {}
): Rows["permission-set-assignments"] => ({
  Id: `0Pa${AssigneeId.slice(3)}`,
  AssigneeId,
  PermissionSetId: APP_SET,
  IsActive: true,
  ...changes
});

/** @returns the evidence as it is before these queries were answered */
export const before = (evidence: Evidence, ...names: QueryName[]): Evidence =>
  Object.fromEntries(Object.entries(evidence).filter(([name]) => !names.includes(name as QueryName)));

export interface Changes {
  /** Replaces the rows of these queries. */
  readonly rows?: Partial<AllRows>;
  /** Lets these queries fail. */
  readonly faults?: Partial<Record<QueryName, FaultKind>>;
  /** Permissions that the person looking lacks. */
  readonly lacks?: readonly (keyof Rows["viewer-permissions"])[];
  readonly selection?: Partial<Selection>;
  readonly confirmations?: readonly Confirmation[];
  /** Instead of today's. */
  readonly calibration?: Calibration;
}

/** A case to judge: the healthy org, but for `changes`. */
export function situation({
  rows = {},
  faults = {},
  lacks = [],
  selection = {},
  confirmations = [],
  calibration
}: Changes = {}): Case {
  const healthy = healthyRows();
  const [held] = healthy["viewer-permissions"];
  for (const permission of lacks) if (held) held[permission] = false;
  const evidence: { [Name in QueryName]?: Answer } = {};
  for (const [name, list] of Object.entries({ ...healthy, ...rows })) evidence[name as QueryName] = { rows: list };
  for (const [name, kind] of Object.entries(faults))
    evidence[name as QueryName] = {
      fault: { kind, message: `planted ${kind}` },
      object: QUERIES[name as QueryName].object
    };
  return {
    evidence: evidence as Evidence,
    selection: { systemUser: { id: SYSTEM_USER }, impactedUsers: [{ id: IMPACTED_USER }], ...selection },
    confirmations,
    now: NOW,
    ...(calibration && { calibration })
  };
}

/** An org that Marketing Cloud Connect was never installed in: no license, and none of its objects and fields. */
export const withoutPackage: Changes = {
  rows: { "package-license": [] },
  faults: {
    "connector-configuration": "no-object",
    "business-units": "no-object",
    "tracking-writers": "no-object",
    "both-box-users": "no-field",
    "user-boxes": "no-field"
  }
};

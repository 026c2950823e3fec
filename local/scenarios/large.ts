import { MARKETERS, SYSTEM_USER, largeUsers } from "./large-users.ts";
import { CARRIED_FIELD_NAMES, CARRIED_OBJECTS } from "../../checklist/queries/carried-data.ts";
import { CLONE, ADMIN, numberedId, PLATFORM_PROFILE, STANDARD, type RawRow } from "./large-ids.ts";

export const TITLE = "A large org";

const ABOUT =
  "20,000 users, 2,000 of them with a Marketing Cloud checkbox selected; access through a set, groups and a profile.";
const ASSIGNMENTS = 40_000;
/** Permission sets that have nothing to do with Marketing Cloud: each Marketing Cloud user holds all of them. */
const OTHER_SETS = 10;
const TRACKING_ROWS = 5_000;
const AUDIT_ROWS = 200;
const SENDS = 400;
const TRIGGERED_SENDS = 3_000;
const SIGN_INS = 330;
const JOBS = 500;
const GROUPS = 5;

const SALESFORCE = numberedId("100", 1);
const PLATFORM = numberedId("100", 2);
const APP = numberedId("0H4", 1);
const APP_SET = numberedId("0PS", 11);
const SYSTEM_SET = numberedId("0PS", 12);
const CONNECTOR_SET = numberedId("0PS", 13);
const CONNECTOR_ADMIN_SET = numberedId("0PS", 15);
const OTHER_SET = numberedId("0PS", 14);
const group = (n: number): string => numberedId("0PG", n + 1);
const groupSet = (n: number): string => numberedId("0PS", 20 + n);
const otherSet = (n: number): string => numberedId("0PS", 40 + n);
const ownedSet = (profile: string): string => profile.replace("00e", "0PS");

const times = <Row>(count: number, make: (index: number) => Row): Row[] =>
  Array.from({ length: count }, (_, i) => make(i));

/** @returns the content of a scenario file, the same on every call: people differ by their number */
export function largeScenario(): unknown {
  const users = largeUsers();
  return {
    title: TITLE,
    about: ABOUT,
    viewer: users[0]?.Username,
    records: {
      Organization: [
        {
          Id: numberedId("00D", 1),
          Name: "Continental Supply",
          IsSandbox: false,
          OrganizationType: "Unlimited Edition"
        }
      ],
      UserPermissionAccess: [
        {
          PermissionsViewSetup: true,
          PermissionsCustomizeApplication: true,
          PermissionsManageUsers: true,
          PermissionsAssignPermissionSets: true,
          PermissionsModifyAllData: true,
          PermissionsApiEnabled: true,
          PermissionsViewAllData: true
        }
      ],
      UserLicense: [
        { Id: SALESFORCE, Name: "Salesforce", LicenseDefinitionKey: "SFDC", Status: "Active" },
        { Id: PLATFORM, Name: "Salesforce Platform", LicenseDefinitionKey: "AUL", Status: "Active" }
      ],
      Profile: profiles(),
      User: users,
      PermissionSet: permissionSets(),
      PermissionSetGroup: times(GROUPS, (n) => ({
        Id: group(n),
        DeveloperName: `Campaign_Team_${String(n + 1)}`,
        MasterLabel: `Campaign Team ${String(n + 1)}`,
        Status: "Updated"
      })),
      PermissionSetGroupComponent: times(GROUPS, (n) => ({
        Id: numberedId("0PE", n + 1),
        PermissionSetGroupId: group(n),
        PermissionSetId: n === 0 ? OTHER_SET : APP_SET
      })),
      PermissionSetAssignment: assignments(users),
      FieldPermissions: CARRIED_FIELD_NAMES.map((Field, n) => ({
        Id: numberedId("01k", n + 1),
        ParentId: ownedSet(ADMIN),
        SobjectType: Field.split(".")[0],
        Field,
        PermissionsRead: true,
        PermissionsEdit: true
      })),
      ObjectPermissions: CARRIED_OBJECTS.map((SobjectType, n) => ({
        Id: numberedId("110", n + 1),
        ParentId: ownedSet(ADMIN),
        SobjectType,
        PermissionsRead: true,
        PermissionsEdit: true
      })),
      VerificationHistory: [
        {
          Id: numberedId("0YC", 1),
          UserId: SYSTEM_USER,
          VerificationTime: "now-30d",
          VerificationMethod: "U2F",
          Status: "Succeeded"
        }
      ],
      ConnectedApplication: [
        {
          Id: APP,
          Name: "Salesforce Marketing Cloud",
          OptionsAllowAdminApprovedUsersOnly: true,
          OptionsRefreshTokenValidityMetric: false,
          RefreshTokenValidityPeriod: 0,
          OptionsHasSessionLevelPolicy: false,
          CreatedDate: "2020-02-03T09:00:00Z",
          LastModifiedDate: "now-90d"
        }
      ],
      SetupEntityAccess: [APP_SET, ownedSet(CLONE)].map((ParentId, i) => ({
        Id: numberedId("0J0", i + 1),
        ParentId,
        SetupEntityId: APP,
        SetupEntityType: "ConnectedApplication"
      })),
      SetupAuditTrail: times(AUDIT_ROWS, auditRow),
      Publisher: [{ Id: "0000000000000E4", NamespacePrefix: "et4ae5", MajorVersion: 262, MinorVersion: 0 }],
      PackageLicense: [{ Id: numberedId("050", 1), NamespacePrefix: "et4ae5", Status: "Active", AllowedLicenses: -1 }],
      et4ae5__Configuration__c: [
        {
          Id: numberedId("a00", 1),
          CreatedDate: "2020-02-03T10:00:00Z",
          et4ae5__Username__c: "api.user@mc.example.com",
          et4ae5__Individual_Tracking__c: true
        }
      ],
      et4ae5__Business_Unit__c: times(12, (n) => ({
        Id: numberedId("a02", n + 1),
        et4ae5__Business_Unit_Name__c: `Market ${String(n + 1)}`,
        et4ae5__Business_Unit_ID__c: String(200_000_001 + n),
        et4ae5__Enabled__c: n < 10
      })),
      UserLogin: users.map(({ Id }, n) => ({
        Id: numberedId("0Yw", n + 1),
        UserId: Id,
        IsFrozen: false,
        IsPasswordLocked: false
      })),
      LoginHistory: times(SIGN_INS, (n) => ({
        Id: numberedId("0Ya", n + 1),
        UserId: n % 4 ? SYSTEM_USER : numberedId("005", ((n * 7) % MARKETERS) + 1),
        LoginTime: `now-${String(n * 30 + 5)}m`,
        LoginType: "Remote Access 2.0",
        Application: "Salesforce Marketing Cloud",
        Status: "Success"
      })),
      ApexClass: [{ Id: numberedId("01p", 1), Name: "TrackingDataCleanupBatch", NamespacePrefix: "et4ae5" }],
      AsyncApexJob: times(JOBS, (n) => ({
        Id: numberedId("707", n + 1),
        ApexClassId: numberedId("01p", 1),
        JobType: "BatchApex",
        Status: n % 100 === 50 ? "Failed" : "Completed",
        NumberOfErrors: n % 100 === 50 ? 1 : 0,
        CreatedDate: `now-${String(n * 20 + 10)}m`,
        ...(n % 100 === 50 && { ExtendedStatus: "First error: Read timed out" })
      })),
      et4ae5__SendDefinition__c: times(SENDS, (n) => ({
        Id: numberedId("a04", n + 1),
        CreatedDate: `now-${String(n * 7 + 3)}h`,
        et4ae5__SendStatus__c: n % 40 === 7 ? "Failed" : "Completed",
        ...(n % 40 === 7 && { et4ae5__Messages__c: "The email has no subject." })
      })),
      et4ae5__Triggered_Send_Execution__c: times(TRIGGERED_SENDS, (n) => ({
        Id: numberedId("a05", n + 1),
        CreatedDate: `now-${String(n * 9 + 2)}m`,
        LastModifiedDate: `now-${String(n * 9 + 1)}m`,
        et4ae5__Status__c: "Completed"
      })),
      et4ae5__IndividualEmailResult__c: times(TRACKING_ROWS, (n) => ({
        Id: numberedId("a03", n + 1),
        CreatedById: SYSTEM_USER,
        CreatedDate: `now-${String(n * 12)}m`,
        et4ae5__DateSent__c: `now-${String(n * 12 + 60)}m`
      }))
    }
  };
}

function profiles(): RawRow[] {
  const admin = {
    PermissionsModifyAllData: true,
    PermissionsViewSetup: true,
    PermissionsManageUsers: true,
    PermissionsCustomizeApplication: true,
    PermissionsApiEnabled: true
  };
  return [
    { Id: ADMIN, Name: "System Administrator", UserLicenseId: SALESFORCE, ...admin },
    { Id: CLONE, Name: "System Administrator - Markets", UserLicenseId: SALESFORCE, ...admin },
    { Id: STANDARD, Name: "Standard User", UserLicenseId: SALESFORCE, PermissionsApiEnabled: true },
    { Id: PLATFORM_PROFILE, Name: "Standard Platform User", UserLicenseId: PLATFORM, PermissionsApiEnabled: true }
  ];
}

function permissionSets(): RawRow[] {
  return [
    ...[ADMIN, CLONE, STANDARD, PLATFORM_PROFILE].map((ProfileId) => ({
      Id: ownedSet(ProfileId),
      Name: `X${ProfileId}`,
      Label: ProfileId,
      Type: "Profile",
      IsOwnedByProfile: true,
      ProfileId
    })),
    { Id: APP_SET, Name: "Marketing_Cloud_Connected_App", Label: "Marketing Cloud Connected App", Type: "Regular" },
    {
      Id: SYSTEM_SET,
      Name: "Marketing_Cloud_System_User",
      Label: "Marketing Cloud System User",
      NamespacePrefix: "et4ae5"
    },
    {
      Id: CONNECTOR_SET,
      Name: "ExactTarget_Integration",
      Label: "Marketing Cloud Connector",
      NamespacePrefix: "et4ae5"
    },
    {
      Id: CONNECTOR_ADMIN_SET,
      Name: "ExactTarget_Integration_Admin",
      Label: "Marketing Cloud Connector Admin",
      NamespacePrefix: "et4ae5"
    },
    { Id: OTHER_SET, Name: "Sales_Basics", Label: "Sales Basics", Type: "Regular" },
    ...times(OTHER_SETS, (n) => ({
      Id: otherSet(n),
      Name: `Region_${String(n + 1)}`,
      Label: `Region ${String(n + 1)}`,
      Type: "Regular"
    })),
    ...times(GROUPS, (n) => ({
      Id: groupSet(n),
      Name: `Campaign_Team_${String(n + 1)}`,
      Label: `Campaign Team ${String(n + 1)}`,
      Type: "Group",
      PermissionSetGroupId: group(n)
    }))
  ];
}

/** Of ten Marketing Cloud users, seven have the set, two are in a group, and one has access through the profile. */
function assignments(users: readonly RawRow[]): RawRow[] {
  const rows: RawRow[] = [];
  const assign = (user: RawRow | undefined, PermissionSetId: string, more: RawRow = {}): void => {
    const AssigneeId = user?.Id ?? null;
    rows.push({ Id: numberedId("0Pa", rows.length + 1), AssigneeId, PermissionSetId, IsActive: true, ...more });
  };
  const marketers = users.slice(0, MARKETERS);
  marketers.forEach((user, n) => {
    assign(user, CONNECTOR_SET);
    for (let other = 0; other < OTHER_SETS; other++) assign(user, otherSet(other));
    const way = n % 10;
    if (way < 7) assign(user, APP_SET, n % 50 === 3 ? { ExpirationDate: "now+20d" } : {});
    else if (way < 9) assign(user, groupSet(n % GROUPS), { PermissionSetGroupId: group(n % GROUPS) });
  });
  const systemUser = users.find(({ Id }) => Id === SYSTEM_USER);
  for (const set of [ownedSet(ADMIN), SYSTEM_SET, CONNECTOR_ADMIN_SET]) assign(systemUser, set);
  const others = users.slice(MARKETERS);
  for (let n = 0; rows.length < ASSIGNMENTS; n++) assign(others[n], OTHER_SET);
  return rows;
}

function auditRow(n: number): RawRow {
  const app = "Changed connected app Salesforce Marketing Cloud IP relaxation setting";
  const change = n === 100;
  return {
    Id: numberedId("0Ym", n + 1),
    Action: change ? "changeIpRelaxationPolicy" : "PermSetAssign",
    Section: change ? "Application" : "Manage Users",
    Display: change
      ? `${app} from Enforce IP restrictions to Relax IP restrictions`
      : "Permission set Sales Basics: assigned to a user",
    CreatedDate: `now-${String(n * 20)}h`,
    CreatedById: SYSTEM_USER
  };
}

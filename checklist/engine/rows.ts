/**
 * The rows that each query of `queries/` returns, as Salesforce's REST API shapes them: parents nested, datetimes as
 * ISO 8601 text. A field that Salesforce may leave empty is optional here; `readRows` turns null into absent.
 */
export interface Rows {
  organization: { Id: string; Name: string; IsSandbox: boolean; OrganizationType?: string };
  viewer: { Id: string; Name: string; Username: string };
  "viewer-permissions": Record<ViewerPermission, boolean>;
  "package-license": { Id: string; Status: string; ExpirationDate?: string };
  "connected-apps": { Id: string; Name: string; LastModifiedDate: string };
  "app-policies": {
    Id: string;
    OptionsAllowAdminApprovedUsersOnly: boolean;
    OptionsRefreshTokenValidityMetric: boolean;
    RefreshTokenValidityPeriod?: number;
  };
  "app-policy-changes": {
    Id: string;
    Action: string;
    Display?: string;
    CreatedDate: string;
    CreatedBy?: { Name: string };
  };
  "connector-configuration": { Id: string; et4ae5__Username__c?: string };
  "business-units": { Id: string; et4ae5__Business_Unit_Name__c?: string; et4ae5__Business_Unit_ID__c?: string };
  "system-set-holders": { Id: string; AssigneeId: string; Assignee: { Name: string; Username: string } };
  "tracking-writers": { Id: string; CreatedById: string; CreatedBy: { Name: string; Username: string } };
  "both-box-users": { Id: string; Name: string; Username: string; et4ae5__ExactTargetUsername__c?: string };
  "box-users": { Id: string; Name: string; Username: string };
  "box-user-count": { total: number };
  "people-by-username": { Id: string; Name: string; Username: string };
  users: {
    Id: string;
    Name: string;
    Username: string;
    IsActive: boolean;
    ProfileId: string;
    UserPermissionsMarketingUser: boolean;
  };
  "user-boxes": {
    Id: string;
    et4ae5__ExactTargetForAppExchangeUser__c: boolean;
    et4ae5__ExactTargetForAppExchangeAdmin__c: boolean;
  };
  "app-access": {
    Id: string;
    ParentId: string;
    Parent: { Label: string; IsOwnedByProfile: boolean; ProfileId?: string };
  };
  profiles: {
    Id: string;
    Name: string;
    UserLicense: { Name: string; LicenseDefinitionKey: string };
    PermissionsModifyAllData: boolean;
    PermissionsViewSetup: boolean;
    PermissionsManageUsers: boolean;
    PermissionsCustomizeApplication: boolean;
  };
  "permission-set-groups": { Id: string; PermissionSetGroupId: string; PermissionSetGroup: { MasterLabel: string } };
  "permission-set-assignments": {
    Id: string;
    AssigneeId: string;
    PermissionSetId?: string;
    PermissionSetGroupId?: string;
    ExpirationDate?: string;
    IsActive: boolean;
  };
  "user-search": { Id: string; Name: string; Username: string; IsActive: boolean };
  "kept-confirmations": {
    Id: string;
    Check__c: string;
    Subject__c?: string;
    Holds__c: boolean;
    Note__c?: string;
    Basis__c?: string;
    Version__c: string;
    LastModifiedDate: string;
    LastModifiedBy: { Name: string };
  };
  "kept-people": {
    Id: string;
    Key__c: string;
    Role__c: string;
    User__c?: string;
    /** Absent where the person looking may not see that user. */
    User__r?: { Name: string; Username: string; IsActive: boolean };
  };
  "kept-runs": {
    Id: string;
    CreatedDate: string;
    CreatedBy: { Name: string };
    Verdict__c: string;
    Blockers__c?: number;
    Problems__c?: number;
    Unknown__c?: number;
    To_Confirm__c?: number;
    Warnings__c?: number;
    Held__c?: number;
    People__c?: number;
    Milliseconds__c?: number;
  };
  /** One of the two: the report, or the Id of the file version that holds it. */
  "kept-run": { Id: string; Report__c?: string; Report_File__c?: string };
  /** In base64 from Apex. REST gives the address of the bytes instead, which whoever asks REST must fetch. */
  "kept-run-file": { Id: string; VersionData: string };
}

export type QueryName = keyof Rows;

/** Fields of UserPermissionAccess: what the person looking may do. Setup's labels are the messages `permission.<field>`. */
export type ViewerPermission = "PermissionsViewSetup" | "PermissionsCustomizeApplication";

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** REST writes a datetime's offset as `+0000`, which not every browser's Date.parse reads. */
const OFFSET = /^(\d{4}-\d{2}-\d{2}T.*[+-]\d{2})(\d{2})$/;

/** Drops nulls and REST's `attributes`, at every depth, so that rows from Apex and from REST read alike. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value === "string") return value.replace(OFFSET, "$1:$2");
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([name, field]) => field !== null && name !== "attributes");
  return Object.fromEntries(entries.map(([name, field]) => [name, tidy(field)]));
}

/** What is not text, by its name: a field means the same in every query here. */
const FLAGS = [
  "IsSandbox",
  "IsActive",
  "IsOwnedByProfile",
  "PermissionsViewSetup",
  "PermissionsCustomizeApplication",
  "PermissionsModifyAllData",
  "PermissionsManageUsers",
  "OptionsAllowAdminApprovedUsersOnly",
  "OptionsRefreshTokenValidityMetric",
  "UserPermissionsMarketingUser",
  "et4ae5__ExactTargetForAppExchangeUser__c",
  "et4ae5__ExactTargetForAppExchangeAdmin__c",
  "Holds__c"
];
const NUMBERS = [
  "RefreshTokenValidityPeriod",
  "total",
  "Blockers__c",
  "Problems__c",
  "Unknown__c",
  "To_Confirm__c",
  "Warnings__c",
  "Held__c",
  "People__c",
  "Milliseconds__c"
];
const PARENTS = ["Assignee", "CreatedBy", "LastModifiedBy", "Parent", "PermissionSetGroup", "User__r", "UserLicense"];

/** @returns the first field whose value is of another kind than Salesforce answers: the text "false" is not false */
function misfit(row: Record<string, unknown>): string | undefined {
  for (const [name, value] of Object.entries(row)) {
    if (PARENTS.includes(name)) {
      const inside = isObject(value) ? misfit(value) : "";
      if (inside !== undefined) return inside ? `${name}.${inside}` : name;
      continue;
    }
    const kind = FLAGS.includes(name) ? "boolean" : NUMBERS.includes(name) ? "number" : "string";
    if (typeof value !== kind) return name;
    if (name.endsWith("Date") && Number.isNaN(Date.parse(String(value)))) return name;
  }
  return undefined;
}

function valueAt(row: Record<string, unknown>, path: string): unknown {
  return path.split(".").reduce<unknown>((at, name) => (isObject(at) ? at[name] : undefined), row);
}

/**
 * @param rows what came back for one query, from REST's `records` or from Apex's `JSON.serialize(rows)`
 * @param required paths that Salesforce never leaves empty, e.g. `Id` or `Parent.IsOwnedByProfile`
 * @returns the same rows without nulls and `attributes`
 * @throws {TypeError} names the first thing that is not as Salesforce answers: such an answer must not be judged
 */
export function readRows<Name extends QueryName>(rows: unknown, required: readonly string[]): Rows[Name][] {
  if (!Array.isArray(rows)) throw new TypeError("The answer is not a list of rows.");
  return rows.map((raw: unknown, index) => {
    const row = tidy(raw);
    if (!isObject(row)) throw new TypeError(`Row ${String(index)} is not a record.`);
    const missing = required.find((path) => valueAt(row, path) === undefined);
    if (missing) throw new TypeError(`Row ${String(index)} came without ${missing}.`);
    const odd = misfit(row);
    if (odd !== undefined) throw new TypeError(`Row ${String(index)} has no value of its kind in ${odd}.`);
    return row as unknown as Rows[Name];
  });
}

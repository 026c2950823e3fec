import { soqlLiteral } from "../evidence/soql-literal.ts";
import type { OrgRecords, Row } from "./org-records.ts";
import type { FixReason } from "./fix-answer.ts";
import type { StoredChange } from "./stored-change.ts";

/** With one of these, whoever gets the permission set could give themselves the rest. As in the Apex class MccSetupReader. */
export const POWERS = [
  "PermissionsModifyAllData",
  "PermissionsViewAllData",
  "PermissionsManageUsers",
  "PermissionsAssignPermissionSets",
  "PermissionsManageProfilesPermissionsets",
  "PermissionsCustomizeApplication",
  "PermissionsModifyMetadata"
];

/** How the org stands, read just before a change and just after: the Apex class MccSetupReader in TypeScript. */
export function setupState(records: OrgRecords, change: StoredChange) {
  const { Object__c: object, Field__c: field, Record__c: record, Person__c: person } = change;
  const set = change.Permission_Set__c;

  /** The records that give the permission set. An assignment through a group is another one. */
  const given = (): Promise<readonly Row[]> =>
    records.query(
      object === "SetupEntityAccess"
        ? `SELECT Id FROM SetupEntityAccess WHERE ParentId = ${literal(set)} AND SetupEntityId = ${literal(change.App__c)}`
        : `SELECT Id FROM PermissionSetAssignment WHERE AssigneeId = ${literal(person)} ` +
            `AND PermissionSetId = ${literal(set)} AND PermissionSetGroupId = NULL`
    );

  /** null where the record is gone or hidden. */
  async function current(): Promise<boolean | null> {
    if (field === null) return (await given()).length > 0;
    const [row] = await records.query(`SELECT ${field} FROM ${object} WHERE Id = ${literal(record)}`);
    const value = row?.[field];
    return typeof value === "boolean" ? value : null;
  }

  async function faultOfPerson(): Promise<FixReason | null> {
    const [user] = await records.query(`SELECT Id, IsActive FROM User WHERE Id = ${literal(person)}`);
    if (!user) return "gone";
    return user.IsActive === true || change.Undoes__c !== null || field === "IsActive" ? null : "inactive";
  }

  async function faultOfPermissionSet(): Promise<FixReason | null> {
    // Which permissions are fields, depends on the org: a query that names one too many fails.
    const found = await records.read("PermissionSet", set ?? "");
    if (!found) return "gone";
    if (!POWERS.some((power) => typeof found[power] === "boolean")) return "no-access";
    return POWERS.some((power) => found[power] === true) ? "powerful" : null;
  }

  async function faultOfValue(): Promise<FixReason | null> {
    const value = await current();
    if (value === null) return "gone";
    if (value === change.After__c) return "already";
    // One that was taken away and given again is another: not ours to take away.
    return value && record !== null && field === null && (await given())[0]?.Id !== record ? "moved" : null;
  }

  return {
    /** @returns why the change must not be made now */
    async obstacle(): Promise<FixReason | null> {
      const fault = person === null ? null : await faultOfPerson();
      if (fault) return fault;
      const ofSet = change.Undoes__c === null && set !== null ? await faultOfPermissionSet() : null;
      return ofSet ?? faultOfValue();
    },
    stands: async (): Promise<boolean> => (await current()) === change.After__c,
    /** @returns the record that the change wrote, or is to write */
    recordId: async (): Promise<string | null> => record ?? ((await given())[0]?.Id as string | undefined) ?? null
  };
}

const literal = (id: string | null): string => soqlLiteral(id ?? "");

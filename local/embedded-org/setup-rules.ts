import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";
import { keyOf, type Row, type Value } from "./store.ts";

type Values = Readonly<Record<string, Value>>;

/** What the logged-in user must hold to write each setup object. Source: docs/sources.md, Fixes. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  PermissionSet: "PermissionsManageProfilesPermissionsets",
  PermissionSetAssignment: "PermissionsAssignPermissionSets",
  SetupEntityAccess: "PermissionsManageProfilesPermissionsets",
  User: "PermissionsManageUsers",
  UserLogin: "PermissionsManageUsers"
};

/** Of these there is one record for each pair. */
const PAIRS: Readonly<Record<string, readonly [string, string]>> = {
  PermissionSetAssignment: ["AssigneeId", "PermissionSetId"],
  SetupEntityAccess: ["ParentId", "SetupEntityId"]
};

/** Source: "Standard Field Record ID Prefix Decoder", knowledge article 000385203. */
const ENTITY_TYPES: Readonly<Record<string, string>> = { "0H4": "ConnectedApplication", "0CP": "CustomPermission" };

/** Whether a write of it can't share a transaction with writes of other objects. */
export const isSetup = (object: string): boolean => Object.hasOwn(PERMISSIONS, object);

/**
 * What an org does about a write of a setup object beyond what any object knows: permissions, pairs, licenses, and the
 * triggers and validation rules that a scenario speaks of.
 * @param row the record as it is; absent for a new one
 * @param given its new values; absent for one that is deleted
 * @returns what the org adds to the values
 * @throws {RestError} as the org refuses
 */
export function setupRules(scenario: Scenario, object: string, row: Row | undefined, given?: Values): Values {
  if (!isSetup(object)) return {};
  const { store, refusals } = scenario;
  const [held] = store.table("UserPermissionAccess").rows;
  if (held?.values[PERMISSIONS[object] ?? ""] !== true) throw new RestError("INSUFFICIENT_ACCESS_OR_READONLY");
  const refusal = refusals[object];
  if (refusal) throw new RestError(refusal.code, refusal.message);
  if (!given) {
    if (object === "PermissionSet" && row) checkDeletable(scenario, row);
    return {};
  }
  if (object === "User" && row) takeLicense(scenario, row, given);
  if (row) return {};
  if (object === "PermissionSet") return newSet(scenario, given);
  checkPair(scenario, object, given);
  if (object === "SetupEntityAccess") return { SetupEntityType: entityType(given.SetupEntityId) };
  if (store.find(given.AssigneeId)?.values.IsActive === false)
    throw new RestError("FIELD_INTEGRITY_EXCEPTION", "The user is inactive: no permission set can be assigned.");
  return { IsActive: true };
}

/** @throws {RestError} no permission set opens this */
function entityType(id: Value | undefined): string {
  const type = ENTITY_TYPES[String(id).slice(0, 3)];
  if (type !== undefined) return type;
  throw new RestError("FIELD_INTEGRITY_EXCEPTION", `Setup Entity ID: invalid setup entity: ${String(id)}`, [
    "SetupEntityId"
  ]);
}

/** Source: Object Reference, "PermissionSet", Name: what it may consist of, and that it is unique. */
const API_NAME = /^(?!.*__)[A-Za-z]\w*(?<!_)$/;

/** Source: Object Reference, "PermissionSet": what the org sets, and which are not created by an admin. */
function newSet({ store }: Scenario, { Name }: Values): Values {
  const name = String(Name);
  if (!API_NAME.test(name)) {
    const rule =
      "The API Name can only contain underscores and alphanumeric characters. It must be unique, begin with a letter";
    throw new RestError(
      "INVALID_API_NAME",
      `${rule}, not include spaces, not end with an underscore, and not contain two consecutive underscores.`,
      ["Name"]
    );
  }
  const isTaken = store
    .table("PermissionSet")
    .rows.some(({ values }) => String(values.Name).toLowerCase() === name.toLowerCase());
  if (isTaken)
    throw new RestError(
      "DUPLICATE_DEVELOPER_NAME",
      `This API Name already exists or has been previously used: ${name}`,
      ["Name"]
    );
  return { Type: "Regular", IsCustom: true, IsOwnedByProfile: false, NamespacePrefix: null };
}

/** Source: Object Reference, "PermissionSet", Usage: one that is assigned can't be deleted; that of a profile can only be read. */
function checkDeletable({ store, schema }: Scenario, { values }: Row): void {
  if (values.IsOwnedByProfile === true || typeof values.NamespacePrefix === "string")
    throw new RestError("INSUFFICIENT_ACCESS_OR_READONLY");
  const field = schema.objectType("PermissionSetAssignment")?.field("PermissionSetId");
  if (field && store.table("PermissionSetAssignment").lookup(field, [keyOf(field, values.Id)]).length)
    throw new RestError(
      "DELETE_FAILED",
      "Your attempt to delete the permission set could not be completed because it is assigned to users."
    );
}

function checkPair({ store, schema }: Scenario, object: string, given: Values): void {
  const [one, other] = PAIRS[object] ?? ["", ""];
  const [first, second] = [one, other].map((name) => schema.objectType(object)?.field(name));
  if (!first || !second) return;
  const twin = store
    .table(object)
    .lookup(first, [keyOf(first, given[one])])
    .find(({ values }) => keyOf(second, values[other]) === keyOf(second, given[other]));
  if (!twin) return;
  const pair = `${one}: ${String(given[one])}, ${other}: ${String(given[other])}`;
  throw new RestError("DUPLICATE_VALUE", `Duplicate ${object}. ${pair}`, [one, other]);
}

/** An active user takes a license of the kind that their profile asks for. */
function takeLicense({ store }: Scenario, user: Row, given: Values): void {
  if (typeof given.IsActive !== "boolean" || given.IsActive === user.values.IsActive) return;
  const profile = store.find(user.values.ProfileId);
  const license = store.find(profile?.values.UserLicenseId);
  if (!license) return;
  const used = Number(license.values.UsedLicenses ?? 0);
  if (given.IsActive && used >= Number(license.values.TotalLicenses ?? 0))
    throw new RestError("LICENSE_LIMIT_EXCEEDED", "license limit exceeded");
  store.change(license, { UsedLicenses: used + (given.IsActive ? 1 : -1) });
}

/** Refuses what is written beside a setup object. Source: Apex Developer Guide, "sObjects That Cannot Be Used Together". */
export function mixedDml(objects: readonly string[]): RestError | undefined {
  const [setup, other] = [objects.find(isSetup), objects.find((object) => !isSetup(object))];
  if (setup === undefined || other === undefined) return undefined;
  const message = "DML operation on setup object is not permitted after you have updated a non-setup object";
  return new RestError("MIXED_DML_OPERATION", `${message} (or vice versa): ${setup}, original object: ${other}`);
}

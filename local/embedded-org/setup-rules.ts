import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";
import { keyOf, type Row, type Value } from "./store.ts";

type Values = Readonly<Record<string, Value>>;

/** What the logged-in user must hold to write each setup object. Source: docs/sources.md, Fixes. */
const PERMISSIONS: Readonly<Record<string, string>> = {
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
  if (!given) return {};
  if (object === "User" && row) takeLicense(scenario, row, given);
  if (row) return {};
  checkPair(scenario, object, given);
  if (object === "SetupEntityAccess")
    return { SetupEntityType: ENTITY_TYPES[String(given.SetupEntityId).slice(0, 3)] ?? null };
  if (store.find(given.AssigneeId)?.values.IsActive === false)
    throw new RestError("FIELD_INTEGRITY_EXCEPTION", "The user is inactive: no permission set can be assigned.");
  return { IsActive: true };
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

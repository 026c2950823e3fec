import { SETTABLE, type SetupChange } from "../../checklist/index.ts";

/** The fields of MCC_Change__c that say what is to be done. */
export interface StoredChange {
  readonly Operation__c: string;
  readonly Object__c: string;
  readonly Record__c: string | null;
  readonly Person__c: string | null;
  readonly Permission_Set__c: string | null;
  readonly App__c: string | null;
  readonly Field__c: string | null;
  readonly Before__c: boolean;
  readonly After__c: boolean;
  readonly Undoes__c: string | null;
}
export const STORED_FIELDS: readonly (keyof StoredChange)[] = [
  "Operation__c",
  "Object__c",
  "Record__c",
  "Person__c",
  "Permission_Set__c",
  "App__c",
  "Field__c",
  "Before__c",
  "After__c",
  "Undoes__c"
];

/** @param undoes the Id of the saved change that it takes back */
export const storedOf = (change: SetupChange, undoes: string | null): StoredChange => ({
  Operation__c: change.operation,
  Object__c: change.object,
  Record__c: change.recordId,
  Person__c: change.personId,
  Permission_Set__c: change.permissionSetId,
  App__c: change.appId,
  Field__c: change.field,
  Before__c: change.before,
  After__c: change.after,
  Undoes__c: undoes
});

const isId = (prefix: string, id: string | null): boolean =>
  id !== null && id.startsWith(prefix) && /^\w{15}(\w{3})?$/.test(id);

/** @returns whether MCC Health makes this change, which undoes none: a closed list, as in the Apex class MccChangeRules */
export function isAllowed(change: StoredChange): boolean {
  const { Operation__c: operation, Object__c: object, Field__c: field } = change;
  const { Record__c: record, Person__c: person, Permission_Set__c: set, App__c: app } = change;
  if (change.Undoes__c !== null || change.Before__c === change.After__c) return false;
  if (operation === "set") {
    const known =
      field !== null && Object.hasOwn(SETTABLE, field) ? SETTABLE[field as keyof typeof SETTABLE] : undefined;
    const isOfUser = object === "User" && record === person && isId("005", record);
    const isOfLogin = object === "UserLogin" && isId("0Yw", record) && isId("005", person);
    return (
      known?.object === object &&
      known.proposed === change.After__c &&
      (isOfUser || isOfLogin) &&
      set === null &&
      app === null
    );
  }
  if (!change.After__c || record !== null || field !== null || !isId("0PS", set)) return false;
  if (operation === "assign") return object === "PermissionSetAssignment" && isId("005", person) && app === null;
  return operation === "attach" && object === "SetupEntityAccess" && isId("0H4", app) && person === null;
}

const REVERSE: Readonly<Record<string, string>> = { assign: "unassign", attach: "detach", set: "set" };

/** @returns whether the one takes back exactly the other, which was made */
export const isUndoOf = (undo: StoredChange, done: StoredChange): boolean =>
  undo.Operation__c === REVERSE[done.Operation__c] &&
  undo.Before__c === done.After__c &&
  undo.After__c === done.Before__c &&
  (["Object__c", "Record__c", "Person__c", "Permission_Set__c", "App__c", "Field__c"] as const).every(
    (field) => undo[field] === done[field]
  ) &&
  isAllowed(done.Operation__c === "set" ? done : { ...done, Record__c: null });

import type { RowOf } from "../evidence/query.ts";
import type { Text, Values } from "../messages/text.ts";
import type { savedChanges } from "../queries/saved-changes.ts";
import {
  CHANGE_STATUSES,
  OPERATIONS,
  SETTABLE,
  writeOf,
  type Operation,
  type SavedChange,
  type SettableField,
  type SetupChange
} from "../changes/change.ts";
import { isOfOrg } from "./org-mark.ts";

const isOneOf = <Word extends string>(words: readonly Word[], text: string): text is Word =>
  (words as readonly string[]).includes(text);
const isSettable = (field: string): field is SettableField => Object.hasOwn(SETTABLE, field);

/** What nobody may read as a change: an operation, a field or a status that this version does not know. */
function knownParts(row: RowOf<typeof savedChanges>) {
  const { Operation__c: operation, Status__c: status, Field__c: field = null } = row;
  if (!isOneOf(OPERATIONS, operation) || !isOneOf(CHANGE_STATUSES, status)) return undefined;
  if (operation !== "set") return { ...writeOf(operation), status };
  return field !== null && isSettable(field) ? { ...writeOf(operation, field), status } : undefined;
}

/**
 * @param orgId undefined where it could not be read: then no record counts
 * @param names what people, permission sets and apps are called, by Id, as far as that is known
 * @returns the changes that were saved in this org, in the order in which they came
 */
export const changesIn = (
  rows: readonly RowOf<typeof savedChanges>[],
  orgId: string | undefined,
  names: ReadonlyMap<string, string> = new Map()
): SavedChange[] =>
  rows.flatMap((row) => {
    const parts = isOfOrg(row.Org__c, orgId) ? knownParts(row) : undefined;
    if (!parts) return [];
    const ids = { user: row.Person__c, set: row.Permission_Set__c, app: row.App__c };
    return {
      ...parts,
      id: row.Id,
      name: row.Name,
      plan: row.Plan__c,
      position: row.Position__c,
      reason: row.Reason__c ?? null,
      message: row.Message__c ?? "",
      undoes: row.Undoes__c ?? null,
      recordId: row.Record__c ?? null,
      personId: row.Person__c ?? null,
      permissionSetId: row.Permission_Set__c ?? null,
      appId: row.App__c ?? null,
      before: row.Before__c,
      after: row.After__c,
      finding: row.Finding__c ?? "",
      check: row.Check__c,
      advice: false,
      effects: [],
      values: namesOf(ids, names),
      by: row.CreatedBy?.Name ?? "–",
      byId: row.CreatedById,
      at: row.CreatedDate
    };
  });

const namesOf = (ids: Readonly<Record<string, string | undefined>>, names: ReadonlyMap<string, string>): Values =>
  Object.fromEntries(
    Object.entries(ids).flatMap(([name, id]) => (id === undefined ? [] : [[name, names.get(id) ?? id]]))
  );

/** A change that is still `intended` after this long is nobody's any more: its page or terminal was closed. Milliseconds. */
const LEFT_AFTER = 5 * 60_000;

/** @returns whether nobody has said what became of it, and nobody will */
export const isLeftOpen = ({ status, at }: SavedChange, now: Date): boolean =>
  status === "intended" && now.getTime() - Date.parse(at) > LEFT_AFTER;

const REVERSE: Readonly<Record<Operation, Operation>> = {
  assign: "unassign",
  unassign: "assign",
  attach: "detach",
  detach: "attach",
  set: "set"
};

/** @returns whether it was done, stands, and is no undoing itself: whether the values still stand, the org says */
export const canUndo = ({ status, undoes }: SavedChange): boolean => status === "done" && undoes === null;

/** @returns the change that takes a saved one back */
export function undoOf(saved: SavedChange): SetupChange {
  const { personId, permissionSetId, appId, field, before, after, finding, check, values } = saved;
  const operation = REVERSE[saved.operation];
  return {
    ...writeOf(operation, field),
    recordId: operation === "assign" || operation === "attach" ? null : saved.recordId,
    personId,
    permissionSetId,
    appId,
    before: after,
    after: before,
    finding,
    check,
    advice: false,
    effects: undoEffects(saved),
    values
  };
}

/** What else undoing does: it breaks again what was mended. */
const undoEffects = ({ field }: SavedChange): Text[] => [
  { key: field === "IsActive" || field === "IsFrozen" ? "change.effect.signs-out" : "change.effect.fault-returns" }
];

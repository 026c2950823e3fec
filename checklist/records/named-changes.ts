import { rowsOf } from "../evidence/evidence.ts";
import type { RowOf } from "../evidence/query.ts";
import type { SavedChange } from "../changes/change.ts";
import { askAll, type QuerySource } from "../gather/gather.ts";
import { permissionSetLabels } from "../queries/permission-set-labels.ts";
import type { savedChanges } from "../queries/saved-changes.ts";
import { users } from "../queries/users.ts";
import { changesIn } from "./changes.ts";

/** @returns the changes of this org with the names that people and permission sets have now; what is gone keeps its Id */
export async function namedChanges(
  source: QuerySource,
  rows: readonly RowOf<typeof savedChanges>[],
  orgId: string | undefined
): Promise<readonly SavedChange[]> {
  const idsOf = (field: "Person__c" | "Permission_Set__c"): string[] => [
    ...new Set(rows.flatMap((row) => row[field] ?? []))
  ];
  const [userIds, permissionSetIds] = [idsOf("Person__c"), idsOf("Permission_Set__c")];
  const requests = [
    ...(userIds.length ? [{ query: users, binds: { userIds } }] : []),
    ...(permissionSetIds.length ? [{ query: permissionSetLabels, binds: { permissionSetIds } }] : [])
  ];
  const named = requests.length ? await askAll(source, requests) : {};
  const names = new Map([
    ...rowsOf(named, users).map(({ Id, Name }) => [Id, Name] as const),
    ...rowsOf(named, permissionSetLabels).map(({ Id, Label }) => [Id, Label] as const)
  ]);
  return changesIn(rows, orgId, names);
}

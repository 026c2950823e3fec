import {
  askOne,
  changesIn,
  permissionSetLabels,
  users,
  type QuerySource,
  type RowOf,
  type SavedChange,
  type savedChanges
} from "../../checklist/index.ts";

/** @returns the changes of this org with the names that people and permission sets have now; what is gone keeps its Id */
export async function namedChanges(
  source: QuerySource,
  rows: readonly RowOf<typeof savedChanges>[],
  orgId: string
): Promise<readonly SavedChange[]> {
  const idsOf = (field: "Person__c" | "Permission_Set__c"): string[] => [
    ...new Set(rows.flatMap((row) => row[field] ?? []))
  ];
  const [userIds, permissionSetIds] = [idsOf("Person__c"), idsOf("Permission_Set__c")];
  const [people, sets] = await Promise.all([
    userIds.length ? askOne(source, users, { userIds }) : undefined,
    permissionSetIds.length ? askOne(source, permissionSetLabels, { permissionSetIds }) : undefined
  ]);
  const names = new Map([
    ...(people && "rows" in people ? people.rows.map(({ Id, Name }) => [Id, Name] as const) : []),
    ...(sets && "rows" in sets ? sets.rows.map(({ Id, Label }) => [Id, Label] as const) : [])
  ]);
  return changesIn(rows, orgId, names);
}

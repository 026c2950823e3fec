import type { RowOf } from "../evidence/query.ts";
import type { businessUnits } from "../queries/business-units.ts";

/** @returns what a business unit is called in a sentence: by name and number, or by what it has of them */
export function nameOfUnit(row: RowOf<typeof businessUnits>): string {
  const [name, mid] = [row.et4ae5__Business_Unit_Name__c, row.et4ae5__Business_Unit_ID__c];
  return name !== undefined && mid !== undefined ? `${name} (${mid})` : (name ?? mid ?? row.Id);
}

import type { Query } from "../evidence/query.ts";
import type { RowsWith } from "../evidence/row-index.ts";
import { userCheckboxes } from "../queries/user-checkboxes.ts";
import { userMappings } from "../queries/user-mappings.ts";
import { users } from "../queries/users.ts";
import type { People, Person } from "./people.ts";

/** What tells whether the people in question are mapped. */
export const MAPPING_QUERIES: readonly Query[] = [users, userCheckboxes, userMappings];

/** @returns the Marketing Cloud user to whom somebody is mapped, as far as the org shows it */
export const mappedTo = (person: Person | null, { rowsWith }: { readonly rowsWith: RowsWith }): string | undefined =>
  rowsWith(userMappings, "Id", person?.id ?? "")[0]?.et4ae5__ExactTargetUsername__c || undefined;

/**
 * @returns the people in question who have a Marketing Cloud checkbox selected, are active, and are mapped to no
 * Marketing Cloud user. A guess of the system user is not among them: what is found of a guess decides nothing
 */
export function unmappedPeople({
  people,
  rowsWith
}: {
  readonly people: People;
  readonly rowsWith: RowsWith;
}): Person[] {
  const { systemUser, systemUserChosen, impactedUsers } = people;
  return [...(systemUser && systemUserChosen ? [systemUser] : []), ...impactedUsers].filter(({ id }) => {
    if (id === null || !rowsWith(users, "Id", id)[0]?.IsActive) return false;
    const [boxes] = rowsWith(userCheckboxes, "Id", id);
    const [mapping] = rowsWith(userMappings, "Id", id);
    return (
      (boxes?.et4ae5__ExactTargetForAppExchangeUser__c || boxes?.et4ae5__ExactTargetForAppExchangeAdmin__c) &&
      !mapping?.et4ae5__ExactTargetUsername__c
    );
  });
}

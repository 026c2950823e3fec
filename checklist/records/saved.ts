import type { Basis } from "../facts/basis.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import type { RowOf } from "../evidence/query.ts";
import type { PersonRef, Selection } from "../evidence/selection.ts";
import type { savedConfirmations } from "../queries/saved-confirmations.ts";
import type { savedPeople } from "../queries/saved-people.ts";

/** A confirmation saved in the org. `version` is what MccRecordsController compares, so that nobody overwrites unseen. */
export interface SavedConfirmation extends Confirmation {
  readonly version: string;
}

/** @returns what was confirmed or refuted, of checks that this version does not have, too */
export const confirmationsIn = (rows: readonly RowOf<typeof savedConfirmations>[]): SavedConfirmation[] =>
  rows.map((row) => ({
    check: row.Check__c,
    subjectId: row.Subject__c ?? null,
    holds: row.Holds__c,
    note: row.Note__c ?? "",
    by: row.LastModifiedBy.Name,
    at: row.LastModifiedDate,
    basis: basisOf(row.Basis__c),
    version: row.Version__c
  }));

/** What can't be read never equals what is: such a confirmation lapses. */
function basisOf(text = "{}"): Basis {
  try {
    return JSON.parse(text) as Basis;
  } catch {
    return { app: text };
  }
}

/** A row of MCC_Person__c, as MccRecordsController.savePeople takes it. */
export interface PersonToSave {
  readonly key: string;
  readonly role: "system-user" | "impacted-user" | "everyone";
  readonly userId: string | null;
}

/** @returns what to save of the people that were chosen; those without an Id were never found */
export function peopleToSave({ systemUser, impactedUsers, everyone }: Selection): PersonToSave[] {
  const ids = impactedUsers.flatMap(({ id }) => id ?? []);
  return [
    ...(systemUser?.id === undefined
      ? []
      : [{ key: "system-user", role: "system-user", userId: systemUser.id } as const]),
    ...[...new Set(ids)].map((id) => ({ key: `impacted-user/${id}`, role: "impacted-user", userId: id }) as const),
    ...(everyone ? [{ key: "everyone", role: "everyone", userId: null } as const] : [])
  ];
}

/** @returns the people that were chosen last time, as a selection to start from */
export function selectionIn(rows: readonly RowOf<typeof savedPeople>[]): Selection {
  const refs = (role: PersonToSave["role"]): PersonRef[] => rows.filter((row) => row.Role__c === role).flatMap(refOf);
  const [systemUser] = refs("system-user");
  return {
    ...(systemUser ? { systemUser } : {}),
    impactedUsers: refs("impacted-user"),
    ...(rows.some((row) => row.Role__c === "everyone") ? { everyone: true } : {})
  };
}

function refOf({ User__c: id, User__r: user }: RowOf<typeof savedPeople>): PersonRef[] {
  if (id === undefined) return [];
  return [{ id, ...(user ? { username: user.Username, name: user.Name } : {}) }];
}

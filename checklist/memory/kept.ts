import { CHECK_IDS, type CheckId } from "../engine/check.ts";
import type { Basis, Confirmation } from "../engine/confirmation.ts";
import type { PersonRef, Selection } from "../engine/people.ts";
import type { Rows } from "../engine/rows.ts";

/** A confirmation that the org keeps. `version` is what MccMemory compares, so that nobody overwrites unseen. */
export interface KeptConfirmation extends Confirmation {
  readonly version: string;
}

/** @returns what was confirmed or refuted; rows of checks that this version does not have are left alone */
export function keptConfirmations(rows: readonly Rows["kept-confirmations"][]): KeptConfirmation[] {
  return rows
    .filter((row): row is typeof row & { Check__c: CheckId } => CHECK_IDS.some((id) => id === row.Check__c))
    .map((row) => ({
      check: row.Check__c,
      subjectId: row.Subject__c ?? null,
      holds: row.Holds__c,
      note: row.Note__c ?? "",
      by: row.LastModifiedBy.Name,
      at: row.LastModifiedDate,
      basis: basisOf(row.Basis__c),
      version: row.Version__c
    }));
}

/** What can't be read never equals what is: such a confirmation lapses. */
function basisOf(text = "{}"): Basis {
  try {
    return JSON.parse(text) as Basis;
  } catch {
    return { app: text };
  }
}

/** A row of MCC_Person__c, as MccMemory.keepPeople takes it. */
export interface PersonToKeep {
  readonly key: string;
  readonly role: "system-user" | "impacted-user" | "everyone";
  readonly userId: string | null;
}

/** @returns what to keep of the people that were chosen; those without an Id were never found */
export function peopleToKeep({ systemUser, impactedUsers, everyone }: Selection): PersonToKeep[] {
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
export function keptSelection(rows: readonly Rows["kept-people"][]): Selection {
  const refs = (role: PersonToKeep["role"]): PersonRef[] => rows.filter((row) => row.Role__c === role).flatMap(refOf);
  const [systemUser] = refs("system-user");
  return {
    ...(systemUser ? { systemUser } : {}),
    impactedUsers: refs("impacted-user"),
    ...(rows.some((row) => row.Role__c === "everyone") ? { everyone: true } : {})
  };
}

function refOf({ User__c: id, User__r: user }: Rows["kept-people"]): PersonRef[] {
  if (id === undefined) return [];
  return [{ id, ...(user ? { username: user.Username, name: user.Name } : {}) }];
}

import type { Basis } from "../facts/basis.ts";
import type { Confirmation, Void } from "../judge/confirmation.ts";
import { answerIn, type MarketingCloudAnswer } from "../marketing-cloud/answer.ts";
import type { RowOf } from "../evidence/query.ts";
import type { PersonRef, Selection } from "../evidence/selection.ts";
import type { savedConfirmations } from "../queries/saved-confirmations.ts";
import type { savedPeople } from "../queries/saved-people.ts";
import { isOfOrg } from "./org-mark.ts";

/** A confirmation saved in the org. `version` is what MccRecordsController compares, so that nobody overwrites unseen. */
export interface SavedConfirmation extends Confirmation {
  readonly version: string;
}

type ConfirmationRow = RowOf<typeof savedConfirmations>;

/**
 * @param orgId undefined where it could not be read: then no record counts
 * @returns what was confirmed or refuted, of checks that this version does not have, too; and as `void` what does not count
 */
export const confirmationsIn = (rows: readonly ConfirmationRow[], orgId: string | undefined): SavedConfirmation[] =>
  rows.map((row) => {
    const basis = basisIn(row.Basis__c);
    const marketingCloud = row.Marketing_Cloud__c === undefined ? undefined : answerOf(row.Marketing_Cloud__c);
    const reason = voidOf(row, basis, orgId) ?? (marketingCloud === null ? "unreadable" : undefined);
    return {
      check: row.Check__c,
      subjectId: row.Subject__c ?? null,
      holds: row.Holds__c,
      ...(row.Answer__c === undefined ? {} : { answer: row.Answer__c }),
      note: row.Note__c ?? "",
      by: row.Confirmed_By__r?.Name ?? row.Confirmed_By__c ?? "–",
      at: row.Confirmed_At__c ?? row.LastModifiedDate,
      basis: basis ?? {},
      ...(marketingCloud ? { marketingCloud } : {}),
      ...(reason === undefined ? {} : { void: reason }),
      version: row.Version__c
    };
  });

/** Salesforce writes the record a little later than MccRecordsController reads the clock. */
const WRITTEN_WITHIN = 60_000;

function voidOf(row: ConfirmationRow, basis: Basis | undefined, orgId: string | undefined): Void | undefined {
  const { Confirmed_By__c: by, Confirmed_At__c: at, LastModifiedById, LastModifiedDate } = row;
  if (by === undefined || at === undefined || row.Org__c === undefined) return "unsigned";
  if (!isOfOrg(row.Org__c, orgId)) return "other-org";
  // A data load, a flow or a transfer moves these, and says nothing of what a person saw.
  if (LastModifiedById !== by || Date.parse(LastModifiedDate) - Date.parse(at) > WRITTEN_WITHIN) return "touched";
  return basis ? undefined : "unreadable";
}

/** @returns undefined where the text is no object of texts; a record without one rests on nothing that it noted */
function basisIn(text = "{}"): Basis | undefined {
  try {
    const basis: unknown = JSON.parse(text);
    const fits = typeof basis === "object" && basis !== null && !Array.isArray(basis);
    return fits && Object.values(basis).every((state) => typeof state === "string") ? basis : undefined;
  } catch {
    return undefined;
  }
}

/** @returns null where the text is no answer of Marketing Cloud */
function answerOf(text: string): MarketingCloudAnswer | null {
  try {
    return answerIn(JSON.parse(text)) ?? null;
  } catch {
    return null;
  }
}

/** A row of MCC_Person__c, as MccRecordsController.savePeople takes it. */
export interface PersonToSave {
  readonly key: string;
  readonly role: "system-user" | "impacted-user" | "everyone" | "app";
  readonly userId: string | null;
}

/** A person's choice of an app is saved beside their choice of people: the key ends in its Id. */
const APP_KEY = "app/";

/** @returns what to save of whom, and which app, somebody chose; people without an Id were never found */
export function peopleToSave({ systemUser, impactedUsers, everyone, appId }: Selection): PersonToSave[] {
  const ids = impactedUsers.flatMap(({ id }) => id ?? []);
  return [
    ...(systemUser?.id === undefined
      ? []
      : [{ key: "system-user", role: "system-user", userId: systemUser.id } as const]),
    ...[...new Set(ids)].map((id) => ({ key: `impacted-user/${id}`, role: "impacted-user", userId: id }) as const),
    ...(everyone ? [{ key: "everyone", role: "everyone", userId: null } as const] : []),
    ...(appId === undefined ? [] : [{ key: `${APP_KEY}${appId}`, role: "app", userId: null } as const])
  ];
}

/**
 * @param orgId undefined where it could not be read: then nobody was chosen
 * @returns whom and what somebody chose last time in this org, as a selection to start from
 */
export function selectionIn(rows: readonly RowOf<typeof savedPeople>[], orgId: string | undefined): Selection {
  const ours = rows.filter(({ Org__c }) => isOfOrg(Org__c, orgId));
  const of = (role: PersonToSave["role"]) => ours.filter(({ Role__c }) => Role__c === role);
  const [systemUser] = of("system-user").flatMap(refOf);
  const [app] = of("app").filter(({ Key__c: key }) => key.startsWith(APP_KEY));
  return {
    ...(systemUser ? { systemUser } : {}),
    impactedUsers: of("impacted-user").flatMap(refOf),
    ...(of("everyone").length ? { everyone: true } : {}),
    ...(app ? { appId: app.Key__c.slice(APP_KEY.length) } : {})
  };
}

function refOf({ User__c: id, User__r: user }: RowOf<typeof savedPeople>): PersonRef[] {
  if (id === undefined) return [];
  return [{ id, ...(user ? { username: user.Username, name: user.Name } : {}) }];
}

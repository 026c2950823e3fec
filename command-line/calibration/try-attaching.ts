import { soqlLiteral } from "../evidence/soql-literal.ts";
import type { OrgRecords, Row } from "../fix/org-records.ts";
import { codeOf, type Attempt } from "./attempt.ts";

/** What came of attaching a permission set to the app, and of taking it away again. */
export interface Attaching {
  readonly attached: boolean;
  /** Whether the org showed it afterwards, as access to a connected app. */
  readonly shown: boolean;
  readonly detached: boolean;
  /** Salesforce's code, where it refused. */
  readonly refusal: string | null;
}

export interface Tried {
  readonly attempt: Attempt<Attaching>;
  /** What was made and is still there, or may be: in words for a person. */
  readonly left: readonly Left[];
}
export interface Left {
  readonly what: "permission-set" | "attachment" | "unknown";
  /** Why it could not be removed, in Salesforce's words. */
  readonly why: string;
}

export interface Trying {
  readonly records: OrgRecords;
  readonly appId: string;
  /** API name of a permission set that nobody else has: all that is made hangs on it. */
  readonly name: string;
  /** Whether the person wants it to end: what was made is removed all the same. */
  readonly isStopped?: () => boolean;
}

/** As Setup lists it, so that a person finds what could not be removed. */
export const TRIED_LABEL = "MCC Health calibration (delete me)";

/**
 * Codes that say something of the platform: it does not take the pair. Any other may come from the person's permissions, from the
 * org's limits, or from the network, and proves nothing. Source: SOAP API Developer Guide, "Core Data Types", StatusCode.
 */
const IMPOSSIBLE: readonly string[] = [
  "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
  "FIELD_INTEGRITY_EXCEPTION",
  "INVALID_CROSS_REFERENCE_KEY",
  "INVALID_FIELD_FOR_INSERT_UPDATE",
  "INVALID_ID_FIELD"
];

/** Salesforce may refuse for a moment what it takes a second later. */
const ROUNDS_OF_CLEANING = 2;

/**
 * Makes a permission set, attaches it to the app, reads that back, and removes both, whatever comes in between. Deleting the
 * set takes its attachments along (Object Reference, "SetupEntityAccess": a child of PermissionSet); they are removed first all the
 * same, because that is what an undo does.
 */
export async function tryAttaching(trying: Trying): Promise<Tried> {
  const attempt = await attached(trying).catch((error: unknown) => ({ error: codeOf(error) }));
  return { attempt, left: await cleaned(trying) };
}

async function attached({ records, appId, name, isStopped = () => false }: Trying): Promise<Attempt<Attaching>> {
  const stopped = { open: "Stopped before it was tried." };
  const set = await records.create("PermissionSet", { Name: name, Label: TRIED_LABEL });
  if (isStopped()) return stopped;
  const made = await refusedOr(records.create("SetupEntityAccess", { ParentId: set, SetupEntityId: appId }));
  if ("refusal" in made) return { answer: { attached: false, shown: false, detached: false, ...made } };
  const [row, ...others] = await accessOf(records, set);
  const shown = !others.length && row?.SetupEntityType === "ConnectedApplication" && isSame(row.SetupEntityId, appId);
  if (isStopped()) return { open: "Stopped before it was detached." };
  const removed = await refusedOr(records.remove("SetupEntityAccess", made.done));
  if ("refusal" in removed) return { answer: { attached: true, shown, detached: false, ...removed } };
  const detached = !(await accessOf(records, set)).length;
  return { answer: { attached: true, shown, detached, refusal: null } };
}

/** @throws {Error} it failed for a reason that says nothing of the platform */
async function refusedOr<Answer>(write: Promise<Answer>): Promise<{ done: Answer } | { refusal: string }> {
  try {
    return { done: await write };
  } catch (error) {
    const refusal = codeOf(error);
    if (IMPOSSIBLE.includes(refusal)) return { refusal };
    throw error;
  }
}

const accessOf = (records: OrgRecords, set: string): Promise<readonly Row[]> =>
  records.query(
    `SELECT Id, SetupEntityId, SetupEntityType FROM SetupEntityAccess WHERE ParentId = ${soqlLiteral(set)}`
  );

/** Looks for what hangs on the name, because an answer that was lost may have made it. */
async function cleaned({ records, name }: Trying): Promise<readonly Left[]> {
  let left: readonly Left[] = [];
  for (let round = 0; round < ROUNDS_OF_CLEANING; round++) {
    left = await removed(records, name).catch((error: unknown) => [{ what: "unknown", why: wordsOf(error) }]);
    if (!left.length) break;
  }
  return left;
}

async function removed(records: OrgRecords, name: string): Promise<readonly Left[]> {
  const left: Left[] = [];
  const remove = async (object: string, id: unknown, what: Left["what"]): Promise<void> => {
    try {
      await records.remove(object, String(id));
    } catch (error) {
      // Somebody else was faster.
      if (!["ENTITY_IS_DELETED", "NOT_FOUND"].includes(codeOf(error))) left.push({ what, why: wordsOf(error) });
    }
  };
  const sets = `SELECT Id FROM PermissionSet WHERE Name = ${soqlLiteral(name)}`;
  for (const { Id } of await records.query(sets)) {
    for (const access of await accessOf(records, String(Id)))
      await remove("SetupEntityAccess", access.Id, "attachment");
    await remove("PermissionSet", Id, "permission-set");
  }
  if ((await records.query(sets)).length) return left;
  // An attachment without its set is none.
  return [];
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Salesforce writes an Id with 15 characters, or with three more. */
const isSame = (one: unknown, other: string): boolean => String(one).slice(0, 15) === other.slice(0, 15);

import { randomUUID } from "node:crypto";
import type { Connection } from "@salesforce/core";
import { soqlLiteral } from "../../command-line/evidence/soql-literal.ts";
import type { GivenConfirmation, Seen } from "./memory-input.ts";

const CONFIRMATION = "MCC_Confirmation__c";

/**
 * Keeps what a person saw.
 * @returns false where the kept one is not the one that the person saw
 * @throws {Error} as Salesforce refuses: DUPLICATE_VALUE where somebody else was first
 */
export async function keepConfirmation(connection: Connection, given: GivenConfirmation): Promise<boolean> {
  const confirmations = connection.sobject(CONFIRMATION);
  const answer = {
    Holds__c: given.holds,
    Note__c: given.note ?? null,
    Basis__c: given.basis ?? null,
    Version__c: randomUUID()
  };
  if (given.version == null) {
    await confirmations.create({
      Key__c: keyOf(given),
      Check__c: given.check,
      Subject__c: given.subjectId ?? null,
      ...answer
    });
    return true;
  }
  const Id = await idAsSeen(connection, given);
  if (Id === undefined) return false;
  await confirmations.update({ Id, ...answer });
  return true;
}

/** Takes back what a person saw. @returns and throws as `keepConfirmation` */
export async function dropConfirmation(connection: Connection, given: Seen): Promise<boolean> {
  const id = await idAsSeen(connection, given);
  if (id === undefined) return false;
  await connection.sobject(CONFIRMATION).destroy(id);
  return true;
}

async function idAsSeen(connection: Connection, given: Seen): Promise<string | undefined> {
  const { records } = await connection.query<{ Id: string; Version__c: string }>(
    `SELECT Id, Version__c FROM ${CONFIRMATION} WHERE Key__c = ${soqlLiteral(keyOf(given))}`
  );
  return records.find(({ Version__c }) => Version__c === given.version)?.Id;
}

/** What there may be only one confirmation of. */
const keyOf = ({ check, subjectId }: Seen): string => (subjectId == null ? check : `${check}/${subjectId}`);

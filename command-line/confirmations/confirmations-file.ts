import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Messages } from "@salesforce/core";
import { fileErrorOf, writeFileAtomically } from "../write-file-atomically.ts";
import { confirmationsOf, type FileConfirmation } from "./file-shape.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.confirm");

/** @returns whether two Ids are of one record, with 15 or with 18 characters */
export const isSameId = (a: string, b: string): boolean => a.slice(0, 15) === b.slice(0, 15);

/**
 * @param now a confirmation cannot be of a later moment
 * @returns what the file holds
 * @throws {Error} says what is wrong in the file, where, and what to do
 */
export async function readConfirmations(path: string, now: Date): Promise<FileConfirmation[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw bad("error.unreadable", path, fileErrorOf(error));
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(BYTE_ORDER_MARK, ""), withoutPrototype);
  } catch (error) {
    throw bad("error.not-json", path, (error as Error).message);
  }
  const { confirmations, problems } = await confirmationsOf(value, now);
  if (problems.length) throw bad("error.shape", path, problems.slice(0, 3).join("; "));
  return confirmations;
}

/** @throws {Error} a key that a copy of the object would take for its prototype */
function withoutPrototype(key: string, value: unknown): unknown {
  if (key === "__proto__") throw new Error(messages.getMessage("error.prototype"));
  return value;
}

/** Windows PowerShell and some editors begin a file in UTF-8 with it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * Saves a confirmation in the file, in place of an earlier one of the same check and person in the same org.
 * @throws {Error} the file holds something else, or can't be written
 */
export async function saveInFile(path: string, confirmation: FileConfirmation, now: Date): Promise<void> {
  const before = existsSync(path) ? await readConfirmations(path, now) : [];
  const others = before.filter((each) => !isOn(each, confirmation) || each.subjectId !== confirmation.subjectId);
  await write(path, [...others, confirmation]);
}

/**
 * Removes the confirmations of a check in an org.
 * @returns whether there was anything; if not, no file is written
 * @throws {Error} the file holds something else, or can't be written
 */
export async function removeFromFile(path: string, about: About, now: Date): Promise<boolean> {
  const before = existsSync(path) ? await readConfirmations(path, now) : [];
  const others = before.filter((each) => !isOn(each, about));
  if (others.length === before.length) return false;
  await write(path, others);
  return true;
}

type About = Pick<FileConfirmation, "orgId" | "check">;
const isOn = (confirmation: About, about: About): boolean =>
  isSameId(confirmation.orgId, about.orgId) && confirmation.check === about.check;

async function write(path: string, confirmations: readonly FileConfirmation[]): Promise<void> {
  await writeFileAtomically(path, `${JSON.stringify({ confirmations }, undefined, 2)}\n`).catch((error: unknown) => {
    throw bad("error.unwritable", path, fileErrorOf(error));
  });
}

const bad = (key: string, path: string, why: string): Error => new Error(messages.getMessage(key, [path, why]));

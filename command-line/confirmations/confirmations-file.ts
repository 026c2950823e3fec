import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Messages } from "@salesforce/core";
import type { Confirmation } from "../../checklist/index.ts";
import { fileErrorOf, writeWhole } from "../write-whole.ts";
import { fileShape } from "./file-shape.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.confirm");

/** What a person saw, as the org would keep it, and in which org: one file may serve several. */
export interface FileConfirmation extends Confirmation {
  readonly orgId: string;
}

/** @returns whether two Ids are of one record, with 15 or with 18 characters */
export const isSameId = (a: string, b: string): boolean => a.slice(0, 15) === b.slice(0, 15);

/**
 * @param now a word from later than this was not spoken yet
 * @returns what the file holds
 * @throws {Error} says what is wrong in the file, where, and what to do
 */
export async function readConfirmations(path: string, now: Date): Promise<FileConfirmation[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw bad("error.unreadable", path, fileErrorOf(error));
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(BYTE_ORDER_MARK, ""));
  } catch (error) {
    throw bad("error.not-json", path, (error as Error).message);
  }
  const { data, error } = (await fileShape(now)).safeParse(value);
  if (!error) return data.confirmations;
  const places = error.issues.map(({ path: at, message }) => `${placeOf(at)}: ${message}`);
  throw bad("error.shape", path, places.slice(0, 3).join("; "));
}

/** Windows PowerShell and some editors begin a file in UTF-8 with it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** @returns `confirmations[3].holds` */
const placeOf = (at: readonly PropertyKey[]): string =>
  at
    .map((part) => (typeof part === "number" ? `[${String(part)}]` : `.${String(part)}`))
    .join("")
    .slice(1) || messages.getMessage("shape.the-file");

/**
 * Keeps one person's word in the file, in place of what was said before on the same thing in the same org.
 * @throws {Error} the file holds something else, or can't be written
 */
export async function keepInFile(path: string, word: FileConfirmation): Promise<void> {
  const before = existsSync(path) ? await readConfirmations(path, new Date(word.at)) : [];
  const others = before.filter((each) => !isOn(each, word) || each.subjectId !== word.subjectId);
  await write(path, [...others, word]);
}

/**
 * Removes what was said on a check in an org.
 * @returns whether there was anything; if not, no file is written
 * @throws {Error} the file holds something else, or can't be written
 */
export async function takeBackInFile(path: string, about: About, now: Date): Promise<boolean> {
  const before = existsSync(path) ? await readConfirmations(path, now) : [];
  const others = before.filter((each) => !isOn(each, about));
  if (others.length === before.length) return false;
  await write(path, others);
  return true;
}

type About = Pick<FileConfirmation, "orgId" | "check">;
const isOn = (word: About, about: About): boolean => isSameId(word.orgId, about.orgId) && word.check === about.check;

async function write(path: string, confirmations: readonly FileConfirmation[]): Promise<void> {
  await writeWhole(path, `${JSON.stringify({ confirmations }, undefined, 2)}\n`).catch((error: unknown) => {
    throw bad("error.unwritable", path, fileErrorOf(error));
  });
}

const bad = (key: string, path: string, why: string): Error => new Error(messages.getMessage(key, [path, why]));

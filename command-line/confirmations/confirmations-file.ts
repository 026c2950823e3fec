import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { Messages } from "@salesforce/core";
import type { z } from "zod";
import { CHECK_IDS, type Basis, type Confirmation } from "../../checklist/index.ts";
import { fileErrorOf, writeWhole } from "../write-whole.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.confirm");

/** What a person saw, as the org would keep it, and in which org: one file may serve several. */
export interface FileConfirmation extends Confirmation {
  readonly orgId: string;
}

/**
 * @param now a word from later than this was not spoken yet
 * @returns what the file holds
 * @throws {Error} says what is wrong in the file, and where
 */
export async function readConfirmations(path: string, now: Date): Promise<FileConfirmation[]> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw bad("error.unreadable", path, fileErrorOf(error));
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw bad("error.not-json", path, (error as Error).message);
  }
  const { data, error } = (await fileShape(now)).safeParse(value);
  if (!error) return data.confirmations;
  const places = error.issues.map(({ path: at, message }) => `${at.join(".") || "the file"}: ${message}`);
  throw bad("error.shape", path, places.slice(0, 3).join("; "));
}

/**
 * Keeps one person's word in the file, in place of what was said before on the same thing in the same org.
 * @param holds null takes the word back
 * @throws {Error} the file holds something else, or can't be written
 */
export async function keepInFile(
  path: string,
  word: Omit<FileConfirmation, "holds"> & { readonly holds: boolean | null }
): Promise<void> {
  const before = existsSync(path) ? await readConfirmations(path, new Date(word.at)) : [];
  const others = before.filter(
    ({ orgId, check, subjectId }) => orgId !== word.orgId || check !== word.check || subjectId !== word.subjectId
  );
  const { holds } = word;
  const confirmations = holds === null ? others : [...others, { ...word, holds }];
  await writeWhole(path, `${JSON.stringify({ confirmations }, undefined, 2)}\n`).catch((error: unknown) => {
    throw bad("error.unwritable", path, fileErrorOf(error));
  });
}

const bad = (key: string, path: string, why: string): Error => new Error(messages.getMessage(key, [path, why]));

async function fileShape(now: Date): Promise<z.ZodType<{ confirmations: FileConfirmation[] }>> {
  // Loaded where a file is read only: most checks have none.
  const { z } = await import("zod");
  const id = (prefix: string) =>
    z.string().regex(new RegExp(`^${prefix}\\w{12,15}$`), `an Id that begins with ${prefix}`);
  return z.strictObject({
    confirmations: z.array(
      z.strictObject({
        orgId: id("00D"),
        check: z.enum(CHECK_IDS),
        subjectId: id("005").nullable(),
        holds: z.boolean(),
        note: z.string(),
        by: z.string().min(1),
        at: z.iso
          .datetime({ offset: true })
          .refine((at) => Date.parse(at) <= now.getTime(), "a moment that has not come yet"),
        // A part that no check knows makes the word lapse, as in the org.
        basis: z.record(z.string(), z.string()).transform((basis) => basis as Basis)
      })
    )
  });
}

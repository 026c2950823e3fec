import { readFile } from "node:fs/promises";
import { Messages } from "@salesforce/core";
import { z } from "zod";
import { OPERATIONS, SETTABLE, type SetupChange } from "../../checklist/index.ts";
import { fileErrorOf, writeFileAtomically } from "../write-file-atomically.ts";
import { isAllowed, storedOf } from "./stored-change.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.fix");

const ID = z
  .string()
  .regex(/^\w{15,18}$/)
  .nullable();
const VALUE = z.union([z.string(), z.number(), z.array(z.string()), z.strictObject({ date: z.string() })]);
const TEXT = z.object({ key: z.string(), values: z.record(z.string(), VALUE).exactOptional() });

const CHANGE = z.strictObject({
  operation: z.enum(OPERATIONS),
  object: z.enum(["PermissionSetAssignment", "SetupEntityAccess", "User", "UserLogin"]),
  recordId: ID,
  personId: ID,
  permissionSetId: ID,
  appId: ID,
  field: z.enum(Object.keys(SETTABLE) as (keyof typeof SETTABLE)[]).nullable(),
  before: z.boolean(),
  after: z.boolean(),
  finding: z.string().max(255),
  check: z.string().max(80),
  advice: z.boolean(),
  effects: z.array(TEXT),
  needs: z.array(z.string()),
  values: z.record(z.string(), VALUE)
});
const PLAN = z.strictObject({
  format: z.literal("mcc-fix-plan"),
  version: z.literal(1),
  orgId: z.string(),
  at: z.iso.datetime(),
  changes: z.array(CHANGE)
});

/** What somebody looked at and agreed to, to be made later. A change in it counts for no more than one that is proposed now. */
export interface PlanFile {
  readonly orgId: string;
  readonly at: string;
  readonly changes: readonly SetupChange[];
}

export async function writePlan(path: string, plan: PlanFile): Promise<void> {
  const text = `${JSON.stringify({ format: "mcc-fix-plan", version: 1, ...plan }, null, 2)}\n`;
  await writeFileAtomically(path, text).catch((error: unknown) => {
    throw new Error(messages.getMessage("error.unwritable", [path, fileErrorOf(error)]));
  });
}

/** @throws {Error} it can't be read, is no plan, or has a change that MCC Health does not make */
export async function readPlan(path: string): Promise<PlanFile> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw new Error(messages.getMessage("error.unreadable", [path, fileErrorOf(error)]));
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(messages.getMessage("error.no-plan", [path, (error as Error).message]));
  }
  const read = PLAN.safeParse(value);
  if (!read.success) throw new Error(messages.getMessage("error.no-plan", [path, z.prettifyError(read.error)]));
  const { orgId, at } = read.data;
  const changes = read.data.changes as unknown as readonly SetupChange[];
  const foreign = changes.find((change) => !isAllowed(storedOf(change, null)));
  if (foreign) throw new Error(messages.getMessage("error.foreign-change", [path, foreign.finding]));
  return { orgId, at, changes };
}

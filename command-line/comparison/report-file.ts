import { readFile } from "node:fs/promises";
import { Messages } from "@salesforce/core";
import { SCHEMA_VERSION, type PrintedReport } from "../../checklist/index.ts";
import { fileErrorOf } from "../write-file-atomically.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.compare");

/** Windows PowerShell and some editors begin a file in UTF-8 with it. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * @param path a report in JSON, as `mcc check` or the tab wrote it, or what `mcc check --json` printed of one org
 * @throws {Error} says in one sentence why it can't be compared, and what to do
 */
export async function readReport(path: string): Promise<PrintedReport> {
  const text = await readFile(path, "utf8").catch((error: unknown) => {
    throw bad("unreadable", path, fileErrorOf(error));
  });
  let value: unknown;
  try {
    value = JSON.parse(text.replace(BYTE_ORDER_MARK, ""));
  } catch (error) {
    throw bad("not-json", path, (error as Error).message);
  }
  return reportIn(value, path);
}

async function reportIn(value: unknown, path: string): Promise<PrintedReport> {
  const { z } = await import("zod");
  const state = z.string();
  const person = z.looseObject({
    id: z.string().nullable(),
    username: z.string().nullable(),
    role: z.enum(["system-user", "impacted-user"])
  });
  const report = z.looseObject({
    at: z.iso.datetime({ offset: true }),
    masked: z.boolean(),
    org: z.looseObject({ id: z.string() }).nullable(),
    auditTrailSince: z.string().nullable(),
    people: z.looseObject({ systemUser: person.nullable(), users: z.array(person) }),
    findings: z.array(
      z.looseObject({
        check: z.string(),
        subject: person.nullable(),
        state,
        severity: z.string(),
        case: z.string(),
        actual: z.string(),
        values: z.record(z.string(), z.unknown()),
        changed: z.looseObject({ at: z.string(), by: z.string().nullable(), text: z.string() }).nullable()
      })
    )
  });
  const found = oneReport(value, path);
  const { schemaVersion: version } = found;
  if (version !== undefined && version !== SCHEMA_VERSION)
    throw bad("version", path, JSON.stringify(version), String(SCHEMA_VERSION));
  const { success, error } = report.safeParse(found);
  if (version === undefined || !success) throw bad("no-report", path, error ? placeOf(error.issues[0]?.path) : "");
  return found as unknown as PrintedReport;
}

const placeOf = (path: readonly PropertyKey[] = []): string => (path.length ? ` (${path.map(String).join(".")})` : "");

type Found = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Found =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @returns the report itself, or the one in what holds the reports of several orgs */
function oneReport(value: unknown, path: string): Found {
  const outer = isObject(value) && isObject(value.result) ? value.result : value;
  if (!isObject(outer)) throw bad("no-report", path, "");
  if (!Array.isArray(outer.orgs)) return outer;
  const orgs: readonly unknown[] = outer.orgs;
  const [only] = orgs;
  if (orgs.length !== 1) throw bad("several", path, String(orgs.length));
  if (!isObject(only) || !isObject(only.report)) throw bad("no-report", path, "");
  return only.report;
}

const bad = (key: string, ...tokens: readonly string[]): Error =>
  new Error(messages.getMessage(`error.${key}`, [...tokens]));

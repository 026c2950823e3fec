import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  askOne,
  CHECKS,
  confirmationsIn,
  gather,
  reportOf,
  RUN_QUERIES,
  savedConfirmations,
  type Confirmation,
  type Report,
  type Selection
} from "../../checklist/index.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { allConfirmed, rowsOver } from "./run.ts";

export type Records = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
/** What differs from the scenario `of`: whole tables, and what can't be read. */
export interface Change {
  readonly of: string;
  readonly records: Records;
  readonly unavailable?: Readonly<Record<string, string>>;
}

/** A change of a healthy org that `inputs/changes.json` holds. */
export interface TriedChange extends Change {
  /** The check that must name what is wrong. */
  readonly cause?: string;
  /** The org only lets suspect it: the check asks, and a person says that it is so. */
  readonly asked?: true;
  /** Whether an org may be like this, and no check may alarm. */
  readonly legal?: true;
}

/** When the confirmations of an earlier version were written, and soon after. */
export const NOW = new Date("2026-11-27T03:00:00Z");
export const YESTERDAY = new Date("2026-11-26T03:00:00Z");

/** @returns a file of the inputs, by its name */
export const readInput = async <T>(file: string): Promise<T> =>
  JSON.parse(await readFile(join(import.meta.dirname, "inputs", file), "utf8")) as T;

const folder = await mkdtemp(join(tmpdir(), "mcc-inputs-"));
// Several files of tests share this module in one process.
process.on("exit", () => rmSync(folder, { recursive: true }));
let files = 0;

/** @returns what a run of the changed org says, with these confirmations beside those that the org holds */
export async function runOf(
  { of, records, unavailable = {} }: Change,
  selection: Selection
): Promise<(confirmations?: readonly Confirmation[]) => Report> {
  const base = await readInput<{ records: Records }>(`${of}.json`);
  const file = join(folder, `${String(++files)}.json`);
  await writeFile(file, JSON.stringify({ ...base, records: { ...base.records, ...records }, unavailable }));
  const scenario = await loadScenario(file, NOW);
  const source = rowsOver(scenario);
  const evidence = await gather(source, { queries: RUN_QUERIES, selection, viewerId: scenario.viewerId });
  const saved = await askOne(source, savedConfirmations);
  assert.ok("rows" in saved);
  return (confirmations = []) =>
    reportOf(CHECKS, {
      evidence,
      selection,
      confirmations: [...confirmationsIn(saved.rows, scenario.organizationId), ...confirmations],
      now: NOW
    });
}

/** @returns what a run says when everything has been confirmed that it asks for, but for what is asked of the cause */
export async function confirmedRun({ cause, asked, ...change }: TriedChange, selection: Selection): Promise<Report> {
  const run = await runOf(change, selection);
  const said = allConfirmed({ report: run() }, YESTERDAY);
  return run(said.map((each) => (asked && each.check === cause ? { ...each, holds: false } : each)));
}

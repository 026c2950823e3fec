import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadScenario, type Scenario } from "../../local/embedded-org/scenario.ts";
import { largeScenario } from "../../local/scenarios/large.ts";
import { CACHE } from "../../build/project.ts";

type Row = Readonly<Record<string, unknown>>;

/** @returns the large scenario with its first users only, and with nothing that belongs to the others */
export async function smallerOrg(users: number): Promise<Scenario> {
  const { records, ...about } = largeScenario() as { records: Record<string, Row[]> };
  const dropped = new Set(records.User?.slice(users).map(({ Id }) => Id));
  const isOfDropped = (row: Row): boolean => Object.values(row).some((value) => dropped.has(value));
  const remaining = Object.fromEntries(
    Object.entries(records).map(([object, rows]) => [object, rows.filter((row) => !isOfDropped(row))])
  );
  const path = join(CACHE, `bench-${String(users)}-users.json`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(path, JSON.stringify({ ...about, records: remaining }));
  return loadScenario(path);
}

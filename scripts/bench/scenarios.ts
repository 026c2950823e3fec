import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { loadScenario, type Scenario } from "../../local/embedded-org/scenario.ts";
import { largeScenario } from "../../local/scenarios/large.ts";
import { CACHE } from "../../build/project.ts";

type Row = Readonly<Record<string, unknown>>;

/** @returns the large scenario with its first users only, and with nothing that belongs to the others */
export async function smallerOrg(users: number): Promise<Scenario> {
  const { records, ...about } = largeScenario() as { records: Record<string, Row[]> };
  const kept = records.User?.slice(0, users) ?? [];
  const ids = new Set(kept.map(({ Id }) => Id));
  const assignments = records.PermissionSetAssignment?.filter(({ AssigneeId }) => ids.has(AssigneeId)) ?? [];
  const path = join(CACHE, `bench-${String(users)}-users.json`);
  await mkdir(CACHE, { recursive: true });
  await writeFile(
    path,
    JSON.stringify({ ...about, records: { ...records, User: kept, PermissionSetAssignment: assignments } })
  );
  return loadScenario(path);
}

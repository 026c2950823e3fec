import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadScenario, type Scenario } from "../../local/embedded-org/scenario.ts";

type Records = Record<string, Record<string, unknown>[]>;

/** What an org's admins can write as they like. Not the connected app's name, by which it is found. */
const FREE_TEXT: readonly { readonly object: string; readonly field: string }[] = [
  { object: "Organization", field: "Name" },
  { object: "User", field: "Name" },
  { object: "Profile", field: "Name" },
  { object: "UserLicense", field: "Name" },
  { object: "PermissionSet", field: "Label" },
  { object: "PermissionSetGroup", field: "MasterLabel" },
  { object: "SetupAuditTrail", field: "Display" },
  { object: "et4ae5__Configuration__c", field: "et4ae5__Username__c" },
  { object: "et4ae5__Business_Unit__c", field: "et4ae5__Business_Unit_Name__c" }
];

/** The username of the person who bears `text` in it. */
export const usernameWith = (text: string): string => `${text}@example.com`;

/** @returns the default scenario, with `text` in everything that can be written freely, and in one username */
export async function scenarioWith(text: string, now: Date): Promise<Scenario> {
  const usual = await readFile(new URL("../../local/scenarios/several-faults.json", import.meta.url), "utf8");
  const scenario = JSON.parse(usual) as { records: Records };
  for (const { object, field } of FREE_TEXT)
    for (const row of scenario.records[object] ?? []) if (field in row) row[field] = text;
  Object.assign(scenario.records.User?.[3] ?? {}, { Username: usernameWith(text) });
  const folder = await mkdtemp(join(tmpdir(), "mcc-hostile-"));
  try {
    const file = join(folder, "scenario.json");
    await writeFile(file, JSON.stringify(scenario));
    return await loadScenario(file, now);
  } finally {
    await rm(folder, { recursive: true });
  }
}

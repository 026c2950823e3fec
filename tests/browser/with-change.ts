import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../build/project.ts";
import { changes, confirmedBut } from "../product/symptom-cases.ts";

/**
 * @param name of one of the changes in `tests/product/inputs/changes.json`
 * @returns the content of a scenario's file: a healthy org with this change, where a person chose the people and confirmed all but one check
 */
export async function withChange(name: string, except: string): Promise<object> {
  const change = changes[name];
  assert.ok(change);
  const { of, records, unavailable } = change;
  const asked = (await confirmedBut(change, except)).findings.filter(({ state }) => state === "confirmed");
  const base = JSON.parse(readFileSync(join(ROOT, "tests/product/inputs", `${of}.json`), "utf8")) as {
    records: object;
  };
  const visit = {
    at: "now-3h",
    by: "005000000000001",
    systemUser: "005000000000002",
    impactedUsers: ["005000000000004"],
    milliseconds: 1730,
    confirmed: asked.map((finding) => ({ check: finding.check, holds: true }))
  };
  return {
    ...base,
    records: { ...base.records, ...records },
    visits: [visit],
    ...(unavailable && { unavailable })
  };
}

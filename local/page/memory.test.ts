import assert from "node:assert/strict";
import { test, type TestContext } from "node:test";
import { connectTo } from "../embedded-org/connect.ts";
import { restSource } from "../../command-line/evidence/rest-source.ts";
import { startOrg } from "../embedded-org/org.ts";
import { loadScenario } from "../embedded-org/scenario.ts";
import { memoryOver } from "./memory.ts";
import type { MemoryAnswer } from "./memory-answer.ts";

// What the stand-in answers otherwise is held to tests/contract/memory.json.

async function startMemory(t: TestContext, readOnly?: string) {
  const org = await startOrg({ scenario: await loadScenario("healthy-to-confirm") });
  t.after(() => org.close());
  const connection = await connectTo(org);
  const methods = memoryOver({ connection, source: restSource(connection), ...(readOnly && { readOnly }) });
  return (method: string, params: Readonly<Record<string, string>> = {}) =>
    methods[`MccMemory.${method}`]?.(params) as Promise<MemoryAnswer>;
}

const confirmation = (version: string | null, holds: boolean): { confirmation: string } => ({
  confirmation: JSON.stringify({ check: "scope-by-user", holds, version })
});

test("of two who confirm the same at once, one is saved and the other told, and nothing is doubled", async (t) => {
  const call = await startMemory(t);
  let version: string | null = null;
  for (const seen of ["nothing", "the same"]) {
    const both = await Promise.all([true, false].map((holds) => call("confirm", confirmation(version, holds))));
    const told = both.map(({ saved, reason }) => [saved, reason]);
    assert.deepEqual(
      told,
      [
        [true, null],
        [false, "changed"]
      ],
      `both saw ${seen}`
    );
    const rows = both.map(({ rows: text }) => JSON.parse(text ?? "[]") as { Version__c: string; Holds__c: boolean }[]);
    assert.deepEqual(
      rows.map((kept) => kept.map(({ Holds__c }) => Holds__c)),
      [[true], [true]]
    );
    version = rows[0]?.[0]?.Version__c ?? null;
  }
});

test("to an org that must not be written nothing is, and the reason is told", async (t) => {
  const call = await startMemory(t, "This org is looked at only.");
  assert.deepEqual(await call("mayWrite"), { confirm: false, undo: false, keepPeople: false, keepRun: false });
  assert.deepEqual(await call("confirm", confirmation(null, true)), {
    saved: false,
    reason: "no-access",
    message: "This org is looked at only.",
    rows: null
  });
});

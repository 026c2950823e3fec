import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test, type TestContext } from "node:test";
import { connectTo } from "../../local/embedded-org/connect.ts";
import { restSource } from "../../command-line/evidence/rest-source.ts";
import { startOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { withFileBytes } from "../../local/page/file-bytes.ts";
import { gatewayOver } from "../../local/page/gateway.ts";
import { recordsOver } from "../../local/page/records.ts";
import { filled, readContract, type Step } from "./contract.ts";

type Fields = Readonly<Record<string, unknown>>;

const user = (number: number, Name: string): Fields => ({
  Id: `00500000000000${number}`,
  Name,
  Username: `${Name.toLowerCase().replace(" ", ".")}@example.com`,
  IsActive: true
});
const RECORDS = { User: [user(1, "Ada Fields"), user(2, "Reed Marlow"), user(3, "Stella Ranger")] };
const READ_ONLY = { MCC_Confirmation__c: "READ_ONLY", MCC_Person__c: "READ_ONLY", MCC_Run__c: "READ_ONLY" };

async function startPage(t: TestContext, unavailable: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "mcc-contract-"));
  const file = join(folder, "scenario.json");
  writeFileSync(file, JSON.stringify({ records: RECORDS, unavailable }));
  const scenario = await loadScenario(file);
  const org = await startOrg({ scenario });
  t.after(async () => {
    await org.close();
    rmSync(folder, { recursive: true });
  });
  const connection = await connectTo(org);
  const source = withFileBytes(restSource(connection), connection);
  return { connection, apex: { ...gatewayOver(source, scenario.clock), ...recordsOver(scenario) } };
}

for (const { name, readOnly = false, steps } of readContract().rows)
  test(`local page: ${name}`, async (t) => {
    const page = await startPage(t, readOnly ? READ_ONLY : {});
    const named = new Map<string, Fields>();
    for (const raw of steps) {
      // What is filled in differs from run to run, and is long.
      const place = JSON.stringify(raw);
      const rows = await take(filled(raw, named), page, place);
      if (raw.as !== undefined) named.set(raw.as, rows[0] ?? {});
    }
  });

/** @returns the rows of what the step answers */
async function take(
  step: Step,
  page: Awaited<ReturnType<typeof startPage>>,
  place: string
): Promise<readonly Fields[]> {
  const { connection, apex } = page;
  if ("create" in step) {
    const ids: Fields[] = [];
    for (let left = step.times ?? 1; left > 0; left--)
      ids.push({ Id: (await connection.sobject(step.create).create(step.fields)).id });
    return ids;
  }
  if ("query" in step) {
    const requests = [{ name: step.query, texts: step.binds }];
    const answers = (await apex["MccGateway.runQueries"]?.({ requests })) as { rows: string }[] | undefined;
    return rowsAsExpected(answers?.[0]?.rows, step.rows, place);
  }
  const answering = apex[`MccRecordsController.${step.call}`]?.(step.input);
  if ("refused" in step) {
    await assert.rejects(answering ?? Promise.resolve(), (error: Error) => error.message.includes(step.refused), place);
    return [];
  }
  const answer = (await answering) as Fields;
  assert.deepEqual(Object.keys(answer).sort(), Object.keys(step.answer).sort(), place);
  for (const [field, expected] of Object.entries(step.answer)) {
    if (field === "rows") continue;
    const pattern = /^\/(.*)\/$/.exec(String(expected))?.[1];
    if (pattern === undefined) assert.equal(answer[field], expected, `${place}: ${field}`);
    else assert.match(String(answer[field]), new RegExp(pattern), place);
  }
  return rowsAsExpected(answer.rows, step.answer.rows, place);
}

function rowsAsExpected(
  text: unknown,
  expected: number | readonly Fields[] | null | undefined,
  place: string
): Fields[] {
  if (expected === null || expected === undefined) {
    assert.equal(text ?? null, null, place);
    return [];
  }
  const rows = JSON.parse(String(text)) as Fields[];
  assert.equal(rows.length, typeof expected === "number" ? expected : expected.length, place);
  if (typeof expected === "object")
    expected.forEach((fields, i) => assert.deepEqual(likeness(rows[i], fields), fields, place));
  return rows;
}

/** @returns of what came, the fields that are expected, at every depth */
function likeness(actual: unknown, expected: unknown): unknown {
  if (typeof expected !== "object" || expected === null || typeof actual !== "object" || actual === null) return actual;
  const named = Object.entries(expected) as [string, unknown][];
  return Object.fromEntries(named.map(([name, value]) => [name, likeness((actual as Fields)[name], value)]));
}

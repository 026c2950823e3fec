import assert from "node:assert/strict";
import { test } from "node:test";
import { loadScenario } from "../embedded-org/scenario.ts";
import { Writes } from "../embedded-org/writes.ts";
import { recordsOver, refusedRecords, type RecordsAnswer } from "./records.ts";

// What is answered otherwise is held to tests/contract/records.json.

const CONFIRM = "MccRecordsController.confirm";

test("of two who confirm the same at once, one is saved and the other gets what is saved now", async () => {
  const methods = recordsOver(await loadScenario("healthy-to-confirm"));
  let version: string | null = null;
  for (const seen of ["nothing", "the same"]) {
    const both = (await Promise.all(
      [true, false].map(async (holds) =>
        methods[CONFIRM]?.({ confirmation: { check: "scope-by-user", holds, version } })
      )
    )) as RecordsAnswer[];
    assert.deepEqual(
      both.map(({ saved, reason }) => [saved, reason]),
      [
        [true, null],
        [false, "changed"]
      ],
      `both saw ${seen}`
    );
    const rows = both.map(({ rows: text }) => JSON.parse(text ?? "[]") as { Version__c: string; Holds__c: boolean }[]);
    assert.deepEqual(
      rows.map((saved) => saved.map(({ Holds__c }) => Holds__c)),
      [[true], [true]]
    );
    version = rows[0]?.[0]?.Version__c ?? null;
  }
});

test("who, when and in which org are written by the server, and anew with each answer", async () => {
  const now = new Date("2026-11-27T04:00:00Z");
  const scenario = await loadScenario("healthy-to-confirm", now);
  const type = scenario.schema.objectType("MCC_Confirmation__c");
  assert.ok(type);
  const earlier = { Confirmed_By__c: null, Confirmed_At__c: "2026-01-01T00:00:00.000+0000", Org__c: "another org" };
  const id = new Writes(scenario).create(type, {
    Key__c: "scope-by-user",
    Check__c: "scope-by-user",
    Version__c: "v1",
    ...earlier
  });
  await recordsOver(scenario)[CONFIRM]?.({
    confirmation: { check: "scope-by-user", holds: true, version: "v1", ...earlier }
  });
  const { Confirmed_By__c, Confirmed_At__c, Org__c, LastModifiedById, LastModifiedDate } =
    scenario.store.find(id)?.values ?? {};
  assert.deepEqual([Confirmed_By__c, Confirmed_At__c], [LastModifiedById, LastModifiedDate]);
  assert.equal(Confirmed_By__c, scenario.viewerId);
  assert.equal(new Date(String(Confirmed_At__c)).getTime(), now.getTime());
  assert.equal(Array.from(String(Org__c)).reverse().join(""), scenario.organizationId);
});

test("to an org that must not be written nothing is, and the reason is given", async () => {
  const methods = refusedRecords("This page only reads the org.");
  assert.deepEqual(await methods["MccRecordsController.mayWrite"]?.({}), {
    confirm: false,
    undo: false,
    savePeople: false,
    saveRun: false
  });
  for (const name of ["confirm", "undo", "savePeople", "saveRun"])
    assert.deepEqual(
      await methods[`MccRecordsController.${name}`]?.({}),
      { saved: false, reason: "no-access", message: "This page only reads the org.", rows: null },
      name
    );
});

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../build/project.ts";
import { readContract } from "./contract.ts";

// No org runs Apex here: its own tests mirror the contract by name, and its names are held against the contract's.
const CLASSES = join(ROOT, "force-app/main/default/classes");
const source = (name: string): string => readFileSync(join(CLASSES, `${name}.cls`), "utf8");
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = ""]) => name);

const PROPERTY = /@AuraEnabled\s+public \w+ (\w+) \{ get; set; \}/g;

const { rows, apexOnly } = readContract();
const calls = rows.flatMap(({ steps }) => steps.flatMap((step) => ("call" in step ? step : [])));
const answers = calls.flatMap((step) => ("answer" in step ? step : []));
const controller = source("MccRecordsController");
const methods = new Map(
  [...controller.matchAll(/@AuraEnabled\s+public static \w+ (\w+)\(([^)]*)\)/g)].map(
    ([, name = "", parameters = ""]) => [name, found(parameters, /(\w+)(?:,|$)/g)]
  )
);

test("each Apex test of MccRecordsController has a row of the contract, or a reason for having none", () => {
  const classes = readdirSync(CLASSES).flatMap(
    (file) => /^(Mcc(?:RecordsController|Confirmation|People|Run)Test)\.cls$/.exec(file)?.[1] ?? []
  );
  const tests = classes.flatMap((name) =>
    found(source(name), /@IsTest\s+static void (\w+)\(/g).map((method) => `${name}.${method}`)
  );
  const mirrored = [...rows.map(({ apex }) => apex), ...Object.keys(apexOnly)];
  assert.ok(tests.length);
  assert.deepEqual(mirrored.sort(), tests.sort());
});

test("the contract calls each method of MccRecordsController, with the parameters that Apex names", () => {
  assert.deepEqual([...new Set(calls.map(({ call }) => call))].sort(), [...methods.keys()].sort());
  for (const { call, input } of calls)
    for (const name of Object.keys(input)) assert.ok(methods.get(call)?.includes(name), `${call} takes no ${name}`);
});

test("the contract's answers have the fields that Apex answers", () => {
  const fields = {
    answer: found(source("MccRecordsAnswer"), PROPERTY).sort(),
    rights: found(source("MccRecordsRights"), PROPERTY).sort()
  };
  for (const { call, answer } of answers)
    assert.deepEqual(Object.keys(answer).sort(), call === "mayWrite" ? fields.rights : fields.answer, call);
});

test("the contract gives the reasons that Apex gives, and no others", () => {
  const given = answers.flatMap(({ answer }) => (typeof answer.reason === "string" ? answer.reason : []));
  const reasons = found(source("MccRecordsAnswer"), /unsaved\('([\w-]+)'\)/g);
  assert.deepEqual([...new Set(given)].sort(), [...new Set(reasons)].sort());
});

test("what the contract gives is read by Apex", () => {
  const inputs = ["MccConfirmationInput", "MccPersonInput", "MccRunInput"];
  const read = inputs.flatMap((name) => found(source(name), PROPERTY));
  const given = calls.flatMap(({ input }) =>
    Object.values(input)
      .flat()
      .flatMap((value) => (typeof value === "object" && value !== null ? Object.keys(value) : []))
  );
  assert.deepEqual(
    [...new Set(given)].filter((name) => !read.includes(name)),
    []
  );
});

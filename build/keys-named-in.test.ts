import assert from "node:assert/strict";
import { test } from "node:test";
import { keysNamedIn } from "./keys-named-in.ts";

const KEYS = ["ui.plan", "ui.plan.more", "count.failed.one", "count.failed.other", "api.first", "step.users"];
const CASES = [
  { name: "a key by its name", code: 'label("ui.plan")', keys: ["ui.plan"] },
  { name: "the forms of a plural by its stem", code: 'plural("count.failed", 2)', keys: KEYS.slice(2, 4) },
  { name: "what fits a template", code: "maybe(`step.${step}`) ?? maybe(`${check}.first`)", keys: KEYS.slice(4) },
  { name: "nothing by a template without letters", code: "maybe(`${key}.${form}`)", keys: [] },
  { name: "nothing by a template of a plural's form", code: "maybe(`${key}.other`)", keys: [] },
  { name: "nothing by a comment", code: '// "ui.plan"', keys: [] }
];

for (const { name, code, keys } of CASES)
  test(`code asks for ${name}`, () => assert.deepEqual([...keysNamedIn([code], KEYS)], keys));

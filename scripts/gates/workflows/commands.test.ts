import assert from "node:assert/strict";
import { test } from "node:test";
import { callsIn, npmCall } from "./commands.ts";

for (const [what, script, calls] of [
  ["lines", "npm ci\nnpm test", ["npm ci", "npm test"]],
  ["pipes and chains", "a | b && c || d; e", ["a", "b", "c", "d", "e"]],
  [
    "what a call is made of",
    'id=$(npm run release)\necho "id=$id" >> "$OUT"',
    ["id=$", "npm run release", "echo id=$id $OUT"]
  ],
  ["a call over several lines", "sf \\\n  version", ["sf version"]],
  ["an expression", "run a/${{ matrix.b }}-c", ["run a/${{matrix.b}}-c"]],
  ["nothing", "\n", []]
] as const)
  test(`calls are told apart: ${what}`, () => {
    assert.deepEqual(
      callsIn(script).map((words) => words.join(" ")),
      calls
    );
  });

for (const [call, script, args] of [
  ["npm run build", "build", []],
  ["npm run --silent salesforce -- delete --org x", "salesforce", ["delete", "--org", "x"]],
  ["CI=true npm test -- lint types", "test", ["lint", "types"]],
  ["npm start", "start", []]
] as const)
  test(`the script of "${call}" is ${script}`, () => {
    assert.deepEqual(npmCall(call.split(" ")), { script, args });
  });

for (const call of ["npm ci --prefix tests/sf", "npm install --global x", "sf run build"])
  test(`"${call}" runs no script`, () => assert.equal(npmCall(call.split(" ")), undefined));

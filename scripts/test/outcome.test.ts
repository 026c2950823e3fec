import assert from "node:assert/strict";
import { test } from "node:test";
import { ofExitCode, ofJest, ofTap, told, total } from "./outcome.ts";

const TAP = `TAP version 13
# Subtest: runs
ok 1 - runs
# Subtest: waits
ok 2 - waits # SKIP no Chromium here
    # Subtest: inner
    ok 1 - inner # SKIP not today
not ok 3 - fails
1..3
# tests 5
# suites 0
# pass 1
# fail 1
# cancelled 1
# skipped 2
# todo 0
`;

test("node:test's tests are counted, those cut off as failed, those skipped with their reasons", () => {
  assert.deepEqual(ofTap(TAP, 1), { passed: 1, failed: 2, skipped: ["waits: no Chromium here", "inner: not today"] });
});

test("a run of node:test that ended badly is a failure, though no test is counted as one", () => {
  const tap = "TAP version 13\nnot ok 1 - a suite\n# pass 3\n# fail 0\n# cancelled 0\n";
  assert.deepEqual(ofTap(tap, 1), { passed: 3, failed: 1, skipped: [] });
  assert.deepEqual(ofTap(tap, 0), { passed: 3, failed: 0, skipped: [] });
});

test("a run of node:test that broke off is an error", () => {
  assert.throws(() => ofTap("TAP version 13\nok 1 - runs\n", 0), /broke off/);
});

test("Jest's tests are counted, and a file that can't run as one failure", () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numRuntimeErrorTestSuites: 1,
    testResults: [
      {
        assertionResults: [
          { fullName: "a b", status: "pending" },
          { fullName: "c", status: "passed" }
        ]
      }
    ]
  };
  assert.deepEqual(ofJest(report), { passed: 4, failed: 2, skipped: ["a b: skipped in its file"] });
});

const CODES = [
  { name: "0 is one pass", code: 0, outcome: { passed: 1, failed: 0, skipped: [] } },
  { name: "77 is one skip, with what was printed", code: 77, outcome: { passed: 0, failed: 0, skipped: ["no Java"] } },
  { name: "anything else is one failure", code: 4, outcome: { passed: 0, failed: 1, skipped: [] } }
];
for (const { name, code, outcome } of CODES)
  test(`exit code ${name}`, () => assert.deepEqual(ofExitCode(code, 77, "no Java\n"), outcome));

test("outcomes add up, and skips are told only where there are some", () => {
  const sum = total([ofExitCode(0, 77, ""), ofExitCode(1, 77, "")]);
  assert.equal(told(sum), "1 passed, 1 failed");
  assert.equal(told(total([sum, ofExitCode(77, 77, "x")])), "1 passed, 1 failed, 1 skipped");
});

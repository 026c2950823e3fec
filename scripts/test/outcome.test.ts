import assert from "node:assert/strict";
import { test } from "node:test";
import { ofExitCode, ofJest, ofSpec, summaryText, total } from "./outcome.ts";

const PRINTED = `▶ tests/x.test.ts
  ✔ runs (0.18ms)
  ﹣ waits (0.05ms) # no Chromium here
  \u001b[90m﹣ inner # not today\u001b[39m
  ✖ fails (1.2ms)
ℹ tests 5
ℹ suites 0
ℹ pass 1
ℹ fail 1
ℹ cancelled 1
ℹ skipped 2
ℹ todo 0
`;

test("node:test's tests are counted, canceled ones as failed, skipped ones with their reasons", () => {
  assert.deepEqual(ofSpec(PRINTED, 1), {
    passed: 1,
    failed: 2,
    skipped: ["waits: no Chromium here", "inner: not today"]
  });
});

test("a run of node:test that ended badly is a failure, though no test is counted as one", () => {
  const printed = "✖ a suite\nℹ pass 3\nℹ fail 0\nℹ cancelled 0\n";
  assert.deepEqual(ofSpec(printed, 1), { passed: 3, failed: 1, skipped: [] });
  assert.deepEqual(ofSpec(printed, 0), { passed: 3, failed: 0, skipped: [] });
});

test("a run of node:test that broke off is an error", () => {
  assert.throws(() => ofSpec("✔ runs (0.1ms)\n", 0), /broke off/);
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

test("outcomes add up, and skips are mentioned only where there are some", () => {
  const sum = total([ofExitCode(0, 77, ""), ofExitCode(1, 77, "")]);
  assert.equal(summaryText(sum), "1 passed, 1 failed");
  assert.equal(summaryText(total([sum, ofExitCode(77, 77, "x")])), "1 passed, 1 failed, 1 skipped");
});

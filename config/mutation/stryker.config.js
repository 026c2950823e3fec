import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = ".cache/mutation";

/** Stryker remembers each mutant's fate, but sees no change of tests, queries and messages: each state has a memory. */
function stateOfTests() {
  const hash = createHash("sha256");
  const files = readdirSync("checklist", { recursive: true }).sort();
  for (const file of files.filter((name) => /^testing\W|\.test\.ts$|\.json$|\.soql$/.test(name)))
    hash.update(readFileSync(join("checklist", file)));
  return hash.digest("hex").slice(0, 16);
}

export default {
  mutate: ["checklist/**/*.ts", "!checklist/**/*.test.ts", "!checklist/testing/**"],
  // The sandbox holds only what the checklist's tests read.
  ignorePatterns: ["/*", "!/checklist", "!/package.json"],
  // What TypeScript refuses counts neither as killed nor as survived: it never gets as far as a test.
  checkers: ["copies"],
  plugins: ["./config/mutation/checker.js", "./config/mutation/runner.js", "./config/mutation/test-data.js"],
  ignorers: ["test-data"],
  testRunner: "checklist",
  coverageAnalysis: "perTest",
  // What is made once, when a module is loaded, are mostly declarations: fields of queries, cases of checks, titles of sources.
  // Nobody knows which tests notice a change there, so each costs a run of nearly all. No night has shown that it is long enough
  // for them: tried a few rooms at a time, they are noticed as often as the others (decision 10).
  ignoreStatic: true,
  // One process checks types, one runs tests.
  concurrency: 2,
  // A mutant on a busy machine is slow, not endless: endless loops are told by counting.
  timeoutMS: 300_000,
  thresholds: { high: 97, low: 94, break: 94 },
  reporters: ["clear-text", "progress-append-only", "html", "json"],
  clearTextReporter: { logTests: false },
  htmlReporter: { fileName: `${folder}/report.html` },
  jsonReporter: { fileName: `${folder}/report.json` },
  incremental: true,
  incrementalFile: `${folder}/${stateOfTests()}.json`,
  tempDirName: `${folder}/sandbox`
};

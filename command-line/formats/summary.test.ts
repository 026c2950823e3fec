import assert from "node:assert/strict";
import { test } from "node:test";
import { english } from "./english.ts";
import { summaryLines } from "./summary.ts";

test("a table of several orgs has one line for each, in columns, and nothing that steers a terminal", () => {
  const orgs = [
    { name: "sandbox", error: "No answer." },
    { name: "a", error: "First\u001B[2J\nsecond." }
  ];
  assert.equal(
    summaryLines(orgs, english),
    [
      "Org      Verdict              Findings",
      "sandbox  Couldn't be checked  No answer.",
      "a        Couldn't be checked  First [2J second."
    ].join("\n")
  );
});

import { QUERIES, RUN_QUERIES } from "./catalogue.ts";
import { CHECKS } from "./checks/index.ts";
import { QUERIES_AT_ONCE, transactionsOf } from "./transactions.ts";

const namesIn = (names: readonly string[]): string[][] =>
  transactionsOf(names.map((name) => ({ name }))).map((each) => each.map(({ name }) => name));
const needs = new Set(CHECKS.flatMap((check) => check.needs.map(({ name }) => name)));
const consulted = QUERIES.filter(({ name }) => !needs.has(name)).map(({ name }) => name);

describe("what is asked at once", () => {
  test("is each query once, whatever is asked", () => {
    const all = QUERIES.map(({ name }) => name);
    expect(namesIn(all).flat().sort()).toEqual([...all].sort());
  });

  test("is nothing where nothing is asked", () => {
    expect(transactionsOf([])).toEqual([]);
  });

  test.each<{ what: string; names: string[]; then: string[][] }>([
    {
      what: "the audit trail, which no check needs, apart from the app, which checks need",
      names: ["app-policy-changes", "connected-apps"],
      then: [["connected-apps"], ["app-policy-changes"]]
    },
    {
      what: "the package's records apart from the platform's, though a check needs both",
      names: ["tracking-writers", "users", "business-units", "profiles"],
      then: [
        ["users", "profiles"],
        ["tracking-writers", "business-units"]
      ]
    },
    {
      what: "what the report and every sentence on hidden rows needs, with what checks need",
      names: ["viewer", "organization", "viewer-permissions", "connected-apps"],
      then: [["viewer", "organization", "viewer-permissions", "connected-apps"]]
    }
  ])("puts $what", ({ names, then }) => {
    expect(namesIn(names)).toEqual(then);
  });

  test("never puts a query that no check needs beside one that a check needs", () => {
    const others = consulted.filter((name) => !["viewer", "organization", "viewer-permissions"].includes(name));
    for (const names of namesIn(RUN_QUERIES.map(({ name }) => name))) {
      const optional = names.filter((name) => others.includes(name));
      const isPackage = (name: string): boolean =>
        QUERIES.some((query) => query.name === name && query.object.endsWith("__c"));
      if (optional.length) expect(names.filter((name) => needs.has(name) && !isPackage(name))).toEqual([]);
    }
  });

  test.each([
    ["as many as fit are one transaction", QUERIES_AT_ONCE, [QUERIES_AT_ONCE]],
    ["one more is a second one", QUERIES_AT_ONCE + 1, [QUERIES_AT_ONCE, 1]],
    ["three times as many are three", 3 * QUERIES_AT_ONCE, Array(3).fill(QUERIES_AT_ONCE)]
  ])("%s", (_what, count, sizes) => {
    for (const name of ["users", "app-policy-changes"])
      expect(namesIn(Array<string>(count).fill(name)).map(({ length }) => length)).toEqual(sizes);
  });
});

import { QUERIES, RUN_QUERIES } from "./catalogue.ts";
import { CHECKS } from "./checks/index.ts";
import { needsOf } from "./judge/queries-of.ts";
import { QUERIES_AT_ONCE, transactionsOf, withoutPortions } from "./transactions.ts";

const namesIn = (names: readonly string[]): string[][] =>
  transactionsOf(names.map((name) => ({ name, binds: {} }))).map((each) => each.map(({ name }) => name));
const needs = new Set(CHECKS.flatMap(needsOf).map(({ name }) => name));
const OF_THE_REPORT = ["viewer", "organization", "viewer-permissions"];
const consulted = QUERIES.map(({ name }) => name).filter((name) => !needs.has(name) && !OF_THE_REPORT.includes(name));
const [unneeded = ""] = consulted;

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
      what: "what no check needs apart from the app, which checks need",
      names: [unneeded, "connected-apps"],
      then: [["connected-apps"], [unneeded]]
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
      what: "what is saved in the org with the org's Id, without which none of it counts",
      names: ["organization", "saved-people", "saved-confirmations", "saved-runs"],
      then: [["organization", "saved-people", "saved-confirmations", "saved-runs"]]
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
    for (const names of namesIn(RUN_QUERIES.map(({ name }) => name))) {
      const optional = names.filter((name) => consulted.includes(name));
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
    for (const name of ["users", unneeded])
      expect(namesIn(Array<string>(count).fill(name)).map(({ length }) => length)).toEqual(sizes);
  });
});

describe("a query about many people", () => {
  const ids = (count: number): string[] => Array.from({ length: count }, (_, n) => `005${String(n)}`);
  const sizes = (count: number): unknown[] =>
    transactionsOf([
      { name: "users", binds: { userIds: ids(count) } },
      { name: "permission-set-assignments", binds: { permissionSetIds: ["0PS1"], userIds: ids(count) } },
      { name: "organization", binds: {} },
      { name: "tracking-writers", binds: { userIds: ids(count) } }
    ]).map((requests) => requests.map(({ name, binds }) => [name, binds.userIds?.length].filter(Boolean).join(" ")));

  test("is asked whole while they fit, and in portions where they are more, in transactions of their own", () => {
    expect(sizes(500)).toEqual([
      ["users 500", "permission-set-assignments 500", "organization"],
      ["tracking-writers 500"]
    ]);
    expect(sizes(1001)).toEqual([
      ["users 500", "permission-set-assignments 500", "organization"],
      ["users 500", "permission-set-assignments 500"],
      ["users 1", "permission-set-assignments 1"],
      ["tracking-writers 500"],
      ["tracking-writers 500"],
      ["tracking-writers 1"]
    ]);
  });

  test("asks about each of them, and keeps the other values", () => {
    const asked = transactionsOf([{ name: "users", binds: { userIds: ids(1001), permissionSetIds: ["0PS1"] } }]).flat();
    expect(asked.flatMap(({ binds }) => binds.userIds)).toEqual(ids(1001));
    expect(asked.map(({ binds }) => binds.permissionSetIds)).toEqual(Array(3).fill(["0PS1"]));
  });

  test("is about people only where it has a list: a long text is asked whole", () => {
    const binds = { search: "x".repeat(501) };
    expect(transactionsOf([{ name: "user-search", binds }])).toEqual([[{ name: "user-search", binds }]]);
  });

  const rows = (...Ids: string[]) => ({ name: "profiles", rows: Ids.map((Id) => ({ Id })) });
  const error = { name: "profiles", errorType: "LimitException", errorMessage: "no" };
  const other = { name: "users", rows: "half a body" };

  test.each([
    ["one portion as it is", [rows("1"), other], [rows("1"), other]],
    ["the rows of all, each once", [rows("1", "2"), other, rows("2", "3")], [rows("1", "2", "3"), other]],
    [
      "rows without an Id, each of them",
      [
        { name: "a", rows: [{ n: 1 }] },
        { name: "a", rows: [{ n: 1 }] }
      ],
      [{ name: "a", rows: [{ n: 1 }, { n: 1 }] }]
    ],
    ["the error where one portion failed", [rows("1"), error, rows("2")], [error]],
    ["what is no list where one portion is none", [other, { name: "users", rows: [] }], [other]]
  ])("gives %s", (_what, replies, whole) => {
    expect(withoutPortions(replies)).toEqual(whole);
  });
});

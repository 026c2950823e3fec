import assert from "node:assert/strict";
import { test } from "node:test";
import { splitQuery } from "./split-query.ts";

const SOQL = "SELECT Id FROM User WHERE Id IN :ids AND ProfileId IN :profiles";
const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => `id-${String(i)}`);

const SITUATIONS = [
  { name: "a query that fits is asked whole", ids: 3, profiles: 2, longest: 500 },
  { name: "a longer one is split over its longest list", ids: 90, profiles: 2, longest: 500 },
  { name: "two long lists are both split", ids: 60, profiles: 60, longest: 500 }
];

for (const { name, ids, profiles, longest } of SITUATIONS)
  test(`${name}, and no pair of values is lost`, () => {
    const binds = { ids: numbered(ids), profiles: numbered(profiles) };
    const queries = splitQuery(SOQL, binds, longest);
    const lists = queries.map((query) => [...query.matchAll(/\(([^)]*)\)/g)].map(([, list = ""]) => list.split(",")));
    const pairs = lists.flatMap(([a = [], b = []]) => a.flatMap((x) => b.map((y) => `${x}${y}`)));
    assert.equal(new Set(pairs).size, ids * profiles);
    assert.equal(pairs.length, ids * profiles);
    assert.ok(queries.every((query) => encodeURIComponent(query).length <= longest));
    assert.equal(queries.length === 1, ids < 10);
  });

test("a query that is too long without a list is left to the org", () => {
  assert.deepEqual(splitQuery("SELECT Id FROM User WHERE Name = :n", { n: "x".repeat(99) }, 50).length, 1);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { spanOf } from "./date-literal.ts";

/** A Wednesday, in the second quarter. */
const NOW = new Date("2026-05-06T12:00:00Z");

const SITUATIONS: readonly [literal: string, from: string, to: string][] = [
  ["TODAY", "2026-05-06", "2026-05-07"],
  ["yesterday", "2026-05-05", "2026-05-06"],
  ["TOMORROW", "2026-05-07", "2026-05-08"],
  ["THIS_WEEK", "2026-05-03", "2026-05-10"],
  ["LAST_WEEK", "2026-04-26", "2026-05-03"],
  ["NEXT_WEEK", "2026-05-10", "2026-05-17"],
  ["LAST_MONTH", "2026-04-01", "2026-05-01"],
  ["THIS_QUARTER", "2026-04-01", "2026-07-01"],
  ["LAST_QUARTER", "2026-01-01", "2026-04-01"],
  ["NEXT_YEAR", "2027-01-01", "2028-01-01"],
  ["LAST_90_DAYS", "2026-02-05", "2026-05-07"],
  ["NEXT_90_DAYS", "2026-05-07", "2026-08-05"],
  ["LAST_N_DAYS:30", "2026-04-06", "2026-05-07"],
  ["NEXT_N_DAYS:2", "2026-05-07", "2026-05-09"],
  ["N_DAYS_AGO:2", "2026-05-04", "2026-05-05"],
  ["LAST_N_WEEKS:2", "2026-04-19", "2026-05-03"],
  ["LAST_N_MONTHS:2", "2026-03-01", "2026-05-01"],
  ["NEXT_N_MONTHS:2", "2026-06-01", "2026-08-01"],
  ["N_YEARS_AGO:1", "2025-01-01", "2026-01-01"]
];

for (const [literal, from, to] of SITUATIONS)
  test(`${literal} lasts from ${from} to ${to}`, () => {
    const span = spanOf(literal, NOW);
    assert.deepEqual([span?.from.toISOString().slice(0, 10), span?.to.toISOString().slice(0, 10)], [from, to]);
  });

for (const literal of ["THIS_FISCAL_YEAR", "SOMEDAY", "LAST_N_DAYS"])
  test(`${literal} is not known`, () => assert.equal(spanOf(literal, NOW), undefined));

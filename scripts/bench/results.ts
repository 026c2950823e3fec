import type { BrowserSize } from "./browser-size.ts";
import type { Cost } from "./people.ts";
import type { WholeProcess } from "./whole-process.ts";

export interface Results {
  readonly node: string;
  readonly cores: number;
  /** The large scenario, for ever more people. */
  readonly costs: readonly Cost[];
  /** As many people in an org with fewer users. */
  readonly smallerOrg: Cost;
  readonly checkPeakMb: number;
  readonly browser: BrowserSize;
  /** At 4x CPU slowdown. */
  readonly pageMs: number | { readonly skipped: string };
  readonly startMs: number;
  readonly wholeProcess: WholeProcess;
}

export interface Target {
  readonly what: string;
  readonly is: number;
  readonly atMost: number;
  readonly met: boolean;
}

const target = (what: string, is: number, atMost: number): Target => ({ what, is, atMost, met: is <= atMost });

/** @returns what was asked for, beside what is */
export function targetsOf({ costs, smallerOrg, checkPeakMb, browser, startMs, wholeProcess }: Results): Target[] {
  const most = costs.reduce((a, b) => (b.people > a.people ? b : a));
  const same = costs.find(({ people }) => people === smallerOrg.people);
  const growth = (of: "rows" | "restRequests"): number => (same ? same[of] - smallerOrg[of] : Number.NaN);
  return [
    target("round trips", Math.max(...costs.map(({ roundTrips }) => roundTrips)), 3),
    target("queries in one Apex transaction", Math.max(...costs.map(({ queries }) => queries)), 20),
    target(`ms to judge ${String(most.people)} people`, most.judgeMs, 200),
    target(`MB of memory of the check command, ${String(most.people)} people`, checkPeakMb, 250),
    target("kB of ours that a browser loads first, minified and gzipped, in English", browser.firstBytes / 1000, 60),
    target(`kB of the biggest file that is deployed, ${browser.biggest.file}`, browser.biggest.bytes / 1000, 1000),
    target("ms until a later npm start answers", startMs, 5000),
    target("times as long as sf data query takes sf mcc check (then at most 0.8)", wholeProcess.ratio, 1),
    target("more rows in the larger org, for as many people", growth("rows"), 0),
    target("more REST requests in the larger org, for as many people", growth("restRequests"), 0)
  ];
}

const COLUMNS: readonly (readonly [string, (cost: Cost) => number])[] = [
  ["People", ({ people }) => people],
  ["Org's users", ({ orgUsers }) => orgUsers],
  ["Round trips", ({ roundTrips }) => roundTrips],
  ["Queries in one", ({ queries }) => queries],
  ["REST requests", ({ restRequests }) => restRequests],
  ["Rows", ({ rows }) => rows],
  ["Judged in ms", ({ judgeMs }) => judgeMs]
];

const shown = (value: number): string => value.toFixed(Number.isInteger(value) ? 0 : value < 10 ? 2 : 1);

/** @returns the results for a person to read */
export function resultsText(results: Results): string {
  const { costs, smallerOrg, browser, pageMs, node, cores, wholeProcess } = results;
  const cells = [
    COLUMNS.map(([title]) => title),
    ...[...costs, smallerOrg].map((cost) => COLUMNS.map(([, value]) => shown(value(cost))))
  ];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const lines = cells.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "));
  const page = typeof pageMs === "number" ? `${shown(pageMs)} ms` : `skipped, ${pageMs.skipped}`;
  const targets = targetsOf(results).map(
    ({ what, is, atMost, met }) => `${met ? "✓" : "✕"} ${shown(is).padStart(7)}  (at most ${String(atMost)}) ${what}`
  );
  return [
    `The large scenario, Node ${node}, ${String(cores)} cores`,
    "",
    ...lines,
    "",
    `In Chromium at 4x CPU slowdown, from opening the page to the verdict: ${page}`,
    `Loaded by a browser beside the first queries: ${shown(browser.detailsBytes / 1000)} kB; when somebody asks for a report: ${shown(browser.laterBytes / 1000)} kB`,
    `Whole processes: sf mcc check ${shown(wholeProcess.checkMs)} ms, sf data query ${shown(wholeProcess.queryMs)} ms`,
    "",
    ...targets
  ].join("\n");
}

import { stripVTControlCharacters } from "node:util";

/** The result of a step of `npm test`. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What could not run here, and why; one text each. */
  readonly skipped: readonly string[];
}

/** @returns the sum of several outcomes */
export const total = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  skipped: outcomes.flatMap(({ skipped }) => skipped)
});

/** @returns `3 passed, 1 failed`, with `, 2 skipped` where some were */
export const summaryText = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ""}`;

/** @returns the outcome of a program that is one pass or one failure; the exit code `couldNotRun` means skipped */
export function ofExitCode(code: number, couldNotRun: number, output: string): Outcome {
  if (code === 0) return { passed: 1, failed: 0, skipped: [] };
  if (code === couldNotRun) return { passed: 0, failed: 0, skipped: [output.trim()] };
  return { passed: 0, failed: 1, skipped: [] };
}

/**
 * Reads what node:test's spec reporter printed.
 * @param code exit code of the run: a suite that broke before its first test is not among the counts
 * @throws {Error} when the summary is missing: the run broke off
 */
export function ofSpec(printed: string, code: number): Outcome {
  const text = stripVTControlCharacters(printed);
  const count = (name: string): number => {
    const number = Array.from(text.matchAll(new RegExp(`^ℹ ${name} (\\d+)$`, "gm")), ([, digits]) => digits).at(-1);
    if (number === undefined) throw new Error(`The tests broke off: node:test printed no summary.\n${printed}`);
    return Number(number);
  };
  const failed = count("fail") + count("cancelled");
  return {
    passed: count("pass"),
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: Array.from(
      text.matchAll(/^\s*﹣ (.*?)(?: \([\d.]+ms\))? # (.*)$/gm),
      ([, name, reason]) => `${name ?? ""}: ${reason ?? ""}`
    )
  };
}

/** What Jest writes with `--json`, as far as it is read here. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Reads Jest's report. A file that can't be loaded counts as one failure. */
export function ofJest(report: JestReport): Outcome {
  const pending = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === "pending" || status === "todo")
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: pending.map(({ fullName }) => `${fullName}: skipped in its file`)
  };
}

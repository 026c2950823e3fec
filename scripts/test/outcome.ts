/** What a step of `npm test` came to. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  /** What could not run here, and why; one text each. */
  readonly skipped: readonly string[];
}

/** @returns what several steps came to together */
export const total = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failed: outcomes.reduce((sum, { failed }) => sum + failed, 0),
  skipped: outcomes.flatMap(({ skipped }) => skipped)
});

/** @returns `3 passed, 1 failed`, with `, 2 skipped` where some were */
export const told = ({ passed, failed, skipped }: Outcome): string =>
  `${passed} passed, ${failed} failed${skipped.length ? `, ${skipped.length} skipped` : ""}`;

/** @returns what an exit code means for a check that is one pass or one failure; 77 means that it could not run */
export function ofExitCode(code: number, couldNotRun: number, output: string): Outcome {
  if (code === 0) return { passed: 1, failed: 0, skipped: [] };
  if (code === couldNotRun) return { passed: 0, failed: 0, skipped: [output.trim()] };
  return { passed: 0, failed: 1, skipped: [] };
}

/**
 * Reads what node:test's TAP reporter wrote.
 * @param code how the run ended: a suite that broke before its first test is in no count
 * @throws {Error} when it holds no summary: the run broke off
 */
export function ofTap(tap: string, code: number): Outcome {
  const count = (name: string): number => {
    const found = new RegExp(`^# ${name} (\\d+)$`, "m").exec(tap)?.[1];
    if (found === undefined) throw new Error("The tests broke off: node:test wrote no summary.");
    return Number(found);
  };
  const skipped = [...tap.matchAll(/^\s*ok \d+ - (.*?) # SKIP ?(.*)$/gm)].map(
    ([, name, why]) => `${name ?? ""}: ${why ?? ""}`
  );
  const failed = count("fail") + count("cancelled");
  return { passed: count("pass"), failed: code === 0 ? failed : Math.max(failed, 1), skipped };
}

/** What Jest writes with `--json`, as far as we read it. */
export interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numRuntimeErrorTestSuites: number;
  readonly testResults: readonly {
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/** Reads Jest's report. A file that could not even be run counts as one failure. */
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

import { relative } from "node:path";

/** Something wrong at a place in the project. `line` counts from 1. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

/** Exit code of a check that could not run here: the test runner counts it as skipped. */
export const SKIPPED = 77;

/**
 * Ends a check script: prints each problem as `file:line: message`, or that there are none.
 * Sets exit code 1 when there are problems.
 */
export function conclude(checked: string, root: string, problems: readonly Problem[]): void {
  for (const { file, line, message } of problems) {
    console.error(`${relative(root, file)}:${String(line)}: ${message}`);
  }
  if (problems.length) process.exitCode = 1;
  else console.log(`${checked}: no problems.`);
}

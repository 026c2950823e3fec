import { counting, findingKey, type Finding, type Report } from "c/mccChecklist";
import { isOpen } from "./recheck.ts";

/** What was to be done since the page was opened, and what of it is done. */
export interface Progress {
  readonly total: number;
  readonly done: readonly Finding[];
}

/** Remembers what was ever to be done in this visit. */
export class ToDo {
  private readonly seen = new Set<string>();

  /** @param report one that is complete */
  remember(report: Report): void {
    for (const finding of counting(report.findings)) if (isOpen(finding)) this.seen.add(findingKey(finding));
  }

  /** @param report one that is complete */
  progressOf(report: Report): Progress {
    const findings = counting(report.findings);
    // Who is no longer checked is neither done nor left.
    const known = findings.filter((finding) => this.seen.has(findingKey(finding)));
    return { total: known.length, done: known.filter((finding) => !isOpen(finding)) };
  }
}

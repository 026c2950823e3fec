import {
  comparedOf,
  printedReport,
  type Compared,
  type ComparedFinding,
  type Severity,
  type PrintedReport,
  type Report,
  type SavedReport
} from "../../checklist/index.ts";
import { english } from "../formats/english.ts";

/** What is told of a finding; the sentence on what is was not saved with a run. */
export interface SideFinding extends ComparedFinding {
  readonly severity?: Severity;
  readonly actual?: string;
  readonly changed?: { readonly at: string; readonly by: string | null; readonly text: string } | null;
}

/** One of the two that are compared. */
export interface Side extends Compared<SideFinding> {
  /** The file, or what the org is called by. */
  readonly name: string;
  readonly auditTrailSince: string | null;
}

export const sideOfPrinted = (name: string, report: PrintedReport): Side => {
  const { at, masked, org, people, findings, auditTrailSince } = report;
  const everyone = [...(people.systemUser ? [people.systemUser] : []), ...people.users];
  return { name, at, masked, org, people: everyone, findings, auditTrailSince };
};

export const sideOfReport = (name: string, report: Report): Side => sideOfPrinted(name, printedReport(report, english));

/** @param other the report that it is compared with */
export const sideOfSaved = (name: string, saved: SavedReport, other: Side): Side => ({
  ...comparedOf(saved, other.findings),
  name,
  auditTrailSince: null
});

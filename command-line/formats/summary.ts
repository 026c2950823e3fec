import { Messages } from "@salesforce/core";
import { countTexts, verdictText, type Translator } from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { oneLine } from "./plain-text.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.check");

/** One org in a table of several. */
export interface SummaryRow {
  readonly org: string;
  readonly verdict: string;
  /** How many of what, or why the org could not be checked. */
  readonly findings: string;
}

export const SUMMARY_HEADS = {
  org: messages.getMessage("org"),
  verdict: messages.getMessage("verdict"),
  findings: messages.getMessage("counts")
};

/** @returns what a report on these orgs is called */
export function summaryTitle(orgs: readonly CheckedOrg[]): string {
  const [only, ...more] = orgs;
  return only && !more.length
    ? messages.getMessage("one", [only.name])
    : messages.getMessage("several", [String(orgs.length)]);
}

export const summaryRows = (orgs: readonly CheckedOrg[], words: Translator): SummaryRow[] =>
  orgs.map((org) => ({
    org: org.name,
    verdict: "report" in org ? verdictText(org.report, words) : messages.getMessage("not-checked"),
    findings: "report" in org ? countTexts(org.report, words).join(", ") : org.error
  }));

/** @returns the same as lines for a terminal, below their heads */
export function summaryLines(orgs: readonly CheckedOrg[], words: Translator): string {
  const rows = [SUMMARY_HEADS, ...summaryRows(orgs, words)].map(({ org, verdict, findings }) =>
    [org, verdict, findings].map(oneLine)
  );
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")).join("\n");
}

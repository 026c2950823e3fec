import type { OnDemand, Report, Story } from "c/mccChecklist";
import type { ReportFormat } from "c/mccEvents";
import { messageOf } from "c/mccGateway";
import { label, translator } from "c/mccLabels";

type Writers = typeof OnDemand;

/**
 * Downloads the report as a file.
 * @param writers on their way: the tab loads them when they are asked for
 * @param mask whether pseudonyms take the place of names
 * @returns in one sentence what came of it
 */
export async function exportReport(
  writers: Promise<Writers>,
  report: Report,
  format: Exclude<ReportFormat, "text">,
  mask: boolean
): Promise<string> {
  try {
    const text = textOf(await writers, report, format, mask);
    download(text, `mcc-health-${report.at.slice(0, 10)}.${format}`);
    return label("ui.report.downloading");
  } catch (error) {
    return label("ui.report.not-made", { message: messageOf(error) }).trim();
  }
}

/**
 * @param story what somebody sees, and since when
 * @returns the text for a support case, for the person to read before they copy it
 */
export async function caseTextOf(
  writers: Promise<Writers>,
  report: Report,
  mask: boolean,
  story: Story
): Promise<string> {
  const { caseText, masked } = await writers;
  return caseText(mask ? masked(report, translator()) : report, translator(), story);
}

function textOf(writers: Writers, whole: Report, format: Exclude<ReportFormat, "text">, mask: boolean): string {
  const report = mask ? writers.masked(whole, translator()) : whole;
  if (format === "html") return writers.htmlReport(report, translator());
  return JSON.stringify(writers.printedReport(report, translator()), null, 2);
}

/**
 * Copies a message to whoever can settle these findings.
 * @param keys the findings'
 * @returns as `exportReport`
 */
export async function askColleague(
  writers: Promise<Writers>,
  report: Report,
  keys: readonly string[],
  mask: boolean
): Promise<string> {
  try {
    const { colleagueText, masked } = await writers;
    const shown = mask ? masked(report, translator()) : report;
    return await copy(colleagueText(report, keys, translator(), shown), label("ui.ask.copied"));
  } catch (error) {
    return label("ui.report.not-made", { message: messageOf(error) }).trim();
  }
}

async function copy(text: string, copied: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return copied;
  } catch {
    return label("ui.report.not-copied");
  }
}

/**
 * As bytes without a type: Lightning Web Security rewrites what is `text/html`, and refuses links to `data:` addresses.
 * Source: developer.salesforce.com, "Specify a MIME Type for Blob Objects in Lightning Web Security" and "Use Blob
 * Objects for Download Links".
 */
function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/octet-stream" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

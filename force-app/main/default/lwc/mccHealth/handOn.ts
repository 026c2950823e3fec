import { htmlReport, markdownReport, masked, printedReport, type Report } from "c/mccChecklist";
import type { Wishes } from "c/mccEvents";
import { messageOf } from "c/mccGateway";
import { say, words } from "c/mccWords";

/**
 * Copies the report, or downloads it as a file.
 * @param mask whether stand-ins take the place of names
 * @returns in one sentence what came of it
 */
export async function handOn(whole: Report, as: Wishes["handreporton"]["as"], mask: boolean): Promise<string> {
  const report = mask ? masked(whole, words) : whole;
  if (as === "markdown") return copy(markdownReport(report, words));
  const text = as === "html" ? htmlReport(report, words) : JSON.stringify(printedReport(report, words), null, 2);
  try {
    download(text, `mcc-health-${report.at.slice(0, 10)}.${as}`);
    return say("ui.report.downloading");
  } catch (error) {
    return say("ui.report.not-downloaded", { message: messageOf(error) });
  }
}

async function copy(text: string): Promise<string> {
  try {
    await navigator.clipboard.writeText(text);
    return say("ui.report.copied");
  } catch {
    return say("ui.report.not-copied");
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

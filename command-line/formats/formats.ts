import type { Translator } from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { humanReports } from "./human.ts";
import { htmlReports } from "./html.ts";
import { jsonReports } from "./json.ts";
import { junitReport } from "./junit.ts";
import { markdownReports } from "./markdown.ts";
import { sarifReport } from "./sarif.ts";

/** Makes the text of a report, piece by piece. @param version the plugin's own */
export type Format = (orgs: readonly CheckedOrg[], words: Translator, version: string) => Iterable<string>;

export const FORMAT_NAMES = ["human", "json", "junit", "sarif", "markdown", "html"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export const FORMATS: Readonly<Record<FormatName, Format>> = {
  human: humanReports,
  json: jsonReports,
  junit: (orgs, words) => [junitReport(orgs, words)],
  sarif: (orgs, words, version) => [sarifReport(orgs, words, version)],
  markdown: markdownReports,
  html: htmlReports
};

/** What a file's ending says of its format. */
export const FORMAT_OF_ENDING: Readonly<Record<string, FormatName>> = {
  ".txt": "human",
  ".json": "json",
  ".xml": "junit",
  ".sarif": "sarif",
  ".md": "markdown",
  ".html": "html"
};

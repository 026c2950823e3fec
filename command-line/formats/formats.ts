import type { Words } from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { humanReports } from "./human.ts";
import { htmlReports } from "./html.ts";
import { jsonReports } from "./json.ts";
import { markdownReports } from "./markdown.ts";

/** Makes the text of a report, piece by piece. */
export type Format = (orgs: readonly CheckedOrg[], words: Words) => Iterable<string>;

export const FORMATS = {
  human: humanReports,
  json: jsonReports,
  markdown: markdownReports,
  html: htmlReports
} satisfies Readonly<Record<string, Format>>;

export type FormatName = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as FormatName[];

/** What a file's ending says of its format. */
export const FORMAT_OF_ENDING: Readonly<Record<string, FormatName>> = {
  ".txt": "human",
  ".json": "json",
  ".md": "markdown",
  ".html": "html"
};

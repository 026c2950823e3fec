import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Part } from "./part.ts";
import { CHECKLIST, filesUnder, METADATA } from "./project.ts";
import { metadataXml } from "./xml.ts";

const NAME = "MccQueries";
const MADE_FROM = "checklist/queries/*.soql";

/** @returns the text as an Apex string, one line of the text to a line */
function apexString(text: string): string {
  const lines = text.trim().split(/\r?\n/);
  return lines
    .map((line, at) => {
      const escaped = line.replaceAll("\\", "\\\\").replaceAll("'", "\\'");
      return `'${escaped}${at < lines.length - 1 ? "\\n" : ""}'`;
    })
    .join(" +\n      ");
}

/** @returns the Apex class that holds each query by the name of its file */
export function queriesClass(queries: readonly { readonly name: string; readonly text: string }[]): string {
  const entries = queries.map(({ name, text }) => `    '${name}' =>\n      ${apexString(text)}`);
  return `/** Made from ${MADE_FROM} by the build. Do not edit. */
public with sharing class ${NAME} {
  public static final Map<String, String> SOQL = new Map<String, String>{
${entries.join(",\n")}
  };
}
`;
}

/** The query catalogue for Apex. */
export function queriesPart(): Part {
  const files = filesUnder(join(CHECKLIST, "queries"), /\.soql$/);
  const meta = "    <apiVersion>66.0</apiVersion>\n    <status>Active</status>";
  return {
    name: "queries",
    inputs: files,
    make: () =>
      new Map([
        [
          join(METADATA, `classes/${NAME}.cls`),
          queriesClass(files.map((file) => ({ name: basename(file, ".soql"), text: readFileSync(file, "utf8") })))
        ],
        [join(METADATA, `classes/${NAME}.cls-meta.xml`), metadataXml("ApexClass", MADE_FROM, meta)]
      ])
  };
}

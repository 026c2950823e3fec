import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CHECKS, PERMISSIONS } from "../checklist/index.ts";
import { checkPage } from "./docs/check-page.ts";
import { indexPage } from "./docs/index-page.ts";
import { CHECKLIST, filesUnder, ROOT } from "./project.ts";

const FOLDER = join(ROOT, "docs/checks");
const SCHEMA = join(ROOT, "docs/report.schema.json");
const VIEWER_PERMISSIONS = join(CHECKLIST, "queries/viewer-permissions.soql");

/**
 * @returns the text of each committed file that follows from the checks, by path: the pages of docs/checks, one for each
 * finding's documentation; the checks that the schema of the report knows; the query for what the person looking may do
 */
export const derivedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    [join(FOLDER, "README.md"), indexPage()],
    ...CHECKS.map((check) => [join(FOLDER, `${check.id}.md`), checkPage(check)] as const),
    [SCHEMA, schemaText(readFileSync(SCHEMA, "utf8"))],
    [VIEWER_PERMISSIONS, `SELECT ${Object.keys(PERMISSIONS).join(", ")}\nFROM UserPermissionAccess\nLIMIT 1\n`]
  ]);

/** @returns the pages that lie there, whether or not a check has one */
export const writtenPages = (): string[] => filesUnder(FOLDER, /\.md$/);

/** The rest of the schema is written by hand: only the list of ids is replaced, so that nothing else moves. */
function schemaText(text: string): string {
  const ids = CHECKS.map(({ id }) => `        ${JSON.stringify(id)}`).join(",\n");
  return text.replace(/("check": \{\s*"enum": \[\n)[^\]]*?(\n\s*\])/, `$1${ids}$2`);
}

if (process.argv[1] === import.meta.filename) {
  const files = derivedFiles();
  for (const file of writtenPages()) if (!files.has(file)) rmSync(file);
  for (const [file, text] of files) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`Wrote ${files.size} files that follow from the checks.`);
}

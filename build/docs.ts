import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CHECKS } from "../checklist/index.ts";
import { filesUnder, ROOT } from "./project.ts";
import { checkPage } from "./docs/check-page.ts";
import { indexPage } from "./docs/index-page.ts";

const FOLDER = join(ROOT, "docs/checks");

/** @returns the text of each page of docs/checks, by path; a finding's documentation is `docs/checks/<id>.md` */
export const checkPages = (): ReadonlyMap<string, string> =>
  new Map([
    [join(FOLDER, "README.md"), indexPage()],
    ...CHECKS.map((check) => [join(FOLDER, `${check.id}.md`), checkPage(check)] as const)
  ]);

/** @returns the pages that lie there, whether or not a check has one */
export const writtenPages = (): string[] => filesUnder(FOLDER, /\.md$/);

if (process.argv[1] === import.meta.filename) {
  const pages = checkPages();
  for (const file of writtenPages()) if (!pages.has(file)) rmSync(file);
  for (const [file, text] of pages) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(`docs/checks: ${String(pages.size)} pages.`);
}

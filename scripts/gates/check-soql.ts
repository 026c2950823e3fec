import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ET4AE5 } from "../../local/embedded-org/et4ae5.ts";
import { ownObjects } from "../../local/embedded-org/own-objects.ts";
import { openSchema, type Schema } from "../../local/embedded-org/schema.ts";
import { CHECKLIST, filesUnder, METADATA, ROOT } from "../../build/project.ts";
import { conclude, type Problem } from "./problems.ts";
import { inlineSoqlProblems, soqlProblems } from "./soql/names.ts";

/**
 * Holds every query against the schema that Salesforce publishes. Neither the Apex checker nor the compiler looks into
 * a query's text: an org would be the first to tell.
 * @param files paths of `.soql` files, and of Apex classes with queries in brackets
 */
export function queryFileProblems(files: readonly string[], schema: Schema): Problem[] {
  return files.flatMap((file) => {
    const problemsOf = file.endsWith(".cls") ? inlineSoqlProblems : soqlProblems;
    return problemsOf(readFileSync(file, "utf8"), schema).map((problem) => ({ file, ...problem }));
  });
}

/**
 * Holds every query of a project against the schema.
 * @param root the folder with `sfdx-project.json`
 */
export function projectQueryProblems(root: string): Problem[] {
  const inRoot = (folder: string): string => join(root, relative(ROOT, folder));
  const files = [...filesUnder(inRoot(CHECKLIST), /\.soql$/), ...filesUnder(inRoot(METADATA), /\.cls$/)];
  return queryFileProblems(files, openSchema([...ET4AE5, ...ownObjects(join(inRoot(METADATA), "objects"))]));
}

if (process.argv[1] === import.meta.filename) conclude("SOQL", ROOT, projectQueryProblems(ROOT));

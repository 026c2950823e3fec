import { readFileSync } from "node:fs";
import type { QueryName } from "../checklist/index.ts";

/**
 * @returns the query as its file in `checklist/queries` has it
 * @throws {Error} there is no such file
 */
export const queryText = (name: QueryName): string =>
  readFileSync(new URL(`../checklist/queries/${name}.soql`, import.meta.url), "utf8").trim();

import { readFileSync } from "node:fs";
import { QUERIES, type FaultCode } from "../../checklist/index.ts";

/** Named as the Apex gateway names it. */
class UnknownQueryError extends Error {
  override readonly name = "UnknownQuery" satisfies FaultCode;
}

const NAMES: ReadonlySet<string> = new Set(QUERIES.map(({ name }) => name));

/**
 * @returns the query as its file in `checklist/queries` has it
 * @throws {UnknownQueryError} the catalogue has no such query
 */
export function queryText(name: string): string {
  // A request may come from a page, which can ask for anything.
  if (!NAMES.has(name)) throw new UnknownQueryError(`The catalogue has no query named "${name}".`);
  return readFileSync(new URL(`../../checklist/queries/${name}.soql`, import.meta.url), "utf8").trim();
}

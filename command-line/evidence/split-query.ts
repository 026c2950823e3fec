import type { Binds } from "../../checklist/index.ts";
import { withBinds } from "./soql-literal.ts";

/**
 * Characters of a query in an address. Salesforce takes about 16,000 for the address and the headers together; the
 * rest is theirs. Source: Developer Limits and Allocations, "URI and header length".
 */
const LONGEST_QUERY = 14_000;

/**
 * Halves the longest list until each query fits into an address.
 * @returns queries whose rows together are those of the whole; a row may come from more than one of them
 * @throws {Error} names the bind that has no value
 */
export function splitQuery(soql: string, binds: Binds, longest = LONGEST_QUERY): string[] {
  const whole = withBinds(soql, binds);
  if (encodeURIComponent(whole).length <= longest) return [whole];
  const [found] = Object.entries(binds)
    .flatMap(([name, value]) => (typeof value !== "string" && value.length > 1 ? [{ name, list: value }] : []))
    .sort((a, b) => b.list.join().length - a.list.join().length);
  // Nothing can be split: the org says so itself.
  if (!found) return [whole];
  const { name, list } = found;
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)].flatMap((half) =>
    splitQuery(soql, { ...binds, [name]: half }, longest)
  );
}

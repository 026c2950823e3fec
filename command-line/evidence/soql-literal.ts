import type { Binds } from "../../checklist/index.ts";

/** Source: SOQL and SOSL Reference, "Quoted String Escape Sequences". */
const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\\\",
  "'": "\\'",
  '"': '\\"',
  "\n": "\\n",
  "\r": "\\r",
  "\t": "\\t",
  "\b": "\\b",
  "\f": "\\f",
  // Line ends to some readers.
  "\u2028": "\\u2028",
  "\u2029": "\\u2029"
};
const SPECIAL = /[\\'"\n\r\t\b\f\u2028\u2029]/g;
/** In a pattern, a backslash that escapes something is the caller's and stays as it is. */
const SPECIAL_IN_PATTERN = /\\[\\%_]|[\\'"\n\r\t\b\f\u2028\u2029]/g;

/** @returns the text as a SOQL literal, so that no character of it can end the literal */
export const soqlLiteral = (text: string): string => quote(text, SPECIAL);

const patternLiteral = (text: string): string => quote(text, SPECIAL_IN_PATTERN);

const quote = (text: string, special: RegExp): string =>
  `'${text.replace(special, (found) => ESCAPES[found] ?? found)}'`;

/** A string literal, which is left alone, or a bind with the LIKE that may stand before it. */
const TOKEN = /'(?:\\[^]|[^'\\])*'|(\blike\s+)?(?<!\w):\s*([a-z_]\w*)/gi;

/**
 * REST knows no bind variables, so their values are written into the query.
 * @param soql a query as its file has it
 * @param binds values by name; a list becomes the list of an IN
 * @returns the query with a literal in place of each `:name`
 * @throws {Error} names the bind that has no value
 */
export function withBinds(soql: string, binds: Binds): string {
  return soql.replace(TOKEN, (token, like: string | undefined, name: string | undefined) => {
    if (name === undefined) return token;
    const value = Object.hasOwn(binds, name) ? binds[name] : undefined;
    if (value === undefined) throw new Error(`The query has no value for :${name}.`);
    if (typeof value !== "string") return `(${value.map(soqlLiteral).join(",")})`;
    return like === undefined ? soqlLiteral(value) : `${like}${patternLiteral(value)}`;
  });
}

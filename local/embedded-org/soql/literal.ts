import type { LiteralType } from "@jetstreamapp/soql-parser-js";
import { readDate, readDatetime, restDate, restDatetime } from "../datetime.ts";
import { RestError } from "../rest-error.ts";
import { isRecordId } from "../record-id.ts";
import { keyOf, type Key } from "../store.ts";
import { fail, unsupported, type Context } from "./context.ts";
import type { Path } from "./path.ts";

/** What a condition compares with: one key, or a span of keys that includes its start and not its end. */
export type Operand = { readonly key: Key } | { readonly from: string; readonly to: string };

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  b: "\b",
  f: "\f",
  '"': '"',
  "'": "'",
  "\\": "\\",
  _: "_",
  "%": "%"
};

const PARTS = /\\u[0-9a-fA-F]{4}|\\[^]|[^\\]/gu;

/** One character of a string literal. Escaped ones are no wildcards of `LIKE`. */
export interface Character {
  readonly text: string;
  readonly escaped: boolean;
}

/**
 * @param quoted a string literal with its quotes
 * @throws {RestError} MALFORMED_QUERY: an escape that SOQL does not have
 * Source: SOQL and SOSL Reference, "Quoted String Escape Sequences".
 */
export function charactersOf(quoted: string): Character[] {
  return (quoted.slice(1, -1).match(PARTS) ?? []).map((part) => {
    if (part.length < 2 || !part.startsWith("\\")) return { text: part, escaped: false };
    if (part.length === 6) return { text: String.fromCharCode(parseInt(part.slice(2), 16)), escaped: true };
    const text = ESCAPES[part.slice(1).toLowerCase()];
    if (text === undefined)
      throw new RestError(
        "MALFORMED_QUERY",
        `Invalid string literal ${quoted}. Illegal character sequence '${part}' in string literal.`
      );
    return { text, escaped: true };
  });
}

const TYPE_NAMES: Readonly<Record<string, string>> = { datetime: "dateTime", id: "ID", reference: "ID" };

/** @throws {RestError} INVALID_FIELD: the literal is not of the field's type. The platform converts nothing */
export function operandOf(context: Context, path: Path, text: string, literal: LiteralType | undefined): Operand {
  const { field } = path;
  const key = (value: string | number | boolean): Operand => ({ key: keyOf(field, value) });
  if (literal === "NULL") return { key: keyOf(field, null) };

  switch (field.type) {
    case "string":
      if (literal === "STRING") return key(plainText(text));
      break;
    case "id":
    case "reference":
      if (literal === "STRING") return key(recordId(context, text));
      break;
    case "boolean":
      if (literal === "BOOLEAN") return key(text.toUpperCase() === "TRUE");
      break;
    case "int":
    case "double":
      if (literal === "INTEGER" || literal === "DECIMAL") return key(Number(text));
      break;
    case "date":
    case "datetime": {
      if (literal === "DATE_LITERAL" || literal === "DATE_N_LITERAL") return spanOperand(context, path, text);
      const read = field.type === "date" ? readDate : readDatetime;
      const moment = literal === (field.type === "date" ? "DATE" : "DATETIME") ? read(text, context.now) : undefined;
      if (moment !== undefined) return key(moment);
      break;
    }
    default:
      break;
  }
  const quotes = field.type === "string" ? "should be enclosed in quotes" : "should not be enclosed in quotes";
  const type = TYPE_NAMES[field.type] ?? field.type;
  const message = `value of filter criterion for field '${field.name}' must be of type ${type} and ${quotes}`;
  throw fail(context, "INVALID_FIELD", field.name, message);
}

const plainText = (quoted: string): string =>
  charactersOf(quoted)
    .map(({ text }) => text)
    .join("");

function recordId(context: Context, quoted: string): string {
  const id = plainText(quoted);
  if (id === "" || isRecordId(id)) return id;
  throw fail(context, "INVALID_QUERY_FILTER_OPERATOR", id, `invalid ID field: ${id}`);
}

/**
 * Days are those of UTC, and today is one of them. Source: SOQL and SOSL Reference, "Date Formats and Date Literals".
 * @throws {RestError} any date literal but LAST_N_DAYS:n
 */
function spanOperand(context: Context, { field }: Path, literal: string): Operand {
  const [, days] = /^LAST_N_DAYS:(\d{1,6})$/i.exec(literal) ?? [];
  if (days === undefined) throw unsupported(context, literal);
  const { now } = context;
  const dayAt = (offset: number): string => {
    const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + offset));
    return field.type === "date" ? restDate(day) : restDatetime(day);
  };
  return { from: dayAt(-Number(days)), to: dayAt(1) };
}

import { readFileSync } from "node:fs";

/** The contract of MccRecordsController: what its page may count on, whether Apex answers or the local page's stand-in. */
export interface Contract {
  /** Apex tests without a row, by name, with the reason. */
  readonly apexOnly: Readonly<Record<string, string>>;
  readonly rows: readonly ContractRow[];
}

export interface ContractRow {
  readonly name: string;
  /** The Apex test that holds Apex to the same. */
  readonly apex: string;
  /** Whether the person looking may read only. */
  readonly readOnly?: boolean;
  readonly steps: readonly Step[];
}

type Fields = Readonly<Record<string, unknown>>;
/** How many, or which: of each, the fields that are named. */
type ExpectedRows = number | readonly Fields[];

/** `as` names the first row of what a step answers, for `$name.Field` in later ones. */
export type Step = { readonly as?: string } & (
  | { readonly call: string; readonly input: Fields; readonly answer: Fields & { readonly rows?: ExpectedRows | null } }
  | { readonly call: string; readonly input: Fields; readonly refused: string }
  | { readonly query: string; readonly binds: Fields; readonly rows: ExpectedRows }
  | { readonly create: string; readonly fields: Fields; readonly times?: number }
);

export const readContract = (): Contract =>
  JSON.parse(readFileSync(new URL("records.json", import.meta.url), "utf8")) as Contract;

const LONG = /^\{(base64 )?(.)\*(\d+)\}$/u;
const NAMED = /^\$(\w+)\.(\w+)$/;

/**
 * Fills in what JSON can't hold well: `{x*21}` is 21 times x, `{base64 x*21}` the same in base64, `$name.Field` a value
 * of an earlier step.
 */
export function filled<Value>(value: Value, named: ReadonlyMap<string, Fields>): Value {
  return JSON.parse(JSON.stringify(value), (_key, part: unknown) => {
    if (typeof part !== "string") return part;
    const [, base64, letter = "", times] = LONG.exec(part) ?? [];
    const text = letter.repeat(Number(times ?? 0));
    if (times !== undefined) return base64 === undefined ? text : Buffer.from(text).toString("base64");
    const [, name = "", field = ""] = NAMED.exec(part) ?? [];
    return name ? named.get(name)?.[field] : part;
  }) as Value;
}

import type { LiteralType, Query, WhereClause } from "@jetstreamapp/soql-parser-js";
import type { Field, ObjectType } from "../schema.ts";
import type { Key, Row, Table } from "../store.ts";
import { treeOf, type Leaf, type Tree } from "./condition-tree.ts";
import { fail, unsupported, type Context } from "./context.ts";
import { matchesLike, type PatternPart } from "./like.ts";
import { charactersOf, operandOf, type Operand } from "./literal.ts";
import { checkUse, keyAt, pathOf, type Path } from "./path.ts";

export interface Filter {
  readonly matches: (row: Row) => boolean;
  /** @returns rows of the table that include all matches: every row, or those that an index finds */
  readonly candidates: (table: Table) => readonly Row[];
}

/** Runs the `SELECT field …` of a semi-join. */
export type SemiJoin = (query: Query) => ReadonlySet<Key>;

interface Lookup {
  readonly field: Field;
  readonly keys: ReadonlySet<Key>;
}

interface Test {
  readonly matches: (row: Row) => boolean;
  /** Present if all matches have one of these keys in a field of their own. */
  readonly lookup?: Lookup;
}

const ALL: Filter = { matches: () => true, candidates: (table) => table.rows };

/** @throws {RestError} a name, operator or value that the platform would not take */
export function filterOf(
  context: Context,
  type: ObjectType,
  where: WhereClause | undefined,
  semiJoin: SemiJoin
): Filter {
  if (!where) return ALL;
  const test = testOf(treeOf(where));
  return {
    matches: test.matches,
    candidates: (table) => (test.lookup ? table.lookup(test.lookup.field, test.lookup.keys) : table.rows)
  };

  function testOf(tree: Tree): Test {
    if (tree.kind === "leaf") return leafTest(tree.condition);
    if (tree.kind === "not") {
      const { matches } = testOf(tree.part);
      return { matches: (row) => !matches(row) };
    }
    const parts = tree.parts.map(testOf);
    if (tree.kind === "or") return { matches: (row) => parts.some(({ matches }) => matches(row)) };
    const lookups = parts.flatMap(({ lookup }) => lookup ?? []);
    const best = lookups.sort((a, b) => a.keys.size - b.keys.size)[0];
    return { matches: (row) => parts.every(({ matches }) => matches(row)), ...(best && { lookup: best }) };
  }

  function leafTest(condition: Leaf): Test {
    if ("fn" in condition) throw unsupported(context, condition.fn.functionName ?? "a function");
    const path = pathOf(context, type, condition.field);
    checkUse(context, path, "filtered");
    const at = keyAt(context, path);
    const { operator } = condition;

    if ("valueQuery" in condition) {
      const keys = semiJoin(condition.valueQuery);
      return operator === "IN" ? within(path, at, keys) : { matches: (row) => !keys.has(at(row)) };
    }
    if (operator === "LIKE") return { matches: likeTest(context, path, String(condition.value), at) };

    const values = [condition.value].flat();
    const literals = [condition.literalType].flat() as (LiteralType | undefined)[];
    const operands = values.map((value, i) =>
      operandOf(context, path, value, literals.length > 1 ? literals[i] : literals[0])
    );
    if (operator === "IN" || operator === "NOT IN") {
      const keys = new Set(operands.map((operand) => single(context, operand)));
      return operator === "IN" ? within(path, at, keys) : { matches: (row) => !keys.has(at(row)) };
    }
    const [operand] = operands;
    const compare = operand && COMPARISONS[operator];
    if (!compare) throw unsupported(context, operator);
    if (operator === "=" && "key" in operand) return within(path, at, new Set([operand.key]));
    return { matches: (row) => compare(at(row), operand) };
  }
}

/** Boolean and empty keys match so many rows that an index would not narrow them. */
function within(path: Path, at: (row: Row) => Key, keys: ReadonlySet<Key>): Test {
  const narrow = path.steps.length === 0 && path.field.type !== "boolean" && !keys.has(null);
  return { matches: (row) => keys.has(at(row)), ...(narrow && { lookup: { field: path.field, keys } }) };
}

function single(context: Context, operand: Operand): Key {
  if ("key" in operand) return operand.key;
  throw unsupported(context, "date literals in a list");
}

const before = (key: Key, limit: Key): boolean => key !== null && limit !== null && key < limit;
const first = (operand: Operand): Key => ("key" in operand ? operand.key : operand.from);

/** @returns whether a key lies after the operand, or after the end of its span */
const after = (key: Key, operand: Operand): boolean =>
  "key" in operand ? before(operand.key, key) : key !== null && !before(key, operand.to);

const equal = (key: Key, operand: Operand): boolean =>
  "key" in operand ? key === operand.key : key !== null && !before(key, operand.from) && before(key, operand.to);

const COMPARISONS: Readonly<Record<string, (key: Key, operand: Operand) => boolean>> = {
  "=": equal,
  "!=": (key, operand) => !equal(key, operand),
  "<": (key, operand) => before(key, first(operand)),
  ">": after,
  "<=": (key, operand) => equal(key, operand) || before(key, first(operand)),
  ">=": (key, operand) => equal(key, operand) || after(key, operand)
};

function likeTest(context: Context, path: Path, quoted: string, at: (row: Row) => Key): (row: Row) => boolean {
  if (path.field.type !== "string" || !quoted.startsWith("'")) {
    const message = `invalid operator on ${path.field.type} field '${path.field.name}'`;
    throw fail(context, "INVALID_QUERY_FILTER_OPERATOR", path.field.name, message);
  }
  const pattern = charactersOf(quoted).flatMap(({ text, escaped }): PatternPart[] => {
    if (!escaped && text === "%") return ["any run"];
    if (!escaped && text === "_") return ["any one"];
    return Array.from(text.toLowerCase()).map((character) => ({ character }));
  });
  return (row) => {
    const key = at(row);
    return typeof key === "string" && matchesLike(pattern, Array.from(key));
  };
}

import type { FieldType as Selected } from "@jetstreamapp/soql-parser-js";
import { longId } from "../record-id.ts";
import type { Field, ObjectType } from "../schema.ts";
import type { Row, Value } from "../store.ts";
import { fail, unsupported, type Context } from "./context.ts";
import { parentAt, pathOf, valueOf, writtenAs } from "./path.ts";

/** A row as REST writes it. */
export type Shaped = { [name: string]: unknown };
export type Shape = (row: Row) => Shaped;

/** A column of a result, as REST describes it for `columns=true`: a tree, because parents have columns of their own. */
export interface Column {
  readonly columnName: string;
  readonly displayName: string;
  readonly aggregate: boolean;
  readonly joinColumns: readonly Column[];
}

export interface Selection {
  readonly shape: Shape;
  readonly columns: readonly Column[];
}

interface Node {
  readonly fields: Map<string, Field>;
  readonly parents: Map<string, { readonly step: Field; readonly node: Node }>;
}

const newNode = (): Node => ({ fields: new Map(), parents: new Map() });

/** @returns the attributes that REST gives each row; a row without an Id has the empty one */
function attributesOf(context: Context, row: Row): Shaped {
  const id = typeof row.values.Id === "string" ? row.values.Id : longId("000000000000000");
  return { type: row.object, url: `${context.address}/sobjects/${row.object}/${id}` };
}

/** REST answers the address of a file's bytes in place of them. */
function shapedValue(context: Context, field: Field, row: Row): Value {
  const value = valueOf(field, row);
  if (field.type !== "base64" || value === null) return value;
  return `${context.address}/sobjects/${row.object}/${String(row.values.Id)}/${field.name}`;
}

/** @throws {RestError} an unknown name, the same field twice, something that is not supported here */
export function selectionOf(context: Context, type: ObjectType, selected: readonly Selected[]): Selection {
  const root = newNode();
  for (const item of selected) {
    if (item.type === "FieldFunctionExpression") throw unsupported(context, item.functionName);
    if (item.type !== "Field" && item.type !== "FieldRelationship") throw unsupported(context, item.type);
    add(writtenAs(item), "alias" in item ? item.alias : undefined);
  }
  return { shape: shaper(root), columns: columnsOf(root) };

  function add(written: string, alias: string | undefined): void {
    if (alias !== undefined)
      throw fail(context, "MALFORMED_QUERY", alias, "only aggregate expressions use field aliasing");
    const { steps, field } = pathOf(context, type, written);
    let node = root;
    for (const step of steps) {
      const name = step.relationshipName ?? step.name;
      const parent = node.parents.get(name) ?? { step, node: newNode() };
      node.parents.set(name, parent);
      node = parent.node;
    }
    if (node.fields.has(field.name))
      throw fail(context, "INVALID_FIELD", written, `duplicate field selected: ${field.name}`);
    node.fields.set(field.name, field);
  }

  function shaper({ fields, parents }: Node): Shape {
    const own = [...fields];
    const above = [...parents].map(([name, { step, node }]) => ({ name, step, shape: shaper(node) }));
    return (row) => {
      const shaped: Shaped = { attributes: attributesOf(context, row) };
      for (const [name, field] of own) shaped[name] = shapedValue(context, field, row);
      for (const { name, step, shape } of above) {
        const parent = parentAt(context, [step], row);
        shaped[name] = parent ? shape(parent) : null;
      }
      return shaped;
    };
  }
}

export const columnOf = (columnName: string, more: Partial<Column> = {}): Column => ({
  columnName,
  displayName: columnName,
  aggregate: false,
  joinColumns: [],
  ...more
});

const columnsOf = ({ fields, parents }: Node): Column[] => [
  ...[...fields.keys()].map((name) => columnOf(name)),
  ...[...parents].map(([name, { node }]) => columnOf(name, { joinColumns: columnsOf(node) }))
];

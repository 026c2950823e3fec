import type { FieldFunctionExpression, FieldType as Selected, Subquery } from "@jetstreamapp/soql-parser-js";
import { longId } from "../record-id.ts";
import type { Field } from "../schema.ts";
import type { Row, Value } from "../store.ts";
import { fail, unsupported, type Context } from "./context.ts";
import { parentAt, pathOf, valueOf, writtenAs, type Source } from "./path.ts";

/** A row as REST writes it. */
export type Shaped = { [name: string]: unknown };
export type Shape = (row: Row) => Shaped;

/** A column of an answer, as REST describes it for `columns=true`: a tree, since parents and children have their own. */
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

interface Child {
  readonly name: string;
  readonly shape: (parent: Row) => unknown;
  readonly columns: readonly Column[];
}

/** Compiles a child query into what a parent's row shows for it. */
export type ChildQuery = (subquery: Subquery) => Child;

interface Node {
  readonly fields: Map<string, Field>;
  readonly parents: Map<string, { readonly step: Field; readonly node: Node }>;
  readonly children: Map<string, Child>;
}

const newNode = (): Node => ({ fields: new Map(), parents: new Map(), children: new Map() });

/** FIELDS(ALL) and FIELDS(CUSTOM) only go with a LIMIT up to this. Source: SOQL and SOSL Reference, "FIELDS()". */
const FIELDS_LIMIT = 200;

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

/** @throws {RestError} a name that the schema does not have, the same field twice, something not known here */
export function selectionOf(
  context: Context,
  source: Source,
  selected: readonly Selected[],
  limit: number | undefined,
  childQuery: ChildQuery
): Selection {
  const root = newNode();
  for (const item of selected) {
    if (item.type === "FieldSubquery") {
      const child = childQuery(item.subquery);
      root.children.set(child.name, child);
    } else if (item.type === "FieldFunctionExpression" && item.functionName.toUpperCase() === "FIELDS") {
      for (const field of allFields(context, source, item.parameters, limit)) root.fields.set(field.name, field);
    } else if (item.type === "Field" || item.type === "FieldRelationship") {
      add(writtenAs(item), "alias" in item ? item.alias : undefined);
    } else {
      throw unsupported(context, item.type === "FieldTypeof" ? "TYPEOF" : item.functionName);
    }
  }
  return { shape: shaper(root), columns: columnsOf(root) };

  function add(written: string, alias: string | undefined): void {
    if (alias !== undefined)
      throw fail(context, "MALFORMED_QUERY", alias, "only aggregate expressions use field aliasing");
    const { steps, field } = pathOf(context, source, written);
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

  function shaper({ fields, parents, children }: Node): Shape {
    const own = [...fields];
    const above = [...parents].map(([name, { step, node }]) => ({ name, step, shape: shaper(node) }));
    return (row) => {
      const shaped: Shaped = { attributes: attributesOf(context, row) };
      for (const [name, field] of own) shaped[name] = shapedValue(context, field, row);
      for (const { name, step, shape } of above) {
        const parent = parentAt(context, [step], row);
        shaped[name] = parent ? shape(parent) : null;
      }
      for (const [name, { shape }] of children) shaped[name] = shape(row);
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

function columnsOf({ fields, parents, children }: Node): Column[] {
  return [
    ...[...fields.keys()].map((name) => columnOf(name)),
    ...[...parents].map(([name, { node }]) => columnOf(name, { joinColumns: columnsOf(node) })),
    ...[...children].map(([name, { columns }]) => columnOf(name, { aggregate: true, joinColumns: columns }))
  ];
}

function allFields(
  context: Context,
  { type }: Source,
  [which]: FieldFunctionExpression["parameters"],
  limit: number | undefined
): Field[] {
  const group = typeof which === "string" ? which.toUpperCase() : "";
  if (group !== "STANDARD" && (limit === undefined || limit > FIELDS_LIMIT))
    throw fail(
      context,
      "MALFORMED_QUERY",
      "FIELDS",
      `The SOQL FIELDS function must have a LIMIT of at most ${String(FIELDS_LIMIT)}`
    );
  const fields = type.fields.filter(({ name }) => group === "ALL" || name.endsWith("__c") === (group === "CUSTOM"));
  for (const { name } of fields) context.touched.add(`${type.name}.${name}`);
  return fields;
}

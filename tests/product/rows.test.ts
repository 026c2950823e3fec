import assert from "node:assert/strict";
import { test } from "node:test";
import { queryNamed, readRows, type Fields } from "../../checklist/index.ts";
import { WRITTEN_ROWS } from "./written-rows.ts";

for (const { query, name, rest, apex, read } of WRITTEN_ROWS) {
  const { fields } = queryNamed(query);

  test(`${query}, ${name}: rows from REST and from Apex read alike`, () => {
    assert.deepEqual(readRows(JSON.parse(JSON.stringify([rest])), fields), [read]);
    assert.deepEqual(readRows(JSON.parse(JSON.stringify([apex])), fields), [read]);
  });

  for (const path of requiredPaths(fields))
    for (const [source, row] of Object.entries({ REST: rest, Apex: apex }))
      test(`${query}, a row from ${source} without ${path}: the answer is refused, and says which row`, () => {
        const rows = [row, without(row, path.split("."))];
        assert.throws(() => readRows(rows, fields), { name: "TypeError", message: `Row 1 came without ${path}.` });
      });
}

const [written] = WRITTEN_ROWS;
for (const { name, rows, message } of [
  { name: "a text", rows: "<html></html>", message: /not a list/ },
  { name: "one row without a list", rows: written?.rest, message: /not a list/ },
  { name: "nothing", rows: null, message: /not a list/ },
  { name: "a list of texts", rows: ["Id"], message: /Row 0 is not a record/ },
  { name: "a date that is none", rows: [{ ...written?.rest, LastModifiedDate: "soon" }], message: /LastModifiedDate/ }
])
  test(`an answer that is ${name} is refused`, () => {
    assert.throws(() => readRows(rows, queryNamed("connected-apps").fields), message);
  });

/** @returns the paths of what is never empty */
function requiredPaths(fields: Fields): string[] {
  return Object.entries(fields).flatMap(([name, field]) =>
    field.optional ? [] : field.fields ? requiredPaths(field.fields).map((path) => `${name}.${path}`) : name
  );
}

/** @returns the row with null at the end of the path */
function without(
  row: Readonly<Record<string, unknown>>,
  [name = "", ...rest]: readonly string[]
): Record<string, unknown> {
  return { ...row, [name]: rest.length ? without(row[name] as Record<string, unknown>, rest) : null };
}

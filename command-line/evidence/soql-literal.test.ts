import assert from "node:assert/strict";
import { test } from "node:test";
import { soqlLiteral, withBinds } from "./soql-literal.ts";

const LITERALS = [
  { name: "plain text is quoted", text: "ada@example.com", expected: "'ada@example.com'" },
  { name: "a quote can't end the literal", text: "O'Neil", expected: "'O\\'Neil'" },
  { name: "a backslash can't escape the closing quote", text: "a\\", expected: "'a\\\\'" },
  { name: "a backslash before a quote escapes neither", text: "\\' OR Id != '", expected: "'\\\\\\' OR Id != \\''" },
  { name: "line ends and tabs become escapes", text: "a\r\n\tb", expected: "'a\\r\\n\\tb'" },
  { name: "wildcards outside LIKE stay what they are", text: "50%_", expected: "'50%_'" },
  { name: "markup stays what it is", text: "<b>&amp;", expected: "'<b>&amp;'" }
];

for (const { name, text, expected } of LITERALS)
  test(`literal: ${name}`, () => assert.equal(soqlLiteral(text), expected));

const BINDS = [
  {
    name: "a list becomes the list of an IN",
    soql: "SELECT Id FROM User WHERE Id IN :ids AND Name = :name",
    binds: { ids: ["1", "2'"], name: "x" },
    expected: "SELECT Id FROM User WHERE Id IN ('1','2\\'') AND Name = 'x'"
  },
  {
    name: "a colon inside a string literal is no bind",
    soql: "WHERE Name = 'a:b \\':b' AND Id = :b",
    binds: { b: "1" },
    expected: "WHERE Name = 'a:b \\':b' AND Id = '1'"
  },
  {
    name: "date literals and datetimes are no binds",
    soql: "WHERE CreatedDate = LAST_N_DAYS:30 AND CreatedDate > 2026-05-04T10:00:00Z",
    binds: {},
    expected: "WHERE CreatedDate = LAST_N_DAYS:30 AND CreatedDate > 2026-05-04T10:00:00Z"
  },
  {
    name: "a value that looks like a bind is not filled in again",
    soql: "WHERE A = :a AND B = :b",
    binds: { a: ":b", b: "' :a" },
    expected: "WHERE A = ':b' AND B = '\\' :a'"
  },
  {
    name: "replacement patterns in a value stay text",
    soql: "WHERE A = :a",
    binds: { a: "$& $' $1" },
    expected: "WHERE A = '$& $\\' $1'"
  },
  {
    name: "a LIKE keeps the escapes that the caller made, and gets those for the quotes",
    soql: "WHERE (Name LIKE :p OR Username like\n :p)",
    binds: { p: "%50\\%\\_\\\\ O'N\\x%" },
    expected: "WHERE (Name LIKE '%50\\%\\_\\\\ O\\'N\\\\x%' OR Username like\n '%50\\%\\_\\\\ O\\'N\\\\x%')"
  }
];

for (const { name, soql, binds, expected } of BINDS)
  test(`binds: ${name}`, () => assert.equal(withBinds(soql, binds), expected));

for (const name of ["ids", "constructor"])
  test(`binds: :${name} without a value is refused by name`, () => {
    assert.throws(() => withBinds(`WHERE Id IN :${name}`, {}), new RegExp(`:${name}\\.`));
  });

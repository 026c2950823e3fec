import { queryNamed } from "../catalogue.ts";
import { healthyRows } from "../testing/situation.ts";
import { date, flag, number, optional, parent, text } from "./fields.ts";
import { readRows } from "./read-rows.ts";

const FIELDS = {
  Id: text,
  IsActive: flag,
  Total: number,
  CreatedDate: date,
  Parent: parent({ Label: text, IsOwnedByProfile: flag }),
  Note: optional(text),
  User: optional(parent({ Name: text }))
};
const ROW = {
  Id: "1",
  IsActive: true,
  Total: 5,
  CreatedDate: "2026-05-04T12:00:00.000Z",
  Parent: { Label: "x", IsOwnedByProfile: false }
};

describe("rows", () => {
  test.each(Object.entries(healthyRows()))("of %s read as they are", (name, rows) => {
    expect(readRows(rows, queryNamed(name).fields)).toEqual(rows);
  });

  test.each<[string, object, string]>([
    ["the text of a flag", { IsActive: "false" }, "IsActive"],
    ["a number for a flag", { IsActive: 1 }, "IsActive"],
    ["a flag for a number", { Total: true }, "Total"],
    ["the text of a number", { Total: "5" }, "Total"],
    ["an object for a text", { Id: { first: "x" } }, "Id"],
    ["a list for a text", { Id: ["x"] }, "Id"],
    ["a number for a text that may be empty", { Note: 5 }, "Note"],
    ["text for a parent", { Parent: "x" }, "Parent"],
    ["a list for a parent", { Parent: [] }, "Parent"],
    ["text for a parent that may be empty", { User: "x" }, "User"],
    [
      "a flag of another kind in a parent",
      { Parent: { Label: "x", IsOwnedByProfile: "no" } },
      "Parent.IsOwnedByProfile"
    ],
    ["nothing in a parent", { User: { Name: null } }, "User.Name"],
    ["a word for a date", { CreatedDate: "soon" }, "CreatedDate"],
    ["a number for a date", { CreatedDate: 5 }, "CreatedDate"],
    ["nothing for what is never empty", { Id: null }, "Id"],
    ["nothing for a parent that is never empty", { Parent: null }, "Parent"]
  ])("with %s are refused, saying where", (_what, changes, place) => {
    const read = () => readRows([ROW, { ...ROW, ...changes }], FIELDS);
    expect(read).toThrow(TypeError);
    expect(read).toThrow(new RegExp(`^Row 1 .*\\b${place.replace(".", "\\.")}\\.$`));
  });

  test.each<[string, unknown, string]>([
    ["no list", { records: [] }, "not a list"],
    ["nothing", undefined, "not a list"],
    ["a row that is text", [ROW, "2"], "Row 1 is not a record"],
    ["a row that is nothing", [null], "Row 0 is not a record"],
    ["a row that is a list", [[]], "Row 0 is not a record"]
  ])("that are %s are refused, saying where", (_what, rows, message) => {
    expect(() => readRows(rows, FIELDS)).toThrow(TypeError);
    expect(() => readRows(rows, FIELDS)).toThrow(message);
  });

  test.each<[string, object]>([
    ["what is empty", { Note: null, User: null }],
    ["REST's attributes, of parents too", { attributes: {}, Parent: { ...ROW.Parent, attributes: {} } }],
    ["what was not asked for", { Other: 5 }]
  ])("are read without %s", (_what, changes) => {
    expect(readRows([{ ...ROW, ...changes }], FIELDS)).toEqual([ROW]);
  });

  test.each([
    ["2026-05-04T12:00:00.000+0000", "2026-05-04T12:00:00.000+00:00"],
    ["2026-05-04T12:00:00.000-0330", "2026-05-04T12:00:00.000-03:30"],
    ["2026-05-04T12:00:00.000Z", "2026-05-04T12:00:00.000Z"],
    ["2026-05-04", "2026-05-04"]
  ])("have the date %s as every browser reads it", (given, expected) => {
    expect(readRows([{ CreatedDate: given }], { CreatedDate: date })).toEqual([{ CreatedDate: expected }]);
  });

  test.each(["2026-05-04T12:00:00+0000", "2026-05-04T12:00:00+0000 on"])("leave the text %j alone", (given) => {
    expect(readRows([{ Note: given }], { Note: text })).toEqual([{ Note: given }]);
  });
});

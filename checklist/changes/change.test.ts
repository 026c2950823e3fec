import { writeOf } from "./change.ts";

test("what sets a field writes to that field's object", () => {
  expect(writeOf("set", "IsFrozen")).toMatchObject({ object: "UserLogin", field: "IsFrozen" });
});

test("what sets no field is refused", () => {
  expect(() => writeOf("set")).toThrow("A change that sets must name its field.");
});

import { checkOf, queryNamed } from "./catalogue.ts";

test.each([
  ["query", "users", queryNamed],
  ["check", "user-active", checkOf]
] as const)("a %s is found by its name, and one that this version lacks is named in the error", (what, name, find) => {
  expect(find(name)).toMatchObject({ [what === "query" ? "name" : "id"]: name });
  expect(() => find("no-such")).toThrow(new RangeError(`There is no ${what} "no-such".`));
});

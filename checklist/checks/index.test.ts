import { CHECK_IDS } from "../judge/check.ts";
import { CHECKS, checkOf } from "./index.ts";

test("every check stands at its place in the order of repair, and is found by its id", () => {
  expect(CHECKS.map(({ id }) => id)).toEqual(CHECK_IDS);
  expect(CHECK_IDS.map((id) => checkOf(id).id)).toEqual(CHECK_IDS);
});

test.each(CHECKS)("$id says where it is written", ({ source }) => {
  const { title, section, published, url } = source;
  expect([title, section, published].filter((text) => text.trim() === "")).toEqual([]);
  expect(url).toMatch(/^https:\/\/(help|developer)\.salesforce\.com\//);
});

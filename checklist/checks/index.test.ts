import { readdirSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "./index.ts";

const folders = readdirSync(__dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

test("each folder holds one check of its name, and each check is ordered once", () => {
  expect(CHECKS.map(({ id }) => id).sort()).toEqual(folders.map(({ name }) => name).sort());
});

test.each(folders.map(({ name }) => name))("%s has its test, and its sentences in English", (name) => {
  const files = readdirSync(join(__dirname, name));
  expect(files).toEqual(expect.arrayContaining([`${name}.ts`, `${name}.test.ts`, "en.json"]));
});

test.each(CHECKS)("$id says where it is written", ({ source }) => {
  const { title, section, published, url } = source;
  expect([title, section, published].filter((text) => text.trim() === "")).toEqual([]);
  expect(url).toMatch(/^https:\/\/(help|developer)\.salesforce\.com\//);
  // An article's number, or a page's name: without them Salesforce Help shows its front page.
  if (url.includes("articleView")) expect(url).toMatch(/\?id=(\d{9}&|[a-z]+\.\w+\.htm&)/);
});

test.each(CHECKS)("$id comes after the checks whose subject it requires", ({ id, requires = [] }) => {
  const at = (check: string): number => CHECKS.findIndex((each) => each.id === check);
  for (const thing of requires) expect(at(id)).toBeGreaterThan(at(`${thing}-installed`));
});

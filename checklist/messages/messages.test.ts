import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "../checks/index.ts";
import { STEP_IDS, type Check } from "../judge/check.ts";
import { PAGES } from "../judge/pages.ts";
import { QUERIES } from "../engine/queries.ts";
import { STANDINGS } from "../presentation/status.ts";
import type { Messages } from "./text.ts";

const catalogue = (file: string): Messages => JSON.parse(readFileSync(join(__dirname, file), "utf8")) as Messages;
const english = catalogue("en.json");
const translations = readdirSync(__dirname).filter((file) => file.endsWith(".json") && file !== "en.json");
const places = (text: string | undefined): string[] => [...new Set(text?.match(/\{\w+\}/g))].sort();

const keysOf = ({ id, fix }: Check): string[] => [
  `${id}.name`,
  `${id}.first`,
  `${id}.expected`,
  ...fix.map((step) => (english[`common.fix.${step}`] === undefined ? `${id}.fix.${step}` : `common.fix.${step}`))
];
const cases = Object.keys(english).flatMap((key) => /^(.+)\.title$/.exec(key)?.[1] ?? []);
const instead = Object.keys(english).flatMap((key) => /^looking\.(.+)$/.exec(key)?.[1] ?? []);

describe("messages", () => {
  test.each([
    ["every check has its name, its expectation and its fix", CHECKS.flatMap(keysOf)],
    ["every step has a name", STEP_IDS.map((step) => `step.${step}`)],
    ["every standing has a word", STANDINGS.map((standing) => `standing.${standing}`)],
    ["every page has a name", Object.keys(PAGES).map((page) => `page.${page}`)],
    ["every object has a name", Object.values(QUERIES).map(({ object }) => `object.${object}`)],
    ["what a page says that only looks stands for a sentence of the tab", instead],
    ["every case says what is", cases.filter((name) => !name.startsWith("reconnect.")).map((name) => `${name}.actual`)]
  ])("%s", (_what, keys) => {
    expect(keys.filter((key) => english[key] === undefined)).toEqual([]);
  });

  test.each(CHECKS)("every step told of $id is a step of its fix", ({ id, fix }) => {
    const told = Object.keys(english).flatMap((key) => new RegExp(`^${id}\\.fix\\.(.+)$`).exec(key)?.[1] ?? []);
    expect(told.filter((step) => !fix.includes(step))).toEqual([]);
    expect(fix).not.toEqual([]);
  });

  test("every case says why it matters, itself or through its check", () => {
    const without = cases.filter((name) => {
      const check = name.slice(0, name.lastIndexOf("."));
      return english[`${name}.reason`] === undefined && english[`${check}.reason`] === undefined;
    });
    // What a person confirmed or refuted keeps the reason of the check.
    expect(without).toEqual(["common.confirmed", "common.refuted", "reconnect.warning"]);
  });

  describe.each(translations)("%s", (file) => {
    const translation = catalogue(file);
    test("has every key, in the same order, and no other", () => {
      expect(Object.keys(translation)).toEqual(Object.keys(english));
    });
    test("fills the same places", () => {
      const differing = Object.keys(english).filter(
        (key) => places(english[key]).join() !== places(translation[key]).join()
      );
      expect(differing).toEqual([]);
    });
    test("leaves no sentence empty", () => {
      expect(Object.keys(translation).filter((key) => translation[key]?.trim() === "")).toEqual([]);
    });
  });
});

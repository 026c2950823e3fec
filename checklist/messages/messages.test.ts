import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "../checks/index.ts";
import { ENGLISH, ownedBy, QUERIES } from "../catalogue.ts";
import type { Check } from "../judge/check.ts";
import { STEP_IDS } from "../judge/ids.ts";
import { PAGES } from "../judge/pages.ts";
import { STATUSES } from "../presentation/status.ts";
import type { Messages } from "./text.ts";

const read = (file: string): Messages => JSON.parse(readFileSync(join(__dirname, file), "utf8")) as Messages;
const jsonIn = (folder: string): string[] =>
  readdirSync(join(__dirname, folder)).filter((file) => file.endsWith(".json") && file !== "en.json");

/** Every catalogue but the English ones: with the keys that it has in the whole, and what it translates. */
const translations = [
  ...jsonIn(".").map((file) => ({ file: `messages/${file}`, messages: read(file) })),
  ...CHECKS.flatMap(({ id }) =>
    jsonIn(`../checks/${id}`).map((file) => ({
      file: `checks/${id}/${file}`,
      messages: ownedBy(id, read(`../checks/${id}/${file}`))
    }))
  )
];
const places = (text: string | undefined): string[] => [...new Set(text?.match(/\{\w+\}/g))].sort();

/** Every step that a finding of the check may tell. */
const stepsOf = ({ look = [], fix, fixes = {} }: Check): string[] => [
  ...new Set([...look, ...fix, ...Object.values(fixes).flatMap((steps) => steps ?? [])])
];
const fixKeys = (check: Check): string[] =>
  stepsOf(check).map((step) =>
    ENGLISH[`common.fix.${step}`] === undefined ? `${check.id}.fix.${step}` : `common.fix.${step}`
  );
const cases = Object.keys(ENGLISH).flatMap((key) => /^(.+)\.title$/.exec(key)?.[1] ?? []);
const answers = CHECKS.flatMap(({ id, answers: own = {} }) => Object.keys(own).map((name) => `${id}.${name}`));
const instead = Object.keys(ENGLISH).flatMap((key) => /^looking\.(.+)$/.exec(key)?.[1] ?? []);

describe("messages", () => {
  test.each([
    ["every step of a fix has its sentence", CHECKS.flatMap(fixKeys)],
    ["every step has a name", STEP_IDS.map((step) => `step.${step}`)],
    ["every status has a word", STATUSES.map((status) => `status.${status}`)],
    ["every page has a name", Object.keys(PAGES).map((page) => `page.${page}`)],
    ["every object has a name", QUERIES.map(({ object }) => `object.${object}`)],
    ["what a page says that only looks stands for a sentence of the tab", instead],
    [
      "every case says what is",
      cases
        .filter((name) => !/^reconnect\.|(?<!^common)\.(?:confirmed|refuted)$/.test(name) && !answers.includes(name))
        .map((name) => `${name}.actual`)
    ]
  ])("%s", (_what, keys) => {
    expect(keys.filter((key) => ENGLISH[key] === undefined)).toEqual([]);
  });

  test.each(CHECKS)("the sentences of $id are of its cases and of its steps", (check) => {
    const { id, messages, cases: own } = check;
    const keys = Object.keys(messages);
    const named = (pattern: RegExp): string[] => keys.flatMap((key) => pattern.exec(key)?.[1] ?? []);
    expect(
      named(/^(?!fix\.)(.+)\.(?:title|actual|reason)$/).filter(
        (name) =>
          !(name in own) && !(name in (check.answers ?? {})) && !(check.look && ["confirmed", "refuted"].includes(name))
      )
    ).toEqual([]);
    expect(named(/^answer\.(.+)$/)).toEqual(Object.keys(check.answers ?? {}));
    // Both are the case of a finding.
    expect(Object.keys(check.answers ?? {}).filter((name) => name in own)).toEqual([]);
    expect(named(/^fix\.(.+)$/).filter((step) => !stepsOf(check).includes(step))).toEqual([]);
    expect(check.fix).not.toEqual([]);
    expect(check.look).not.toEqual(check.fix);
    expect(Object.keys(ownedBy(id, messages)).filter((key) => ENGLISH[key]?.trim() === "")).toEqual([]);
  });

  test("every case says why it matters, itself or through its check", () => {
    const without = cases.filter((name) => {
      const check = name.slice(0, name.lastIndexOf("."));
      return ENGLISH[`${name}.reason`] === undefined && ENGLISH[`${check}.reason`] === undefined;
    });
    // What a person confirmed or refuted keeps the reason of the check.
    expect(without).toEqual(["common.confirmed", "common.refuted", "reconnect.warning"]);
  });

  describe.each(translations)("$file", ({ messages }) => {
    test("translates what is there in English", () => {
      expect(Object.keys(messages).filter((key) => ENGLISH[key] === undefined)).toEqual([]);
    });
    test("fills the same places", () => {
      const differing = Object.keys(messages).filter(
        (key) => places(ENGLISH[key]).join() !== places(messages[key]).join()
      );
      expect(differing).toEqual([]);
    });
    test("leaves no sentence empty", () => {
      expect(Object.keys(messages).filter((key) => messages[key]?.trim() === "")).toEqual([]);
    });
  });
});

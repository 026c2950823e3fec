import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createContext, runInContext } from "node:vm";
import {
  countTexts,
  ENGLISH,
  firstOf,
  planTexts,
  STEP_IDS,
  STATUSES,
  translatorOf,
  verdictText,
  type Messages
} from "../checklist/index.ts";
import * as details from "../checklist/details.ts";
import { checkScenarios } from "../tests/report/reports.ts";
import { checklistPart, detailsFile } from "./checklist.ts";

describe("the checklist for the tab", () => {
  let first: Messages;
  let loaded: typeof details & { readonly english: Messages };
  before(async () => {
    const made = await checklistPart().make();
    const module = [...made].find(([file]) => file.endsWith("mccChecklist.js"))?.[1] ?? "";
    ({ ENGLISH: first } = (await import(`data:text/javascript,${encodeURIComponent(module)}`)) as {
      ENGLISH: Messages;
    });
    const window: Record<string, typeof loaded> = {};
    runInContext(made.get(detailsFile) ?? "", createContext({ window }));
    assert.deepEqual(Object.keys(window), ["mccHealthDetails"]);
    loaded = window["mccHealthDetails"] as typeof loaded;
  });

  test("has each English text once: at first, or in the details", () => {
    assert.deepEqual({ ...first, ...loaded.english }, ENGLISH);
    assert.deepEqual(
      Object.keys(loaded.english).filter((key) => key in first),
      []
    );
  });

  test("has in the details what components take from there", () =>
    assert.deepEqual(Object.keys(loaded).sort(), [...Object.keys(details), "english"].sort()));

  test("can say at first, in each scenario, what stands above the cards", async () => {
    const early = translatorOf(first, "en");
    const all = translatorOf(ENGLISH, "en");
    const checked = await checkScenarios();
    const saidWith = (words: typeof early): string[] => [
      ...STEP_IDS.map((step) => words.maybe(`step.${step}`) ?? step),
      ...STATUSES.map((status) => words.maybe(`status.${status}`) ?? status),
      ...checked.flatMap(({ report }) => [
        verdictText(report, words),
        ...countTexts(report, words),
        ...planTexts(report, words),
        ...report.findings.map((finding) => firstOf(finding, words))
      ])
    ];
    assert.deepEqual(saidWith(early), saidWith(all));
  });
});

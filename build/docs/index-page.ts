import { CHECKS, STEP_IDS } from "../../checklist/index.ts";
import { casesOf, maybe, sentence } from "./catalogue.ts";
import { paragraphs, severityOf, table } from "./check-page.ts";

/** @returns the list of all checks, by step, and what any of them can run into */
export const indexPage = (): string =>
  paragraphs([
    "# The checks",
    "Made from the checks and their words by `npm run docs`. Words in *italics* stand for what an org fills in.",
    ...STEP_IDS.flatMap((step) => {
      const checks = CHECKS.filter((check) => check.step === step);
      const rows = checks.map((check) => [
        `[${maybe(`${check.id}.name`) ?? check.id}](${check.id}.md)`,
        maybe(`${check.id}.expected`) ?? "",
        severityOf(check)
      ]);
      return rows.length ? [`## ${sentence(`step.${step}`)}`, table(["Check", "Should be", "Severity"], rows)] : [];
    }),
    "## What any check can run into",
    "Only a blocker or a problem counts towards the verdict; advice is shown as a note.",
    table(
      ["Found", "Is", "Why"],
      casesOf("common").map((name) =>
        ["title", "actual", "reason"].map((part) => maybe(`common.${name}.${part}`) ?? "")
      )
    )
  ]);

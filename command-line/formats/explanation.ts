import {
  explain,
  wordingOf,
  statusOf,
  type Cause,
  type Complaint,
  type Finding,
  type Outcome,
  type Translator
} from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { oneLine } from "./plain-text.ts";

/** What can cause a symptom in one org: for scripts. */
export interface PrintedExplanation {
  readonly symptom: string;
  readonly causes: readonly {
    readonly check: string;
    readonly outcome: Outcome;
    readonly title: string;
    readonly count: number;
  }[];
}

const titleOf = (finding: Finding, words: Translator): string => wordingOf(finding, words).title;
const causeTitle = ({ check, finding }: Cause, words: Translator): string =>
  finding ? titleOf(finding, words) : (words.maybe(`${check}.name`) ?? check);

/** @returns what of the report can cause what somebody sees */
export const printedExplanation = (
  org: Extract<CheckedOrg, { report: unknown }>,
  complaint: Complaint,
  words: Translator
): PrintedExplanation => ({
  symptom: complaint.id,
  causes: explain(org.report, complaint).causes.map((cause) => ({
    check: cause.check,
    outcome: cause.outcome,
    title: causeTitle(cause, words),
    count: cause.count
  }))
});

/** @returns the same as lines for a terminal, for each org that could be checked */
export const explanationLines = (orgs: readonly CheckedOrg[], complaint: Complaint, words: Translator): string =>
  orgs
    .flatMap((org) =>
      "report" in org ? [...(orgs.length > 1 ? [`=== ${org.name}`] : []), ...linesFor(org, complaint, words)] : []
    )
    .map(oneLine)
    .join("\n")
    .concat("\n");

function linesFor(
  { report }: Extract<CheckedOrg, { report: unknown }>,
  complaint: Complaint,
  words: Translator
): string[] {
  const { causes, others } = explain(report, complaint);
  const of = (outcome: Outcome): Cause[] => causes.filter((each) => each.outcome === outcome);
  const block = (heading: string, findings: readonly [string, string][]): string[] =>
    findings.length ? [`  ${heading}:`, ...findings.map(([status, title]) => `    ${status}: ${title}`)] : [];
  const lineOf = (finding: Finding, more = 0): [string, string] => [
    words({ key: `status.${statusOf(finding)}` }),
    [titleOf(finding, words), ...(more ? [words.plural("ui.symptom.and-more", more)] : [])].join(", ")
  ];
  const cause = (each: Cause): [string, string] =>
    each.finding ? lineOf(each.finding, each.count - 1) : [words({ key: "status.checking" }), causeTitle(each, words)];
  const explains = of("explains");
  const symptom = words({ key: `symptom.${complaint.id}` });
  return [
    explains.length
      ? words.plural("ui.symptom.said", explains.length, { symptom })
      : words({ key: "ui.symptom.said-none", values: { symptom } }),
    ...block(words({ key: "ui.symptom.explains" }), explains.map(cause)),
    ...block(words.plural("ui.symptom.maybe", of("maybe").length), of("maybe").map(cause)),
    ...block(
      words({ key: "ui.symptom.others" }),
      others.map((finding) => lineOf(finding))
    ),
    ...(of("not").length ? [`  ${words.plural("ui.symptom.not", of("not").length)}`] : [])
  ];
}

import {
  checkOf,
  countTexts,
  findingKey,
  forAndAgainst,
  openVisits,
  planTexts,
  stepsOf,
  presentVisit,
  settingTexts,
  verdictText,
  wordingOf,
  type MessageKey,
  type People,
  type PresentedVisit,
  type Report,
  type Status,
  type Translator,
  type Visit
} from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { oneLine } from "./plain-text.ts";

const SIGNS: Readonly<Record<Status, string>> = {
  blocker: "⛔",
  problem: "✕",
  unknown: "?",
  confirm: "?",
  warning: "⚠",
  note: "i",
  checking: "…",
  confirmed: "✓",
  passed: "✓",
  "not-applicable": "–"
};

const INDENT = " ".repeat(6);
const LABEL_WIDTH = 18;

/** @returns the reports one after the other, each below the name of its org where there are several */
export function* humanReports(orgs: readonly CheckedOrg[], words: Translator): Generator<string> {
  for (const [i, org] of orgs.entries()) {
    if (i) yield "\n";
    if (orgs.length > 1) yield `=== ${oneLine(org.name)}\n\n`;
    yield "report" in org ? humanReport(org.report, words) : `${oneLine(org.error)}\n`;
  }
}

/** @returns the report as text that can steer no terminal: the verdict first, then what is open in each step, then how much holds */
export function humanReport(report: Report, words: Translator): string {
  return [
    headLines(report, words),
    ...(report.plan.length ? [planBlock(report, words)] : []),
    peopleLines(report, words),
    ...stepBlocks(report, words)
  ]
    .map((lines) => lines.map(oneLine).join("\n"))
    .join("\n\n")
    .concat("\n");
}

function headLines(report: Report, words: Translator): string[] {
  const { org, findings, at } = report;
  const place = org
    ? [org.name, words({ key: org.sandbox ? "ui.sandbox" : "ui.production" })]
    : [words({ key: "ui.org-unknown" })];
  const first = findings.find((finding) => findingKey(finding) === report.first);
  return [
    verdictText(report, words),
    countTexts(report, words).join(" · "),
    [...place, at].join(" · "),
    ...(first ? [`${words({ key: "ui.first" })}: ${wordingOf(first, words).first}`] : [])
  ];
}

const planBlock = (report: Report, words: Translator): string[] => [
  `${words({ key: "ui.plan" })}:`,
  ...planTexts(report, words).map((text, i) => `  ${String(i + 1)}  ${text}`)
];

function peopleLines({ people }: Report, words: Translator): string[] {
  return [
    ...systemUserLines(people, words),
    `${words({ key: "ui.people.impacted" })}: ${namesOf(people.impactedUsers)}`
  ];
}

/** @returns who the system user is, and where that is a guess, why */
export function systemUserLines({ systemUser, systemUserChosen, candidates }: People, words: Translator): string[] {
  if (!systemUser) return [words({ key: "ui.people.nobody" })];
  const user = systemUser.username ?? "";
  const guess = candidates.find(({ id }) => id === systemUser.id);
  const reasons = guess ? forAndAgainst(guess, words) : "";
  const who = systemUserChosen ? user : words({ key: "report.guess", values: { user, reasons } });
  return [`${words({ key: "role.system-user" })}: ${who}`];
}

/** As many names as fit into a few lines; of more, how many they are. */
const NAMED = 10;
const namesOf = (users: People["impactedUsers"]): string =>
  users.length && users.length <= NAMED ? users.map(({ username }) => username ?? "").join(", ") : String(users.length);

function stepBlocks(report: Report, words: Translator): string[][] {
  return stepsOf(report, (check) => checkOf(check).step).map(({ step, status, findings }) => {
    const { visits, folded } = openVisits(findings);
    return [
      `${SIGNS[status]} ${words({ key: `step.${step}` })}`,
      ...visits.flatMap((visit) => visitLines(visit, words)),
      ...(folded.length ? [`  ${words.plural("ui.folded", folded.length)}`] : [])
    ];
  });
}

/** @returns the lines of a visit: the condition found, what is, what should be, who, why, what to do and where; not yet `oneLine` */
export function visitLines(visit: Pick<Visit, "findings">, words: Translator): string[] {
  const presented = presentVisit(visit, words);
  const { status, settings, page, address } = presented;
  const part = (key: MessageKey, texts: readonly string[]): string[] =>
    texts.map((text, i) => labelled(i ? "" : words({ key }), text));
  const about = presented.about === null ? "" : ` (${aboutOf(visit, settings)})`;
  const link = page !== null && address !== "" ? [`${page}: ${address}`] : [];
  const ways = presented.ways.flatMap(({ who, steps: own }) => [
    ...(who === "" ? [] : [`${who}:`]),
    ...own.map((step, i) => `${String(i + 1)}  ${step}`)
  ]);
  const steps = [...ways, ...link];
  return [
    `  ${SIGNS[status]} ${words({ key: `status.${status}` })}: ${presented.title}${about}`,
    ...part(
      "ui.is",
      settings.length === 1 ? (settings[0]?.seen ?? []) : settingTexts(settings, ({ seen }) => seen.join(" "))
    ),
    ...part("ui.unchecked", presented.unchecked),
    ...part(
      "ui.should-be",
      settingTexts(settings, ({ expected }) => expected)
    ),
    ...part("ui.visit.who", presented.people),
    ...part("ui.why", presented.reasons),
    ...part("ui.take-care", presented.risks),
    ...steps.map((step, i) => labelled(i ? "" : presented.toDo, step)),
    ...part(
      "ui.source",
      presented.sources.map(({ text }) => text)
    )
  ];
}

const aboutOf = ({ findings: [first] }: Pick<Visit, "findings">, [setting]: PresentedVisit["settings"]): string =>
  [setting?.label, first?.subject?.username].filter(Boolean).join(", ");

export const labelled = (label: string, text: string): string => `${INDENT}${label.padEnd(LABEL_WIDTH)}${text}`;

import { findingKey, type Finding } from "../judge/finding.ts";
import type { Person } from "../facts/people.ts";
import type { Report } from "../judge/report.ts";
import { forAndAgainst } from "../presentation/for-and-against.ts";
import { statusOf } from "../presentation/status.ts";
import type { Translator } from "../messages/text.ts";
import { uncheckedOf, type Topic } from "../presentation/topic.ts";
import { countTexts, verdictText } from "../presentation/verdict-text.ts";
import { madeText } from "../presentation/change-text.ts";
import { planTexts } from "../presentation/plan-text.ts";
import { VERSION } from "../version.ts";
import { wordingOf, type Wording } from "../presentation/wording.ts";

/** A label, and what stands beside it. */
export type Line = readonly [label: string, text: string];

/** What a report says first, in the order in which it says it. */
export interface Head {
  readonly verdict: string;
  readonly counts: string;
  readonly first: string | null;
  /** What is left to do, in order of repair. */
  readonly plan: readonly string[];
  /** What MCC Health has changed in this org, the newest first. */
  readonly made: readonly string[];
  readonly lines: readonly Line[];
  /** Why there are no names; null where there are. */
  readonly masked: string | null;
}

export function headOf(report: Report, words: Translator): Head {
  const { org, masked, at, people, findings, pending, verdict } = report;
  const first = findings.find((finding) => findingKey(finding) === report.first);
  const kind = org && words({ key: org.sandbox ? "ui.sandbox" : "ui.production" });
  return {
    verdict:
      pending.length && verdict === "incomplete" ? words({ key: "verdict.checking" }) : verdictText(report, words),
    counts: countTexts(report, words).join(" · "),
    first: first ? wordingOf(first, words).first : null,
    plan: planTexts(report, words),
    made: report.made.map((change) => madeText(change, words)),
    lines: [
      [
        words({ key: "report.org" }),
        org && kind
          ? [masked ? org.id : `${org.name} (${org.id})`, kind, org.edition, org.instance].filter(Boolean).join(", ")
          : words({ key: "ui.org-unknown" })
      ],
      [words({ key: "product.name" }), VERSION],
      // The same for whoever reads it, wherever they are.
      [words({ key: "report.checked" }), `${at.slice(0, 16).replace("T", " ")} UTC`],
      [words({ key: "role.system-user" }), systemUserText(report, words)],
      [words({ key: "ui.people.impacted" }), String(people.impactedUsers.length)]
    ],
    masked: masked ? words({ key: "report.masked" }) : null
  };
}

function systemUserText({ people }: Report, words: Translator): string {
  const { systemUser, systemUserChosen, candidates } = people;
  if (!systemUser) return words({ key: "ui.people.nobody" });
  const user = personText(systemUser);
  if (systemUserChosen) return user;
  const guess = candidates.find(({ id }) => id === systemUser.id);
  const reasons = guess ? forAndAgainst(guess, words) : "";
  return words({ key: "ui.people.guess", values: { user, reasons } });
}

/** @returns name and username, or the Id where nothing else is known */
export function personText({ id, username, name }: Person): string {
  const [first, second] = new Set([name, username, id].filter((each) => each !== null));
  if (first === undefined) return "–";
  return second === undefined || second === id ? first : `${first} (${second})`;
}

/** A finding as a report tells it. */
export interface PresentedFinding extends Wording {
  readonly status: string;
  /** Which setting, and of whom. */
  readonly about: string;
  /** What is, what a person noted about it, and why their word no longer counts. */
  readonly seen: readonly string[];
}

/** @returns the address of the page that helps, as one that leads there from anywhere; null where it needs the org around it */
export function wholeAddressOf({ fix: { link } }: Finding): string | null {
  return link && /^https?:\/\//.test(link.address) ? link.address : null;
}

export function present(finding: Finding, words: Translator): PresentedFinding {
  const wording = wordingOf(finding, words);
  const { subject, confirmation } = finding;
  const note = confirmation?.note;
  return {
    ...wording,
    status: words({ key: `status.${statusOf(finding)}` }),
    about: [wording.label, ...(subject ? [personText(subject)] : [])].join(", "),
    seen: [
      wording.actual,
      ...(note ? [words({ key: "report.note", values: { note } })] : []),
      ...(wording.lapsed === null ? [] : [wording.lapsed])
    ]
  };
}

/** Findings told together. What should be, and where that is written, is null where it stands for more than one check. */
export interface PresentedTopic extends Omit<PresentedFinding, "expected" | "source"> {
  readonly expected: string | null;
  readonly source: string | null;
}

export function presentTopic(topic: Topic, words: Translator): PresentedTopic {
  const told = present(topic.finding, words);
  const unchecked = uncheckedOf(topic, words);
  if (!unchecked.length) return told;
  const about = `${words({ key: "ui.unchecked" })}: ${unchecked.join("; ")}`;
  return { ...told, about, expected: null, source: null };
}

import { findingKey, type Finding } from "../judge/finding.ts";
import type { Person } from "../facts/people.ts";
import type { Report } from "../judge/report.ts";
import type { Visit } from "../judge/visits.ts";
import { forAndAgainst } from "../presentation/for-and-against.ts";
import { statusOf, type Status } from "../presentation/status.ts";
import type { Translator } from "../messages/text.ts";
import { countTexts, verdictText } from "../presentation/verdict-text.ts";
import { madeText } from "../presentation/change-text.ts";
import { planTexts } from "../presentation/plan-text.ts";
import { VERSION } from "../version.ts";
import { visitText } from "../presentation/visit-text.ts";
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
        org
          ? [
              masked ? org.id : `${org.name} (${org.id})`,
              words({ key: org.sandbox ? "ui.sandbox" : "ui.production" }),
              org.edition,
              org.instance
            ]
              .filter(Boolean)
              .join(", ")
          : words({ key: "ui.org-unknown" })
      ],
      ...connectionLines(report, words),
      [words({ key: "product.name" }), VERSION],
      // The same for whoever reads it, wherever they are.
      [words({ key: "report.checked" }), `${at.slice(0, 16).replace("T", " ")} UTC`],
      [words({ key: "role.system-user" }), systemUserText(report, words)],
      [words({ key: "ui.people.impacted" }), String(people.impactedUsers.length)]
    ],
    masked: masked ? words({ key: "report.masked" }) : null
  };
}

/** What Support asks for; what the org doesn't tell is left out. */
function connectionLines({ connection }: Report, words: Translator): Line[] {
  const { packages, apiUsers, mid } = connection;
  const installed = packages.map(({ namespace, version }) =>
    version === null
      ? words({ key: "report.package-unversioned", values: { namespace } })
      : words({ key: "report.package", values: { namespace, version } })
  );
  return [
    ...(installed.length ? [[words({ key: "report.packages" }), installed.join(", ")] as const] : []),
    ...(apiUsers.length ? [[words({ key: "report.api-user" }), apiUsers.join(", ")] as const] : []),
    ...(mid === null ? [] : [[words({ key: "report.mid" }), mid] as const])
  ];
}

function systemUserText({ people, masked }: Report, words: Translator): string {
  const { systemUser, systemUserChosen, candidates } = people;
  if (!systemUser) return words({ key: "ui.people.nobody" });
  const user = personText(systemUser);
  // Masked, the name is only what stands before it.
  if (systemUserChosen) return masked ? words({ key: "status.confirmed" }) : user;
  const [guess] = candidates;
  const reasons = guess ? forAndAgainst(guess, words) : "";
  return words({ key: "report.guess", values: { user, reasons } });
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
  /** The condition found and what is seen, in a line that says each thing once. */
  readonly line: string;
}

/** @returns the address if it leads there from anywhere; null where it needs the org around it */
export const wholeAddress = (address: string): string | null => (/^https?:\/\//.test(address) ? address : null);

/** @returns the address of the page that helps, if it leads there from anywhere */
export const wholeAddressOf = ({ fix: { link } }: Finding): string | null => link && wholeAddress(link.address);

export function present(finding: Finding, words: Translator): PresentedFinding {
  const wording = wordingOf(finding, words);
  const { subject, confirmation } = finding;
  const note = confirmation?.note;
  const seen = [
    wording.actual,
    ...(note ? [words({ key: "report.note", values: { note } })] : []),
    ...(wording.lapsed === null ? [] : [wording.lapsed])
  ];
  return {
    ...wording,
    status: words({ key: `status.${statusOf(finding)}` }),
    about: [wording.label, ...(subject ? [personText(subject)] : [])].join(", "),
    seen,
    line: sentences([wording.title, ...(repeatsTitle(finding, wording, words) ? seen.slice(1) : seen)])
  };
}

/** @returns the texts in a line; only the last keeps its end as it is */
export const sentences = (texts: readonly string[]): string =>
  texts.map((text, at) => (at === texts.length - 1 || /[.?!]$/.test(text) ? text : `${text}.`)).join(" ");

const wordsIn = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll("n't", " not")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** As "Inactive" below "Ada Fields is inactive". A value, such as a profile's name, repeats only what is quoted. */
function repeatsTitle(finding: Finding, { title, actual }: Wording, words: Translator): boolean {
  if (title.includes(`${actual}”`)) return true;
  const said = new Set(wordsIn(title));
  const isFixed = wordingOf({ ...finding, values: {} }, words).actual === actual;
  return isFixed && wordsIn(actual).every((word) => said.has(word));
}

/** What was found of one setting. */
interface PresentedSetting {
  readonly label: string;
  /** How it stands, where others of the visit stand otherwise; else empty. */
  readonly state: string;
  readonly seen: readonly string[];
  readonly expected: string;
  /** Of whom, where not everybody needs the same. */
  readonly who: string;
}

/** What one visit settles, as a report tells it. */
export interface PresentedVisit {
  readonly status: Status;
  readonly title: string;
  /** Which setting, and of whom; null where there are several, and `settings` say it. */
  readonly about: string | null;
  /** What one thing keeps from being checked, a line for each check. */
  readonly unchecked: readonly string[];
  readonly settings: readonly PresentedSetting[];
  /** Where there are several: name and username of each. */
  readonly people: readonly string[];
  readonly reasons: readonly string[];
  readonly risks: readonly string[];
  readonly toDo: string;
  /** `who` is empty where everybody needs the same. */
  readonly ways: readonly { readonly who: string; readonly steps: readonly string[] }[];
  /** The page that helps, by its name; null where none does. */
  readonly page: string | null;
  readonly address: string;
  readonly sources: readonly { readonly text: string; readonly url: string }[];
}

/** @returns the visit: one finding by itself; several as one, with its settings, its people, and one list of steps */
export function presentVisit(visit: Pick<Visit, "findings">, words: Translator): PresentedVisit {
  const text = visitText(visit, words);
  const { status, title, people, unchecked, risks, page, address, sources } = text;
  const isGap = unchecked.length > 0;
  // Of what can't be checked for want of one thing, each says the same.
  const presented = (isGap ? text.settings.slice(0, 1) : text.settings).map((setting) => ({
    setting,
    ...present(setting.finding, words)
  }));
  const areMixed = new Set(presented.map((each) => each.status)).size > 1;
  const [only] = presented.length === 1 && people.length < 2 ? presented : [];
  return {
    status,
    title,
    about: only && !isGap ? only.about : null,
    unchecked,
    settings: presented.map(({ setting, label, status, seen, expected }) => ({
      label,
      state: areMixed ? status : "",
      seen,
      expected: isGap ? "" : expected,
      who: setting.who
    })),
    people: people.length > 1 && !isGap ? people.map(personText) : [],
    reasons: text.reasons
      .slice(0, isGap ? 1 : undefined)
      .map(({ label, reason }) => (label && !isGap ? `${label}: ${reason}` : reason)),
    risks,
    toDo: words({ key: text.isToLook ? "ui.look" : "ui.fix" }),
    ways: text.ways.map(({ who, steps }) => ({ who, steps: steps.map((step) => step.text) })),
    page: page === "" ? null : page,
    address,
    sources
  };
}

/**
 * @returns what is said of each setting as "Setting: text", without those of which nothing is; the text alone where all say
 * the same
 */
export function settingTexts(
  settings: PresentedVisit["settings"],
  textOf: (setting: PresentedSetting) => string
): string[] {
  const texts = settings.map((setting) => ({ ...setting, text: textOf(setting) })).filter(({ text }) => text !== "");
  const areOfOne = new Set(settings.map(({ label }) => label)).size === 1;
  if (settings.length > 1 && areOfOne && new Set(texts.map(({ text }) => text)).size === 1)
    return texts.slice(0, 1).map(({ text }) => text);
  return texts.map(({ label, state, who, text }) => {
    const of = [settings.length > 1 && !(areOfOne && who) ? label : "", who].filter(Boolean).join(", ");
    return of === "" ? text : `${of}${state && ` (${state})`}: ${text}`;
  });
}

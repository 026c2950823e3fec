import { nameOf, type Person } from "../facts/people.ts";
import { findingKey, isPassed, type Finding } from "../judge/finding.ts";
import { grouped, type Group } from "../judge/grouped.ts";
import { lackOf, type Visit } from "../judge/visits.ts";
import type { Translator } from "../messages/text.ts";
import { statusOf, STATUSES, type Status } from "./status.ts";
import { labelOf } from "./title.ts";
import { wordingOf, type Wording } from "./wording.ts";

/** What was found of one setting: of one person, or the same of several. */
export interface VisitSetting {
  readonly key: string;
  /** The first of `found`; its values name everybody of whom it was found. */
  readonly finding: Finding;
  readonly found: Group<Finding>;
  readonly wording: Wording;
  /** Of whom, where the visit is to several people and not all need the same; else empty. */
  readonly who: string;
}

/** What to do in one go. */
export interface VisitWay {
  /** For whom, where not everybody needs the same; else empty. */
  readonly who: string;
  readonly steps: readonly { readonly step: string; readonly text: string }[];
}

/** A visit in somebody's language: its settings, and a list of steps with one save. */
export interface VisitText {
  readonly status: Status;
  /** The condition found; of several settings, or of people with several, how many they are. */
  readonly title: string;
  readonly settings: readonly VisitSetting[];
  readonly people: readonly Person[];
  /** What could not be checked for want of the same thing; empty where all was judged, or the title says it. */
  readonly unchecked: readonly string[];
  /** Each with its setting; without where all of the visit is about one. */
  readonly reasons: readonly { readonly label: string; readonly reason: string }[];
  readonly risks: readonly string[];
  readonly ways: readonly VisitWay[];
  /** Whether a person is only asked to look. */
  readonly isToLook: boolean;
  /** The page's name, and its address: empty where each person has a page. */
  readonly page: string;
  readonly address: string;
  /** What its settings rest on, each once; empty where one thing keeps all of them from being checked. */
  readonly sources: readonly { readonly text: string; readonly url: string }[];
}

/** Of more people, a sentence refers to the list. */
const NAMED = 10;

/** @returns the visit as card, report and terminal tell it */
export function visitText({ findings }: Pick<Visit, "findings">, words: Translator): VisitText {
  const first = findings[0] as Finding;
  const people = peopleIn(findings);
  const areMany = people.length > 1;
  const groups = alike(findings);
  const settings = groups.map((found): VisitSetting => {
    const finding = forAll(found, words);
    const own = peopleIn(found);
    const who = areMany && own.length < people.length ? namesOf(own, words) : "";
    return { key: findingKey(found[0]), finding, found, wording: wordingOf(finding, words), who };
  });
  const open = settings.filter(({ finding }) => !isPassed(finding));
  const isOfOne = new Set(settings.map(({ wording }) => wording.label)).size === 1;
  const statuses = findings.map(statusOf);
  const page = wordingOf(first, words).fix.link ?? "";
  const unchecked = findings.length === 1 || lackOf(first) !== null ? uncheckedOf(findings, words) : [];
  return {
    status: STATUSES.find((status) => statuses.includes(status)) ?? "checking",
    title: titleOf(findings, settings, page, words),
    settings,
    people,
    unchecked,
    reasons: unique(
      open.map(({ wording: { label, reason } }) => ({ label: isOfOne ? "" : label, reason })),
      ({ label, reason }) => `${label}/${reason}`
    ),
    risks: [...new Set(settings.flatMap(({ wording }) => wording.fix.risk ?? []))],
    ways: waysOf(open, words),
    isToLook: open.length > 0 && open.every(({ finding }) => finding.state === "confirm"),
    page,
    address: areMany && first.fix.link?.page === "user" ? "" : (first.fix.link?.address ?? ""),
    sources: unique(
      (unchecked.length ? [] : settings).map(({ wording, finding }) => ({
        text: wording.source,
        url: finding.source.url
      })),
      ({ text }) => text
    )
  };
}

function titleOf(
  findings: readonly Finding[],
  settings: readonly VisitSetting[],
  page: string,
  words: Translator
): string {
  const first = findings[0] as Finding;
  const { title } = wordingOf(first, words);
  if (findings.length === 1 || lackOf(first) !== null) return title;
  if (first.step === "marketing-cloud") return words.plural("plan.marketing-cloud", settings.length);
  const [only, ...others] = peopleIn(findings);
  const labels = [...new Set(settings.map(({ wording }) => wording.label))];
  if (only && others.length && settings.length === 1)
    return title.includes(nameOf(only)) ? words.plural("ui.visit.and-others", others.length, { title }) : title;
  if (others.length) return words.plural("ui.visit.people", others.length + 1, { labels });
  const { app } = first.values;
  const place = first.step === "connected-app" && typeof app === "string" ? app : page;
  return words.plural("ui.visit.fields", settings.length, { what: only ? nameOf(only) : place || labels });
}

/** Where people need different things, each has steps of their own. */
function waysOf(settings: readonly VisitSetting[], words: Translator): VisitWay[] {
  const byWho = grouped(alikeIn(settings, words), (found) => peopleIn(found).map(keyOf).join("\n"));
  return byWho.map((groups) => ({
    who: byWho.length > 1 ? namesOf(peopleIn(groups[0]), words) : "",
    steps: stepsOf(groups, words)
  }));
}

/** The page is opened once, and saved once. */
function stepsOf(groups: readonly Group<Finding>[], words: Translator): VisitWay["steps"] {
  const all = groups.flatMap((found) => {
    const finding = forAll(found, words);
    return wordingOf(finding, words).fix.steps.map((text, at) => ({ step: finding.fix.steps[at] ?? text, text }));
  });
  // One setting's step may say what another's does, and more.
  const fullest = all.map((each) => all.find(({ text }) => text !== each.text && text.startsWith(each.text)) ?? each);
  const steps = unique(fullest, ({ text }) => text);
  return [...steps.filter(({ step }) => step !== "save"), ...steps.filter(({ step }) => step === "save")];
}

/** @returns the findings of the settings, those together whose steps are the same but for the person */
function alikeIn(settings: readonly VisitSetting[], words: Translator): Group<Finding>[] {
  const bySteps = grouped(settings, ({ finding }) => {
    const values = { ...finding.values, ...("user" in finding.values ? { user: "" } : {}) };
    return wordingOf({ ...finding, values }, words).fix.steps.join("\n");
  });
  return bySteps.map(([{ found }, ...others]) => [...found, ...others.flatMap((other) => other.found)]);
}

/** @returns findings that say the same of different people together, each where the first of them stood */
export const alike = (findings: readonly Finding[]): Group<Finding>[] =>
  grouped(findings, (finding) => {
    const { user: _user, ...values } = finding.values;
    const { check, state, case: name, tentative, confirmation, lapsed } = finding;
    return finding.subject
      ? JSON.stringify([check, state, name, tentative, values, confirmation?.note, lapsed])
      : findingKey(finding);
  });

/** @returns the first of the findings, saying what it says of everybody of whom it was found */
function forAll([first, ...others]: Group<Finding>, words: Translator): Finding {
  if (!others.length || !("user" in first.values)) return first;
  const names = peopleIn([first, ...others]).map(nameOf);
  const user = names.length > NAMED ? words({ key: "ui.visit.those" }) : names;
  return { ...first, values: { ...first.values, user } };
}

function namesOf(people: readonly Person[], words: Translator): string {
  const names = people.slice(0, NAMED).map(nameOf);
  const list = new Intl.ListFormat(words.language).format(names);
  const more = people.length - NAMED;
  return more > 0 ? `${list} ${words.plural("ui.symptom.and-more", more)}` : list;
}

const keyOf = ({ id, username, name }: Person): string => id ?? username ?? name ?? "";

function peopleIn(findings: readonly Finding[]): Person[] {
  const subjects = findings.flatMap(({ subject }) => subject ?? []);
  return unique(subjects, keyOf);
}

/** @returns a line for each check: of whom, or of how many people; empty where the finding's own label says it */
export function uncheckedOf(findings: readonly Finding[], words: Translator): string[] {
  const [finding, ...more] = findings;
  if (finding?.state !== "unknown" || (!more.length && !finding.subject)) return [];
  return grouped(findings, ({ check }) => check).map(([first, ...others]) => {
    const label = labelOf(first, words);
    if (others.length) return words.plural("ui.unchecked-people", others.length + 1, { label });
    return first.subject ? `${label}, ${nameOf(first.subject)}` : label;
  });
}

const unique = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): Thing[] => [
  ...things
    .reduce(
      (known, thing) => (known.has(keyOf(thing)) ? known : known.set(keyOf(thing), thing)),
      new Map<string, Thing>()
    )
    .values()
];

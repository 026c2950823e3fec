import { findingKey, isPassed, type Finding } from "../judge/finding.ts";
import type { Report } from "../judge/report.ts";
import type { Translator } from "../messages/text.ts";
import { alike } from "../presentation/visit-text.ts";
import { oneLine } from "./one-line.ts";
import { personText, present, sentences, wholeAddressOf } from "./present.ts";

/**
 * @param keys `findingKey` of what one trip to Setup or to Marketing Cloud settles
 * @param shown the same report, masked if it is to be
 * @returns a message to the person who can do it: what, where, why, and how to tell that it is done. What is OK or
 * confirmed, they are asked to look at again, unless another of the findings is open; empty where none is found
 */
export function colleagueText(
  report: Report,
  keys: readonly string[],
  words: Translator,
  shown: Report = report
): string {
  const asked = report.findings.flatMap((finding, at): Finding[] => {
    const as = shown.findings[at];
    return as && keys.includes(findingKey(finding)) ? [as] : [];
  });
  const open = asked.filter((finding) => !isSettled(finding));
  const findings = open.length ? open : asked;
  const [first] = findings;
  if (!first) return "";
  const place = first.step === "marketing-cloud" ? "marketing-cloud" : "setup";
  const task = findings.every((finding) => isLookedAt(finding) || isSettled(finding)) ? "look" : "change";
  const presented = alike(findings).map((group) => ({ group, ...present(group[0], words) }));
  const [{ fix }] = presented as [(typeof presented)[0]];
  const page = [fix.link ?? "", wholeAddressOf(first) ?? ""].filter(Boolean).join(": ");
  // How to mend what is right would only mislead.
  const toDo = presented.filter(({ group: [one] }) => isLookedAt(one) || !isSettled(one));
  const steps = unique(toDo.flatMap((each) => each.fix.steps));
  const list = (
    key: "ask.what" | "ask.where" | "ui.why" | "ui.take-care" | "ask.done",
    texts: readonly string[]
  ): string[] =>
    texts.length ? [[`${words({ key })}:`, ...texts.map((text) => `- ${text}`)].map(oneLine).join("\n")] : [];
  return [
    oneLine(
      words({ key: `ask.${task}.${place}`, values: { org: shown.org?.name ?? words({ key: "ui.org-unknown" }) } })
    ),
    ...list(
      "ask.what",
      presented.flatMap(({ group, label, about, line, seen }) => {
        const people = group.flatMap(({ subject }) => (subject ? [personText(subject)] : []));
        const what = group.length === 1 ? `${about}: ${line}` : sentences([label, ...seen]);
        return group.length === 1 ? [what] : [what, ...people.map((person) => `  ${person}`)];
      })
    ),
    ...list("ask.where", page === "" ? [] : [page]),
    ...(steps.length ? [[`${words({ key: "ask.how" })}:`, ...numbered(steps)].map(oneLine).join("\n")] : []),
    ...list("ui.take-care", unique(toDo.flatMap((each) => each.fix.risk ?? []))),
    ...list("ui.why", unique(presented.map(({ reason }) => reason))),
    ...list("ask.done", unique(presented.map(({ label, expected }) => `${label}: ${expected}`))),
    oneLine(words({ key: `ask.reply.${task}` }))
  ]
    .join("\n\n")
    .concat("\n");
}

/** What only a person can see, whether somebody has looked or not. */
const isLookedAt = ({ state }: Finding): boolean => state === "confirm" || state === "confirmed";

const isSettled = (finding: Finding): boolean => isPassed(finding) || finding.state === "not-applicable";

const numbered = (steps: readonly string[]): string[] => steps.map((step, at) => `${String(at + 1)}. ${step}`);

const unique = (texts: readonly string[]): string[] => [...new Set(texts)].filter(Boolean);

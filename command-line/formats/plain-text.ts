import { present, type Finding, type Translator } from "../../checklist/index.ts";
import { STEERING } from "../terminal-text.ts";

const STEERING_AND_SPACE = new RegExp(`${STEERING.source}\\s*`, "gu");

/** @returns the text on one line, as it reads; halves of a character, which no file in UTF-8 can hold, are replaced */
export const oneLine = (text: string): string => text.replace(STEERING_AND_SPACE, " ").toWellFormed();

/** @returns a finding as text: the condition found in the first line, then what is, what should be, why and the fix */
export function plainText(finding: Finding, words: Translator): string {
  const { status, title, about, seen, expected, reason, fix, source } = present(finding, words);
  const labelled = (key: "is" | "should-be" | "why" | "take-care" | "source", text: string): string =>
    `${words({ key: `ui.${key}` })}: ${text}`;
  const toDo = words({ key: finding.state === "confirm" ? "ui.look" : "ui.fix" });
  const { link } = finding.fix;
  return [
    // Where room is short, GitHub shows the first sentence only.
    `${status}: ${title} (${about}).`,
    ...seen.map((text) => labelled("is", text)),
    labelled("should-be", expected),
    labelled("why", reason),
    ...(fix.risk === null ? [] : [labelled("take-care", fix.risk)]),
    `${toDo}:`,
    ...fix.steps.map((step, i) => `${String(i + 1)}. ${step}`),
    ...(fix.link !== null && link ? [`${fix.link}: ${link.address}`] : []),
    labelled("source", `${source} ${finding.source.url}`)
  ]
    .map(oneLine)
    .join("\n");
}

import type { CheckId } from "../judge/ids.ts";
import type { Finding } from "../judge/finding.ts";
import { lackOf } from "../judge/visits.ts";
import { nameOf } from "../facts/people.ts";
import type { Translator } from "../messages/text.ts";

/** What is told once: a finding, and those after it that could not be judged for want of the same thing. */
export interface Topic {
  readonly finding: Finding;
  readonly alike: readonly Finding[];
}

/** @returns the findings in the order given; those that lack the same thing with the first of them */
export function topicsOf(findings: readonly Finding[]): Topic[] {
  const topics = new Map<string, { readonly finding: Finding; readonly alike: Finding[] }>();
  for (const [at, finding] of findings.entries()) {
    const lack = lackOf(finding) ?? String(at);
    const topic = topics.get(lack);
    if (topic) topic.alike.push(finding);
    else topics.set(lack, { finding, alike: [] });
  }
  return [...topics.values()];
}

/**
 * @returns what could not be checked, a line for each check: of whom, or of how many people; empty where the finding's
 * own label says it
 */
export function uncheckedOf({ finding, alike }: Topic, words: Translator): string[] {
  if (finding.state !== "unknown" || (!alike.length && !finding.subject)) return [];
  const byCheck = new Map<CheckId, Finding[]>();
  for (const each of [finding, ...alike]) {
    const told = byCheck.get(each.check);
    // There may be thousands, and a page asks each time it draws.
    if (told) told.push(each);
    else byCheck.set(each.check, [each]);
  }
  return [...byCheck].map(([check, [first, ...others]]) => {
    const label = words.maybe(`${check}.name`) ?? check;
    if (others.length) return words.plural("ui.unchecked-people", others.length + 1, { label });
    return first?.subject ? `${label}, ${nameOf(first.subject)}` : label;
  });
}

import { plainWords } from "../facts/refusals.ts";
import type { CheckId } from "../judge/ids.ts";
import { SYMPTOMS, type Symptom } from "./symptoms.ts";

/** What somebody sees, and the checks that can cause it, in the order to look. */
export interface Complaint extends Pick<Symptom, "id" | "checks" | "source"> {
  /** What the pasted text itself speaks of. */
  readonly named: readonly CheckId[];
}

/** Longer than any error text: the rest is not looked at. */
const LONGEST = 5_000;

/**
 * @param said the id of a symptom, or the text of an error
 * @returns undefined where nothing of it is known
 */
export function complaintIn(said: string): Complaint | undefined {
  const text = plainWords(said.slice(0, LONGEST));
  const matches = SYMPTOMS.flatMap((symptom) => {
    const texts = symptom.texts.filter(([words]) => words.test(text));
    return symptom.id === text || texts.length ? [{ symptom, named: texts.flatMap(([, ...checks]) => checks) }] : [];
  });
  // The text that names a cause says more than one that only shows a symptom.
  const match = matches.find(({ named }) => named.length) ?? matches[0];
  if (!match) return undefined;
  const named = [...new Set(matches.flatMap((each) => each.named))];
  const { id, checks, source } = match.symptom;
  return { id, source, named, checks: [...new Set([...named, ...checks])] };
}

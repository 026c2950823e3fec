import type { Candidate } from "../facts/candidates.ts";
import type { Translator } from "../messages/text.ts";

/** @returns what speaks for a candidate and what speaks against them, as the end of a sentence about them */
export function forAndAgainst({ reasons, against }: Pick<Candidate, "reasons" | "against">, words: Translator): string {
  const list = new Intl.ListFormat(words.language);
  const pro = list.format(reasons.map(words));
  const con = list.format(against.map(words));
  return con ? words({ key: "ui.people.for-and-against", values: { reasons: pro, against: con } }) : pro;
}

import { findingKey, openAndFolded, statusOf, visitsOf, type Finding, type Visit } from "c/mccChecklist";

type Keys = ReadonlySet<string>;

interface Arranged {
  readonly open: readonly Visit[];
  /** Advice that is not followed: it may be left alone. */
  readonly notes: readonly Visit[];
  readonly folded: readonly Finding[];
}

/**
 * @param heldOpen keys of findings that the person has just been at: they stay open, in one place, whatever becomes of them
 * @returns what is shown open, in order of urgency, and what is folded away as advice, or because it holds
 */
function arrange(findings: readonly Finding[], heldOpen: Keys): Arranged {
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const own = (finding: Finding): Finding => byKey.get(findingKey(finding)) ?? finding;
  const asIfOpen = findings.map((finding): Finding => {
    return heldOpen.has(findingKey(finding)) ? { ...finding, state: "confirm" } : finding;
  });
  const { open, folded } = openAndFolded(asIfOpen);
  const isNote = (finding: Finding): boolean => statusOf(finding) === "note" && !heldOpen.has(findingKey(finding));
  return {
    open: visitsOf(open.filter((finding) => !isNote(finding)).map(own)),
    notes: visitsOf(open.filter(isNote).map(own)),
    folded: folded.map(own)
  };
}

/** @returns whether one of these findings is in the visit */
export const includesAny = ({ findings }: Visit, keys: Keys): boolean =>
  keys.size > 0 && findings.some((each) => keys.has(findingKey(each)));

/** @returns `arrange` that remembers its last answer: a template asks many times, and sorting thousands takes a while */
export function arranger(): typeof arrange {
  let last: { readonly findings: readonly Finding[]; readonly heldOpen: Keys; readonly arranged: Arranged } | undefined;
  return (findings, heldOpen) => {
    if (last?.findings !== findings || last.heldOpen !== heldOpen)
      last = { findings, heldOpen, arranged: arrange(findings, heldOpen) };
    return last.arranged;
  };
}

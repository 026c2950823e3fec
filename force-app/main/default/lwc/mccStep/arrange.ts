import { findingKey, openAndFolded, type Finding } from "c/mccChecklist";

/**
 * @param kept keys of findings that the person has just been at: they stay open, in one place, whatever becomes of them
 * @returns what is shown open, in order of urgency, and what is folded away
 */
export function arrange(
  findings: readonly Finding[],
  kept: ReadonlySet<string>
): { open: Finding[]; folded: Finding[] } {
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  const own = (finding: Finding): Finding => byKey.get(findingKey(finding)) ?? finding;
  const asIfOpen = findings.map((finding): Finding => {
    return kept.has(findingKey(finding)) ? { ...finding, state: "confirm" } : finding;
  });
  const { open, folded } = openAndFolded(asIfOpen);
  return { open: open.map(own), folded: folded.map(own) };
}

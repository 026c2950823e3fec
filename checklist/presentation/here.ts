import type { SetupChange } from "../changes/change.ts";
import { findingKey, type Finding } from "../judge/finding.ts";
import type { WithheldChange } from "../judge/offered.ts";
import type { Translator } from "../messages/text.ts";

/** Whether somebody can fix it in the tab, or why they can't. */
export interface Here {
  readonly canFix: boolean;
  /** Why some of it can't be fixed here, each reason in a sentence. */
  readonly withheld: readonly string[];
}

type Needed = SetupChange["needs"][number];

/** What can be changed now, why something can't be, and what the person looking may do in Setup; null where that is not known. */
interface Fixes {
  readonly offered: readonly SetupChange[];
  readonly withheld: readonly WithheldChange[];
  readonly permissions: ReadonlySet<Needed> | null;
}

/** @returns the permissions in Setup that somebody lacks for a change, in a sentence; empty where none is known to lack */
export function lacksText(
  { needs }: Pick<SetupChange, "needs">,
  permissions: Fixes["permissions"],
  words: Translator
): string {
  const lacked = permissions ? needs.filter((each) => !permissions.has(each)) : [];
  const texts = lacked.map((each) => `permission.${each}`);
  return texts.length ? words({ key: "ui.fix.lacks", values: { permissions: { texts } } }) : "";
}

/** @param findings those of one card */
export function hereOf(findings: readonly Finding[], fixes: Fixes, words: Translator): Here {
  const keys = findings.map(findingKey);
  const { offered, withheld, permissions } = fixes;
  const lacksOf = (change: SetupChange): string => lacksText(change, permissions, words);
  const reasonsOf = (key: string): string[] => {
    const reasons = withheld.filter((each) => each.finding === key).map(({ why }) => words(why));
    const lacked = offered.filter(({ finding }) => finding === key).map(lacksOf);
    return [...new Set([...reasons, ...lacked])].filter(Boolean);
  };
  const reasons = findings.flatMap((finding) => reasonsOf(findingKey(finding)).map((why) => ({ finding, why })));
  return {
    canFix: offered.some((change) => keys.includes(change.finding) && !lacksOf(change)),
    withheld: withheldTexts(reasons, findings.length, words)
  };
}

/** Each reason once where all have it; else with whom it is about. */
function withheldTexts(
  reasons: readonly { readonly finding: Finding; readonly why: string }[],
  count: number,
  words: Translator
): string[] {
  const all = [...new Set(reasons.map(({ why }) => why))];
  const isOfAll = (why: string): boolean => reasons.filter((each) => each.why === why).length === count;
  if (all.every(isOfAll)) return all.map((why) => words({ key: "ui.fix.withheld", values: { why } }));
  return reasons.map(({ finding: { subject }, why }) =>
    subject?.name
      ? words({ key: "ui.fix.withheld-of", values: { user: subject.name, why } })
      : words({ key: "ui.fix.withheld", values: { why } })
  );
}

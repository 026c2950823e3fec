import type { Finding } from "./finding.ts";
import type { Values, Words } from "./text.ts";

/** A finding in somebody's language. */
export interface Wording {
  /** The setting, as Setup calls it. */
  readonly label: string;
  /** The condition found. */
  readonly title: string;
  readonly expected: string;
  readonly actual: string;
  /** Why it matters, in one sentence. */
  readonly reason: string;
  readonly fix: {
    readonly link: string;
    readonly steps: readonly string[];
    /** What to do first, or what the fix stops; absent where it can do no harm. */
    readonly risk: string | null;
  };
  readonly source: string;
  /** Why an earlier confirmation no longer counts. */
  readonly lapsed: string | null;
}

/**
 * A sentence is looked for at the check's own case, then at the check, then at the case that any check can run into.
 */
export function wordingOf(finding: Finding, words: Words): Wording {
  const { check, lapsed, source, fix } = finding;
  const label = words.maybe(`${check}.name`) ?? check;
  const values: Values = { label, ...finding.values };
  const own = (part: string): string | undefined => words.maybe(`${check}.${finding.case}.${part}`, values);
  const common = (part: string): string | undefined => words.maybe(`common.${finding.case}.${part}`, values);
  const either = (part: string): string => own(part) ?? common(part) ?? words.maybe(`${check}.${part}`, values) ?? "";
  return {
    label,
    title: either("title"),
    expected: words.maybe(`${check}.expected`, values) ?? "",
    actual: either("actual"),
    reason: either("reason"),
    fix: {
      link: words.maybe(`page.${fix.page}`) ?? fix.address,
      steps: fix.steps.map((step) => words.maybe(`${check}.fix.${step}`, values) ?? step),
      risk: words.maybe(`${check}.risk`, values) ?? null
    },
    source: words({
      key: "source",
      values: { title: source.title, section: source.section, published: source.published }
    }),
    lapsed: lapsed === null ? null : words({ key: `lapsed.${lapsed}`, values })
  };
}

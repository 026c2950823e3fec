import type { Lapse } from "../judge/confirmation.ts";
import type { Finding } from "../judge/finding.ts";
import type { Value, Values, Translator } from "../messages/text.ts";
import { firstOf, labelOf, partOf, titleOf, valuesOf } from "./title.ts";

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
  /** The one thing to do, as an order: for the line that says what comes first. */
  readonly first: string;
  readonly fix: {
    /** The page that the fix leads to, by its name in Setup; null where no page would help. */
    readonly link: string | null;
    readonly steps: readonly string[];
    /** What to do first, or what the fix stops; absent where it can do no harm. */
    readonly risk: string | null;
  };
  readonly source: string;
  /** Why an earlier confirmation no longer counts. */
  readonly lapsed: string | null;
}

/** @returns all that a finding says, in somebody's language */
export function wordingOf(finding: Finding, words: Translator): Wording {
  const { check, lapsed, source, fix } = finding;
  const values = valuesOf(finding, words);
  const steps = fix.steps.map(
    (step) =>
      // Nobody is sent to the step where they are.
      words.maybe(`common.fix.${step}.in-${finding.step}`, values) ??
      words.maybe(`${fix.of}.fix.${step}`, values) ??
      words.maybe(`common.fix.${step}`, values) ??
      step
  );
  return {
    label: labelOf(finding, words),
    title: titleOf(finding, words),
    expected: words.maybe(`${check}.expected`, values) ?? "",
    actual: partOf(finding, (place) => `${place}.actual`, words),
    reason: partOf(finding, (place) => `${place}.reason`, words),
    first: firstOf(finding, words),
    fix: {
      link: fix.link && (words.maybe(`page.${fix.link.page}`) ?? fix.link.address),
      steps,
      risk: fix.of === check ? (words.maybe(`${check}.risk`, values) ?? null) : null
    },
    source: words({
      key: "source",
      values: { title: source.title, section: source.section, published: publishedOf(source) }
    }),
    lapsed: lapsed && words({ key: `lapsed.${lapsed.why}`, values: { ...values, ...partsOf(lapsed) } })
  };
}

/** Articles give a day; Salesforce's references give a release. */
const publishedOf = ({ published }: Finding["source"]): Value =>
  /^\d{4}-\d{2}-\d{2}$/.test(published) ? { date: published } : published;

const partsOf = (lapsed: Lapse): Values =>
  "parts" in lapsed ? { parts: { texts: lapsed.parts.map((part) => `basis.${part}` as const) } } : {};

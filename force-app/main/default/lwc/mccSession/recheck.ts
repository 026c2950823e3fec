import {
  findingKey,
  firstOf,
  isPassed,
  statusOf,
  SYMPTOM_STEPS,
  titleOf,
  type Finding,
  type MessageKey,
  type Report,
  type StepId
} from "c/mccChecklist";
import { label, translator } from "c/mccDetails";
import type { Miss } from "./lastAnswers.ts";

/** What came of checking a step again, for the place where somebody asked for it. */
export interface Recheck {
  readonly step: StepId;
  /** The findings that it was about, by key; none where the step as a whole was checked. */
  readonly findings: readonly string[];
  readonly at: Date;
  readonly outcome: "fixed" | "partly" | "same" | "changed" | "not-checked";
  /** The answer in words. */
  readonly text: string;
}

interface Compared {
  readonly step: StepId;
  readonly findings: readonly string[];
  readonly at: Date;
  readonly before: Report | null;
  readonly after: Report;
  /** Why the step's own queries were not answered; null where they were. */
  readonly miss: Miss | null;
}

/** @returns how the findings stand that somebody set out to fix */
export function recheckOf({ step, findings: keys, at, before, after, miss }: Compared): Recheck {
  const was = (before?.findings ?? []).filter((finding) => {
    const isAsked = keys.length ? keys.includes(findingKey(finding)) : finding.step === step;
    return isAsked && isOpen(finding);
  });
  const now = new Map(after.findings.map((finding) => [findingKey(finding), finding]));
  const fixed = was.filter((finding) => {
    const found = now.get(findingKey(finding));
    return found === undefined || !isOpen(found);
  });
  const isChanged = was.some((finding) => isOther(finding, now.get(findingKey(finding))));
  const answer = (outcome: Recheck["outcome"], text: string): Recheck => ({ step, findings: keys, at, outcome, text });

  if (miss)
    return answer("not-checked", label("ui.recheck.not-checked", { time: timeOf(at), message: miss.message }).trim());
  if (was.length > 0 && fixed.length === was.length)
    return answer("fixed", `${label("ui.recheck.fixed")} ${leftText(step, after)}`);
  if (fixed.length > 0)
    return answer(
      "partly",
      `${translator().plural("ui.recheck.partly", fixed.length, { total: was.length })} ${leftText(step, after)}`
    );
  if (isChanged) return answer("changed", label("ui.recheck.changed", { time: timeOf(at) }));
  return answer("same", label(sameKey(step, was), { time: timeOf(at) }));
}

/** Where what is seen comes by itself, and is set nowhere. */
const WAITED_FOR: readonly StepId[] = [...SYMPTOM_STEPS, "reconnect"];

/** What to do about what stands as it stood: only where something is saved can somebody have forgotten to. */
function sameKey(step: StepId, was: readonly Finding[]): MessageKey {
  if (WAITED_FOR.includes(step)) return "ui.recheck.same-waits";
  if (!was.length) return "ui.recheck.same-fine";
  return was.every(({ state }) => state === "confirm") ? "ui.recheck.same-asks" : "ui.recheck.same";
}

/** Whether something is left to do about it. */
export function isOpen(finding: Finding): boolean {
  return !isPassed(finding) && finding.state !== "not-applicable";
}

function isOther(before: Finding, now: Finding | undefined): boolean {
  return now !== undefined && (before.state !== now.state || before.case !== now.case);
}

/** What is left in the step; where nothing is, what comes next in the org. */
function leftText(step: StepId, report: Report): string {
  const left = report.findings.filter((finding) => finding.step === step && isToDo(finding));
  const [first] = left;
  if (first) return translator().plural("ui.recheck.left", left.length, { title: titleOf(first, translator()) });
  const next = report.findings.find((finding) => findingKey(finding) === report.first);
  return next
    ? label("ui.recheck.next", { step: label(`step.${step}`), next: firstOf(next, translator()) })
    : label("ui.recheck.step-done", { step: label(`step.${step}`) });
}

/** Advice may be left alone. */
function isToDo(finding: Finding): boolean {
  return isOpen(finding) && statusOf(finding) !== "note";
}

/** @returns the time of day, to the second: two checks may be seconds apart */
export function timeOf(at: Date): string {
  return new Intl.DateTimeFormat(translator().language, { timeStyle: "medium" }).format(at);
}

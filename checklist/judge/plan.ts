import type { After, Check } from "./check.ts";
import { findingKey, isFailed, isPassed, type Finding } from "./finding.ts";
import { STEP_IDS, SYMPTOM_STEPS, type CheckId, type StepId } from "./ids.ts";
import { visitsOf, type Visit } from "./visits.ts";

/** Lines of the plan, at most. What is more comes later, in the last of them. */
export const PLAN_LINES = 6;

/** A step of the wizard; what could not be checked; what is only to watch; and all that there is no room for. */
export type PlanKey = StepId | "unchecked" | "watch" | "later";

/** `waiting`: what must hold before is broken, unknown, left to confirm, or a guess. `done`: see `withDone`. */
export type PlanState = "open" | "waiting" | "done";

/** One trip to Setup, or one answer. */
export interface PlanVisit {
  /** `findingKey` of the first. */
  readonly key: string;
  /** `findingKey` of each, in order of repair. */
  readonly findings: readonly string[];
  readonly state: Exclude<PlanState, "done">;
  /** Keys of the lines that come before; empty where evidence is on its way. */
  readonly waitsFor: readonly PlanKey[];
}

export interface PlanLine {
  readonly key: PlanKey;
  /** Where it starts. */
  readonly step: StepId;
  readonly state: PlanState;
  readonly waitsFor: readonly PlanKey[];
  readonly visits: readonly PlanVisit[];
  readonly counts: PlanCounts;
}

export interface PlanCounts {
  readonly findings: number;
  readonly people: number;
  readonly toFix: number;
  readonly toConfirm: number;
  readonly unknown: number;
  readonly warnings: number;
}

/**
 * What is left to do, in order of repair. Nothing is `open` whose precondition is broken, unknown or guessed. Advice is left
 * out; what is found of a guess is in it, and waits for the system user.
 * @param checks in order of repair
 * @param findings in the same order
 * @param pending checks whose evidence is on its way
 */
export function planOf(
  checks: readonly Check[],
  findings: readonly Finding[],
  pending: readonly CheckId[]
): PlanLine[] {
  const unmetOf = preconditions(checks, findings, pending);
  const visits = separated(visitsOf(findings.filter(isToDo)), unmetOf);
  const waitedFor = new Set(visits.flatMap(({ findings: some }) => some.flatMap(unmetOf)));

  const lines = new Map<PlanKey, Visit[]>();
  for (const visit of visits) {
    const key = lineOf(visit, waitedFor);
    lines.set(key, [...(lines.get(key) ?? []), visit]);
  }
  const ordered = inOrder(
    [...lines].map(([key, some]) => ({
      key,
      visits: [...some].sort((a, b) => phaseOf(a.findings, waitedFor) - phaseOf(b.findings, waitedFor))
    })),
    unmetOf,
    waitedFor
  );
  return planLines(ordered.length > PLAN_LINES ? folded(ordered) : ordered, unmetOf);
}

const isSymptom = (key: PlanKey): boolean => (SYMPTOM_STEPS as readonly PlanKey[]).includes(key);
const isSettled = (finding: Finding): boolean => isPassed(finding) || finding.state === "not-applicable";
const isToDo = (finding: Finding): boolean => !isSettled(finding) && finding.severity !== "advice";

/**
 * @param findings in order of repair
 * @returns `findingKey` of what to do first: in the first line that is open, what is broken before what is only to look at
 */
export function firstOf(plan: readonly PlanLine[], findings: readonly Finding[]): string | null {
  const line = plan.find(({ state }) => state === "open");
  const visit = line?.visits.find(({ state }) => state === "open");
  if (!visit) return null;
  const broken = new Set(findings.filter(isFailed).map(findingKey));
  const toLook = new Set(findings.filter(({ state }) => state === "confirm").map(findingKey));
  const { findings: keys } = visit;
  return keys.find((key) => broken.has(key)) ?? keys.find((key) => !toLook.has(key)) ?? keys[0] ?? null;
}

/** @returns the checks that must find all well before this finding may be mended, and don't */
type UnmetOf = (finding: Finding) => readonly CheckId[];

/** @returns which checks must find all well before a finding may be mended, and don't */
export function preconditions(
  checks: readonly Check[],
  findings: readonly Finding[],
  pending: readonly CheckId[]
): UnmetOf {
  const byCheck = new Map<CheckId, Finding[]>();
  for (const finding of findings) {
    const known = byCheck.get(finding.check);
    if (known) known.push(finding);
    else byCheck.set(finding.check, [finding]);
  }
  const unanswered = (id: CheckId): boolean => pending.includes(id) || !byCheck.get(id)?.length;
  const hold = (id: CheckId, holds: (finding: Finding) => boolean): boolean =>
    !unanswered(id) && (byCheck.get(id) ?? []).every((finding) => holds(finding) && !finding.tentative);

  const causes = checks.filter(({ step }) => !isSymptom(step)).map(({ id }) => id);
  const doubtful = causes.filter((id) => !hold(id, isSettled));
  const wrong = causes.filter((id) => !hold(id, (finding) => !isToDo(finding) || finding.state === "warn"));
  const place = new Map(causes.map((id, at) => [id, at]));
  const unmet = (after: After, id: CheckId): CheckId[] =>
    after === "all-earlier"
      ? wrong.filter((each) => (place.get(each) ?? 0) < (place.get(id) ?? causes.length))
      : doubtful.filter((each) => after.includes(each));

  const ofCheck = new Map(
    checks.map((check) => [check.id, { check, mend: once(check, "mendAfter"), look: once(check, "lookAfter") }])
  );
  function once(check: Check, which: "mendAfter" | "lookAfter"): () => CheckId[] {
    let found: CheckId[] | undefined;
    const after = isSymptom(check.step) ? "all-earlier" : (check[which] ?? []);
    return () => (found ??= unmet(after, check.id));
  }

  return (finding) => {
    const of = ofCheck.get(finding.check);
    // Asking, waiting and choosing help at any time.
    if (!of || finding.fix.of === "common") return [];
    const own = finding.state === "confirm" ? of.look() : of.mend();
    return finding.tentative ? [...new Set([...doubtful.filter((id) => id === SYSTEM_USER), ...own])] : own;
  };
}

/** What is found of a guess waits for it. */
const SYSTEM_USER: CheckId = "system-user-chosen";

/**
 * A visit is offered whole. So what waits for another finding of its own visit is a visit by itself, and where that leaves
 * nothing to begin with, whatever waits is.
 */
function separated(visits: readonly Visit[], unmetOf: UnmetOf): Visit[] {
  const apart = visits.flatMap((visit) => {
    const own = new Set(visit.findings.map(({ check }) => check));
    return parted(visit, (finding) => unmetOf(finding).some((id) => own.has(id)));
  });
  const waits = (finding: Finding): boolean => unmetOf(finding).length > 0;
  return apart.every(({ findings }) => findings.some(waits)) ? apart.flatMap((visit) => parted(visit, waits)) : apart;
}

function parted({ findings }: Visit, later: (finding: Finding) => boolean): Visit[] {
  return [findings.filter((finding) => !later(finding)), findings.filter(later)].flatMap((some) =>
    some[0] ? [{ key: findingKey(some[0]), findings: some }] : []
  );
}

function lineOf({ findings }: Visit, waitedFor: ReadonlySet<CheckId>): PlanKey {
  const [first] = findings as [Finding];
  if (findings.every(isUnchecked)) return "unchecked";
  return findings.every(({ state, check }) => state === "warn" && !waitedFor.has(check)) ? "watch" : first.step;
}

/** Not checked for want of evidence; what a person can choose here belongs to its step. */
const isUnchecked = ({ state, fix }: Finding): boolean =>
  state === "unknown" && !fix.steps.some((step) => step.startsWith("choose-"));

interface Draft {
  readonly key: PlanKey;
  readonly visits: readonly Visit[];
}

/**
 * @returns what is broken in the order of the steps, what could not be checked, what only a person can see in the order of
 * the steps, symptoms, warnings; but a line that waits comes after all that it waits for
 */
function inOrder(lines: readonly Draft[], unmetOf: UnmetOf, waitedFor: ReadonlySet<CheckId>): Draft[] {
  const left = [...lines].sort((a, b) => rankOf(a, unmetOf, waitedFor) - rankOf(b, unmetOf, waitedFor));
  const needs = new Map(
    left.map((line) => [line, isOpen(line, unmetOf) ? new Set<CheckId>() : new Set(findingsOf(line).flatMap(unmetOf))])
  );
  const waits = (line: Draft): boolean =>
    left.some((other) => other !== line && findingsOf(other).some(({ check }) => needs.get(line)?.has(check)));
  const ordered: Draft[] = [];
  while (left.length) {
    const at = left.findIndex((line) => !waits(line));
    ordered.push(...left.splice(at, 1));
  }
  return ordered;
}

const findingsOf = ({ visits }: Draft): Finding[] => visits.flatMap(({ findings }) => findings);
const isOpen = ({ visits }: Draft, unmetOf: UnmetOf): boolean => openIn(visits, unmetOf).length > 0;
const openIn = (visits: readonly Visit[], unmetOf: UnmetOf): Visit[] =>
  visits.filter(({ findings }) => findings.every((finding) => !unmetOf(finding).length));

/** What is broken or missing, what could not be checked, what only a person can see. */
function phaseOf(findings: readonly Finding[], waitedFor: ReadonlySet<CheckId>): number {
  const isNeeded = (finding: Finding): boolean =>
    isFailed(finding) ||
    (finding.state === "unknown" && !isUnchecked(finding)) ||
    (finding.state === "warn" && waitedFor.has(finding.check));
  if (findings.some(isNeeded)) return 0;
  return findings.some(isUnchecked) ? 1 : 2;
}

/** A line's place goes by what of it may be begun. */
function rankOf({ key, visits }: Draft, unmetOf: UnmetOf, waitedFor: ReadonlySet<CheckId>): number {
  const step = (STEP_IDS as readonly string[]).indexOf(key);
  const begun = openIn(visits, unmetOf);
  const own = Math.min(...(begun.length ? begun : visits).map(({ findings }) => phaseOf(findings, waitedFor)));
  const phase = key === "watch" ? 4 : isSymptom(key) ? 3 : own;
  // A line that is no step comes before the steps of its phase.
  return phase * (STEP_IDS.length + 1) + step;
}

const folded = (lines: readonly Draft[]): Draft[] => [
  ...lines.slice(0, PLAN_LINES - 1),
  { key: "later", visits: lines.slice(PLAN_LINES - 1).flatMap(({ visits }) => visits) }
];

function planLines(lines: readonly Draft[], unmetOf: UnmetOf): PlanLine[] {
  const linesOf = new Map<CheckId, Set<PlanKey>>();
  for (const { key, visits } of lines)
    for (const { check } of findingsOf({ key, visits })) linesOf.set(check, (linesOf.get(check) ?? new Set()).add(key));

  return lines.map((line) => {
    const { key, visits } = line;
    const drawn = visits.map((visit): PlanVisit => {
      const unmet = new Set(visit.findings.flatMap(unmetOf));
      const before = new Set([...unmet].flatMap((id) => [...(linesOf.get(id) ?? [])]));
      return {
        key: visit.key,
        findings: visit.findings.map(findingKey),
        state: unmet.size ? "waiting" : "open",
        waitsFor: lines.map((each) => each.key).filter((each) => before.has(each) && each !== key)
      };
    });
    const open = isOpen(line, unmetOf);
    const findings = findingsOf(line);
    return {
      key,
      step: (findings[0] as Finding).step,
      state: open ? "open" : "waiting",
      waitsFor: open
        ? []
        : lines.map((each) => each.key).filter((each) => drawn.some(({ waitsFor }) => waitsFor.includes(each))),
      visits: drawn,
      counts: countsOf(findings)
    };
  });
}

function countsOf(findings: readonly Finding[]): PlanCounts {
  const count = (test: (finding: Finding) => boolean): number => findings.filter(test).length;
  return {
    findings: findings.length,
    people: new Set(findings.flatMap(({ subject }) => (subject ? [subject.id ?? subject.username] : []))).size,
    toFix: count(isFailed),
    toConfirm: count(({ state }) => state === "confirm"),
    unknown: count(({ state }) => state === "unknown"),
    warnings: count(({ state }) => state === "warn")
  };
}

/** @returns what is left to do, in the order in which the plan tells it: what may be begun first */
export function inOrderOfPlan({
  plan,
  findings
}: {
  plan: readonly PlanLine[];
  findings: readonly Finding[];
}): Finding[] {
  const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
  return plan.flatMap(({ visits }) =>
    visits.flatMap((visit) =>
      visit.findings.flatMap((key) => {
        const finding = byKey.get(key);
        return finding ? [finding] : [];
      })
    )
  );
}

/**
 * @param before the plan as it was when the person began
 * @returns the plan with the lines of then that nothing is left of, as `done`; as many as there is room for
 */
export function withDone(plan: readonly PlanLine[], before: readonly PlanLine[]): PlanLine[] {
  const open = new Set(plan.map(({ key }) => key));
  const done = before
    .filter(({ key }) => !open.has(key) && key !== "later")
    .map((line): PlanLine => ({ ...line, state: "done", waitsFor: [] }));
  return [...done.slice(0, Math.max(0, PLAN_LINES - plan.length)), ...plan];
}

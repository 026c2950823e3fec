import {
  CHECKS,
  checkOf,
  queriesOf,
  stepsOf,
  type CheckId,
  type Finding,
  type Report,
  type StepId
} from "c/mccChecklist";
import type { StepView } from "./view.ts";

const NONE: ReadonlyMap<CheckId, Date> = new Map();
const stepOf = (check: CheckId): StepId => checkOf(check).step;

/** @returns the report, with what was found last by the checks that are being asked again */
export function withEarlier(fresh: Report, last: Report | null): Report {
  const earlier = (last?.findings ?? []).filter(({ check }) => fresh.pending.includes(check));
  return { ...fresh, findings: inOrder([...fresh.findings, ...earlier]) };
}

/**
 * While the same people are checked again, a step stands as it stood, and says that it is being checked.
 * @param isFirst whether nothing is known of these people from before
 */
export function stepsShown(fresh: Report, shown: Report, isFirst: boolean): StepView[] {
  return stepsOf(isFirst ? fresh : { ...shown, pending: [] }, stepOf).map((summary) => ({
    ...summary,
    findings: shown.findings.filter(({ step }) => step === summary.step),
    isChecking: fresh.pending.some((check) => stepOf(check) === summary.step)
  }));
}

/**
 * @param stale when those queries were answered, by name, whose last check brought no answer
 * @returns the checks that rest on an answer from before: when that was answered
 */
export function asOf(stale: ReadonlyMap<string, Date>): ReadonlyMap<CheckId, Date> {
  if (stale.size === 0) return NONE;
  return new Map(
    CHECKS.flatMap((check): [CheckId, Date][] => {
      const dates = queriesOf(check).flatMap(({ name }) => stale.get(name) ?? []);
      const [oldest] = dates.sort((a, b) => a.getTime() - b.getTime());
      return oldest ? [[check.id, oldest]] : [];
    })
  );
}

/** @returns the findings in the order of repair, in which whoever reads them takes them */
function inOrder(findings: readonly Finding[]): Finding[] {
  const places = new Map(CHECKS.map(({ id }, at) => [id, at]));
  const placeOf = ({ check }: Finding): number => places.get(check) ?? 0;
  return [...findings].sort((a, b) => placeOf(a) - placeOf(b));
}

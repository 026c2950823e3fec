import { checkOf, STEP_IDS, type PlanLine, type StepId } from "c/mccChecklist";

/** @returns for each step the number of its line in the plan: of the first that is left, else of the one that is done */
export function placesIn(plan: readonly PlanLine[]): ReadonlyMap<StepId, number> {
  const places = new Map<StepId, number>();
  for (const isDone of [false, true])
    for (const [at, line] of plan.entries()) {
      if ((line.state === "done") !== isDone) continue;
      for (const step of stepsIn(line)) if (!places.has(step)) places.set(step, at + 1);
    }
  return places;
}

/** What is only to watch, what could not be checked, and what comes later may be of several steps. */
function stepsIn({ key, visits }: PlanLine): ReadonlySet<StepId> {
  const own = STEP_IDS.find((step) => step === key);
  if (own) return new Set([own]);
  const checks = new Set(visits.flatMap(({ findings }) => findings.map((finding) => finding.split("/")[0] ?? "")));
  return new Set([...checks].map((check) => checkOf(check).step));
}

import { checkOf, STEP_IDS, type PlanLine, type StepId } from "c/mccChecklist";

const isOfOneStep = ({ key }: PlanLine): boolean => (STEP_IDS as readonly string[]).includes(key);

/**
 * @returns for each step the number of its line in the plan: of its own, else of the first that it shares with others, else
 * of its own that is done
 */
export function placesIn(plan: readonly PlanLine[]): ReadonlyMap<StepId, number> {
  const numbered = plan.map((line, at) => ({ line, number: at + 1 }));
  const left = numbered.filter(({ line }) => line.state !== "done");
  const places = new Map<StepId, number>();
  for (const { line, number } of [
    ...left.filter(({ line }) => isOfOneStep(line)),
    ...left,
    ...numbered.filter(({ line }) => isOfOneStep(line))
  ])
    for (const step of stepsIn(line)) if (!places.has(step)) places.set(step, number);
  return places;
}

/** What is only to watch, what could not be checked, and what comes later may be of several steps. */
function stepsIn(line: PlanLine): ReadonlySet<StepId> {
  const { visits } = line;
  if (isOfOneStep(line)) return new Set([line.step]);
  const checks = new Set(visits.flatMap(({ findings }) => findings.map((finding) => finding.split("/")[0] ?? "")));
  return new Set([...checks].map((check) => checkOf(check).step));
}

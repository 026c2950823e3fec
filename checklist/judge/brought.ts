import type { MarketingCloudAnswer } from "../marketing-cloud/answer.ts";
import type { Check } from "./check.ts";
import type { Confirmation } from "./confirmation.ts";
import { judge, type Situation } from "./judge.ts";

/**
 * @param by who brought Marketing Cloud's answer
 * @returns what it confirms or refutes, to be saved like what that person saw; empty where it answers no question
 */
export function broughtBy(
  by: string,
  answer: MarketingCloudAnswer,
  checks: readonly Check[],
  situation: Situation
): Confirmation[] {
  const { findings } = judge(checks, { ...situation, confirmations: [], marketingCloud: answer });
  const at = situation.now.toISOString();
  return findings.flatMap(({ confirmation }) => {
    if (!confirmation) return [];
    const { isJustAsked: _, ...brought } = confirmation;
    return [{ ...brought, by, at }];
  });
}

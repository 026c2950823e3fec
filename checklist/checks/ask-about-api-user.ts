import { apiUsersOf } from "../facts/api-user.ts";
import type { BasisPart } from "../facts/basis.ts";
import type { Facts } from "../judge/check.ts";
import { article } from "../judge/sources.ts";

/** What all questions about the Marketing Cloud API User have in common. */
export const API_USER_QUESTION = {
  about: "marketing-cloud",
  step: "marketing-cloud",
  requires: ["package"],
  source: article("Marketing Cloud Checklist"),
  link: { page: "marketing-cloud" }
} as const;

/** Beside which user it is, whom that user stands for. */
export const API_USER_BASIS: readonly BasisPart[] = ["api-user", "configuration", "system-user"];

export const ASKS = { look: "confirm", "look-at": "confirm" } as const;

/** @returns where to look: at the user whom the configuration names, or at each of several */
export function askedAbout(facts: Facts) {
  const apiUser = apiUsersOf(facts);
  return apiUser.length ? ({ case: "look-at", values: { apiUser } } as const) : ({ case: "look" } as const);
}

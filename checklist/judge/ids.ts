/**
 * Ids of checks are frozen: the folder in `checks/`, the beginning of its messages' keys, its page in docs/checks, and what
 * reports carry.
 */
export type CheckId = string;

/**
 * The wizard's steps in the order of repair, which the plan follows, and the checks in `checks/index.ts` stand in; last the
 * symptoms, which go when the rest is mended.
 */
export const STEP_IDS = [
  "package",
  "people",
  "access",
  "connected-app",
  "users",
  "marketing-cloud",
  "reconnect",
  "results"
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What these steps find are symptoms: they go when the rest is mended, so nobody starts with them. */
export const SYMPTOM_STEPS: readonly StepId[] = ["results"];

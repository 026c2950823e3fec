/**
 * Ids of checks are frozen: the folder in `checks/`, the beginning of its messages' keys, its page in docs/checks, and what
 * reports carry.
 */
export type CheckId = string;

/** The wizard's steps, in the order they are shown. */
export const STEP_IDS = [
  "results",
  "people",
  "package",
  "connected-app",
  "access",
  "users",
  "marketing-cloud",
  "reconnect"
] as const;
export type StepId = (typeof STEP_IDS)[number];

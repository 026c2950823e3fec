import type { CommonCase } from "./check.ts";

/**
 * What helps where a check could not be judged, by the case that any check can run into: the step `common.fix.<step>`.
 * Changing the setting that the check is about would be a guess.
 */
export const COMMON_FIX: Readonly<Partial<Record<string, string>>> = {
  "no-object": "ask",
  "no-field": "ask",
  "no-access": "ask",
  hidden: "ask",
  limit: "wait",
  server: "wait",
  timeout: "wait",
  malformed: "wait",
  "cut-off": "report",
  "unfamiliar-words": "report",
  crashed: "report",
  "no-app": "install-app",
  "several-apps": "choose-app",
  "no-package": "install-package",
  "no-system-user": "choose-system-user",
  "system-user-guessed": "choose-system-user",
  "person-not-found": "choose-person",
  "not-everyone": "choose-fewer"
} satisfies Partial<Record<CommonCase, string>>;

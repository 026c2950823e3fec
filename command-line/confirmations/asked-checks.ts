import { CHECKS, type CheckId } from "../../checklist/index.ts";

/** The checks that can ask a person. */
export const ASKED_CHECKS: readonly CheckId[] = CHECKS.filter(({ cases }) =>
  Object.values(cases).includes("confirm")
).map(({ id }) => id);

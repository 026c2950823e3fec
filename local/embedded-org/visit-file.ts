import { z } from "zod";

/** An earlier visit to MCC Health, as a scenario's file tells it. */
export const VISIT = z.strictObject({
  /** A moment, e.g. `now-12d`. */
  at: z.string(),
  /** Ids of users: who looked, and whom they checked. */
  by: z.string(),
  systemUser: z.string(),
  impactedUsers: z.array(z.string()),
  /** How long the run took. */
  milliseconds: z.int(),
  /** Rows that were otherwise then: those fields of them. A row that the records don't have is gone since. */
  then: z.record(z.string(), z.array(z.unknown())).optional(),
  /** What they confirmed or refuted after the run. */
  confirmed: z.array(z.strictObject({ check: z.string(), holds: z.boolean(), note: z.string().optional() })).optional()
});

export type Visit = z.infer<typeof VISIT>;

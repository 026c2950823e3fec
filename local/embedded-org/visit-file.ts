import { z } from "zod";
import { TASKS, type TaskId } from "../../checklist/index.ts";

const TASKS_TICKED: readonly TaskId[] = [...Object.values(TASKS).flat(), "closed"];

/** An earlier visit to MCC Health, as a scenario file describes it. */
export const VISIT = z.strictObject({
  /** A moment, e.g. `now-12d`. */
  at: z.string(),
  /** Ids of users: who ran the check, and whom it was about. */
  by: z.string(),
  systemUser: z.string(),
  impactedUsers: z.array(z.string()),
  /** Duration of the run. */
  milliseconds: z.int(),
  /** Rows that were different at that time, with the fields that were. A row without one in `records` is gone by now. */
  overrides: z.record(z.string(), z.array(z.unknown())).optional(),
  /** What a person confirmed or refuted after the run. */
  confirmed: z
    .array(
      z.strictObject({
        check: z.string(),
        holds: z.boolean(),
        answer: z.string().optional(),
        note: z.string().optional()
      })
    )
    .optional(),
  /** What a person did of the reconnect, and said of it. */
  ticked: z.array(z.strictObject({ task: z.enum(TASKS_TICKED), note: z.string().optional() })).optional()
});

export type Visit = z.infer<typeof VISIT>;

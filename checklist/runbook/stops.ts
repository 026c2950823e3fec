import { rowsOrNull, type Evidence } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import { activeTriggeredSends } from "../queries/active-triggered-sends.ts";
import { cdcJourneys } from "../queries/cdc-journeys.ts";
import { journeys } from "../queries/journeys.ts";
import { scheduledSends } from "../queries/scheduled-sends.ts";

/** What reconnecting stops. A count is null where the org does not tell. Source: Knowledge 005228128. */
export interface Stops {
  readonly sends: number | null;
  /** Whether there may be more than were counted. */
  readonly moreSends: boolean;
  /** When the next one leaves; null where none is known to. */
  readonly nextSend: string | null;
  /** How many should have left already, and have not. */
  readonly overdue: number;
  readonly triggered: number | null;
  readonly journeys: number | null;
}

export const STOPS_QUERIES: readonly Query[] = [scheduledSends, activeTriggeredSends, journeys, cdcJourneys];

export function stopsOf(evidence: Evidence, now: Date): Stops {
  const sends = rowsOrNull(evidence, scheduledSends);
  const dates = (sends ?? []).flatMap((row) => row.et4ae5__Scheduled_Date_Time__c ?? []);
  const coming = dates.filter((date) => Date.parse(date) > now.getTime());
  return {
    sends: sends?.length ?? null,
    moreSends: (sends?.length ?? 0) >= (scheduledSends.limit ?? Infinity),
    nextSend: coming.sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null,
    overdue: dates.length - coming.length,
    triggered: totalOf(activeTriggeredSends, evidence),
    journeys: sum(totalOf(journeys, evidence), totalOf(cdcJourneys, evidence))
  };
}

const totalOf = (
  query: typeof journeys | typeof cdcJourneys | typeof activeTriggeredSends,
  evidence: Evidence
): number | null => rowsOrNull(evidence, query)?.[0]?.total ?? null;

/** What is counted in part is not counted. */
const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

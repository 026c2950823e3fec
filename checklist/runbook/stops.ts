import { rowsOf, rowsOrNull, type Evidence } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import { activeTriggeredSends } from "../queries/active-triggered-sends.ts";
import { cdcJourneys } from "../queries/cdc-journeys.ts";
import { journeys } from "../queries/journeys.ts";
import { scheduledSends } from "../queries/scheduled-sends.ts";
import { scheduledSms } from "../queries/scheduled-sms.ts";
import { viewerReach } from "../queries/viewer-reach.ts";
import { waitingTriggeredSends } from "../queries/waiting-triggered-sends.ts";
import { momentOf, type Moment } from "./quiet.ts";

/** What is counted, in this order. The message of each is `runbook.<kind>`. */
export type StopKind = "sends" | "sms" | "triggered" | "waiting" | "journeys";

export interface Stop {
  readonly kind: StopKind;
  /** null where the org does not tell. */
  readonly count: number | null;
  /** Whether more rows were there than one query reads. */
  readonly isCutOff: boolean;
}

/** What reconnecting stops. Source: Knowledge 005228128. */
export interface Stops {
  readonly stops: readonly Stop[];
  /** Whether the person looking is known to see every record: else there may be more of each. */
  readonly seesAll: boolean;
  /** How many should have left already, and have not. */
  readonly overdue: number;
  /** null where not all that has a date was read. */
  readonly moment: Moment | null;
}

/** What leaves at a date. */
const DATED = { sends: scheduledSends, sms: scheduledSms, waiting: waitingTriggeredSends } as const;

export const STOPS_QUERIES: readonly Query[] = [
  scheduledSends,
  activeTriggeredSends,
  journeys,
  cdcJourneys,
  scheduledSms,
  waitingTriggeredSends,
  viewerReach
];

export function stopsOf(evidence: Evidence, now: Date): Stops {
  const [sends, sms, waiting] = [DATED.sends, DATED.sms, DATED.waiting].map((query) => datedOf(query, evidence));
  const dated = [sends, sms, waiting].filter((each) => each !== undefined);
  const overdue = [sends, sms].flatMap((each) => each?.dates ?? []).filter((date) => Date.parse(date) <= now.getTime());
  return {
    stops: [
      stop("sends", sends),
      stop("sms", sms),
      { kind: "triggered", count: totalOf(activeTriggeredSends, evidence), isCutOff: false },
      stop("waiting", waiting),
      {
        kind: "journeys",
        count: sum(totalOf(journeys, evidence), totalOf(cdcJourneys, evidence)),
        isCutOff: false
      }
    ],
    seesAll: rowsOf(evidence, viewerReach)[0]?.PermissionsViewAllData === true,
    overdue: overdue.length,
    moment:
      dated.length < Object.keys(DATED).length
        ? null
        : momentOf(
            dated.flatMap(({ dates }) => dates),
            now,
            earliest(dated)
          )
  };
}

/** What one query read of what leaves at a date. */
interface Dated {
  readonly count: number;
  readonly dates: readonly string[];
  readonly isCutOff: boolean;
  /** Up to when all of them were read; null where all were. They are read in the order of their dates, those without one last. */
  readonly knownUntil: string | null;
}

function datedOf(query: (typeof DATED)[keyof typeof DATED], evidence: Evidence): Dated | undefined {
  const rows = rowsOrNull(evidence, query);
  if (!rows) return undefined;
  const isCutOff = rows.length >= (query.limit ?? Infinity);
  const dates = rows.flatMap((row) => row.et4ae5__Scheduled_Date_Time__c ?? []);
  const last = rows.at(-1)?.et4ae5__Scheduled_Date_Time__c ?? null;
  return { count: rows.length, dates, isCutOff, knownUntil: isCutOff ? last : null };
}

const stop = (kind: StopKind, read: Dated | undefined): Stop => ({
  kind,
  count: read?.count ?? null,
  isCutOff: read?.isCutOff ?? false
});

const earliest = (read: readonly Dated[]): string | null =>
  read.flatMap(({ knownUntil }) => knownUntil ?? []).sort((a, b) => Date.parse(a) - Date.parse(b))[0] ?? null;

const totalOf = (
  query: typeof journeys | typeof cdcJourneys | typeof activeTriggeredSends,
  evidence: Evidence
): number | null => rowsOrNull(evidence, query)?.[0]?.total ?? null;

/** What is counted in part is not counted. */
const sum = (a: number | null, b: number | null): number | null => (a === null || b === null ? null : a + b);

import { DAY } from "../facts/time.ts";

/** A time in which no send is known to leave; ISO 8601. */
export interface Quiet {
  readonly from: string;
  /** null: none is known to leave as far as one looks ahead. */
  readonly to: string | null;
}

/** When reconnecting would meet no send that has a date. */
export interface Moment {
  /** When the next send leaves; null where none is known to. */
  readonly next: string | null;
  /** The next time of an hour or more without a send; null where none is known. */
  readonly soonest: Quiet | null;
  /** Whether that has begun. */
  readonly isNow: boolean;
  /** The longest of them, where it is another one and longer. */
  readonly longest: Quiet | null;
}

/** How many days ahead one looks. */
export const DAYS_AHEAD = 7;
const HOUR = DAY / 24;
/** How long a send may be under way after it left: a guess, on the safe side. */
const UNDER_WAY = HOUR / 2;
/** Reconnecting takes less. */
const LONG_ENOUGH = HOUR;

/**
 * @param dates when sends leave, ISO 8601, in any order; those of the past leave no more by the clock
 * @param knownUntil up to when all of them were read; null where all were
 */
export function momentOf(dates: readonly string[], now: Date, knownUntil: string | null = null): Moment {
  const start = now.getTime();
  const ahead = start + DAYS_AHEAD * DAY;
  const end = Math.min(ahead, knownUntil === null ? Infinity : Date.parse(knownUntil));
  const coming = dates
    .map((date) => Date.parse(date))
    .filter((time) => time > start)
    .sort((a, b) => a - b);
  const within = coming.filter((time) => time < end);
  const begins = [start, ...within.map((time) => time + UNDER_WAY)];
  const gaps = [...within, end].map((to, at) => ({ from: Math.max(start, begins[at] ?? end), to }));
  const quiet = gaps.filter(({ from, to }) => to - from >= LONG_ENOUGH);
  const [soonest] = quiet;
  const longest = quiet.reduce<(typeof quiet)[number] | undefined>(
    (best, gap) => (best && best.to - best.from >= gap.to - gap.from ? best : gap),
    undefined
  );
  const shown = (gap: typeof soonest): Quiet | null =>
    gap ? { from: iso(gap.from), to: gap.to === ahead ? null : iso(gap.to) } : null;
  const [first] = coming;
  return {
    next: first === undefined ? null : iso(first),
    soonest: shown(soonest),
    isNow: soonest?.from === start,
    longest: longest === soonest ? null : shown(longest)
  };
}

const iso = (time: number): string => new Date(time).toISOString();

/** A span of time that a date literal stands for: from its first moment to the one after its last. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

type Unit = "DAY" | "WEEK" | "MONTH" | "QUARTER" | "YEAR";

const DAYS: Readonly<Record<string, number>> = { YESTERDAY: -1, TODAY: 0, TOMORROW: 1 };
const NEIGHBOUR: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };

/** Start of the unit that is `offset` units away from the one of `now`. In UTC; weeks start on Sunday, as in en_US. */
function start(now: Date, unit: Unit, offset: number): Date {
  const [year, month, day] = [now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()];
  const at = (y: number, m: number, d: number): Date => new Date(Date.UTC(y, m, d));
  switch (unit) {
    case "DAY":
      return at(year, month, day + offset);
    case "WEEK":
      return at(year, month, day - now.getUTCDay() + 7 * offset);
    case "MONTH":
      return at(year, month + offset, 1);
    case "QUARTER":
      return at(year, month - (month % 3) + 3 * offset, 1);
    case "YEAR":
      return at(year + offset, 0, 1);
  }
}

const span = (now: Date, unit: Unit, first: number, count: number): Span => ({
  from: start(now, unit, first),
  to: start(now, unit, first + count)
});

/**
 * @param literal e.g. `TODAY`, `LAST_WEEK`, `LAST_N_DAYS:30`, `N_MONTHS_AGO:2`
 * @returns the time it stands for; undefined for one that is not known here (the fiscal ones)
 * Source: SOQL and SOSL Reference, "Date Formats and Date Literals".
 */
export function spanOf(literal: string, now: Date): Span | undefined {
  const text = literal.toUpperCase();
  const day = DAYS[text];
  if (day !== undefined) return span(now, "DAY", day, 1);

  const neighbour = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(text);
  if (neighbour) return span(now, neighbour[2] as Unit, NEIGHBOUR[neighbour[1] ?? ""] ?? 0, 1);

  const ago = /^N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO:(\d+)$/.exec(text);
  if (ago) return span(now, ago[1] as Unit, -Number(ago[2]), 1);

  const run = /^(LAST|NEXT)_(?:N_)?(?:(DAY|WEEK|MONTH|QUARTER|YEAR)S:(\d+)|(90)_DAYS)$/.exec(text);
  if (!run) return undefined;
  const unit = (run[2] ?? "DAY") as Unit;
  const count = Number(run[3] ?? run[4]);
  // Days count today in; larger units are whole ones before or after the current.
  const today = unit === "DAY" ? 1 : 0;
  return run[1] === "LAST" ? span(now, unit, -count, count + today) : span(now, unit, 1, count);
}

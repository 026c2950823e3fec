const MILLISECONDS = { m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
const RELATIVE = /^now(?:([+-]\d{1,6})([mhd]))?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATETIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?(Z|[+-]\d{2}:?\d{2})$/;

/** @returns the moment as REST writes it: `2026-05-04T10:00:00.000+0000`. Always UTC, so that text sorts by time */
export const restDatetime = (moment: Date): string => moment.toISOString().replace("Z", "+0000");

/** @returns the day as REST writes it, in UTC */
export const restDate = (moment: Date): string => moment.toISOString().slice(0, 10);

function relative(text: string, now: Date): Date | undefined {
  const match = RELATIVE.exec(text);
  if (!match) return undefined;
  const unit = match[2] as keyof typeof MILLISECONDS | undefined;
  return new Date(now.getTime() + (unit === undefined ? 0 : Number(match[1]) * MILLISECONDS[unit]));
}

/**
 * @param text an ISO 8601 moment with its offset, or one relative to now: `now-2h`, `now+20d`
 * @returns the moment as REST writes it; undefined when the text is not a moment
 */
export function readDatetime(text: string, now: Date): string | undefined {
  if (!DATETIME.test(text)) {
    const moment = relative(text, now);
    return moment && restDatetime(moment);
  }
  const moment = new Date(text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2"));
  // JavaScript reads February 30 as March 2.
  const isOnCalendar = readDate(text.slice(0, "2026-05-04".length), now) !== undefined;
  return Number.isNaN(moment.getTime()) || !isOnCalendar ? undefined : restDatetime(moment);
}

/**
 * @param text a day as `2026-05-04`, or one relative to now
 * @returns the day as REST writes it; undefined when the text is not a day
 */
export function readDate(text: string, now: Date): string | undefined {
  if (!DATE.test(text)) {
    const moment = relative(text, now);
    return moment && restDate(moment);
  }
  const moment = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || restDate(moment) !== text ? undefined : text;
}

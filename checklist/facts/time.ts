export const HOUR = 60 * 60 * 1000;
export const DAY = 24 * HOUR;

/** Near enough to warn of. Source: docs/sources.md, Our own rules. */
const SOON = 30 * DAY;

/** @param ends ISO 8601 */
export const isPast = (ends: string, now: Date): boolean => Date.parse(ends) <= now.getTime();

/** @param ends ISO 8601 @returns whether it ends within 30 days */
export const isSoon = (ends: string, now: Date): boolean => Date.parse(ends) - now.getTime() <= SOON;

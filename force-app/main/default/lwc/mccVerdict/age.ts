import { label } from "c/mccLabels";

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** @returns how long ago it was, in steps of ten seconds, then of minutes; after an hour the time of day */
export function ageText(at: Date, now: Date, language: string): string {
  const seconds = Math.floor((now.getTime() - at.getTime()) / 10_000) * 10;
  if (seconds < 10) return label("ui.checked-now");
  if (seconds < MINUTE) return label("ui.checked-seconds", { seconds });
  if (seconds < HOUR) return label("ui.checked-minutes", { minutes: Math.floor(seconds / MINUTE) });
  return label("ui.checked-at", { time: new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(at) });
}

/** How many milliseconds an org's clock is ahead of this machine's, by the address that answered. */
const ahead = new Map<string, number>();

/** HTTP dates have whole seconds, and an answer takes its time: so much says nothing of a clock. */
const TOLERANCE_MS = 5_000;

/** Takes an answer's `Date` header for the org's time. Source: RFC 9110, "Date". */
export function setOrgClock({ url, headers }: Pick<Response, "url" | "headers">, machineNow = Date.now()): void {
  const offset = Date.parse(headers.get("date") ?? "") - machineNow;
  if (Number.isNaN(offset) || !URL.canParse(url)) return;
  ahead.set(new URL(url).origin, Math.abs(offset) > TOLERANCE_MS ? offset : 0);
}

/** @returns the org's time, as its last answer told it; this machine's where none has come */
export const orgNow = (instanceUrl: string, machineNow = Date.now()): Date =>
  new Date(machineNow + (ahead.get(new URL(instanceUrl).origin) ?? 0));

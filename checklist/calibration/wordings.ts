import { doubtsOf } from "./doubts.ts";
import type { Calibration, IpRelaxationPolicy, PolicyChangeWording } from "./known.ts";

/** @returns what this entry says that IP Relaxation of the app was set to; undefined where its words are not known */
export function ipRelaxationIn(calibration: Calibration, display: string, app: string): SetTo | undefined {
  const doubted = new Set<PolicyChangeWording>(doubtsOf(calibration).policyChanges);
  const wordings = calibration.policyChanges.filter(
    (wording) => wording.action === "changeIpRelaxationPolicy" && !doubted.has(wording)
  );
  for (const { text, to } of wordings) {
    if (to !== undefined && says(display, text, { app })) {
      const label = calibration.ipRelaxations.find(({ value }) => value === to)?.label;
      return { value: to, label: label ?? display };
    }
    if (!text.includes("{to}")) continue;
    const found = calibration.ipRelaxations.find(({ label }) => says(display, text, { app, to: label }));
    if (found) return { value: found.value, label: found.label };
  }
  return undefined;
}

interface SetTo {
  readonly value: IpRelaxationPolicy;
  /** As Setup calls it. */
  readonly label: string;
}

/** @returns whether an entry has these words, whatever stands for `{from}` */
function says(display: string, text: string, words: Readonly<Record<string, string>>): boolean {
  const [start = "", end] = text
    .split("{from}")
    .map((part) => part.replace(/\{(app|to)\}/g, (place, name: string) => words[name] ?? place));
  if (end === undefined) return display === start;
  return display.length >= start.length + end.length && display.startsWith(start) && display.endsWith(end);
}

/** Where the app's name stands in a wording: the words before it, and the two after it. */
interface Frame {
  readonly before: string;
  readonly after: string;
}

/** @returns what surrounds the app's name, of the wordings that begin with words of their own */
export const framesOf = ({ policyChanges }: Calibration): Frame[] =>
  policyChanges.flatMap(({ text }) => {
    const [before = "", after = ""] = text.split("{app}");
    return before === "" ? [] : [{ before, after: after.split(" ", 3).join(" ") }];
  });

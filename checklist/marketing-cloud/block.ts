/** Raised with each change of the script: the answer of an older one may lack what is judged now. */
export const SCRIPT_VERSION = 1;

/** Stand at both ends of an answer, in letters that mail programs and spreadsheets leave as they are. */
export const BEGIN = "MCC-HEALTH-ANSWER;";
export const END = "END;";

/**
 * What an answer says, in the order in which it says it. A text is written as letters, digits, `.`, `-` and `_`; any other
 * UTF-16 unit as `~` and four hexadecimal digits. What Marketing Cloud did not return is `~`, and a list has a comma after
 * each entry.
 */
export const ANSWER_FIELDS = [
  "version",
  "nonce",
  "at",
  "account",
  "enterprise",
  "asked",
  "status",
  "user",
  "active",
  "api-user",
  "locked",
  "must-change-password",
  "last-sign-in",
  "default-business-unit",
  "roles",
  "business-units"
] as const;
export type AnswerField = (typeof ANSWER_FIELDS)[number];

const NOT_RETURNED = "~";

/** @returns the text, or undefined where it is not written as the script writes it */
export function decodeText(written: string): string | undefined {
  if (!/^(?:[A-Za-z0-9._-]|~[0-9a-f]{4})*$/.test(written)) return undefined;
  return written.replace(/~([0-9a-f]{4})/g, (_, unit: string) => String.fromCharCode(parseInt(unit, 16)));
}

/** @returns null for what Marketing Cloud did not return, undefined for what is not written as an answer writes it */
export const readText = (written: string): string | null | undefined =>
  written === NOT_RETURNED ? null : decodeText(written);

/** As `readText`, for yes and no. */
export function readFlag(written: string): boolean | null | undefined {
  if (written === NOT_RETURNED) return null;
  return written === "true" ? true : written === "false" ? false : undefined;
}

/** As `readText`, for a list. */
export function readList(written: string): string[] | null | undefined {
  if (written === NOT_RETURNED) return null;
  if (written === "") return [];
  if (!written.endsWith(",")) return undefined;
  const texts = written.slice(0, -1).split(",").map(decodeText);
  return texts.every((text) => text !== undefined && text !== "") ? (texts as string[]) : undefined;
}

/** A scenario that can't be used. The message names the file, the place in it and what is wrong there. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
}

/** Creates the error for one place of a scenario, e.g. `records.User[3].ProfileId`; an empty path is the whole file. */
export type ErrorAt = (path: string, message: string) => ScenarioError;

const LONGEST = 400;

/**
 * @param file the scenario's name or path
 * @returns what creates its errors. Text from the file is shortened, and control characters are shown as escapes: the
 * file may be anybody's, and the message goes to a terminal
 */
export const errorsOf =
  (file: string): ErrorAt =>
  (path, message) =>
    new ScenarioError([file, path, message].filter(Boolean).map(printable).join(": "));

const printable = (text: string): string =>
  (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text).replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`
  );

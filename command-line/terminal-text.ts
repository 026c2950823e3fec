/** Controls, line separators, and what turns the direction of the text that follows. */
const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/gu;

/** @returns the text with its lines and tabs, and nothing else in it that a terminal would obey */
export const terminalText = (text: string): string =>
  text
    .replace(/\r\n/g, "\n")
    .replace(STEERING, (control) => (/[\n\t]/.test(control) ? control : " "))
    .toWellFormed();

/** Controls, line separators, and what turns the direction of the text that follows. */
export const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

const BUT_LINES_AND_TABS = new RegExp(`(?![\\n\\t])${STEERING.source}`, "gu");

/** @returns the text with its lines and tabs, and nothing else in it that a terminal would obey */
export const terminalText = (text: string): string =>
  text.replace(/\r\n/g, "\n").replace(BUT_LINES_AND_TABS, " ").toWellFormed();

/** What would end the line, or turn the direction of what follows: a name may hold any of it. */
const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu;

/** @returns the text on one line, and in its own direction only */
export const oneLine = (text: string): string => text.replace(CONTROLS, " ");

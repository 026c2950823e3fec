/** One element of a LIKE pattern: a character, `%` for any number of characters, or `_` for exactly one. */
export type PatternPart = { readonly character: string } | "any run" | "any one";

/**
 * After a mismatch, only the last `%` takes one character more. So the work grows with the length of the text times that
 * of the pattern; a regular expression would try each way of dividing the text among all `%`.
 * @param text the characters of the text
 */
export function matchesLike(pattern: readonly PatternPart[], text: ArrayLike<string>): boolean {
  let [at, from] = [0, 0];
  let lastRun = -1;
  for (let i = 0; i < text.length;) {
    const part = pattern[at];
    if (part === "any run") {
      lastRun = at++;
      from = i;
    } else if (part === "any one" || (part !== undefined && part.character === text[i])) {
      at++;
      i++;
    } else if (lastRun >= 0) {
      at = lastRun + 1;
      i = ++from;
    } else return false;
  }
  while (pattern[at] === "any run") at++;
  return at === pattern.length;
}

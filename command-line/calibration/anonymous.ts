import { CALIBRATION } from "../../checklist/index.ts";

/** Words that names of Salesforce's own products are made of. Any other word may name whoever owns the org. */
const PRODUCT_WORDS: ReadonlySet<string> = new Set(
  [
    "salesforce marketing cloud connect connector connected app engagement intelligence personalization",
    "growth advanced next account appexchange integration api exacttarget for and of the"
  ]
    .join(" ")
    .split(" ")
);

/** A user called `mcc.system` gives nobody away. */
const ROLE_WORDS: ReadonlySet<string> = new Set(
  CALIBRATION.systemAdministrators.flatMap(({ name }) => name.toLowerCase().split(" "))
);

const LONGEST_NAME = 100;

/** What stands for a word that may name somebody. */
const LEFT_OUT = "…";

/** @returns the name of an app with only the product's words in it */
export function productName(name: string): { readonly name: string; readonly whole: boolean } {
  if (name.length > LONGEST_NAME) return { name: LEFT_OUT, whole: false };
  const words = name.split(/\s+/).filter(Boolean);
  const shown = words.map((word) => (PRODUCT_WORDS.has(word.toLowerCase()) ? word : LEFT_OUT));
  // A double space is another name.
  return { name: shown.join(" "), whole: shown.join(" ") === name };
}

/**
 * @param texts what an org calls itself and its people
 * @returns the words that only they would use, in small letters
 */
export function ownWords(texts: readonly string[]): ReadonlySet<string> {
  const words = texts.flatMap(wordsOf).filter((word) => !PRODUCT_WORDS.has(word) && !ROLE_WORDS.has(word));
  return new Set(words.filter((word) => word.length > (WITHOUT_SPACES.test(word) ? 1 : 2)));
}

/** Writing that puts no spaces between words. */
const WITHOUT_SPACES = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

const wordsOf = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u);

/** Numbers (of Ids and versions too), addresses, markup, places, and what steers the reader's eye or a terminal. */
const TELLING = /[\p{N}@<>`{}[\]\\|*_#]|:\/\/|\p{L}\.\p{L}|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST = 300;

/** Whether words of Salesforce's, in any language, can be shown: nothing in them may tell whose org it is. */
export function isAnonymous(text: string, own: ReadonlySet<string>): boolean {
  if (text.length > LONGEST || TELLING.test(text)) return false;
  const [words, small] = [new Set(wordsOf(text)), text.toLowerCase()];
  return ![...own].some((word) => (WITHOUT_SPACES.test(word) ? small.includes(word) : words.has(word)));
}

interface Place {
  readonly app: string;
  /** Names of all apps that the org shows. */
  readonly apps: readonly string[];
  readonly own: ReadonlySet<string>;
}

/**
 * @param display an entry of the audit trail about `app`
 * @returns its sentence as the calibration knows it, else the sentence with a place for the app's name; undefined where
 * something else in it may tell whose org it is
 */
export function anonymousWording(action: string, display: string, { app, apps, own }: Place): string | undefined {
  const known = CALIBRATION.policyChanges.find(
    (wording) => wording.action === action && fits(display, wording.text, app)
  );
  if (known) return known.text;
  // The entry may be about another app, whose name only begins like this one's.
  if (!display.includes(app) || apps.some((name) => name !== app && display.includes(name))) return undefined;
  const around = display.split(app);
  return around.every((part) => isAnonymous(part, own)) && display.length <= LONGEST ? around.join("{app}") : undefined;
}

/** Whether a display has the words of a wording around its places. */
function fits(display: string, text: string, app: string): boolean {
  const literals = text.replaceAll("{app}", () => app).split(/\{(?:from|to)\}/);
  let at = 0;
  return literals.every((literal, i) => {
    const found = i === literals.length - 1 && literal === "" ? display.length : display.indexOf(literal, at);
    if (found < 0 || (i === 0 && found > 0)) return false;
    at = found + literal.length;
    return i < literals.length - 1 || at === display.length;
  });
}

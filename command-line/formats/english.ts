import { readFileSync } from "node:fs";
import { wordsOf, type Messages } from "../../checklist/index.ts";

const messages = new URL("../../checklist/messages/en.json", import.meta.url);

/** The catalogue's words in English: the language of the command line. */
export const english = wordsOf(JSON.parse(readFileSync(messages, "utf8")) as Messages, "en");

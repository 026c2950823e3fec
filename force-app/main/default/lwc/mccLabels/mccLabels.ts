import language from "@salesforce/i18n/lang";
import { ENGLISH, translatorOf, type MessageKey, type Messages, type Text, type Translator } from "c/mccChecklist";
import { languages } from "c/mccLanguages";
import { fetchMessages } from "./fetchMessages.ts";

let english = ENGLISH;
/** In the language of the person looking; none for English. */
let own: Messages = {};
let current = translatorOf(english, language);
const [primary] = language.split("-");
/** The static resource's file for the person's language; for `pt-BR`, where that has none, the one for `pt`. */
const file = [language, primary].find((each) => each !== undefined && languages.includes(each));
let loading: Promise<boolean> | undefined;

/** @returns what says things in the language of the person looking, as far as `loadLanguage` has come */
export const translator = (): Translator => current;

/** @returns the message under a key, with its placeholders filled */
export const label = (key: MessageKey, values: NonNullable<Text["values"]> = {}): string => current({ key, values });

/**
 * Fetches the person's language, once: English is here already, and stays for what can't be had.
 * @returns whether it came, so that labels read otherwise now; undefined where there is nothing to fetch
 */
export function loadLanguage(): Promise<boolean> | undefined {
  if (file !== undefined) loading ??= load(file);
  return loading;
}

/** @param messages English that came later than the page; what the page has already stays */
export function addEnglish(messages: Messages): void {
  english = { ...messages, ...english };
  translate();
}

function translate(): void {
  current = translatorOf({ ...english, ...own }, language);
}

async function load(name: string): Promise<boolean> {
  const messages = await fetchMessages(name);
  if (!messages) return false;
  own = messages;
  translate();
  return true;
}

/** Why something was not saved: `reason` as the Apex class MccRecordsAnswer has it. */
export interface Refusal {
  readonly reason: string | null;
  readonly message: string;
}

/** @returns why it was not saved in the org, in one sentence; empty where it was */
export function refusalText({ reason, message }: Refusal): string {
  if (reason === null) return "";
  return current.maybe(`ui.not-saved.${reason}`) ?? label("ui.not-saved", { message }).trim();
}

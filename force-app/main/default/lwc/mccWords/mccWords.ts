import { wordsOf, type MessageKey, type Text } from "c/mccChecklist";
import { language, messages } from "c/mccMessages";

/** Sentences in the language of the person looking. */
export const words = wordsOf(messages, language);

/** @returns the sentence under a key, with its places filled */
export const say = (key: MessageKey, values: NonNullable<Text["values"]> = {}): string => words({ key, values });

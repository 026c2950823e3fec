import { wordsOf, type MessageKey, type Text } from "c/mccChecklist";
import { language, messages } from "c/mccMessages";

/** Sentences in the language of the person looking. */
export const words = wordsOf(messages, language);

/** @returns the sentence under a key, with its places filled */
export const say = (key: MessageKey, values: NonNullable<Text["values"]> = {}): string => words({ key, values });

/** Why something was not kept: `reason` as the Apex class MccRecordsAnswer has it. */
export interface Refusal {
  readonly reason: string | null;
  readonly message: string;
}

/** @returns why it was not kept in the org, in one sentence; empty where it was */
export function refusalText({ reason, message }: Refusal): string {
  if (reason === null) return "";
  return words.maybe(`ui.not-kept.${reason}`) ?? say("ui.not-kept", { message }).trim();
}

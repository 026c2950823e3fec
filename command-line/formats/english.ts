import { readFileSync } from "node:fs";
import { wordsOf, type MessageKey, type Messages } from "../../checklist/index.ts";

/** What is chosen in the wizard is named with flags here. */
const BY_FLAG: Partial<Record<MessageKey, string>> = {
  "common.fix.choose-system-user": "Name the system user with --system-user.",
  "common.fix.choose-app": "Name the right connected app with --app.",
  "common.fix.choose-person": "Name another person with --user or --system-user.",
  "common.fix.choose-fewer": "Name the people to check one by one with --user."
};

/** The catalogue's words in English: the language of the command line. */
export const english = wordsOf({ ...messages(), ...BY_FLAG }, "en");

function messages(): Messages {
  return JSON.parse(readFileSync(new URL("../../checklist/messages/en.json", import.meta.url), "utf8")) as Messages;
}

import { ENGLISH, wordsOf, type MessageKey } from "../../checklist/index.ts";

/** What is chosen in the wizard is named with flags here. */
const BY_FLAG: Partial<Record<MessageKey, string>> = {
  "common.fix.choose-system-user": "Name the system user with --system-user.",
  "common.fix.choose-app": "Name the right connected app with --app.",
  "common.fix.choose-person": "Name another person with --user or --system-user.",
  "common.fix.choose-fewer": "Name the people to check one by one with --user."
};

/** The catalogue's words in English: the language of the command line. */
export const english = wordsOf({ ...ENGLISH, ...BY_FLAG }, "en");

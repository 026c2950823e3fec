import { ENGLISH, translatorOf } from "../../checklist/index.ts";

/** What is chosen in the wizard is named with flags here. */
const BY_FLAG: Readonly<Record<string, string>> = {
  "common.fix.choose-system-user": "Name the system user with --system-user.",
  "common.fix.choose-system-user.in-people": "Name the system user with --system-user.",
  "common.fix.choose-app": "Name the right connected app with --app.",
  "common.fix.choose-app.in-connected-app": "Name the right connected app with --app.",
  "common.fix.choose-person": "Name another person with --user or --system-user.",
  "common.fix.choose-person.in-people": "Name another person with --user or --system-user.",
  "common.fix.choose-fewer": "Name the people to check one by one with --user.",
  "common.fix.choose-fewer.in-people": "Name the people to check one by one with --user.",
  "app-installed.only-similar.reason":
    "Apps of other Marketing Cloud products have similar names, and their policies have nothing to do with Marketing Cloud Connect. If one of these is the right app under another name, name it with --app."
};

/** The catalogue's words in English: the language of the command line. */
export const english = translatorOf({ ...ENGLISH, ...BY_FLAG }, "en");

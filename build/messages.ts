import { join } from "node:path";
import { BASE_LANGUAGE, FOLDER, languages, readMessages } from "./catalogue.ts";
import type { Part } from "./part.ts";
import { filesUnder, LWC, METADATA } from "./project.ts";
import { moduleMeta } from "./xml.ts";

const MADE_FROM = "checklist/messages/";
/** The static resource with a file for each language but English. */
export const LANGUAGES_RESOURCE = "MCC_Health_Languages";

/** Before the key of what only the local page says, instead of the message under the rest of the key. */
export const LOOKING = "looking.";

/** @returns a language's messages as the tab has them */
export const tabMessages = (language: string): Record<string, string> =>
  Object.fromEntries(Object.entries(readMessages(language)).filter(([key]) => !key.startsWith(LOOKING)));

const englishModule = (): string => `// Made from ${MADE_FROM} by the build. Do not edit.
export const english = ${JSON.stringify(tabMessages(BASE_LANGUAGE), null, 2)};
/** What there is a file of in the static resource. */
export const languages = ${JSON.stringify(languages().slice(1))};
`;

/** English as a module of the tab, and the other languages in a static resource: see docs/decisions/0009-words.md. */
export function messagesPart(): Part {
  return {
    name: "messages",
    inputs: filesUnder(FOLDER, /\.json$/),
    make: () =>
      new Map([
        [join(LWC, "mccEnglish/mccEnglish.js"), englishModule()],
        [join(LWC, "mccEnglish/mccEnglish.js-meta.xml"), moduleMeta(MADE_FROM)],
        ...languages()
          .slice(1)
          .map((language): [string, string] => [
            join(METADATA, `staticresources/${LANGUAGES_RESOURCE}/${language}.json`),
            `${JSON.stringify(tabMessages(language), null, 2)}\n`
          ])
      ])
  };
}

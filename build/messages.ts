import { join } from "node:path";
import { BASE_LANGUAGE, languages, messageFiles, readMessages } from "./catalogue.ts";
import type { Part } from "./part.ts";
import { checklistSources, LWC, METADATA } from "./project.ts";
import { moduleMeta } from "./xml.ts";

const MADE_FROM = "the names of the files of messages in checklist/";
/** The static resource with a file for each language but English. */
export const LANGUAGES_RESOURCE = "MCC_Health_Languages";

/** The languages that have a file. English is compiled into `c/mccChecklist`. */
const translations = (): string[] => languages().filter((language) => language !== BASE_LANGUAGE);

/** The languages but English, as files of a static resource, and their list: see docs/decisions/0009-words.md. */
export function messagesPart(): Part {
  return {
    name: "messages",
    // English is in the checklist's own files, too: a translation is held against it.
    inputs: [...messageFiles(), ...checklistSources()],
    make: () =>
      new Map([
        [
          join(LWC, "mccLanguages/mccLanguages.js"),
          `// Made from ${MADE_FROM} by the build. Do not edit.\nexport const languages = ${JSON.stringify(translations())};\n`
        ],
        [join(LWC, "mccLanguages/mccLanguages.js-meta.xml"), moduleMeta(MADE_FROM)],
        ...translations().map((language): [string, string] => [
          join(METADATA, `staticresources/${LANGUAGES_RESOURCE}/${language}.json`),
          `${JSON.stringify(readMessages(language), null, 2)}\n`
        ])
      ])
  };
}

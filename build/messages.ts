import { join } from "node:path";
import {
  BASE_LANGUAGE,
  FOLDER,
  labelNameOf,
  languages,
  readMessages,
  readTranslation,
  type Message
} from "./catalogue.ts";
import type { Part } from "./part.ts";
import { filesUnder, LWC, METADATA } from "./project.ts";
import { escapeXml, metadataXml, moduleMeta } from "./xml.ts";

function labelsXml(messages: readonly Message[]): string {
  const labels = messages.map(
    ({ key, text }) => `    <labels>
        <fullName>${labelNameOf(key)}</fullName>
        <language>en_US</language>
        <protected>false</protected>
        <shortDescription>${escapeXml(key)}</shortDescription>
        <value>${escapeXml(text)}</value>
    </labels>`
  );
  return metadataXml("CustomLabels", "checklist/messages/en.json", labels.join("\n"));
}

function translationXml(language: string, messages: readonly Message[]): string {
  const labels = messages.map(
    ({ key, text }) => `    <customLabels>
        <label>${escapeXml(text)}</label>
        <name>${labelNameOf(key)}</name>
    </customLabels>`
  );
  return metadataXml("Translations", `checklist/messages/${language}.json`, labels.join("\n"));
}

// Short local names: the org limits a file's size, and label names are long.
function messagesModule(messages: readonly Message[]): string {
  const imports = messages.map(
    ({ key }, at) => `import t${String(at)} from "@salesforce/label/c.${labelNameOf(key)}";`
  );
  const entries = messages.map(({ key }, at) => `  ${JSON.stringify(key)}: t${String(at)}`);
  return `// Made from checklist/messages/en.json by the build. Do not edit.
import language from "@salesforce/i18n/lang";
${imports.join("\n")}

export { language };
export const messages = {
${entries.join(",\n")}
};
`;
}

/** Custom labels, their translations, and the module through which components read them by the message's key. */
export function messagesPart(): Part {
  return {
    name: "messages",
    inputs: filesUnder(FOLDER, /\.json$/),
    make: () => {
      const [, ...others] = languages();
      const messages = readMessages(BASE_LANGUAGE);
      return new Map([
        [join(METADATA, "labels/CustomLabels.labels-meta.xml"), labelsXml(messages)],
        ...others.map((language): [string, string] => [
          join(METADATA, `translations/${language}.translation-meta.xml`),
          translationXml(language, readTranslation(language, messages))
        ]),
        [join(LWC, "mccMessages/mccMessages.js"), messagesModule(messages)],
        [join(LWC, "mccMessages/mccMessages.js-meta.xml"), moduleMeta("checklist/messages/en.json")]
      ]);
    }
  };
}

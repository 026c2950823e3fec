import type { Plant } from "../plant.ts";

const ENGLISH = "checklist/messages/en.json";
const SWEDISH = "checklist/messages/sv.json";

const plant = (what: string, file: string, change: Plant["change"], message: RegExp, at?: Plant["at"]): Plant => ({
  what,
  file,
  change,
  by: "messages",
  message,
  ...(at && { at })
});

export const MESSAGES: readonly Plant[] = [
  plant(
    "a message removed from the catalogue",
    ENGLISH,
    [/"ui.first": /, '"ui.last": '],
    /"ui.first" is not in en.json/,
    [SWEDISH, '"ui.first"']
  ),
  plant("a message without a text", ENGLISH, [/"ui.first": "[^"]*"/, '"ui.first": ""'], /no text/),
  plant("a catalogue that is no JSON", SWEDISH, [/"ui.first": "/, '"ui.first" "'], /not JSON/),
  plant(
    "a translation without a placeholder",
    SWEDISH,
    [/(?<="ui.passed.one": ".*)\{count\}/, ""],
    /the English \{count\}/
  ),
  {
    what: "a message of the page that nobody says",
    file: ENGLISH,
    change: ["{", '{ "ui.nobody-says": "Nobody says this.",'],
    by: "references",
    message: /Nothing says "ui.nobody-says"/
  }
];

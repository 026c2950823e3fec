// What the build makes of the messages, for tests that run on the sources.
import english from "../../checklist/messages/en.json";

export const messages = english;
export const language = "en";

import { text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

export const savedRunFile = query("saved-run-file", {
  object: "ContentVersion",
  label: "files",
  // In base64 from Apex. REST gives the address of the bytes instead, which whoever asks REST must fetch.
  fields: { Id: text, VersionData: text }
});

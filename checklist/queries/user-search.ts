import { flag, text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

/** For the people picker. */
export const userSearch = query("user-search", {
  object: "User",
  limit: 20,
  sample: true,
  fields: { Id: text, Name: text, Username: text, IsActive: flag }
});

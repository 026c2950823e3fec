import { text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

/** Everyone with a Marketing Cloud for AppExchange checkbox selected, up to `EVERYONE_LIMIT`. */
export const connectorUsers = query("connector-users", {
  object: "User",
  fields: { Id: text, Name: text, Username: text },
  limit: 2000,
  // `everyoneMissing` says so where there are more.
  sample: true,
  ask: ({ selection }) => (selection.everyone ? { binds: {} } : "nothing")
});

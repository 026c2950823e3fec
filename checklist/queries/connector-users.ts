import { text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";

/** Everyone with a Marketing Cloud for AppExchange checkbox selected, up to `EVERYONE_LIMIT`. */
export const connectorUsers = query("connector-users", {
  object: "User",
  fields: { Id: text, Name: text, Username: text },
  ask: ({ selection }) => (selection.everyone ? { binds: {} } : "nothing")
});

import { text } from "../evidence/fields.ts";
import { query, type RowOf } from "../evidence/query.ts";

/** The person looking. */
export const viewer = query("viewer", {
  object: "User",
  fields: { Id: text, Name: text, Username: text, LanguageLocaleKey: text },
  ask: ({ viewerId }) => ({ binds: { viewerId } })
});

export const healthy = (): RowOf<typeof viewer>[] => [
  { Id: "005000000000009AAA", Name: "Vera Lind", Username: "vera@example.com", LanguageLocaleKey: "en_US" }
];

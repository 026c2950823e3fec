import { text } from "../evidence/fields.ts";
import { query } from "../evidence/query.ts";
import type { Selection } from "../evidence/selection.ts";

/** Looks up those who were named by username. */
export const peopleByUsername = query("people-by-username", {
  object: "User",
  fields: { Id: text, Name: text, Username: text },
  ask({ selection }) {
    const usernames = usernamesOf(selection);
    return usernames.length ? { binds: { usernames } } : "nothing";
  }
});

const usernamesOf = ({ systemUser, impactedUsers }: Selection): string[] =>
  [...(systemUser ? [systemUser] : []), ...impactedUsers]
    .filter((ref) => ref.id === undefined)
    .flatMap((ref) => ref.username ?? []);

import type { Evidence } from "./evidence.ts";
import { QUERIES } from "./queries.ts";
import type { QueryName } from "./rows.ts";
import type { MessageKey, Values } from "./text.ts";

/** @returns the permissions that the query asks for and that the person looking is not known to hold, as message keys */
export function missingPermissions(name: QueryName, evidence: Evidence): MessageKey[] {
  const answer = evidence["viewer-permissions"];
  const held = answer && "rows" in answer ? answer.rows[0] : undefined;
  return QUERIES[name].permissions
    .filter((permission) => held?.[permission] !== true)
    .map((permission) => `permission.${permission}` as const);
}

/** The outcome where no rows came and the person looking may not be allowed to see them: "none" would be a guess. */
export function hidden(name: QueryName, evidence: Evidence) {
  const { object } = QUERIES[name];
  const values: Values = {
    object: { texts: [`object.${object}` as MessageKey] },
    api: object,
    permissions: { texts: missingPermissions(name, evidence) }
  };
  return { state: "unknown", case: "hidden", values } as const;
}

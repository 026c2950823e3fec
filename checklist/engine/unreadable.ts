import { COMMON_FIX } from "./common-fix.ts";
import type { Evidence } from "./evidence.ts";
import type { FaultKind } from "./fault.ts";
import { QUERIES } from "./queries.ts";
import type { QueryName } from "./rows.ts";
import type { MessageKey, Values } from "./text.ts";

const READ_ACCESS: Partial<Record<FaultKind, MessageKey>> = {
  "no-object": "permission.object-read",
  "no-field": "permission.field-read",
  "no-access": "permission.object-read"
};

/** @returns the permissions that the query asks for and that the person looking is not known to hold, as message keys */
export function missingPermissions(name: QueryName, evidence: Evidence): MessageKey[] {
  const answer = evidence["viewer-permissions"];
  const held = answer && "rows" in answer ? answer.rows[0] : undefined;
  return QUERIES[name].permissions
    .filter((permission) => held?.[permission] !== true)
    .map((permission) => `permission.${permission}` as const);
}

/** @returns the outcome where the query failed; undefined where it did not */
export function unreadable(name: QueryName, evidence: Evidence) {
  const answer = evidence[name];
  if (!answer || "rows" in answer) return undefined;
  const { fault, object } = answer;
  const missing = missingPermissions(name, evidence);
  const values: Values = {
    object: { texts: [`object.${object}` as MessageKey] },
    api: object,
    permissions: { texts: missing.length ? missing : [READ_ACCESS[fault.kind] ?? "permission.object-read"] },
    message: fault.message
  };
  return { state: "unknown", case: fault.kind, values } as const;
}

/** The outcome where no rows came and the person looking may not be allowed to see them: "none" would be a guess. */
export function hidden(name: QueryName, evidence: Evidence) {
  // They may hold every permission: what kept that from being read mostly passes.
  const unsure = unreadable("viewer-permissions", evidence);
  if (unsure && COMMON_FIX[unsure.case] === "wait") return unsure;
  const { object } = QUERIES[name];
  const values: Values = {
    object: { texts: [`object.${object}` as MessageKey] },
    api: object,
    permissions: { texts: missingPermissions(name, evidence) }
  };
  return { state: "unknown", case: "hidden", values } as const;
}

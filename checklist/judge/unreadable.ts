import { answerOf, rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { FaultKind } from "../evidence/fault.ts";
import type { Query } from "../evidence/query.ts";
import type { Values } from "../messages/text.ts";
import { viewerPermissions } from "../queries/viewer-permissions.ts";
import { COMMON_FIX } from "./common-fix.ts";

const READ_ACCESS: Partial<Record<FaultKind, string>> = {
  "no-object": "permission.object-read",
  "no-field": "permission.field-read",
  "no-access": "permission.object-read"
};

/** @returns the permissions that the query asks for and that the person looking is not known to hold, as message keys */
export function missingPermissions({ permissions }: Query, evidence: Evidence): string[] {
  const [held] = rowsOf(evidence, viewerPermissions);
  return permissions
    .filter((permission) => held?.[permission] !== true)
    .map((permission) => `permission.${permission}`);
}

/** @returns the outcome where the query failed; undefined where it did not */
export function unreadable(query: Query, evidence: Evidence) {
  const answer = answerOf(evidence, query);
  if (!answer || "rows" in answer) return undefined;
  const { fault, object } = answer;
  const missing = missingPermissions(query, evidence);
  const values: Values = {
    object: { texts: [`object.${object}`] },
    api: object,
    permissions: { texts: missing.length ? missing : [READ_ACCESS[fault.kind] ?? "permission.object-read"] },
    message: fault.message
  };
  return { state: "unknown", case: fault.kind, values } as const;
}

/** The outcome where no rows came and the person looking may not be allowed to see them: "none" would be a guess. */
export function hidden(query: Query, evidence: Evidence) {
  // They may hold every permission: what kept that from being read mostly passes.
  const unsure = unreadable(viewerPermissions, evidence);
  if (unsure && COMMON_FIX[unsure.case] === "wait") return unsure;
  const { object } = query;
  const missing = missingPermissions(query, evidence);
  const values: Values = {
    object: { texts: [`object.${object}`] },
    api: object,
    permissions: { texts: missing.length ? missing : ["permission.object-read"] }
  };
  return { state: "unknown", case: "hidden", values } as const;
}

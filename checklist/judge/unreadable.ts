import { answerOf, type Evidence } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import { missingPermissions } from "../facts/permissions.ts";
import type { Values } from "../messages/text.ts";
import { viewerPermissions } from "../queries/viewer-permissions.ts";
import { COMMON_FIX } from "./common-fix.ts";

/** What a sentence says of an object and of what it takes to read it. */
function lacking(
  query: Query,
  evidence: Evidence,
  { object, otherwise }: { object: string; otherwise: string }
): Values {
  const missing = missingPermissions(query, evidence).map((permission) => `permission.${permission}`);
  return {
    object: { texts: [`object.${object}`] },
    api: object,
    permissions: { texts: missing.length ? missing : [otherwise] }
  };
}

/** @returns the outcome where the query failed; undefined where it did not */
export function unreadable(query: Query, evidence: Evidence) {
  const answer = answerOf(evidence, query);
  if (!answer || "rows" in answer) return undefined;
  const { fault, object } = answer;
  const otherwise = fault.kind === "no-field" ? "permission.field-read" : "permission.object-read";
  const values: Values = { ...lacking(query, evidence, { object, otherwise }), message: fault.message };
  return { state: "unknown", case: fault.kind, values } as const;
}

/** The outcome of a sample that was as long as its limit, where what was asked may lie beyond it. */
export const cutOff = (query: Query, count: number) =>
  ({
    state: "unknown",
    case: "cut-off",
    values: {
      object: { texts: [`object.${query.object}`] },
      api: query.object,
      message: `There are ${String(count)} rows or more.`
    }
  }) as const;

/** The outcome where no rows came and the person looking may not be allowed to see them: "none" would be a guess. */
export function hidden(query: Query, evidence: Evidence) {
  // They may hold every permission: what kept that from being read mostly passes.
  const unsure = unreadable(viewerPermissions, evidence);
  if (unsure && COMMON_FIX[unsure.case] === "wait") return unsure;
  const values = lacking(query, evidence, { object: query.object, otherwise: "permission.object-read" });
  return { state: "unknown", case: "hidden", values } as const;
}

import { rowsOf, rowsOrNull, type Evidence } from "../evidence/evidence.ts";
import type { Text } from "../messages/text.ts";
import { candidateUsers } from "../queries/candidate-users.ts";
import { mappedUsers } from "../queries/mapped-users.ts";
import { systemSetHolders } from "../queries/system-set-holders.ts";
import { trackingWriters } from "../queries/tracking-writers.ts";
import { userLogin } from "../queries/user-login.ts";
import { apiUsersOf } from "./api-user.ts";

export interface Candidate {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  /** What speaks for this user. */
  readonly reasons: readonly Text[];
  /** What speaks against this user: shown beside the reasons, and never a reason to leave the candidate out. */
  readonly against: readonly Text[];
}

/**
 * What in the org points to a system user, the most trusted first. Each outweighs all after it together, for a guess and
 * for what contradicts a choice alike: docs/decisions/0008-system-user.md. Both checkboxes come last, and contradict nobody.
 */
export const WITNESSES = ["mapping", "system-set", "results"] as const;
export type Witness = (typeof WITNESSES)[number];

const BOTH_CHECKBOXES = 1;
const weightOf = (witness: Witness): number => 2 ** (WITNESSES.length - WITNESSES.indexOf(witness));

interface Trace {
  readonly id: string;
  readonly user: { readonly Name: string; readonly Username: string; readonly IsActive: boolean };
}

/** @returns whom each witness names; an empty list where it names nobody, or was not read */
export function namedBy(evidence: Evidence): Readonly<Record<Witness, readonly Trace[]>> {
  const [newest] = [...rowsOf(evidence, trackingWriters)].sort(
    (a, b) => Date.parse(b.CreatedDate) - Date.parse(a.CreatedDate)
  );
  return {
    mapping: rowsOf(evidence, mappedUsers).map((user) => ({ id: user.Id, user })),
    // Only the newest: who wrote before a change of the system user says nothing of today.
    results: newest ? [{ id: newest.CreatedById, user: newest.CreatedBy }] : [],
    "system-set": rowsOf(evidence, systemSetHolders).map(({ AssigneeId: id, Assignee: user }) => ({ id, user }))
  };
}

/**
 * Who may be the dedicated Salesforce System User. Nothing in an org names that user, so this proposes and a person
 * chooses. Whatever state somebody is in, they stay a candidate: what is to be diagnosed must not decide who is diagnosed.
 * @returns best first; those with equal traces by username, so that the order is stable
 */
export function candidatesOf(evidence: Evidence): Candidate[] {
  const found = new Map<string, { trace: Trace; weight: number; reasons: Text[] }>();
  const add = (trace: Trace, weight: number, reason: Text): void => {
    const candidate = found.get(trace.id) ?? { trace, weight: 0, reasons: [] };
    candidate.weight += weight;
    candidate.reasons.push(reason);
    found.set(trace.id, candidate);
  };

  const named = namedBy(evidence);
  const apiUser = apiUsersOf({ evidence });
  for (const trace of named.mapping) add(trace, weightOf("mapping"), { key: "candidate.mapped", values: { apiUser } });
  for (const user of rowsOf(evidence, candidateUsers))
    add({ id: user.Id, user }, BOTH_CHECKBOXES, { key: "candidate.both-boxes" });
  for (const trace of named["system-set"]) add(trace, weightOf("system-set"), { key: "candidate.system-set" });
  for (const trace of named.results) add(trace, weightOf("results"), { key: "candidate.tracking" });

  return [...found.values()]
    .sort((a, b) => b.weight - a.weight || a.trace.user.Username.localeCompare(b.trace.user.Username))
    .map(({ trace: { id, user }, reasons }) => ({
      id,
      username: user.Username,
      name: user.Name,
      reasons,
      against: [
        ...(user.IsActive ? [] : [{ key: "candidate.inactive" } as const]),
        ...(isFrozen(id, evidence) ? [{ key: "candidate.frozen" } as const] : []),
        ...(lacksCheckboxes(id, evidence) ? [{ key: "candidate.lacks-boxes" } as const] : []),
        ...(named.mapping.length && !named.mapping.some((trace) => trace.id === id)
          ? [{ key: "candidate.not-mapped", values: { apiUser } } as const]
          : []),
        ...(named.results.length && named.results[0]?.id !== id ? [{ key: "candidate.no-results" } as const] : [])
      ]
    }));
}

/** Known only of those who are being checked. */
const isFrozen = (id: string, evidence: Evidence): boolean =>
  rowsOf(evidence, userLogin).some(({ UserId, IsFrozen }) => UserId === id && IsFrozen);

/** Beyond the first rows, somebody with both checkboxes may not be among them. */
function lacksCheckboxes(id: string, evidence: Evidence): boolean {
  const rows = rowsOrNull(evidence, candidateUsers);
  return rows !== null && rows.length < (candidateUsers.limit ?? Infinity) && !rows.some(({ Id }) => Id === id);
}

import { EVERYONE_LIMIT } from "../facts/people.ts";
import { connectorUserCount } from "../queries/connector-user-count.ts";
import { connectorUsers } from "../queries/connector-users.ts";
import type { Facts, Judged } from "./check.ts";
import { unreadable } from "./unreadable.ts";

/** What tells whether all were checked who should be, where everyone was asked for. */
export const EVERYONE_QUERIES = [connectorUsers, connectorUserCount];

/** @returns why somebody may be missing from "everyone"; undefined where nobody is. People beyond the limit were not checked. */
export function everyoneMissing(facts: Facts): Judged | undefined {
  const unread = unreadable(connectorUsers, facts.evidence);
  if (unread) return unread;
  const count = facts.rows(connectorUsers).length;
  const total = facts.rows(connectorUserCount)[0]?.total;
  // Where the number is not known, a list that is not full is whole. Two numbers that differ mean that one answer is not.
  if (total === undefined ? count < EVERYONE_LIMIT : total === count) return undefined;
  return { state: "unknown", case: "not-everyone", values: { count } };
}

import type { Query } from "../../evidence/query.ts";
import { namedBy, WITNESSES, type Witness } from "../../facts/candidates.ts";
import { nameOf } from "../../facts/people.ts";
import { mayHideAll } from "../../facts/permissions.ts";
import { orgCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { hidden, unreadable } from "../../judge/unreadable.ts";
import { mappedUsers } from "../../queries/mapped-users.ts";
import { peopleByUsername } from "../../queries/people-by-username.ts";
import { systemSetHolders } from "../../queries/system-set-holders.ts";
import { trackingWriters } from "../../queries/tracking-writers.ts";
import messages from "./en.json" with { type: "json" };

const QUERY: Readonly<Record<Witness, Query>> = {
  mapping: mappedUsers,
  "system-set": systemSetHolders,
  results: trackingWriters
};

/** Whether what the org shows of Marketing Cloud's work points to the user whom a person chose. */
export const systemUserPlausible = orgCheck({
  id: "system-user-plausible",
  messages,
  cases: {
    agrees: "pass",
    "agrees-in-part": "pass",
    contradicted: "warn",
    "no-trace": "not-applicable",
    "not-chosen": "not-applicable"
  },
  about: "org",
  step: "people",
  severity: "problem",
  requires: ["package"],
  needs: [mappedUsers, systemSetHolders, trackingWriters],
  consults: [peopleByUsername],
  source: article("Sales Checklist"),
  link: null,
  fix: ["compare", "choose-system-user"],
  judge({ evidence, people: { systemUser, systemUserChosen } }) {
    if (!systemUser || !systemUserChosen) return { case: "not-chosen" };
    if (systemUser.id === null)
      return (
        unreadable(peopleByUsername, evidence) ?? {
          state: "unknown",
          case: "person-not-found",
          values: { user: nameOf(systemUser) }
        }
      );
    const named = namedBy(evidence);
    // A witness that may be hidden could speak against what a less trusted one says.
    const first = WITNESSES.find((witness) => named[witness].length || mayHideAll(QUERY[witness], evidence));
    if (!first) return { case: "no-trace" };
    if (!named[first].length) return hidden(QUERY[first], evidence);
    const points = (witness: Witness): boolean => named[witness].some(({ id }) => id === systemUser.id);
    if (WITNESSES.every((witness) => points(witness) || !named[witness].length)) return { case: "agrees" };
    const who = (witness: Witness) =>
      named[witness].length ? named[witness].map(({ user }) => user.Username) : { texts: ["witness.nobody"] };
    return {
      case: points(first) ? "agrees-in-part" : "contradicted",
      values: { mapped: who("mapping"), holders: who("system-set"), writers: who("results") }
    };
  }
});

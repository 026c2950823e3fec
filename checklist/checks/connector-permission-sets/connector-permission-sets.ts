import type { Mend } from "../../changes/change.ts";
import type { RowOf } from "../../evidence/query.ts";
import type { Person } from "../../facts/people.ts";
import { bestOf, routeBy, type Route, type RouteState } from "../../facts/route.ts";
import { personCheck, type Facts } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { connectorSetAssignments } from "../../queries/connector-set-assignments.ts";
import { connectorSetGroups } from "../../queries/connector-set-groups.ts";
import { connectorSets } from "../../queries/connector-sets.ts";
import messages from "./en.json" with { type: "json" };

/**
 * The packaged sets that the setup guide asks for, by name: docs/sources.md, The package. The fourth that it names is the
 * one for the connected app, which is the business of `app-access`.
 */
const ASKED_OF: Readonly<Record<Person["role"], readonly string[]>> = {
  "system-user": ["ExactTarget_Integration", "ExactTarget_Integration_Admin", "Marketing_Cloud_System_User"],
  "impacted-user": ["ExactTarget_Integration"]
};

/** What each way of holding a set is worth. */
const WORTH = {
  expired: "missing",
  "session-based": "unsure",
  "group-not-updated": "unsure",
  ending: "ending",
  "through-set": "held",
  "through-group": "held"
} as const satisfies Record<RouteState, string>;

/** The worst decides. */
const WORST_FIRST = ["missing", "unsure", "ending", "held"] as const;

/** Whether people hold the permission sets of the package. What a missing one stops, no org has shown: hence a warning. */
export const connectorPermissionSets = personCheck({
  id: "connector-permission-sets",
  messages,
  cases: { held: "pass", missing: "warn", unsure: "warn", ending: "warn", "no-sets": "unknown" },
  about: "person",
  step: "users",
  severity: { "system-user": "problem", "impacted-user": "advice" },
  requires: ["package"],
  needs: [connectorSets, connectorSetGroups, connectorSetAssignments],
  source: {
    title: "Salesforce Help",
    section: "Set Up Connected App Authentication",
    published: "Winter '26",
    url: "https://help.salesforce.com/s/articleView?id=mktg.mc_co_set_up_authentication.htm&type=5"
  },
  link: () => ({ page: "permission-sets" }),
  fix: ["open", "assign"],
  judge(user, { role }, facts) {
    const asked = askedOf(role, facts);
    if (!asked.length)
      return facts.mayHide(connectorSets) ? hidden(connectorSets, facts.evidence) : { case: "no-sets" };
    const held = asked.map((set) => {
      const best = bestOf(routesTo(set, user.Id, facts), facts.now);
      return { set, worth: best ? WORTH[best.case] : "missing", values: best?.values };
    });
    const [worst = "held"] = WORST_FIRST.filter((worth) => held.some((each) => each.worth === worth));
    const found = held.filter(({ worth }) => worth === worst);
    return { case: worst, values: { ...found[0]?.values, sets: found.map(({ set }) => shown(set)) } };
  },
  mend({ Id: userId }, { role }, facts) {
    const held = facts.rowsWith(connectorSetAssignments, "AssigneeId", userId);
    return askedOf(role, facts)
      .filter((set) => WORTH[bestOf(routesTo(set, userId, facts), facts.now)?.case ?? "expired"] === "missing")
      .map((set): Mend => {
        if (set.HasActivationRequired) return { withheld: { key: "change.withheld.session-based" } };
        // Salesforce takes no second assignment of the same set.
        if (held.some(({ PermissionSetId }) => PermissionSetId === set.Id))
          return { withheld: { key: "change.withheld.assigned" } };
        return {
          assign: set.Id,
          to: userId,
          values: { set: shown(set) },
          effects: [{ key: "change.effect.package-access" }]
        };
      });
  }
});

const askedOf = (role: Person["role"], facts: Facts) =>
  facts.rows(connectorSets).filter(({ Name }) => ASKED_OF[role].includes(Name));

/** @returns the ways in which a user holds the set, by itself or in a group */
const routesTo = (set: RowOf<typeof connectorSets>, userId: string, { rowsWith }: Facts): Route[] =>
  rowsWith(connectorSetAssignments, "AssigneeId", userId).flatMap((assignment) => {
    if (assignment.PermissionSetId === set.Id) return routeBy(assignment, set);
    const groups = rowsWith(connectorSetGroups, "PermissionSetId", set.Id);
    const row = groups.find(({ PermissionSetGroupId }) => PermissionSetGroupId === assignment.PermissionSetGroupId);
    return row ? routeBy(assignment, row.PermissionSetGroup) : [];
  });

/** Label and name: they differ so much that neither finds the other. */
const shown = ({ Label, Name }: RowOf<typeof connectorSets>): string => `${Label} (et4ae5__${Name})`;

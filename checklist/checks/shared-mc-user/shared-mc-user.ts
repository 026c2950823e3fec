import type { Query } from "../../evidence/query.ts";
import { apiUserOf, apiUsersOf } from "../../facts/api-user.ts";
import { MAPPING_QUERIES, mappedTo, unmappedPeople } from "../../facts/mappings.ts";
import { nameOf } from "../../facts/people.ts";
import { orgCheck, type Facts } from "../../judge/check.ts";
import { salesforceHelp } from "../../judge/sources.ts";
import { hidden, unreadable } from "../../judge/unreadable.ts";
import { mappedUsers } from "../../queries/mapped-users.ts";
import { mappingCounts } from "../../queries/mapping-counts.ts";
import { mappingSharers } from "../../queries/mapping-sharers.ts";
import messages from "./en.json" with { type: "json" };

/** As many as a sentence names; the others are counted. */
const NAMED = 10;

/** Whether each Salesforce user is mapped to a Marketing Cloud user of their own, and only the system user to the API User. */
export const sharedMcUser = orgCheck({
  id: "shared-mc-user",
  messages,
  cases: {
    own: "pass",
    shared: "fail",
    "api-user": "fail",
    "one-of-api-users": "confirm",
    "other-user": "confirm",
    unmapped: "confirm",
    "nobody-mapped": "not-applicable"
  },
  about: "org",
  step: "users",
  severity: "problem",
  requires: ["package"],
  needs: [mappingCounts, mappingSharers, ...MAPPING_QUERIES],
  consults: [mappedUsers],
  restsOn: ["configuration", "unmapped-users", "api-user-mapping"],
  source: salesforceHelp(
    "Multi-Org Account and User Configuration",
    "mktg.mc_co_multi_org_account_and_user_configuration"
  ),
  link: { page: "users" },
  answers: { integrated: "right", "not-integrated": "wrong" },
  look: ["switch-unit", "find"],
  fix: ["one", "switch-unit", "integrate"],
  judge(facts) {
    const counts = facts.rows(mappingCounts);
    const shared = counts.flatMap(({ et4ae5__ExactTargetUsername__c: name, total }) => (total > 1 ? name : []));
    if (shared.length) {
      const sharers = facts.rows(mappingSharers).map(({ Username }) => Username);
      return { case: "shared", values: { shared: shared.slice(0, NAMED), ...named(sharers) } };
    }
    const unread = unreadable(mappedUsers, facts.evidence);
    if (unread) return unread;
    const others = othersAsApiUser(facts);
    const apiUsers = apiUsersOf(facts);
    if (others.length)
      return {
        case: apiUsers.length > 1 ? "one-of-api-users" : "api-user",
        values: { ...named(others), apiUser: apiUsers }
      };
    const unshown = unshownOf(facts);
    if (unshown) return hidden(unshown, facts.evidence);
    const mapped = otherUserOf(facts);
    if (mapped !== undefined) return { case: "other-user", values: { mapped, apiUser: apiUsers } };
    const unmapped = unmappedPeople(facts);
    if (unmapped.length) return { case: "unmapped", values: named(unmapped.map(nameOf)) };
    return counts.length ? { case: "own", values: { count: counts.length } } : { case: "nobody-mapped" };
  }
});

const named = (users: readonly string[]) => ({ users: users.slice(0, NAMED), count: users.length });

/** @returns active users mapped to the API User besides the system user; none while nobody has said who that is */
function othersAsApiUser(facts: Facts): string[] {
  const { systemUser, systemUserChosen } = facts.people;
  if (!systemUserChosen) return [];
  return facts
    .rows(mappedUsers)
    .flatMap(({ Id, IsActive, Username }) => (IsActive && Id !== systemUser?.id ? Username : []));
}

/** @returns to whom the system user is mapped, where that is not the user whom the configuration names */
function otherUserOf(facts: Facts): string | undefined {
  const { systemUser, systemUserChosen } = facts.people;
  const [apiUser, mapped] = [apiUserOf(facts), mappedTo(systemUser, facts)];
  if (!systemUserChosen || apiUser === undefined || mapped === undefined) return undefined;
  return mapped.toLowerCase() === apiUser.toLowerCase() ? undefined : mapped;
}

/** @returns the query that showed nothing of somebody in question, if any did */
function unshownOf({ people: { systemUser, impactedUsers }, rowsWith }: Facts): Query | undefined {
  const ids = [systemUser, ...impactedUsers].flatMap((person) => person?.id ?? []);
  return MAPPING_QUERIES.find((query) => ids.some((id) => rowsWith(query, "Id", id).length === 0));
}

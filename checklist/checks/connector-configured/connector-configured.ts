import { apiUsersOf } from "../../facts/api-user.ts";
import { orgCheck } from "../../judge/check.ts";
import { salesforceHelp } from "../../judge/sources.ts";
import { connectorConfiguration } from "../../queries/connector-configuration.ts";
import messages from "./en.json" with { type: "json" };

/**
 * Whether the org was ever connected, and still is. The package's hierarchy setting (ET4AE_Config__c) exists in orgs that
 * never were, so it says nothing. Whether the configuration goes when an org is disconnected is unproven
 * (docs/sources.md, The connection), hence no failure.
 */
export const connectorConfigured = orgCheck({
  id: "connector-configured",
  messages,
  cases: {
    configured: "pass",
    none: "warn",
    "no-user": "warn",
    "several-users": "confirm"
  },
  about: "org",
  step: "reconnect",
  severity: "blocker",
  requires: ["package"],
  needs: [connectorConfiguration],
  mendAfter: "all-earlier",
  source: salesforceHelp("Disconnect Account", "mktg.mc_co_disconnect_account"),
  link: null,
  restsOn: ["configuration", "api-user"],
  answers: { "all-in-use": "right", "left-over": "wrong" },
  look: ["which", "multi-org"],
  fix: ["rest-first", "connect"],
  fixes: { "left-over": ["which", "support"] },
  judge(facts) {
    const rows = facts.rows(connectorConfiguration);
    if (rows.length === 0) return { case: "none" };
    const several = apiUsersOf(facts);
    if (several.length > 1) return { case: "several-users", values: { apiUser: several } };
    for (const { et4ae5__Username__c: apiUser, CreatedDate: date } of rows)
      if (apiUser) return { case: "configured", values: { apiUser, date: { date } } };
    return { case: "no-user" };
  }
});

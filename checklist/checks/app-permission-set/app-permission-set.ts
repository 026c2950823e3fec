import { orgCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { article } from "../../judge/sources.ts";
import { appGrants } from "../../queries/app-grants.ts";
import { handMadeSets } from "../../queries/hand-made-sets.ts";
import { appPage } from "../app-page.ts";
import messages from "./en.json" with { type: "json" };

/** Which permission sets open the app. The admin makes that set and may call it anything, so it is found by what it opens. */
export const appPermissionSet = orgCheck({
  id: "app-permission-set",
  messages,
  cases: {
    attached: "pass",
    "profiles-only": "warn",
    "nothing-attached": "fail"
  },
  about: "app",
  step: "access",
  severity: "blocker",
  requires: ["app"],
  needs: [appGrants],
  mendNeeds: [handMadeSets],
  mendAfter: ["app-installed"],
  source: article("Sales Checklist"),
  link: appPage,
  fix: ["create", "open-app", "manage", "save"],
  judge(facts) {
    const grants = facts.rows(appGrants);
    const sets = grants.filter(({ Parent }) => !Parent.IsOwnedByProfile).map(({ Parent }) => Parent.Label);
    if (sets.length) return { case: "attached", values: { sets } };
    if (facts.mayHide(appGrants)) return hidden(appGrants, facts.evidence);
    return grants.length ? { case: "profiles-only" } : { case: "nothing-attached" };
  },
  mend(facts) {
    const [set, ...others] = facts.rows(handMadeSets);
    const seen = facts.calibration.attaching.filter(({ how }) => how === "observed");
    // What no org has shown to work is for a hand in Setup.
    if (!seen.length || !seen.every(({ works }) => works) || facts.app.kind !== "one" || !set || others.length)
      return [];
    if (set.HasActivationRequired) return [{ withheld: { key: "change.withheld.session-based" } }];
    return [
      {
        attach: set.Id,
        app: facts.app.row.Id,
        values: { set: set.Label },
        effects: [{ key: "change.effect.set-holders" }]
      }
    ];
  }
});

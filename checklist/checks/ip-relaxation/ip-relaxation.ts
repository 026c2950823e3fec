import { ipRelaxationIn } from "../../calibration/wordings.ts";
import { orgCheck } from "../../judge/check.ts";
import { mayHideAll } from "../../facts/permissions.ts";
import { entriesAbout, POLICY_ACTIONS } from "../../facts/policies.ts";
import { article } from "../../judge/sources.ts";
import { appPolicyChanges } from "../../queries/app-policy-changes.ts";
import { appPage } from "../app-page.ts";
import messages from "./en.json" with { type: "json" };

/**
 * No API shows the value for a vendor's app. The audit trail may show the last change: action
 * `changeIpRelaxationPolicy`, in a wording of `calibration/table.ts` (docs/sources.md, Audit trail). Another wording, or
 * another language, is shown to the person as it stands and never judged.
 */
export const ipRelaxation = orgCheck({
  id: "ip-relaxation",
  messages,
  cases: {
    look: "confirm",
    "trail-unread": "confirm",
    "seen-relaxed": "confirm",
    "seen-otherwise": "confirm",
    restricted: "fail"
  },
  about: "app",
  step: "connected-app",
  severity: "problem",
  requires: ["app"],
  consults: [appPolicyChanges],
  restsOn: ["app", "policies"],
  source: article("Sales Checklist"),
  link: appPage,
  answers: { relax: "right", "relax-activated-devices": "wrong", enforce: "wrong", "enforce-relax-refresh": "wrong" },
  look: ["open-app", "check"],
  fix: ["open-app", "edit-policies", "choose", "save"],
  judge(facts) {
    if (facts.app.kind !== "one") return { state: "unknown", case: "no-app" };
    const { row } = facts.app;
    const trail = facts.evidence[appPolicyChanges.name];
    if (!trail || "fault" in trail || mayHideAll(appPolicyChanges, facts.evidence)) return { case: "trail-unread" };
    const change = entriesAbout(row, facts.evidence, facts.calibration).find(
      ({ Action }) => Action === POLICY_ACTIONS.ipRelaxation
    );
    if (!change) return { case: "look" };

    const text = change.Display;
    const set = ipRelaxationIn(facts.calibration, text, row.Name);
    const values = {
      text,
      value: set?.label ?? text,
      date: { date: change.CreatedDate },
      changedBy: change.CreatedBy?.Name ?? "–"
    };
    if (set && set.value !== "relax") return { case: "restricted", values };
    return { case: set ? "seen-relaxed" : "seen-otherwise", values };
  }
});

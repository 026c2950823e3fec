import { ipRelaxationIn } from "../calibration/wordings.ts";
import { orgCheck } from "../engine/check.ts";
import { isAbout, newestFirst, POLICY_ACTIONS, policyBasis } from "../engine/policies.ts";
import { article } from "../engine/sources.ts";

/**
 * No API shows the value for a vendor's app. The audit trail may show the last change: action
 * `changeIpRelaxationPolicy`, in a wording of `calibration/table.ts` (docs/sources.md, Audit trail). Another wording, or
 * another language, is shown to the person as it stands and never judged.
 */
export const ipRelaxation = orgCheck({
  id: "ip-relaxation",
  about: "app",
  step: "connected-app",
  severity: "problem",
  requires: ["app"],
  needs: ["connected-apps"],
  consults: ["viewer-permissions", "app-policy-changes"],
  source: article("Sales Checklist"),
  link: { page: "manage-connected-apps" },
  fix: ["open-app", "edit-policies", "choose", "save-if-changed"],
  judge(facts) {
    if (facts.app.kind !== "one") return { state: "unknown", case: "no-app" };
    const { Name: name } = facts.app.row;
    const changes = facts.rows("app-policy-changes");
    const basis = policyBasis(facts.app.row, changes, facts.calibration);
    const change = newestFirst(changes).find(
      ({ Action, Display }) => Action === POLICY_ACTIONS.ipRelaxation && isAbout(Display, name, facts.calibration)
    );
    if (!change) return { state: "confirm", case: "look", basis };

    const text = change.Display ?? "";
    const set = ipRelaxationIn(facts.calibration, text, name);
    const values = {
      text,
      value: set?.label ?? text,
      date: { date: change.CreatedDate },
      changedBy: change.CreatedBy?.Name ?? "–"
    };
    if (set && set.value !== "relax") return { state: "fail", case: "restricted", values };
    return { state: "confirm", case: set ? "seen-relaxed" : "seen-otherwise", values, basis };
  }
});

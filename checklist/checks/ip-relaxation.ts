import { orgCheck } from "../engine/check.ts";
import { isAbout, newestFirst, POLICY_ACTIONS, policyBasis } from "../engine/policies.ts";
import { article } from "../engine/sources.ts";

/** Setup's own labels. Source: Metadata API, ConnectedApp.oauthPolicy.ipRelaxation (docs/sources.md, Connected app). */
const RELAXED = "Relax IP restrictions";
const OTHERS = [
  "Enforce IP restrictions",
  "Relax IP restrictions for activated devices",
  "Relax IP restrictions with second factor",
  "Enforce IP restrictions, but relax for refresh tokens"
];
export const IP_RELAXATIONS: readonly string[] = [RELAXED, ...OTHERS];

/**
 * No API shows the value for a vendor's app. The audit trail may show the last change: action
 * `changeIpRelaxationPolicy`, "Changed connected app X IP relaxation setting from A to B" (docs/sources.md, Audit trail).
 * Another wording, or another language, is shown to the person as it stands and never judged.
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
    const basis = policyBasis(facts.app.row, changes);
    const change = newestFirst(changes).find(
      ({ Action, Display }) => Action === POLICY_ACTIONS.ipRelaxation && isAbout(Display, name)
    );
    if (!change) return { state: "confirm", case: "look", basis };

    const text = change.Display ?? "";
    const value = valueIn(text, name);
    const values = {
      text,
      value: value ?? text,
      date: { date: change.CreatedDate },
      changedBy: change.CreatedBy?.Name ?? "–"
    };
    if (value !== undefined && OTHERS.includes(value)) return { state: "fail", case: "restricted", values };
    return { state: "confirm", case: value === RELAXED ? "seen-relaxed" : "seen-otherwise", values, basis };
  }
});

function valueIn(display: string, app: string): string | undefined {
  const start = `Changed connected app ${app} IP relaxation setting from `;
  if (!display.startsWith(start)) return undefined;
  return IP_RELAXATIONS.find((value) => display.endsWith(` to ${value}`));
}

import { orgCheck } from "../engine/check.ts";
import type { Rows } from "../engine/rows.ts";
import { article } from "../engine/sources.ts";

/** Setup's own labels. Source: Metadata API, ConnectedApp.oauthPolicy.ipRelaxation (knowledge/platform.md, 2.1). */
const RELAXED = "Relax IP restrictions";
const OTHERS = [
  "Enforce IP restrictions",
  "Relax IP restrictions for activated devices",
  "Relax IP restrictions with second factor",
  "Enforce IP restrictions, but relax for refresh tokens"
];

/**
 * No API shows the value for a vendor's app. The audit trail may show the last change: action
 * `changeIpRelaxationPolicy`, "Changed connected app X IP relaxation setting from A to B" (knowledge/platform.md, 1.6).
 * Another wording, or another language, is shown to the person as it stands and never judged.
 */
export const ipRelaxation = orgCheck({
  id: "ip-relaxation",
  about: "app",
  step: "connected-app",
  severity: "problem",
  requires: ["app"],
  needs: ["connected-apps"],
  consults: ["app-policy-changes"],
  source: article("Sales Checklist"),
  link: { page: "manage-connected-apps" },
  fix: ["open", "edit", "choose", "save"],
  judge(facts) {
    if (facts.app.kind !== "one") return { state: "unknown", case: "no-app" };
    const { Id: id, Name: name, LastModifiedDate: modified } = facts.app.row;
    const [change] = facts
      .rows("app-policy-changes")
      .filter((row) => row.Action === "changeIpRelaxationPolicy" && isAbout(row.Display, name))
      .sort((a, b) => Date.parse(b.CreatedDate) - Date.parse(a.CreatedDate));
    if (!change) return { state: "confirm", case: "look", basis: `${id}/${modified}` };

    const text = change.Display ?? "";
    const value = valueIn(text, name);
    const values = {
      text,
      value: value ?? text,
      date: { date: change.CreatedDate },
      changedBy: change.CreatedBy?.Name ?? "–"
    };
    if (value !== undefined && OTHERS.includes(value)) return { state: "fail", case: "restricted", values };
    const basis = `${id}/${modified}/${change.Id}`;
    return { state: "confirm", case: value === RELAXED ? "seen-relaxed" : "seen-otherwise", values, basis };
  }
});

/** Whole names only: an entry about "Salesforce Marketing Cloud Test" is not about "Salesforce Marketing Cloud". */
function isAbout(display: Rows["app-policy-changes"]["Display"], app: string): boolean {
  if (display === undefined) return false;
  const prefix = "Changed connected app ";
  if (display.startsWith(prefix)) return display.startsWith(`${prefix}${app} IP relaxation`);
  // In another language the name may stand anywhere.
  return display.includes(app);
}

function valueIn(display: string, app: string): string | undefined {
  const start = `Changed connected app ${app} IP relaxation setting from `;
  if (!display.startsWith(start)) return undefined;
  const values = display.slice(start.length);
  return [RELAXED, ...OTHERS].find((value) => values.endsWith(` to ${value}`));
}

import { entriesAbout } from "../../facts/policies.ts";
import { mayHideAll } from "../../facts/permissions.ts";
import { DAY } from "../../facts/time.ts";
import { orgCheck } from "../../judge/check.ts";
import { hidden, unreadable } from "../../judge/unreadable.ts";
import { appPolicyChanges } from "../../queries/app-policy-changes.ts";
import messages from "./en.json" with { type: "json" };

/** Near enough to be the reason of what broke. Source: docs/sources.md, Our own rules. */
const RECENT = 30 * DAY;

/**
 * Who changed the app's policies, and when. No entry proves nothing: whether Salesforce writes them for an app that
 * another org owns is unproven, and for the Refresh Token Policy it writes none (docs/sources.md, Audit trail).
 */
export const appChanges = orgCheck({
  id: "app-changes",
  messages,
  cases: {
    recent: "warn",
    "recent-several": "warn",
    earlier: "pass",
    none: "not-applicable"
  },
  about: "app",
  step: "connected-app",
  severity: "advice",
  requires: ["app"],
  consults: [appPolicyChanges],
  source: {
    title: "Object Reference, SetupAuditTrail",
    section: "Fields",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_setupaudittrail.htm"
  },
  link: { page: "audit-trail" },
  fix: ["compare", "look"],
  judge({ app, evidence, calibration, now }) {
    const unread = unreadable(appPolicyChanges, evidence);
    if (unread) return unread;
    if (mayHideAll(appPolicyChanges, evidence)) return hidden(appPolicyChanges, evidence);
    const entries = app.kind === "one" ? entriesAbout(app.row, evidence, calibration) : [];
    const [newest] = entries;
    if (!newest) return { case: "none" };
    const recent = entries.filter(({ CreatedDate }) => now.getTime() - Date.parse(CreatedDate) <= RECENT);
    const values = {
      text: newest.Display,
      date: { date: newest.CreatedDate },
      changedBy: newest.CreatedBy?.Name ?? "–",
      count: recent.length
    };
    if (recent.length === 0) return { case: "earlier", values };
    return { case: recent.length === 1 ? "recent" : "recent-several", values };
  }
});

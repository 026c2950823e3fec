import { isKnownName } from "../../facts/app.ts";
import { orgCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { article } from "../../judge/sources.ts";
import { connectedApps } from "../../queries/connected-apps.ts";
import { viewerPermissions } from "../../queries/viewer-permissions.ts";
import messages from "./en.json" with { type: "json" };

/**
 * The connected app that the article tells to open. Since September 2025 an app that is used but not installed is
 * blocked for most users (Knowledge 005132365).
 */
export const appInstalled = orgCheck({
  id: "app-installed",
  messages,
  cases: {
    installed: "pass",
    "other-name": "pass",
    missing: "fail"
  },
  about: "app",
  step: "connected-app",
  severity: "blocker",
  needs: [connectedApps],
  consults: [viewerPermissions],
  source: article("Sales Checklist"),
  link: { page: "connected-apps-usage" },
  fix: ["open", "find", "install"],
  judge(facts) {
    const { app } = facts;
    if (app.kind === "several")
      return { state: "unknown", case: "several-apps", values: { apps: app.rows.map((row) => row.Name) } };
    if (app.kind === "none")
      return facts.mayHide(connectedApps) ? hidden(connectedApps, facts.evidence) : { case: "missing" };
    return isKnownName(app.row.Name, facts.calibration)
      ? { case: "installed" }
      : { case: "other-name", values: { name: app.row.Name } };
  }
});

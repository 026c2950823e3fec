import { isKnownName } from "../engine/app.ts";
import { orgCheck } from "../engine/check.ts";
import { hidden } from "../engine/unreadable.ts";
import { article } from "../engine/sources.ts";

/**
 * The connected app that the article tells to open. Since September 2025 an app that is used but not installed is
 * blocked for most users (Knowledge 005132365).
 */
export const appInstalled = orgCheck({
  id: "app-installed",
  about: "app",
  step: "connected-app",
  severity: "blocker",
  needs: ["connected-apps"],
  consults: ["viewer-permissions"],
  source: article("Sales Checklist"),
  link: { page: "connected-apps-usage" },
  fix: ["open", "find", "install"],
  judge(facts) {
    const { app } = facts;
    if (app.kind === "several")
      return { state: "unknown", case: "several-apps", values: { apps: app.rows.map((row) => row.Name) } };
    if (app.kind === "none")
      return facts.mayHide("connected-apps")
        ? hidden("connected-apps", facts.evidence)
        : { state: "fail", case: "missing" };
    return isKnownName(app.row.Name, facts.calibration)
      ? { state: "pass", case: "installed" }
      : { state: "pass", case: "other-name", values: { name: app.row.Name } };
  }
});

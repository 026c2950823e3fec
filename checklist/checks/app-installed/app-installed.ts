import { rowsOf } from "../../evidence/evidence.ts";
import { orgCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { hidden } from "../../judge/unreadable.ts";
import { appPackage } from "../../queries/app-package.ts";
import { connectedApps } from "../../queries/connected-apps.ts";
import messages from "./en.json" with { type: "json" };

/**
 * The connected app that the article tells to open. Since September 2025 an app that is used but not installed is
 * blocked for most users (Knowledge 005132365). It comes in a package of its own, MCCA5PROD: where the org lists that
 * package and no app, the app is hidden (docs/sources.md, Connected app).
 */
export const appInstalled = orgCheck({
  id: "app-installed",
  messages,
  cases: {
    installed: "pass",
    chosen: "pass",
    "package-only": "unknown",
    "only-similar": "fail",
    missing: "fail"
  },
  about: "app",
  step: "package",
  severity: "blocker",
  needs: [connectedApps],
  consults: [appPackage],
  source: article("Sales Checklist"),
  link: { page: "connected-apps-usage" },
  fix: ["package", "open", "find", "install"],
  judge(facts) {
    const { app } = facts;
    if (app.kind === "several")
      return { state: "unknown", case: "several-apps", values: { apps: app.rows.map((row) => row.Name) } };
    if (app.kind === "one")
      return app.chosen ? { case: "chosen", values: { name: app.row.Name } } : { case: "installed" };
    if (facts.mayHide(connectedApps)) return hidden(connectedApps, facts.evidence);
    // An installed package is a second witness; without an answer it is none.
    if (rowsOf(facts.evidence, appPackage).length) return { case: "package-only" };
    return app.similar.length
      ? { case: "only-similar", values: { names: app.similar.map(({ Name }) => Name) } }
      : { case: "missing" };
  }
});

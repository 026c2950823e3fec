import { mayHideAll } from "../../facts/permissions.ts";
import { newestFirst } from "../../facts/policies.ts";
import { quoted } from "../../facts/refusals.ts";
import { orgCheck } from "../../judge/check.ts";
import { hidden } from "../../judge/unreadable.ts";
import { failedPackageJobs } from "../../queries/failed-package-jobs.ts";
import { packageJobCounts } from "../../queries/package-job-counts.ts";
import messages from "./en.json" with { type: "json" };

/** Whether the package's background jobs fail: they carry triggered sends and clean up tracking. */
export const packageJobs = orgCheck({
  id: "package-jobs",
  messages,
  cases: {
    ran: "pass",
    failed: "warn",
    none: "not-applicable"
  },
  about: "org",
  step: "results",
  severity: "advice",
  requires: ["package"],
  needs: [packageJobCounts, failedPackageJobs],
  source: {
    title: "Object Reference, AsyncApexJob",
    section: "Fields",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_asyncapexjob.htm"
  },
  link: { page: "apex-jobs" },
  fix: ["open", "read", "report"],
  judge(facts) {
    const failed = newestFirst(facts.rows(failedPackageJobs));
    const [newest] = failed;
    if (newest)
      return {
        case: "failed",
        values: {
          count: failed.length,
          date: { date: newest.CreatedDate },
          job: newest.ApexClass?.Name ?? "–",
          message: newest.ExtendedStatus === undefined ? "–" : quoted(newest.ExtendedStatus)
        }
      };
    if (mayHideAll(packageJobCounts, facts.evidence)) return hidden(packageJobCounts, facts.evidence);
    const count = facts.rows(packageJobCounts).reduce((sum, { total }) => sum + total, 0);
    return count ? { case: "ran", values: { count } } : { case: "none" };
  }
});

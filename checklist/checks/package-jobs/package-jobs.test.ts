import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import { inDays, situation, withoutPackage, type Changes } from "../../testing/situation.ts";
import { packageJobs } from "./package-jobs.ts";

const failed = (n: number, days: number, more: object = {}) => ({
  Id: `707${String(n).padStart(12, "0")}AAA`,
  CreatedDate: inDays(days),
  ...more
});
const jobs = (counts: readonly object[], ...rows: object[]): Changes => ({
  rows: { "package-job-counts": counts, "failed-package-jobs": rows }
});
const RAN = [
  { Status: "Completed", total: 40 },
  { Status: "Queued", total: 2 }
];
const ERROR = { ApexClass: { Name: "TrackingDataCleanupBatch" }, ExtendedStatus: "First error:\n  Too many DML rows" };

testCheck(packageJobs, [
  ["passes when jobs ran and none failed", jobs(RAN), "pass/ran"],
  ["warns when one failed", jobs(RAN, failed(1, -1, ERROR)), "warn/failed"],
  ["warns when one failed of which little is told", jobs([], failed(1, -1)), "warn/failed"],
  ["does not apply when none was seen", jobs([]), "not-applicable/none"],
  ["does not apply when none is counted", jobs([{ Status: "Queued", total: 0 }]), "not-applicable/none"],
  [
    "is unknown where none is shown to somebody who may not see them",
    { ...jobs([]), lacks: ["PermissionsViewSetup"] },
    "unknown/hidden"
  ],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);

test("the newest that failed is told, on one line", () => {
  const { findings } = judge([packageJobs], situation(jobs(RAN, failed(1, -3), failed(2, -1, ERROR))));
  expect(findings[0]?.values).toMatchObject({
    count: 2,
    date: { date: inDays(-1) },
    job: "TrackingDataCleanupBatch",
    message: "First error: Too many DML rows"
  });
});

test("what is not told of one that failed is a dash", () => {
  const { findings } = judge([packageJobs], situation(jobs([], failed(1, -1))));
  expect(findings[0]?.values).toMatchObject({ job: "–", message: "–" });
});

test("jobs of every status are counted", () => {
  expect(judge([packageJobs], situation(jobs(RAN))).findings[0]?.values).toMatchObject({ count: 42 });
});

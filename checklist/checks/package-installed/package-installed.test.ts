import { testCheck } from "../../testing/check-table.ts";
import { inDays, withoutPackage, type Changes } from "../../testing/situation.ts";
import { packageInstalled } from "./package-installed.ts";

const license = (Status: string, ExpirationDate?: string): Changes => ({
  rows: { "package-license": [{ Id: "050000000000001AAA", Status, ...(ExpirationDate ? { ExpirationDate } : {}) }] }
});

testCheck(packageInstalled, [
  ["passes when its license is active", license("Active"), "pass/installed"],
  ["passes when it is free", license("Free"), "pass/installed"],
  ["passes when its trial goes on for long", license("Trial", inDays(60)), "pass/installed"],
  ["warns when its license ends in 30 days", license("Trial", inDays(30)), "warn/ending"],
  ["passes when its license ends in 31 days", license("Active", inDays(31)), "pass/installed"],
  ["holds on the day its license ends", license("Active", inDays(0)), "warn/ending"],
  ["holds until the day its license ended is over", license("Active", inDays(-1)), "warn/ending"],
  ["fails when its license ended two days ago", license("Active", inDays(-2)), "fail/expired"],
  ["fails when its license is suspended", license("Suspended"), "fail/not-usable"],
  ["fails when neither license nor objects are there", withoutPackage, "fail/missing"],
  [
    "is unknown when objects are there and no license is shown",
    { rows: { "package-license": [] } },
    "unknown/license-hidden"
  ],
  [
    "is unknown when no license is shown and the server answers for an object with an error",
    { ...withoutPackage, faults: { ...withoutPackage.faults, "business-units": "server" } },
    "unknown/license-hidden"
  ]
]);

import { orgCheck } from "../../judge/check.ts";
import { PACKAGE_QUERIES, packageOf } from "../../facts/package.ts";
import { DAY, isSoon } from "../../facts/time.ts";
import { packageLicense } from "../../queries/package-license.ts";
import messages from "./en.json" with { type: "json" };

/** PackageLicense.Status. Source: Object Reference, PackageLicense. */
const USABLE = ["Active", "Free", "Trial"];

/** The et4ae5 package and its license. Without it the checkboxes on the user do not exist. */
export const packageInstalled = orgCheck({
  id: "package-installed",
  messages,
  cases: {
    installed: "pass",
    missing: "fail",
    expired: "fail",
    "not-usable": "fail",
    ending: "warn",
    "license-hidden": "unknown"
  },
  about: "org",
  step: "package",
  severity: "blocker",
  needs: [packageLicense],
  consults: PACKAGE_QUERIES,
  source: {
    title: "Object Reference, PackageLicense",
    section: "Fields",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_packagelicense.htm"
  },
  link: { page: "installed-packages" },
  fix: ["open", "find", "install"],
  judge(facts) {
    const license = facts.rows(packageLicense)[0];
    if (!license) return packageOf(facts.evidence) === "absent" ? { case: "missing" } : { case: "license-hidden" };
    const { Status: status, ExpirationDate: ends } = license;
    const end = ends === undefined ? undefined : Date.parse(ends);
    if (end !== undefined && ends !== undefined && end + DAY < facts.now.getTime())
      return { case: "expired", values: { date: { date: ends } } };
    if (!USABLE.includes(status)) return { case: "not-usable", values: { status } };
    if (ends !== undefined && isSoon(ends, facts.now)) return { case: "ending", values: { date: { date: ends } } };
    return { case: "installed", values: { status } };
  }
});

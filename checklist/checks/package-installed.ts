import { orgCheck } from "../engine/check.ts";
import { packageOf } from "../engine/package.ts";
import { DAY, isSoon } from "../engine/time.ts";

/** PackageLicense.Status. Source: Object Reference, PackageLicense. */
const USABLE = ["Active", "Free", "Trial"];

/** The et4ae5 package and its licence. Without it the boxes on the user do not exist. */
export const packageInstalled = orgCheck({
  id: "package-installed",
  about: "org",
  step: "package",
  severity: "blocker",
  needs: ["package-license"],
  consults: ["connector-configuration", "business-units", "both-box-users", "tracking-writers"],
  source: {
    title: "Object Reference, PackageLicense",
    section: "Fields",
    published: "Winter '26",
    url: "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_packagelicense.htm"
  },
  link: { page: "installed-packages" },
  fix: ["open", "find", "install"],
  judge(facts) {
    const license = facts.rows("package-license")[0];
    if (!license)
      return packageOf(facts.evidence) === "absent"
        ? { state: "fail", case: "missing" }
        : { state: "unknown", case: "license-hidden" };
    const { Status: status, ExpirationDate: ends } = license;
    const end = ends === undefined ? undefined : Date.parse(ends);
    if (end !== undefined && ends !== undefined && end + DAY < facts.now.getTime())
      return { state: "fail", case: "expired", values: { date: { date: ends } } };
    if (!USABLE.includes(status)) return { state: "fail", case: "not-usable", values: { status } };
    if (ends !== undefined && isSoon(ends, facts.now))
      return { state: "warn", case: "ending", values: { date: { date: ends } } };
    return { state: "pass", case: "installed", values: { status } };
  }
});

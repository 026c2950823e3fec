import type { Evidence } from "./evidence.ts";
import type { QueryName } from "./rows.ts";

/** The namespace of the Marketing Cloud Connect package. */
export const NAMESPACE = "et4ae5";

/** Answered without a fault only where the package's objects and fields exist. */
export const ONLY_WITH_PACKAGE: readonly QueryName[] = [
  "connector-configuration",
  "business-units",
  "both-box-users",
  "tracking-writers",
  "user-boxes"
];

/**
 * @returns `absent` only when the org lists no licence and says of each of the package's objects that it knows none
 * such: which permission PackageLicense asks for is not documented, so an empty list alone proves nothing
 */
export function packageOf(evidence: Evidence): "installed" | "absent" | "unclear" {
  const license = evidence["package-license"];
  if (!license || "fault" in license) return "unclear";
  if (license.rows.length) return "installed";
  const perhaps = ONLY_WITH_PACKAGE.some((name) => {
    const answer = evidence[name];
    if (answer === undefined) return false;
    // A query that was not asked for want of people shows nothing either way.
    if (name === "user-boxes") return "rows" in answer && answer.rows.length > 0;
    return "rows" in answer || !["no-object", "no-field"].includes(answer.fault.kind);
  });
  return perhaps ? "unclear" : "absent";
}

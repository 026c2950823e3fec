import type { Evidence } from "./evidence.ts";
import type { QueryName } from "./rows.ts";

/** The namespace of the Marketing Cloud Connect package. */
export const NAMESPACE = "et4ae5";

/** Answered without a fault only where the package's objects and fields exist. */
const ONLY_WITH_PACKAGE: readonly QueryName[] = [
  "connector-configuration",
  "business-units",
  "both-box-users",
  "tracking-writers",
  "user-boxes"
];

/**
 * @returns `absent` only when the org lists no licence and shows none of the package's objects either: which permission
 * PackageLicense asks for is not documented, so an empty list alone proves nothing
 */
export function packageOf(evidence: Evidence): "installed" | "absent" | "unclear" {
  const license = evidence["package-license"];
  if (!license || "fault" in license) return "unclear";
  if (license.rows.length) return "installed";
  const seen = ONLY_WITH_PACKAGE.some((name) => {
    const answer = evidence[name];
    // A query that was not asked for want of people shows nothing either way.
    return answer !== undefined && "rows" in answer && (name !== "user-boxes" || answer.rows.length > 0);
  });
  return seen ? "unclear" : "absent";
}

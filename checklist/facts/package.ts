import { answerOf, type Evidence } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import { businessUnits } from "../queries/business-units.ts";
import { candidateUsers } from "../queries/candidate-users.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";
import { packageLicense } from "../queries/package-license.ts";
import { trackingWriters } from "../queries/tracking-writers.ts";

/** Answered without a fault only where the package's objects and fields exist. */
const ONLY_WITH_PACKAGE: readonly Query[] = [connectorConfiguration, businessUnits, candidateUsers, trackingWriters];

/** What tells whether the package is there. */
export const PACKAGE_QUERIES: readonly Query[] = [packageLicense, ...ONLY_WITH_PACKAGE];

/**
 * @returns `absent` only when the org lists no license and says of each of the package's objects that it knows none
 * such: which permission PackageLicense asks for is not documented, so an empty list alone proves nothing
 */
export function packageOf(evidence: Evidence): "installed" | "absent" | "unclear" {
  const license = answerOf(evidence, packageLicense);
  if (!license || "fault" in license) return "unclear";
  if (license.rows.length) return "installed";
  const perhaps = ONLY_WITH_PACKAGE.some((query) => {
    const answer = evidence[query.name];
    if (answer === undefined) return false;
    return "rows" in answer || !["no-object", "no-field"].includes(answer.fault.kind);
  });
  return perhaps ? "unclear" : "absent";
}

import { CALIBRATION } from "../calibration/table.ts";
import { framesOf } from "../calibration/wordings.ts";
import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { RowOf } from "../evidence/query.ts";
import type { appPolicyChanges } from "../queries/app-policy-changes.ts";
import { appPolicies } from "../queries/app-policies.ts";
import type { AppRow, FoundApp } from "./app.ts";
import type { Basis } from "./basis.ts";

interface Given {
  readonly evidence: Evidence;
  readonly app: FoundApp;
}

/** @returns the policies of the app that `facts` is about; undefined when the org's answer left it out */
export function policiesOf({ app, evidence }: Given): RowOf<typeof appPolicies> | undefined {
  return app.kind === "one" ? rowsOf(evidence, appPolicies).find(({ Id }) => Id === app.row.Id) : undefined;
}

/** Entries of the audit trail that tell of the app's policies. Source: docs/sources.md, Audit trail. */
export const POLICY_ACTIONS = {
  ipRelaxation: "changeIpRelaxationPolicy",
  permittedUsers: "changeUserRuntimeAccessPolicy"
} as const;

/**
 * What a confirmation of the app's policies rests on. Whether a policy edit moves the app's own date is not proven, and
 * the audit trail records only some: so both count.
 */
export function policyBasis(
  app: AppRow,
  changes: readonly RowOf<typeof appPolicyChanges>[],
  calibration = CALIBRATION
): Basis {
  const newest = newestFirst(changes).find(({ Display }) => isAbout(Display, app.Name, calibration))?.Id;
  return { app: app.Id, policies: `${app.LastModifiedDate}/${newest ?? ""}` };
}

/** Whole names only: an entry about "Salesforce Marketing Cloud Test" is not about "Salesforce Marketing Cloud". */
export function isAbout(display: string | undefined, app: string, calibration = CALIBRATION): boolean {
  if (display === undefined) return false;
  const frames = framesOf(calibration).filter(({ before }) => display.startsWith(before));
  if (!frames.length) return display.includes(app); // in another language the name may stand anywhere
  return frames.some(({ before, after }) => display.startsWith(`${before}${app}${after}`));
}

/** @returns the newest first, in whatever order they came; of those of one moment, the one of the highest Id */
export const newestFirst = <Row extends { readonly Id: string; readonly CreatedDate: string }>(
  rows: readonly Row[]
): Row[] => [...rows].sort((a, b) => Date.parse(b.CreatedDate) - Date.parse(a.CreatedDate) || b.Id.localeCompare(a.Id));

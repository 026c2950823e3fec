import { number, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** How many background jobs of the package ended how. */
export const packageJobCounts = query("package-job-counts", {
  object: "AsyncApexJob",
  label: "Apex jobs",
  fields: { Status: text, total: number },
  permissions: ["PermissionsViewSetup"],
  ask: always
});

export const healthy = (): RowOf<typeof packageJobCounts>[] => [{ Status: "Completed", total: 40 }];

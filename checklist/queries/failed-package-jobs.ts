import { date, optional, parent, text } from "../evidence/fields.ts";
import { always, query } from "../evidence/query.ts";

/** The newest background jobs of the package that failed, as a whole or in part. */
export const failedPackageJobs = query("failed-package-jobs", {
  object: "AsyncApexJob",
  fields: {
    Id: text,
    CreatedDate: date,
    ExtendedStatus: optional(text),
    ApexClass: optional(parent({ Name: text }))
  },
  permissions: ["PermissionsViewSetup"],
  limit: 20,
  sample: true,
  ask: always
});

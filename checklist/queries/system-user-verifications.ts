import { date, optional, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** How the system user proved their identity when signing in by hand, newest first. */
export const systemUserVerifications = query("system-user-verifications", {
  object: "VerificationHistory",
  label: "the identity verification history",
  fields: { Id: text, UserId: text, VerificationTime: date, VerificationMethod: optional(text) },
  permissions: ["PermissionsManageUsers"],
  limit: 200,
  // One that counts is enough, and where those beyond the limit would count, the check warns in vain.
  sample: true,
  after: PEOPLE_QUERIES,
  ask: ({ systemUserIds }) => withIds({ systemUserIds })
});

export const healthy = ({ systemUser, inDays }: HealthyOrg): RowOf<typeof systemUserVerifications>[] => [
  {
    Id: "0YC000000000001AAA",
    UserId: systemUser,
    VerificationTime: inDays(-20),
    VerificationMethod: "BuiltInAuthenticator"
  }
];

import { flag, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

export const users = query("users", {
  object: "User",
  label: "users",
  fields: {
    Id: text,
    Name: text,
    Username: text,
    IsActive: flag,
    ProfileId: text,
    UserPermissionsMarketingUser: flag
  },
  after: PEOPLE_QUERIES,
  ask: ({ userIds }) => withIds({ userIds })
});

export const healthy = ({
  systemUser,
  impactedUser,
  adminProfile,
  senderProfile
}: HealthyOrg): RowOf<typeof users>[] => [
  {
    Id: systemUser,
    Name: "Marketing Cloud Integration",
    Username: "mc@example.com",
    IsActive: true,
    ProfileId: adminProfile,
    UserPermissionsMarketingUser: true
  },
  {
    Id: impactedUser,
    Name: "Ada Fields",
    Username: "ada@example.com",
    IsActive: true,
    ProfileId: senderProfile,
    UserPermissionsMarketingUser: true
  }
];

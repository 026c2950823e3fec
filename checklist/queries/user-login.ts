import { flag, text } from "../evidence/fields.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import { query, withIds, type RowOf } from "../evidence/query.ts";
import { PEOPLE_QUERIES } from "./people-queries.ts";

/** Whether a person is kept from signing in, though active: frozen by an admin, or locked after wrong passwords. */
export const userLogin = query("user-login", {
  object: "UserLogin",
  label: "the login state of users",
  fields: { Id: text, UserId: text, IsFrozen: flag, IsPasswordLocked: flag },
  permissions: ["PermissionsManageUsers"],
  after: PEOPLE_QUERIES,
  ask: ({ userIds }) => withIds({ userIds })
});

export const healthy = ({ systemUser, impactedUser }: HealthyOrg): RowOf<typeof userLogin>[] =>
  [systemUser, impactedUser].map((UserId) => ({
    Id: `0Yw${UserId.slice(3)}`,
    UserId,
    IsFrozen: false,
    IsPasswordLocked: false
  }));

import { flag } from "../evidence/fields.ts";
import type { RowOf } from "../evidence/query.ts";
import { always, query } from "../evidence/query.ts";

/** Whether the person looking sees every record, however an org shares them. No check asks for that much. */
export const viewerReach = query("viewer-reach", {
  object: "UserPermissionAccess",
  fields: { PermissionsViewAllData: flag },
  limit: 1,
  sample: true,
  ask: always
});

export const healthy = (): RowOf<typeof viewerReach>[] => [{ PermissionsViewAllData: true }];

import { number } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** How many `connector-users` would find without its limit. */
export const connectorUserCount = query("connector-user-count", {
  object: "User",
  fields: { total: number },
  ask: always
});

export const healthy = (): RowOf<typeof connectorUserCount>[] => [{ total: 0 }];

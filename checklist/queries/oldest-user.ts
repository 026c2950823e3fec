import { date, text } from "../evidence/fields.ts";
import { always, query, type RowOf } from "../evidence/query.ts";

/** Who is in this org, or in the one that it was copied from, for the longest time. */
export const oldestUser = query("oldest-user", {
  object: "User",
  fields: { Id: text, CreatedDate: date },
  limit: 1,
  sample: true,
  ask: always
});

export const healthy = (): RowOf<typeof oldestUser>[] => [
  { Id: "005000000000008AAA", CreatedDate: "2019-03-04T08:00:00.000+00:00" }
];

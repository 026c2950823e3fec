import { text } from "../evidence/fields.ts";
import { idsFrom, query, withIds } from "../evidence/query.ts";
import { mappingCounts } from "./mapping-counts.ts";

/** Who shares a Marketing Cloud user with somebody. */
export const mappingSharers = query("mapping-sharers", {
  object: "User",
  fields: { Id: text, Username: text, et4ae5__ExactTargetUsername__c: text },
  limit: 200,
  // That somebody shares is known from the counts.
  sample: true,
  after: [mappingCounts],
  ask: (known) =>
    withIds({
      sharedUsers: idsFrom(known, mappingCounts, ({ et4ae5__ExactTargetUsername__c: name, total }) =>
        total > 1 ? name : []
      )
    })
});

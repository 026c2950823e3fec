import { z } from "zod";
import type { QuerySource } from "../../checklist/index.ts";
import type { ApexMethods } from "./apex.ts";

/** See the Apex class MccQueryRequest. */
const REQUESTS = z.array(
  z.object({
    name: z.string(),
    texts: z.record(z.string(), z.string()).nullish(),
    lists: z.record(z.string(), z.array(z.string())).nullish()
  })
);

/**
 * The Apex class MccGateway in TypeScript, with the same shape of answers.
 * @param source where the rows come from
 * @param now the org's clock
 */
export const gatewayOver = (source: QuerySource, now: () => Date): ApexMethods => ({
  "MccGateway.runQueries": async ({ requests }) => {
    const replies = await source.runQueries(
      REQUESTS.parse(requests).map(({ name, texts, lists }) => ({
        name,
        binds: { ...texts, ...lists }
      }))
    );
    const answeredAt = now().toISOString();
    return replies.map((reply) =>
      "rows" in reply
        ? { name: reply.name, rows: JSON.stringify(reply.rows), errorType: null, errorMessage: null, answeredAt }
        : { ...reply, rows: null, answeredAt }
    );
  }
});

import { z } from "zod";
import { QUERIES_AT_ONCE, type QueryReply, type QuerySource } from "../../checklist/index.ts";
import type { ApexMethods } from "./apex.ts";

/** See the Apex class MccQueryRequest. */
const REQUESTS = z.array(
  z.object({
    name: z.string(),
    texts: z.record(z.string(), z.string()).nullish(),
    lists: z.record(z.string(), z.array(z.string())).nullish()
  })
);

const TOO_MANY = {
  errorType: "LimitException",
  errorMessage: `Not asked: one call asks ${String(QUERIES_AT_ONCE)} queries at most.`
};

/**
 * The Apex class MccGateway in TypeScript, with the same shape of answers.
 * @param source where the rows come from
 * @param now the org's clock
 */
export const gatewayOver = (source: QuerySource, now: () => Date): ApexMethods => ({
  "MccGateway.runQueries": async ({ requests }) => {
    const asked = REQUESTS.parse(requests).map(({ name, texts, lists }) => ({ name, binds: { ...texts, ...lists } }));
    const refused = asked.slice(QUERIES_AT_ONCE).map(({ name }): QueryReply => ({ name, ...TOO_MANY }));
    const replies = [...(await source.runQueries(asked.slice(0, QUERIES_AT_ONCE))), ...refused];
    const answeredAt = now().toISOString();
    return replies.map((reply) =>
      "rows" in reply
        ? { name: reply.name, rows: JSON.stringify(reply.rows), errorType: null, errorMessage: null, answeredAt }
        : { ...reply, rows: null, answeredAt }
    );
  }
});

import type { QueryRequest, QuerySource } from "../../checklist/index.ts";
import type { ApexMethods } from "./apex.ts";

/**
 * The Apex class MccGateway in TypeScript, with the same shape of answers.
 * @param source where the rows come from
 */
export const gatewayOver = (source: QuerySource): ApexMethods => ({
  "MccGateway.runQueries": async ({ requests }) => {
    const replies = await source.runQueries(JSON.parse(String(requests)) as QueryRequest[]);
    return replies.map((reply) =>
      "rows" in reply
        ? { name: reply.name, rows: JSON.stringify(reply.rows), errorType: null, errorMessage: null }
        : { ...reply, rows: null }
    );
  }
});

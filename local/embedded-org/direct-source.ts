import type { QuerySource } from "../../checklist/index.ts";
import { queryText } from "../../command-line/query-texts.ts";
import { withBinds } from "../../command-line/soql-literal.ts";
import { Queries } from "./queries.ts";
import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";

/** @returns a scenario's rows and errors as an embedded org answers them, without a network in between */
export function directSource(scenario: Scenario): QuerySource {
  const queries = new Queries(scenario);
  return {
    runQueries: (requests) =>
      Promise.resolve(
        requests.map(({ name, binds }) => {
          try {
            const query = queries.ask(withBinds(queryText(name), binds), "");
            if (query.unavailable !== undefined) throw new RestError(query.unavailable);
            return { name, rows: query.page().records };
          } catch (error) {
            if (!(error instanceof RestError)) throw error;
            return { name, errorType: error.errorCode, errorMessage: error.message };
          }
        })
      )
  };
}

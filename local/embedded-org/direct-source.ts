import type { QuerySource } from "../../checklist/index.ts";
import { queryText } from "../../command-line/evidence/query-texts.ts";
import { withBinds } from "../../command-line/evidence/soql-literal.ts";
import { Queries, type Page } from "./queries.ts";
import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";

/** @returns a source with the rows and errors that an embedded org answers, without HTTP */
export function directSource(scenario: Scenario): QuerySource {
  const queries = new Queries(scenario);
  return {
    runQueries: (requests) =>
      Promise.resolve(
        requests.map(({ name, binds }) => {
          try {
            const query = queries.ask(withBinds(queryText(name), binds), "");
            if (query.unavailable !== undefined) throw new RestError(query.unavailable);
            const rows: unknown[] = [];
            for (let page: Page | undefined = query.page(); page; page = following(page)) rows.push(...page.records);
            return { name, rows };
          } catch (error) {
            if (!(error instanceof RestError)) throw error;
            return { name, errorType: error.errorCode, errorMessage: error.message };
          }
        })
      )
  };

  function following({ nextRecordsUrl }: Page): Page | undefined {
    return nextRecordsUrl === undefined ? undefined : queries.next(nextRecordsUrl.replace(/.*\//, ""), "");
  }
}

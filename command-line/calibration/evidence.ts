import {
  answerOf,
  appOf,
  connectedApps,
  gather,
  RUN_QUERIES,
  type Fields,
  type Query,
  type QuerySource,
  type Row,
  type RowOf
} from "../../checklist/index.ts";
import { restSource } from "../evidence/rest-source.ts";
import { isOfWholeOrg, orgError } from "../orgs/org-error.ts";
import type { TargetOrg } from "../orgs/target-org.ts";
import { codeOf, Open } from "./attempt.ts";

export type App = RowOf<typeof connectedApps>;

/** What the checklist's own queries answer in an org. */
export interface CatalogueAnswers {
  /** Of each query that was asked: whether rows came, else the error code. */
  readonly outcomes: Readonly<Record<string, string>>;
  /** @throws the error of a query that failed, as an `errorCode` */
  readonly rows: <F extends Fields>(query: Query<F>) => readonly Row<F>[];
  /** @throws {Open} it is not known which app is meant */
  readonly app: () => App;
}

/**
 * @param appName what a person calls the app; without it, the one that the checklist takes
 * @throws {OrgError} no query got through: nothing can be learned from the org now
 */
export async function askCatalogue(org: TargetOrg, appName: string | undefined): Promise<CatalogueAnswers> {
  const outcomes: Record<string, string> = {};
  const source = watched(restSource(org.connection), outcomes);
  const evidence = await gather(source, {
    queries: RUN_QUERIES,
    selection: { impactedUsers: [] },
    viewerId: org.viewerId
  });

  const codes = Object.values(outcomes);
  if (codes.every(isOfWholeOrg)) throw orgError(org, { errorCode: codes[0], message: codes[0] });

  const rows = <F extends Fields>(query: Query<F>): readonly Row<F>[] => {
    const answer = answerOf(evidence, query);
    if (answer && "rows" in answer) return answer.rows;
    const code = outcomes[query.name];
    throw Object.assign(new Error(query.name), {
      errorCode: code === undefined || code === "rows" ? "MALFORMED_ANSWER" : code
    });
  };
  return {
    outcomes,
    rows,
    app() {
      const apps = rows(connectedApps);
      const picked = apps.filter(({ Name }) => Name === appName);
      if (picked.length === 1 && picked[0]) return picked[0];
      const found = appOf(evidence, { impactedUsers: [] });
      if (appName === undefined && found.kind === "one") return found.row;
      throw new Open(
        apps.length
          ? "It is not known which app is meant: name it with --app, as Setup shows it."
          : "No connected app has Marketing Cloud in its name."
      );
    }
  };
}

function watched(source: QuerySource, outcomes: Record<string, string>): QuerySource {
  return {
    async runQueries(requests) {
      const replies = await source.runQueries(requests);
      for (const reply of replies)
        outcomes[reply.name] =
          "errorType" in reply
            ? codeOf({ errorCode: reply.errorType })
            : Array.isArray(reply.rows) && reply.rows.length
              ? "rows"
              : "none";
      return replies;
    }
  };
}

import {
  CHECKS,
  gather,
  reportOf,
  RUN_QUERIES,
  transactionsOf,
  type QuerySource,
  type Selection
} from "../../checklist/index.ts";
import { connectTo } from "../../local/embedded-org/connect.ts";
import type { RestConnection } from "../../command-line/evidence/rest-query.ts";
import { restSource } from "../../command-line/evidence/rest-source.ts";
import { startOrg } from "../../local/embedded-org/org.ts";
import type { Scenario } from "../../local/embedded-org/scenario.ts";

/** What it costs to check so many people. */
export interface Cost {
  readonly people: number;
  readonly orgUsers: number;
  readonly roundTrips: number;
  /** In the Apex transaction that asks most. */
  readonly queries: number;
  readonly restRequests: number;
  readonly rows: number;
  /** Median. */
  readonly judgeMs: number;
}

const JUDGEMENTS = 9;

/** @returns the usernames of the first people of the scenario, the system user left to be found */
export const usernamesOf = ({ store }: Scenario, people: number): string[] =>
  store
    .table("User")
    .rows.map(({ values }) => String(values.Username))
    .filter((username) => !username.startsWith("mcc.system@"))
    .slice(0, people - 1);

/** Starts an org for each measurement, so that none finds the work of another done. */
export async function costOf(scenario: Scenario, people: number): Promise<Cost> {
  const org = await startOrg({ scenario });
  try {
    let restRequests = 0;
    const connection = await connectTo(org);
    const counting: RestConnection = {
      request: (...request) => {
        restRequests += 1;
        return connection.request(...request);
      }
    };
    const source = restSource(counting);
    const waves: number[] = [];
    const listening: QuerySource = {
      runQueries: (requests) => {
        waves.push(Math.max(...transactionsOf(requests).map(({ length }) => length)));
        return source.runQueries(requests);
      }
    };
    const selection: Selection = { impactedUsers: usernamesOf(scenario, people).map((username) => ({ username })) };
    const evidence = await gather(listening, { queries: RUN_QUERIES, selection, viewerId: scenario.viewerId });
    const answers = Object.values(evidence);
    const judged = Array.from({ length: JUDGEMENTS }, () => {
      const started = performance.now();
      const report = reportOf(CHECKS, { evidence, selection, confirmations: [], now: new Date() });
      if (report.people.impactedUsers.length !== people - 1) throw new Error("Not everybody was judged.");
      return performance.now() - started;
    });
    return {
      people,
      orgUsers: scenario.store.table("User").rows.length,
      roundTrips: waves.length,
      queries: Math.max(...waves),
      restRequests,
      rows: answers.reduce(
        (sum, answer) => sum + (answer !== undefined && "rows" in answer ? answer.rows.length : 0),
        0
      ),
      judgeMs: median(judged)
    };
  } finally {
    await org.close();
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

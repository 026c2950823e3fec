import {
  CHECKS,
  gather,
  reportOf,
  RUN_QUERIES,
  type Confirmation,
  type Evidence,
  type Finding,
  type QuerySource,
  type Report
} from "../../checklist/index.ts";
import { queryText } from "../../command-line/evidence/query-texts.ts";
import { withBinds } from "../../command-line/evidence/soql-literal.ts";
import { changeRow } from "../../local/embedded-org/change.ts";
import { Queries } from "../../local/embedded-org/queries.ts";
import { RestError } from "../../local/embedded-org/rest-error.ts";
import { loadScenario, type Scenario } from "../../local/embedded-org/scenario.ts";

/** When it is, in all these runs. */
export const NOW = new Date("2026-05-04T10:00:00Z");
const SYSTEM_USER = "mcc.system@example.com";

export const scenarioNow = (name: string): Promise<Scenario> => loadScenario(name, NOW);

/** The same, where two people are mapped to one Marketing Cloud user: only then is it asked who shares it. */
export async function sharingNow(name: string): Promise<Scenario> {
  const scenario = await scenarioNow(name);
  const [one, other] = scenario.store.table("User").rows.filter(({ values }) => values.IsActive && values[MAPPED_TO]);
  if (!one || !other) throw new Error(`Nobody is mapped in ${name}.`);
  changeRow(scenario, "User", String(one.values.Id), { [MAPPED_TO]: String(other.values[MAPPED_TO]) });
  return scenario;
}

const MAPPED_TO = "et4ae5__ExactTargetUsername__c";

/** What one run asked, what it learned, and what it says about it. */
export interface Run {
  /** The values that each query was asked with, as JSON. */
  readonly asked: ReadonlyMap<string, string>;
  readonly evidence: Evidence;
  readonly report: Report;
  readonly findings: readonly Finding[];
}

/**
 * @param everyone names people as the tab does, by Id, and asks for all with a Marketing Cloud box ticked besides;
 * without it they are named as on the command line, by username
 * @param confirmations what people saw before
 * @returns a run for all users of the scenario
 */
export async function runOver(
  source: QuerySource,
  { store, viewerId }: Scenario,
  everyone = false,
  confirmations: readonly Confirmation[] = []
): Promise<Run> {
  const asked = new Map<string, string>();
  const listening: QuerySource = {
    runQueries: (requests) => {
      for (const { name, binds } of requests) asked.set(name, JSON.stringify(binds));
      return source.runQueries(requests);
    }
  };
  const people = store.table("User").rows.map(({ values }) => {
    const username = String(values.Username);
    return everyone ? { id: String(values.Id), username } : { username };
  });
  const systemUser = people.find(({ username }) => username === SYSTEM_USER) ?? { username: SYSTEM_USER };
  const selection = { systemUser, impactedUsers: people.filter((person) => person !== systemUser), everyone };
  const evidence = await gather(listening, { queries: RUN_QUERIES, selection, viewerId });
  const report = reportOf(CHECKS, { evidence, selection, confirmations, now: NOW });
  return { asked, evidence, report, findings: report.findings };
}

/** @returns as if a person had looked at everything that the run asks to be looked at, and found it well */
export const allConfirmed = ({ report }: Pick<Run, "report">, at = NOW): Confirmation[] =>
  report.findings.flatMap(({ check, subject, basis }) =>
    basis === null
      ? []
      : [
          {
            check,
            subjectId: subject?.id ?? null,
            holds: true,
            note: "",
            by: "Ada Fields",
            at: at.toISOString(),
            basis
          }
        ]
  );

/** @returns the scenario's rows without a network in between */
export function rowsOver(scenario: Scenario): QuerySource {
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
            const { errorCode, message } = error as RestError;
            return { name, errorType: errorCode, errorMessage: message };
          }
        })
      )
  };
}

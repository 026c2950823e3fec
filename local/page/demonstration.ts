import { basename } from "node:path";
import { askAll, marketingCloudRequest, REQUEST_QUERIES, scriptFor, type QuerySource } from "../../checklist/index.ts";
import { runScript } from "../embedded-marketing-cloud/run-script.ts";
import { connectTo } from "../embedded-org/connect.ts";
import { restSource } from "../../command-line/evidence/rest-source.ts";
import { build } from "../../build/build.ts";
import { seedHistory } from "../embedded-org/history.ts";
import { startOrg, type EmbeddedOrg } from "../embedded-org/org.ts";
import { listScenarios, loadScenario, type Scenario } from "../embedded-org/scenario.ts";
import type { Choice } from "./context.ts";
import { fixerMethods } from "./fixer.ts";
import { withFileBytes } from "./file-bytes.ts";
import { gatewayOver } from "./gateway.ts";
import { recordsOver } from "./records.ts";
import { startPage, type Page, type PageOrg } from "./server.ts";

export interface DemonstrationOptions {
  /** 0 for any free one; a taken one gives way to the next free one. */
  readonly port: number;
  /** The name or the file of the scenario to show first; by default, the first built-in one. */
  readonly scenario?: string;
  /** Reports progress. */
  readonly say: (text: string) => void;
}

export interface Demonstration extends Page {
  /** @returns the org behind the page of this scenario, for tests to change */
  org(scenario: string): Promise<EmbeddedOrg>;
  /** Shows this scenario first from now on, in an org that begins anew. For tests. */
  show(scenario: string): Promise<void>;
}

/**
 * The whole local page: builds what has changed, and serves the wizard over embedded orgs, one for each scenario that is
 * opened.
 * @throws {ScenarioError} the scenario can't be used
 * @throws {Error} something can't be built, or no port is free
 */
export async function startDemonstration({ port, scenario, say }: DemonstrationOptions): Promise<Demonstration> {
  const orgs = new Map<string, Promise<RunningOrg>>();
  const orgOf = (name: string): Promise<RunningOrg> => {
    const org = orgs.get(name) ?? loadScenario(name).then(seedHistory).then(runningOrg);
    orgs.set(name, org);
    return org;
  };
  if (scenario !== undefined) await orgOf(scenario);

  await build();
  const scenarios = scenarioChoices(scenario);
  const page = await startPage({ port, say, orgOf, scenarios });
  return {
    ...page,
    org: async (name) => (await orgOf(name)).org,
    show: async (name) => {
      const before = orgs.get(name);
      orgs.delete(name);
      await orgOf(name);
      scenarios.splice(0, Infinity, ...scenarioChoices(name));
      await (await before)?.close();
    },
    close: async () => {
      await page.close();
      await Promise.all([...orgs.values()].map(async (org) => (await org).close()));
    }
  };
}

interface RunningOrg extends PageOrg {
  readonly org: EmbeddedOrg;
  close(): Promise<void>;
}

async function runningOrg(scenario: Scenario): Promise<RunningOrg> {
  const org = await startOrg({ scenario });
  const connection = await connectTo(org);
  const source = withFileBytes(restSource(connection), connection);
  return {
    org,
    viewerId: scenario.viewerId,
    ...(scenario.marketingCloud && { marketingCloudAnswer: () => answerOf(scenario, source) }),
    apex: { ...gatewayOver(source, scenario.clock), ...recordsOver(scenario), ...fixerMethods(connection, scenario) },
    close: () => org.close()
  };
}

/** @returns what a Marketing Cloud admin sends back who was sent the script that the page shows now */
async function answerOf({ marketingCloud: account, clock }: Scenario, source: QuerySource): Promise<string> {
  const queries = REQUEST_QUERIES.map((query) => ({ query, binds: {} }));
  const request = marketingCloudRequest({ evidence: await askAll(source, queries) });
  if (!account || !request)
    throw new Error("The org names no Marketing Cloud user, or several: there is no script to run.");
  return runScript(scriptFor(request, clock()), account, clock());
}

/** @returns the built-in scenarios, with the requested one first, which may be a file */
function scenarioChoices(requested: string | undefined): Choice[] {
  const builtIn = listScenarios().map(({ name, title }) => ({ value: name, label: title }));
  if (requested === undefined) return builtIn;
  const first = builtIn.find(({ value }) => value === requested) ?? { value: requested, label: basename(requested) };
  return [first, ...builtIn.filter(({ value }) => value !== requested)];
}

import { fileURLToPath } from "node:url";
import { keepToItself } from "../../local/embedded-org/connect.ts";
import { seedHistory } from "../../local/embedded-org/history.ts";
import { startOrg, type EmbeddedOrg, type OrgOptions } from "../../local/embedded-org/org.ts";
import { listScenarios, loadScenario, type Scenario } from "../../local/embedded-org/scenario.ts";

// What the Salesforce CLI keeps in the home directory is kept in memory here; set before @salesforce/core is loaded.
keepToItself();
const { AuthInfo } = await import("@salesforce/core");

/** All files run in one process, where a second open org of the same alias would take the place of the first. */
const taken = new Set<string>();

/** Built-in scenarios with their history, which takes longer to make than most tests to run, and when they were made. */
const made = new Map<string, { readonly at: number; readonly scenario: Scenario }>();
/** Moments in a scenario count from when it is made. What is older is made again, so that a slow machine sees no other org. */
const OLDEST_MS = 60_000;

/** What tests change of an org. */
const copyOf = (scenario: Scenario): Scenario => ({
  ...scenario,
  store: scenario.store.copy(),
  refusals: { ...scenario.refusals }
});

async function scenarioNamed(name: string): Promise<Scenario> {
  const known = made.get(name);
  if (known && Date.now() - known.at < OLDEST_MS) return copyOf(known.scenario);
  const at = Date.now();
  const scenario = await seedHistory(await loadScenario(name));
  const isBuiltIn = listScenarios().some((each) => each.name === name);
  if (isBuiltIn) made.set(name, { at, scenario: copyOf(scenario) });
  return scenario;
}

/** Starts an embedded org and signs in to it, as `sf org login access-token --alias ALIAS` does. */
export async function signedIn(
  alias: string,
  scenario: string,
  options: Omit<OrgOptions, "scenario"> = {}
): Promise<EmbeddedOrg> {
  if (taken.has(alias)) throw new Error(`Two tests sign in to an org called "${alias}". Give one another name.`);
  taken.add(alias);
  const org = await startOrg({ scenario: await scenarioNamed(scenario), ...options });
  // Logins are kept by username, which all scenarios share.
  org.change("User", org.scenario.viewerId, { Username: `${alias}@example.com` });
  const { accessToken, url: instanceUrl } = org;
  const authInfo = await AuthInfo.create({ accessTokenOptions: { accessToken, instanceUrl, loginUrl: instanceUrl } });
  await authInfo.save();
  await authInfo.setAlias(alias);
  return {
    ...org,
    close: async () => {
      taken.delete(alias);
      await org.close();
    }
  };
}

export interface Ended<Result> {
  readonly result?: Result;
  readonly error?: Error;
  readonly code: number;
}

interface Runnable {
  run(argv: string[], options: { root: string }): Promise<unknown>;
}

const root = fileURLToPath(new URL("../../command-line", import.meta.url));

const exitCode = (): number => Number(process.exitCode ?? 0);

/** Runs a command of the plugin in this process, with `--json`; one at a time, because the exit code is the process's. */
export async function run<Result>(command: Runnable, ...args: string[]): Promise<Ended<Result>> {
  // node:test sets it, too, when a test has failed.
  process.exitCode = undefined;
  try {
    const result = (await command.run([...args, "--json"], { root })) as Result;
    return { result, code: exitCode() };
  } catch (error) {
    return { error: error as Error, code: exitCode() };
  } finally {
    process.exitCode = undefined;
  }
}

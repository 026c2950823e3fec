import { seedHistory } from "../../local/embedded-org/history.ts";
import { startOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { freshSf, type FreshSf } from "../fresh-sf.ts";
import { median } from "./people.ts";

/** Medians of whole processes, from the start of `sf` to its end. */
export interface WholeProcess {
  readonly checkMs: number;
  readonly queryMs: number;
  /** Median of the pairs: what else the machine does weighs on both of one pair. */
  readonly ratio: number;
}

const PAIRS = 11;
const QUERY = "SELECT Id, Name FROM User";

/** @returns how long one `sf mcc check` takes, beside one `sf data query` on the same embedded org, in turn */
export async function wholeProcess(): Promise<WholeProcess> {
  const fresh = await freshSf("bench");
  const org = await startOrg({ scenario: await seedHistory(await loadScenario("several-faults")) });
  try {
    const login = ["org", "login", "access-token", "--instance-url", org.url, "--no-prompt", "--alias", "org"];
    await timed(fresh, login, [0], { SF_ACCESS_TOKEN: org.accessToken });
    const pairs: { checkMs: number; queryMs: number }[] = [];
    // The first pair finds nothing in the machine's memory.
    for (let pair = 0; pair <= PAIRS; pair++)
      pairs.push({
        queryMs: await timed(fresh, ["data", "query", "--query", QUERY, "--target-org", "org"], [0]),
        checkMs: await timed(fresh, ["mcc", "check", "--target-org", "org"], [0, 1, 2])
      });
    const counted = pairs.slice(1);
    return {
      checkMs: median(counted.map(({ checkMs }) => checkMs)),
      queryMs: median(counted.map(({ queryMs }) => queryMs)),
      ratio: median(counted.map(({ checkMs, queryMs }) => checkMs / queryMs))
    };
  } finally {
    await org.close();
  }
}

/** @throws {Error} it ended otherwise: then its time tells nothing */
async function timed(
  { sf }: FreshSf,
  args: readonly string[],
  codes: readonly number[],
  environment?: Readonly<Record<string, string>>
): Promise<number> {
  const started = performance.now();
  const { code, stderr } = await sf(args, environment);
  if (!codes.includes(code)) throw new Error(`sf ${args.join(" ")} ended with ${String(code)}. ${stderr}`);
  return performance.now() - started;
}

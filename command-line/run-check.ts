import { CHECKS, gather, reportOf, type Report, type Selection } from "../checklist/index.ts";
import { startOrg } from "../local/embedded-org/org.ts";
import { loadScenario } from "../local/embedded-org/scenario.ts";
import { connectTo } from "./connect.ts";
import { restSource } from "./rest-source.ts";

export interface CheckOptions {
  /** A built-in scenario's name, or a file. */
  readonly scenario: string;
  /** Absent: the best candidate is taken, and the report says so. */
  readonly systemUser?: string;
  readonly users: readonly string[];
}

/** A username that the org answered it does not have. */
export class UnknownUserError extends Error {}

/**
 * Starts an embedded org, gathers over HTTP, judges, and stops the org again.
 * @throws {ScenarioError} the scenario can't be used
 * @throws {UnknownUserError} names the usernames that nobody in the org has
 */
export async function runCheck({ scenario, systemUser, users }: CheckOptions): Promise<Report> {
  const org = await startOrg({ scenario: await loadScenario(scenario) });
  try {
    const selection: Selection = {
      ...(systemUser === undefined ? {} : { systemUser: { username: systemUser } }),
      impactedUsers: once(users).map((username) => ({ username }))
    };
    const source = restSource(await connectTo(org));
    const evidence = await gather(source, { selection, viewerId: org.scenario.viewerId });
    const report = reportOf(CHECKS, { evidence, selection, confirmations: [], now: new Date() });
    const { unknownUsernames } = report.people;
    if (unknownUsernames.length) throw new UnknownUserError(unknownText(unknownUsernames, scenario));
    return report;
  } finally {
    await org.close();
  }
}

/** Salesforce's usernames don't tell capitals apart. */
function once(usernames: readonly string[]): string[] {
  return [...new Map(usernames.map((username) => [username.toLowerCase(), username])).values()];
}

function unknownText(usernames: readonly string[], scenario: string): string {
  const names = usernames.map((username) => JSON.stringify(username)).join(", ");
  return `${scenario}: nobody in this org has the username ${names}. Look it up in Setup, Users.`;
}

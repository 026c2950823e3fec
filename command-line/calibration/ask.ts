import { restGet, restQuery } from "../evidence/rest-query.ts";
import { TransportError } from "../evidence/transport.ts";
import type { TargetOrg } from "../orgs/target-org.ts";

const SECONDS = 30;

type Row = Readonly<Record<string, unknown>>;

/** @returns rows as REST shapes them; nobody here judges by them, so only what is asked for is looked at */
export const ask = async ({ connection }: TargetOrg, soql: string): Promise<readonly Row[]> =>
  (await restQuery(connection, soql, SECONDS)) as Row[];

/** Source: Tooling API Developer Guide, "REST Resources": `/tooling/query` takes SOQL over its own objects. */
export async function askTooling({ connection }: TargetOrg, soql: string): Promise<readonly Row[]> {
  const answer = await restGet(connection, `/tooling/query?q=${encodeURIComponent(soql)}`, SECONDS);
  const { records } = answer as { records?: unknown };
  if (Array.isArray(records)) return records as Row[];
  throw new TransportError("MALFORMED_ANSWER", "The answer has no records.");
}

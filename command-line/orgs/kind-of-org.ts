import { restQuery } from "../evidence/rest-query.ts";
import type { TargetOrg } from "./target-org.ts";

const SECONDS = 30;

export type KindOfOrg = "scratch" | "sandbox" | "production";

/**
 * A scratch org is a sandbox that ends by itself. Source: @salesforce/core, Org.determineIfScratch: `IsSandbox` is true and
 * `TrialExpirationDate` is not null; a sandbox has none.
 * @throws {Error} the org does not tell: with Salesforce's `errorCode`
 */
export async function kindOfOrg({ connection }: Pick<TargetOrg, "connection">): Promise<KindOfOrg> {
  const [row] = (await restQuery(connection, "SELECT IsSandbox, TrialExpirationDate FROM Organization", SECONDS)) as {
    readonly IsSandbox?: unknown;
    readonly TrialExpirationDate?: unknown;
  }[];
  // What is not shown is taken for what must not be touched.
  if (row?.IsSandbox !== true) return "production";
  return typeof row.TrialExpirationDate === "string" && row.TrialExpirationDate ? "scratch" : "sandbox";
}

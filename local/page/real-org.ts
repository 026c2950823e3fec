import {
  askOne,
  organization,
  viewer,
  type Binds,
  type Fields,
  type Query,
  type QuerySource,
  type Row
} from "../../checklist/index.ts";
import type { MarketingCloudSettings } from "../../command-line/marketing-cloud/settings.ts";
import { requireOwnValue } from "../../command-line/empty-value.ts";
import { restSource } from "../../command-line/evidence/rest-source.ts";
import { obstacleIn, orgError, type AskedOrg } from "../../command-line/orgs/org-error.ts";
import { connectTo } from "../../command-line/orgs/target-org.ts";
import { targetNamed } from "../../command-line/orgs/target.ts";
import { build } from "../../build/build.ts";
import type { RealOrg } from "./context.ts";
import { orgNow } from "../../command-line/evidence/org-clock.ts";
import { noFixer } from "./fixer.ts";
import { withFileBytes } from "./file-bytes.ts";
import { askingMarketingCloud } from "./ask-marketing-cloud.ts";
import { gatewayOver } from "./gateway.ts";
import { refusedRecords } from "./records.ts";
import { readsOnly } from "./reads-only.ts";
import { startPage, type Page } from "./server.ts";

const READ_ONLY = "This page only reads the org.";

export interface RealOrgOptions {
  /** An alias, a username, or an access token of SF_ORG_INSTANCE_URL. */
  readonly targetOrg: string;
  /** 0 for any free one; a taken one gives way to the next free one. */
  readonly port: number;
  /** How to sign in to Marketing Cloud; absent where only the org is asked. */
  readonly marketingCloud?: MarketingCloudSettings;
  /** Reports progress. */
  readonly say: (text: string) => void;
}

/**
 * The local page on an org that a person is signed in to with the Salesforce CLI. It only reads: it sends the catalogue's
 * queries, and its MccRecordsController refuses to write.
 * @throws {OrgError} the org can't be reached with that login; says what to do
 * @throws {Error} no org is named, as when a variable is not set; something can't be built, or no port is free
 */
export async function startRealOrg({ targetOrg, port, marketingCloud, say }: RealOrgOptions): Promise<Page> {
  requireOwnValue("--target-org", targetOrg);
  const org = await connectTo(await targetNamed(targetOrg));
  const { name, viewerId } = org;
  const connection = readsOnly(org.connection);
  const source = stopOnOrgError(org, withFileBytes(restSource(connection), connection));
  const realOrg = await describeOrg(source, name, viewerId, connection.instanceUrl);

  await build();
  const apex = {
    ...gatewayOver(source, () => orgNow(connection.instanceUrl)),
    ...refusedRecords(READ_ONLY),
    ...noFixer
  };
  const askMarketingCloud = marketingCloud && {
    askMarketingCloud: askingMarketingCloud(marketingCloud, source)
  };
  return startPage({
    port,
    say,
    realOrg,
    scenarios: [{ value: "target-org", label: realOrg.name }],
    orgOf: () => Promise.resolve({ viewerId, apex, ...askMarketingCloud })
  });
}

/** A failure of the whole org becomes one error that says what to do, instead of one for each query. */
const stopOnOrgError = (org: AskedOrg, source: QuerySource): QuerySource => ({
  async runQueries(requests) {
    const replies = await source.runQueries(requests);
    const obstacle = obstacleIn(replies);
    if (obstacle) throw orgError(org, obstacle);
    return replies;
  }
});

async function describeOrg(source: QuerySource, name: string, viewerId: string, instanceUrl: string): Promise<RealOrg> {
  const first = async <F extends Fields>(query: Query<F>, binds: Binds = {}): Promise<Row<F> | undefined> => {
    const answer = await askOne(source, query, binds);
    return "rows" in answer ? answer.rows[0] : undefined;
  };
  const [org, person] = await Promise.all([first(organization), first(viewer, { viewerId })]);
  const kind = org && (org.IsSandbox ? "sandbox" : "production");
  return {
    name: org?.Name ?? name,
    kind: kind ?? null,
    username: person?.Username ?? null,
    address: new URL(instanceUrl).origin
  };
}

import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { MarketingCloudRequest } from "../marketing-cloud/request.ts";
import { connectedAccount } from "../queries/connected-account.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";
import { organization } from "../queries/organization.ts";
import { apiUserOf } from "./api-user.ts";
import { connectedAccountOf } from "./connected-account.ts";

/** What has to be known to ask Marketing Cloud. */
export const REQUEST_QUERIES = [organization, connectorConfiguration, connectedAccount];

/** @returns what to ask of Marketing Cloud; undefined where the org or the API user is not known */
export function marketingCloudRequest(given: { readonly evidence: Evidence }): MarketingCloudRequest | undefined {
  const [org] = rowsOf(given.evidence, organization);
  const user = apiUserOf(given);
  return org && user !== undefined ? { orgId: org.Id, user, account: connectedAccountOf(given) ?? null } : undefined;
}

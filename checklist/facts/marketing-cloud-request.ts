import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { MarketingCloudAnswer } from "../marketing-cloud/answer.ts";
import { isOfAccount, isSameUser, type MarketingCloudRequest } from "../marketing-cloud/request.ts";
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

/** @returns of what Marketing Cloud said, what is about the user and the account that the org names now: the newest */
export function newestAnswer(
  answers: readonly MarketingCloudAnswer[],
  given: { readonly evidence: Evidence }
): MarketingCloudAnswer | undefined {
  const request = marketingCloudRequest(given);
  if (!request) return undefined;
  const [newest] = answers
    .filter((answer) => isSameUser(answer.asked, request.user) && isOfAccount(request, answer))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return newest;
}

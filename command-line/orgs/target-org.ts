import { AuthInfo, ConfigAggregator, Connection, Messages, StateAggregator } from "@salesforce/core";
import { restGet } from "../evidence/rest-query.ts";
import { TransportError } from "../evidence/transport.ts";
import { OrgError, orgError } from "./org-error.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.org");

/** What the published types behind our queries were tried with. */
export const API_VERSION = "66.0";

const SECONDS = 30;

/** An org that somebody is signed in to. */
export interface TargetOrg {
  /** What the org was called by. */
  readonly name: string;
  readonly connection: Connection;
  readonly orgId: string;
  /** The Id of the person who is signed in. */
  readonly viewerId: string;
}

/** @returns what to call an org: an access token must not be shown, so that its org goes by its address */
export const nameOf = (target: string): string =>
  /^00D\w{12,15}!/.test(target) ? (process.env.SF_ORG_INSTANCE_URL ?? "the org of the access token") : target;

/**
 * @returns the org to check when none is named: the default one, as for every sf command; else the one that the
 * environment holds a token for, where nothing of the Salesforce CLI is installed
 * @throws {OrgError} there is neither
 */
export async function defaultTarget(): Promise<string> {
  const config = await ConfigAggregator.create();
  const target = config.getPropertyValue("target-org");
  if (typeof target === "string" && target !== "") return target;
  if (process.env.SF_ACCESS_TOKEN) return process.env.SF_ACCESS_TOKEN;
  throw new OrgError(messages.getMessage("error.no-target"));
}

/**
 * Signs in with what the Salesforce CLI keeps, and asks who that is: one request, which also tells whether the login is
 * still good.
 * @param target an alias, a username, or an access token of SF_ORG_INSTANCE_URL
 * @throws {OrgError} says what to do
 */
export async function connectTo(target: string, apiVersion: string = API_VERSION): Promise<TargetOrg> {
  const name = nameOf(target);
  try {
    const { aliases } = await StateAggregator.getInstance();
    const authInfo = await AuthInfo.create({ username: aliases.resolveUsername(target) });
    // A version of its own keeps the connection from asking the org for one.
    const connection = await Connection.create({ authInfo, connectionOptions: { version: apiVersion } });
    return { name, connection, ...(await identityOf(connection)) };
  } catch (error) {
    throw orgError(name, error);
  }
}

/** Source: REST API Developer Guide, "Resources by Version": `identity` ends with the Ids of the org and of the user. */
async function identityOf(connection: Connection): Promise<Pick<TargetOrg, "orgId" | "viewerId">> {
  const { identity } = (await restGet(connection, "/", SECONDS)) as { identity?: unknown };
  const [, orgId, viewerId] = /\/(00D\w{12,15})\/(005\w{12,15})$/.exec(String(identity)) ?? [];
  if (orgId === undefined || viewerId === undefined)
    throw new TransportError("MALFORMED_ANSWER", "The answer does not tell who is signed in.");
  return { orgId, viewerId };
}

import { AuthInfo, Connection } from "@salesforce/core";
import { restGet } from "../evidence/rest-query.ts";
import { TransportError } from "../evidence/transport.ts";
import { orgError } from "./org-error.ts";
import type { Target } from "./target.ts";

/** What the published types behind our queries were tried with. */
export const API_VERSION = "66.0";

const SECONDS = 30;

/** An org that somebody is signed in to. */
export interface TargetOrg extends Target {
  readonly connection: Connection;
  readonly orgId: string;
  /** The Id of the person who is signed in. */
  readonly viewerId: string;
}

/**
 * Signs in, and asks who that is: one request, which also tells whether the login is still good.
 * @throws {OrgError} says what to do
 */
export async function connectTo(target: Target, apiVersion: string = API_VERSION): Promise<TargetOrg> {
  let connection: Connection | undefined;
  try {
    // A version of its own keeps the connection from asking the org for one.
    connection = await Connection.create({
      authInfo: await authInfoOf(target),
      connectionOptions: { version: apiVersion }
    });
    return { ...target, connection, ...(await identityOf(connection)) };
  } catch (error) {
    throw orgError({ ...target, connection }, error);
  }
}

function authInfoOf({ name, login, tokenFrom }: Target): Promise<AuthInfo> {
  if (tokenFrom === undefined) return AuthInfo.create({ username: login });
  const accessTokenOptions = { accessToken: login, instanceUrl: name, loginUrl: name };
  return AuthInfo.create({ username: login, accessTokenOptions });
}

/** Source: REST API Developer Guide, "Resources by Version": `identity` ends with the Ids of the org and of the user. */
async function identityOf(connection: Connection): Promise<Pick<TargetOrg, "orgId" | "viewerId">> {
  const { identity } = (await restGet(connection, "/", SECONDS)) as { identity?: unknown };
  const [, orgId, viewerId] = /\/(00D\w{12,15})\/(005\w{12,15})$/.exec(String(identity)) ?? [];
  if (orgId === undefined || viewerId === undefined)
    throw new TransportError("MALFORMED_ANSWER", "The answer does not tell who is signed in.");
  return { orgId, viewerId };
}

import type { Connection } from "@salesforce/core";
import { API_VERSION, type EmbeddedOrg } from "./org.ts";

/**
 * Read by @salesforce/core when it loads: state and keys stay in memory instead of the home directory, no keychain is
 * asked, nothing is logged to a file or to stdout, nothing is reported to anybody.
 * Source: Salesforce CLI Setup Guide, "Environment Variables"; FORCE_MEMFS: lib/fs/fs.js of @salesforce/core.
 */
const KEEP_TO_ITSELF = {
  FORCE_MEMFS: "true",
  SF_USE_GENERIC_UNIX_KEYCHAIN: "true",
  SF_DISABLE_LOG_FILE: "true",
  SF_LOG_STDERR: "true",
  SF_DISABLE_TELEMETRY: "true",
  // oclif tells that Salesforce's own CLI needs a later Node; what is used here was tried on this one.
  OCLIF_DISABLE_ENGINE_WARNING: "true"
};

/** To be called before @salesforce/core is loaded. */
export const keepToItself = (): void => void Object.assign(process.env, KEEP_TO_ITSELF);

/** @returns a connection to an embedded org, made with its access token and kept nowhere */
export async function connectTo({ url, accessToken }: Pick<EmbeddedOrg, "url" | "accessToken">): Promise<Connection> {
  keepToItself();
  const { AuthInfo, Connection } = await import("@salesforce/core");
  const authInfo = await AuthInfo.create({
    username: accessToken,
    accessTokenOptions: { accessToken, instanceUrl: url, loginUrl: url }
  });
  // A version of its own keeps the connection from asking for one, which a proxy in the environment would break.
  return Connection.create({ authInfo, connectionOptions: { version: API_VERSION } });
}

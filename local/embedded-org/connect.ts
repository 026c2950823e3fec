import type { Connection } from "@salesforce/core";
import { API_VERSION, type EmbeddedOrg } from "./org.ts";

/**
 * Settings that @salesforce/core reads when it loads: state and keys stay in memory instead of the home directory, the
 * keychain is not used, nothing is logged to a file or to stdout, and no telemetry is sent.
 * Source: Salesforce CLI Setup Guide, "Environment Variables"; FORCE_MEMFS: lib/fs/fs.js of @salesforce/core.
 */
const KEEP_TO_ITSELF = {
  FORCE_MEMFS: "true",
  SF_USE_GENERIC_UNIX_KEYCHAIN: "true",
  SF_DISABLE_LOG_FILE: "true",
  SF_LOG_STDERR: "true",
  SF_DISABLE_TELEMETRY: "true",
  // oclif warns that Salesforce's own CLI needs a later Node. Our tests run on the oldest that we support.
  OCLIF_DISABLE_ENGINE_WARNING: "true"
};

/** Call this before @salesforce/core loads. */
export const keepToItself = (): void => void Object.assign(process.env, KEEP_TO_ITSELF);

/**
 * @returns whether a warning is the one of @salesforce/core about an address without TLS, as an embedded org's is. It is given
 * beside what runs, without waiting (`SfdcUrl`), so a later command may get it: no test may count it.
 */
export const isAboutHttp = (warning: unknown): boolean => String(warning).startsWith("Using insecure protocol: http:");

/** @returns a connection to an embedded org with its access token, which is not stored */
export async function connectTo({ url, accessToken }: Pick<EmbeddedOrg, "url" | "accessToken">): Promise<Connection> {
  keepToItself();
  const { AuthInfo, Connection } = await import("@salesforce/core");
  const authInfo = await AuthInfo.create({
    username: accessToken,
    accessTokenOptions: { accessToken, instanceUrl: url, loginUrl: url }
  });
  // Without a version, the connection would request the list of versions, which fails behind a proxy.
  return Connection.create({ authInfo, connectionOptions: { version: API_VERSION } });
}

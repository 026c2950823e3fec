import { z } from "zod";
import { fetchText, TransportError } from "../evidence/transport.ts";
import { MarketingCloudError } from "./marketing-cloud-error.ts";
import type { MarketingCloudSettings } from "./settings.ts";

/** A login to Marketing Cloud. */
export interface MarketingCloudSession {
  readonly soapUrl: string;
  readonly token: string;
  /** MID of the business unit in which is asked. */
  readonly account: string;
  /** MID of the top-level business unit. */
  readonly enterprise: string;
  /** Rights of the installed package that change or send something. */
  readonly needlessRights: readonly string[];
}

/** Milliseconds for one request, its answer included. */
const TIMEOUT = 30_000;

/** Source: Marketing Cloud API, "POST /v2/token" for server-to-server integrations. */
const TOKEN = z.object({
  // An error about a header repeats what can't stand in one.
  access_token: z.string().regex(/^[\x21-\x7e]+$/),
  soap_instance_url: z.url(),
  scope: z.string().optional()
});

const MID = z.union([z.int(), z.string().regex(/^\d+$/)]).transform(String);
/** Source: Marketing Cloud API, "GET /v2/userinfo". */
const USER_INFO = z.object({ organization: z.object({ member_id: MID, enterprise_id: MID }) });

/** What an installed package may do that reading users never needs, by the ends of its scopes. */
const NEEDLESS = /_(?:write|send|publish|execute|delete|create|update|deploy|rotate|revoke|configure)$/;

/**
 * Signs in with client credentials, and asks who that is.
 * @throws {MarketingCloudError} it was refused, or what came is no answer of Marketing Cloud
 */
export async function connect(settings: MarketingCloudSettings): Promise<MarketingCloudSession> {
  const { authUrl, clientId, clientSecret, accountId } = settings;
  const body = {
    grant_type: "client_credentials",
    client_id: clientId,
    client_secret: clientSecret,
    ...(accountId === undefined ? {} : { account_id: accountId })
  };
  const token = await askJson(`${authUrl}/v2/token`, TOKEN, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body)
  });
  const soapUrl = soapUrlOf(token.soap_instance_url, authUrl);
  const { organization } = await askJson(`${authUrl}/v2/userinfo`, USER_INFO, {
    headers: { Authorization: `Bearer ${token.access_token}` }
  });
  return {
    soapUrl,
    token: token.access_token,
    account: organization.member_id,
    enterprise: organization.enterprise_id,
    needlessRights: (token.scope ?? "").split(/\s+/).filter((scope) => NEEDLESS.test(scope))
  };
}

/** @throws {MarketingCloudError} the token was to be sent to another company, or in the clear */
function soapUrlOf(address: string, authUrl: string): string {
  const { protocol, hostname, origin } = new URL(address);
  const isTheirs = protocol === "https:" && hostname.endsWith(".soap.marketingcloudapis.com");
  if (!isTheirs && origin !== authUrl) throw new MarketingCloudError("other-host");
  return `${origin}/Service.asmx`;
}

/**
 * Asks once.
 * @throws {MarketingCloudError} no whole answer came
 */
export async function ask(url: string, init: RequestInit): Promise<{ readonly status: number; readonly body: string }> {
  try {
    const { response, body } = await fetchText(url, init, AbortSignal.timeout(TIMEOUT), "no answer within 30 seconds");
    if (response.status === 429) throw new MarketingCloudError("rate-limit", "HTTP 429");
    return { status: response.status, body };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    const { errorCode, message } = error;
    throw errorCode === "MALFORMED_ANSWER"
      ? new MarketingCloudError("not-readable", message)
      : new MarketingCloudError("network", errorCode === "TIMEOUT" ? message : errorCode);
  }
}

async function askJson<Shape>(url: string, shape: z.ZodType<Shape>, init: RequestInit): Promise<Shape> {
  const { status, body } = await ask(url, init);
  if (status === 400 || status === 401 || status === 403)
    throw new MarketingCloudError("refused", `HTTP ${String(status)}`);
  const read = shape.safeParse(jsonOf(body));
  if (status !== 200 || !read.success)
    throw new MarketingCloudError("not-readable", `HTTP ${String(status)} from ${new URL(url).pathname}`);
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

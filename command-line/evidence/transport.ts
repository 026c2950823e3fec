import { PassThrough } from "node:stream";
import type { Connection } from "@salesforce/core";
import type { FaultCode } from "../../checklist/index.ts";
import { setOrgClock } from "./org-clock.ts";

type HttpRequest = Exclude<Parameters<Connection["request"]>[0], string>;

/** What a connection asks of its transport: an answer, and a stream of it that nobody here reads. */
type Exchange = Promise<HttpResponse> & { stream(): PassThrough };

interface HttpResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Transport {
  httpRequest(request: HttpRequest): Exchange;
}

/** A code of the network layer of Node or undici. Source: Node.js documentation, "Common system errors". */
type NetworkCode = `${"E" | "UND_ERR_" | "ERR_" | "CERT_"}${string}`;

/** No whole answer came. */
export class TransportError extends Error {
  readonly errorCode: FaultCode | NetworkCode;

  constructor(errorCode: FaultCode | NetworkCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.errorCode = errorCode;
  }
}

/**
 * Carries a connection's requests in place of jsforce's own transport, which loses the error when a body breaks off (the
 * process ends, or waits for ever) and which asks up to five times more where the org answers 500.
 * @param signal ends a request that takes too long; `timedOut` is the message then
 */
export function transportUntil(signal: AbortSignal, timedOut: string): Transport {
  return { httpRequest: (request) => Object.assign(exchange(request), { stream: () => new PassThrough() }) };

  async function exchange({ url, method, headers, body }: HttpRequest): Promise<HttpResponse> {
    // fetch counts a body's bytes by itself; with jsforce's count beside its own it refuses to send.
    const { "content-length": _counted, ...others } = headers ?? {};
    const init = { method, headers: others, ...(typeof body === "string" && { body }) };
    const { response, body: text } = await fetchText(url, init, signal, timedOut);
    setOrgClock(response);
    return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: text };
  }
}

/**
 * Asks once, through the proxy of the environment, and reads the answer to its end.
 * @param signal ends a request that takes too long; `timedOut` is the message then
 * @throws {TransportError} no whole answer came
 */
export async function fetchText(
  url: string,
  init: RequestInit,
  signal: AbortSignal,
  timedOut: string
): Promise<{ readonly response: Response; readonly body: string }> {
  let response: Response | undefined;
  try {
    const proxy = await proxyOfEnvironment();
    response = await fetchOnHost(url, { ...init, signal, redirect: "manual", ...proxy });
    return { response, body: await textOf(response) };
  } catch (error) {
    if (error instanceof TransportError) throw error;
    if (signal.aborted) throw new TransportError("TIMEOUT", timedOut, error);
    if (response) throw new TransportError("MALFORMED_ANSWER", "The answer broke off.", error);
    const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    throw new TransportError((code as NetworkCode | undefined) ?? "NETWORK", message, error);
  }
}

const MOST_REDIRECTS = 5;

/** Follows a redirect on the same host only: the access token goes with it, and another host's answer says nothing of the org. */
async function fetchOnHost(url: string, init: RequestInit): Promise<Response> {
  let address = new URL(url);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await fetch(address, init);
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    const next = new URL(location, address);
    if (next.origin !== address.origin)
      throw new TransportError("MALFORMED_ANSWER", `The answer redirects to another host: ${next.host}.`);
    address = next;
  }
  throw new TransportError("MALFORMED_ANSWER", "The answer redirects again and again.");
}

/** A page of a query has up to 2,000 rows, and a saved report a few megabytes. */
const MOST_BYTES = 50_000_000;

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of (response.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) throw new TransportError("MALFORMED_ANSWER", "The answer is too large.");
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

const agents = new Map<string, Promise<RequestInit>>();

/**
 * Node's fetch looks at no environment. Salesforce CLI Setup Guide, "Use the CLI from Behind a Company Firewall or Web
 * Proxy": HTTP_PROXY, HTTPS_PROXY, NO_PROXY. An embedded org is on this machine, and never behind a proxy.
 */
function proxyOfEnvironment(): Promise<RequestInit> | undefined {
  const of = (name: string): string | undefined => process.env[name.toLowerCase()] ?? process.env[name];
  const [httpProxy, httpsProxy] = [of("HTTP_PROXY"), of("HTTPS_PROXY")];
  if (!httpProxy && !httpsProxy) return undefined;
  const noProxy = [of("NO_PROXY"), "127.0.0.1", "localhost"].filter(Boolean).join(",");
  const key = [httpProxy, httpsProxy, noProxy].join(" ");
  const agent =
    agents.get(key) ?? agentFor({ noProxy, ...(httpProxy && { httpProxy }), ...(httpsProxy && { httpsProxy }) });
  agents.set(key, agent);
  return agent;
}

async function agentFor(proxies: Record<"noProxy", string> & Partial<Record<"httpProxy" | "httpsProxy", string>>) {
  const { EnvHttpProxyAgent } = await import("undici");
  return { dispatcher: new EnvHttpProxyAgent(proxies) } as RequestInit;
}

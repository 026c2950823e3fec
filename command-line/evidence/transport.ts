import { PassThrough } from "node:stream";
import type { Connection } from "@salesforce/core";

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

/** No whole answer came. `code` as Node's network layer has it, `TIMEOUT` or `MALFORMED_ANSWER`. */
export class TransportError extends Error {
  readonly errorCode: string;

  constructor(errorCode: string, message: string, cause?: unknown) {
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

  async function exchange({ url, method, headers }: HttpRequest): Promise<HttpResponse> {
    let response: Response | undefined;
    try {
      const proxy = await proxyOfEnvironment();
      response = await fetch(url, { method, signal, ...(headers ? { headers } : {}), ...proxy });
      const body = await response.text();
      return { statusCode: response.status, headers: Object.fromEntries(response.headers), body };
    } catch (error) {
      if (signal.aborted) throw new TransportError("TIMEOUT", timedOut, error);
      if (response) throw new TransportError("MALFORMED_ANSWER", "The answer broke off.", error);
      const { code, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
      throw new TransportError(code ?? "NETWORK", message, error);
    }
  }
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
  const { default: undici } = await import("undici");
  return { dispatcher: new undici.EnvHttpProxyAgent(proxies) } as RequestInit;
}

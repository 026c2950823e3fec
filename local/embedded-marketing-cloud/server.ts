import { randomBytes } from "node:crypto";
import type { FastifyReply } from "fastify";
import { listenFrom, loopbackServer } from "../loopback.ts";
import { topOf, type Account } from "./account.ts";
import { envelope, fault, readRequest, rowsFor, type RetrieveRequest } from "./soap.ts";

export interface EmbeddedMarketingCloud {
  /** In place of a subdomain. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

/** For tests: what the server says in place of its own answer. */
export type Answer =
  { readonly status: number; readonly body: string; readonly type?: string } | "break-off" | undefined;

export interface MarketingCloudOptions {
  readonly account: Account;
  readonly port?: number;
  /** Rights of the installed package. */
  readonly scope?: string;
  /** MID of the business unit of the installed package; by default the top-level one. */
  readonly member?: string;
  readonly answer?: (path: string, request: RetrieveRequest | undefined) => Answer;
}

/**
 * Starts a Marketing Cloud over the `marketingCloud` part of a scenario, on the loopback interface only: the token
 * endpoint, userinfo, and Retrieve of the SOAP service.
 * @throws {Error} no port is free
 */
export async function startMarketingCloud({
  account,
  port = 0,
  scope = "users_read",
  member,
  answer = () => undefined
}: MarketingCloudOptions): Promise<EmbeddedMarketingCloud> {
  const [clientId, clientSecret, token] = [8, 16, 24].map((bytes) => randomBytes(bytes).toString("hex")) as [
    string,
    string,
    string
  ];
  const app = loopbackServer();
  app.addContentTypeParser("text/xml", { parseAs: "string" }, (_request, text, done) => {
    done(null, text);
  });

  const url = (): string => {
    const address = app.server.address();
    return `http://127.0.0.1:${String(typeof address === "object" && address ? address.port : port)}`;
  };
  const instead = async (reply: FastifyReply, path: string, request?: RetrieveRequest): Promise<boolean> => {
    const other = answer(path, request);
    if (!other) return false;
    if (other === "break-off") {
      reply.raw.writeHead(200, { "content-type": "text/xml", "content-length": "1000" });
      reply.raw.write("<soap:Envelope");
      reply.raw.socket?.destroySoon();
      reply.hijack();
      return true;
    }
    await reply
      .code(other.status)
      .type(other.type ?? "application/json")
      .send(other.body);
    return true;
  };

  app.post<{ Body: Record<string, unknown> }>("/v2/token", async (request, reply) => {
    if (await instead(reply, "/v2/token")) return reply;
    if (request.body.client_id !== clientId || request.body.client_secret !== clientSecret)
      return reply.code(401).send({ error: "invalid_client", error_description: "Client authentication failed." });
    return { access_token: token, token_type: "Bearer", expires_in: 1079, scope, soap_instance_url: `${url()}/` };
  });
  app.get("/v2/userinfo", async (request, reply) => {
    if (await instead(reply, "/v2/userinfo")) return reply;
    if (request.headers.authorization !== `Bearer ${token}`) return reply.code(401).send({ message: "Not Authorized" });
    const enterprise = Number(topOf(account));
    return { organization: { member_id: Number(member ?? enterprise), enterprise_id: enterprise } };
  });
  app.post<{ Body: string }>("/Service.asmx", async (request, reply) => {
    const asked = readRequest(request.body);
    if (await instead(reply, "/Service.asmx", asked)) return reply;
    void reply.type("text/xml; charset=utf-8");
    if (asked?.token !== token) return reply.code(500).send(fault("Token Expired"));
    const rows = rowsFor(asked, account);
    return typeof rows === "string" ? envelope(rows, [], asked.object) : envelope("OK", rows, asked.object);
  });

  await listenFrom(app, port);
  return { url: url(), clientId, clientSecret, close: () => app.close() };
}

import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import { loopbackServer } from "../loopback.ts";
import { answer, type Disturb, type InjectFault, type Write } from "./fault.ts";
import { objectsIn, runGraphs } from "./graph.ts";
import { identity, userInfo } from "./identity.ts";
import { Queries } from "./queries.ts";
import { addRecordRoutes } from "./record-routes.ts";
import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";
import { checkFullNames } from "./tooling.ts";
import { Writes } from "./writes.ts";

export interface ApiOptions {
  readonly scenario: Scenario;
  readonly accessToken: string;
  readonly injectFault: InjectFault;
  readonly disturb: Disturb;
}

/** The supported versions; the published types are those of 65. Source: "API End-of-Life Policy". */
const [OLDEST, NEWEST] = [31, 66];
const VERSIONS = Array.from({ length: NEWEST - OLDEST + 1 }, (_, i) => `${String(OLDEST + i)}.0`);
/** The newest version, which clients use by default. */
export const API_VERSION = `${String(NEWEST)}.0`;

/** Source: Salesforce Developer Limits and Allocations, "URI and header length" (about 16,000 characters). */
const LONGEST_ADDRESS = 16_000;
const TOO_LONG = "<h1>Bad Message 414</h1><pre>reason: URI Too Long</pre>";
const DAILY_REQUESTS = 100_000;

type Versioned = FastifyRequest<{
  Params: { version: string; locator: string };
  Querystring: { q?: string; columns?: string };
}>;

/** @returns the REST API of one org, not yet listening */
export function createApi({ scenario, accessToken, injectFault, disturb }: ApiOptions): FastifyInstance {
  const app = loopbackServer({
    // Node's own limit for headers is lower than the platform's for addresses.
    http: { maxHeaderSize: 131_072 },
    // sf keeps a slash at the end of an instance URL.
    routerOptions: { ignoreDuplicateSlashes: true, ignoreTrailingSlash: true }
  });
  const queries = new Queries(scenario);
  const tooling = new Queries({ ...scenario, schema: scenario.tooling });
  const writes = new Writes(scenario);
  const closing = new AbortController();
  let requests = 0;

  app.addHook("preClose", (done) => {
    closing.abort();
    done();
  });
  app.addHook("onRequest", async (request, reply) => {
    if (request.raw.url && request.raw.url.length > LONGEST_ADDRESS) {
      await reply.code(414).type("text/html;charset=iso-8859-1").send(TOO_LONG);
    }
  });
  app.addContentTypeParser("application/json", { parseAs: "string" }, (_request, text, done) => {
    try {
      // Clients send the content type with an empty body, too.
      done(null, text === "" ? undefined : JSON.parse(String(text)));
    } catch (error) {
      done(new RestError("JSON_PARSER_ERROR", (error as Error).message));
    }
  });
  app.setErrorHandler((error, _request, reply) => {
    const known = error instanceof RestError ? error : unexpected(error as FastifyError);
    return reply.code(known.status).send(known.body);
  });
  app.setNotFoundHandler(({ method }) => {
    throw new RestError(method === "GET" || method === "HEAD" ? "NOT_FOUND" : "METHOD_NOT_ALLOWED");
  });

  app.get("/services/data", () =>
    VERSIONS.map((version) => ({ label: `Version ${version}`, url: `/services/data/v${version}`, version }))
  );

  app.register((api, _options, done) => {
    const origin = (request: FastifyRequest): string => `http://${request.host}`;
    const address = ({ params }: Versioned): string => `/services/data/${params.version}`;

    api.addHook("onRequest", ({ headers, params }, _reply, next) => {
      requests++;
      const { version } = params as { version?: string };
      if (headers.authorization !== `Bearer ${accessToken}`) next(new RestError("INVALID_SESSION_ID"));
      else if (version !== undefined && !VERSIONS.includes(version.slice(1))) next(new RestError("NOT_FOUND"));
      else next();
    });

    const cut = new WeakSet<FastifyRequest>();
    api.addHook("preHandler", (request, _reply, next) => {
      const write = writeOf(request);
      const fault = write && disturb(write);
      if (fault === "CUT") cut.add(request);
      next(fault === undefined || fault === "CUT" ? undefined : new RestError(fault));
    });
    // What was asked for is done.
    api.addHook("onSend", (request, _reply, _payload, next) => {
      if (cut.has(request)) request.raw.socket.destroy();
      next();
    });

    api.get("/services/oauth2/userinfo", (request) => userInfo(scenario, origin(request)));
    api.get(`/id/${scenario.organizationId}/${scenario.viewerId}`, (request) => identity(scenario, origin(request)));

    api.get("/services/data/:version", (request: Versioned) => ({
      ...Object.fromEntries(
        ["sobjects", "query", "queryAll", "limits", "composite"].map((name) => [name, `${address(request)}/${name}`])
      ),
      identity: userInfo(scenario, origin(request)).sub
    }));
    api.get("/services/data/:version/limits", () => ({
      DailyApiRequests: { Max: DAILY_REQUESTS, Remaining: Math.max(0, DAILY_REQUESTS - requests) }
    }));
    for (const resource of ["query", "queryAll"]) {
      api.get(`/services/data/:version/${resource}`, (request: Versioned, reply) => {
        const soql = request.query.q;
        if (!soql) throw new RestError("MALFORMED_QUERY", "The parameter q with a query is required.");
        const fault = injectFault(soql);
        const query = queries.ask(soql, address(request));
        // Not in the REST guide: sf asks for the columns of the table that it prints.
        const body = () => (request.query.columns ? { columnMetadata: query.columns } : query.page());
        return answer(reply, fault ?? query.unavailable, body, closing.signal);
      });
      api.get(`/services/data/:version/${resource}/:locator`, (request: Versioned) =>
        queries.next(request.params.locator, address(request))
      );
    }
    api.get("/services/data/:version/tooling/query", (request: Versioned, reply) => {
      const soql = request.query.q ?? "";
      const query = tooling.ask(soql, `${address(request)}/tooling`);
      const page = query.page();
      checkFullNames(soql, page);
      return answer(reply, injectFault(soql) ?? query.unavailable, () => page, closing.signal);
    });
    addRecordRoutes(api, { scenario, queries, writes });
    api.post("/services/data/:version/composite/graph", ({ body }) => runGraphs(body, scenario, writes));
    done();
  });
  return app;
}

function writeOf({ method, params, body }: FastifyRequest): Write | undefined {
  if (method === "GET" || method === "HEAD") return undefined;
  const { object } = params as { object?: string };
  return { method, objects: object === undefined ? objectsIn(body) : [object] };
}

function unexpected(error: FastifyError): RestError {
  if (error.code === "FST_ERR_CTP_INVALID_MEDIA_TYPE") return new RestError("UNSUPPORTED_MEDIA_TYPE");
  if (error.code === "FST_ERR_CTP_BODY_TOO_LARGE") return new RestError("REQUEST_TOO_LARGE");
  return new RestError("UNKNOWN_EXCEPTION", String(error));
}

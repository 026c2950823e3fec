import type { FastifyInstance } from "fastify";

/** Stand-ins for Apex methods, by `Class.method`. A method that throws answers as one that threw in Apex. */
export type ApexMethods = Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Promise<unknown>>>;

interface Call {
  readonly Params: { readonly method: string };
  readonly Querystring: { readonly scenario?: string };
  readonly Body: Readonly<Record<string, unknown>> | null;
}

/**
 * Serves `POST /apex/<Class>.<method>`. Answers HTTP 200 with a state, as an org does: an error that a component
 * handles is no broken request in the browser's console.
 */
export function addApex(server: FastifyInstance, methodsOf: (scenario?: string) => Promise<ApexMethods>): void {
  server.post<Call>("/apex/:method", async ({ params: { method }, query: { scenario }, body }) => {
    try {
      const methods = await methodsOf(scenario);
      const call = Object.hasOwn(methods, method) ? methods[method] : undefined;
      if (!call) throw new Error(`There is no Apex method ${method}.`);
      return { state: "SUCCESS", returnValue: await call(body ?? {}) };
    } catch (error) {
      return { state: "ERROR", error: { message: error instanceof Error ? error.message : String(error) } };
    }
  });
}

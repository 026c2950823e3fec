import { context } from "./context.ts";

type Reply =
  | { readonly state: "SUCCESS"; readonly returnValue: unknown }
  | { readonly state: "ERROR"; readonly error: { readonly message: string } };

/**
 * What `@salesforce/apex/Class.method` is in an org: a function that answers with the method's value, and throws
 * `{ status, body: { message } }` where the method threw.
 */
export const apexMethod =
  (name: string) =>
  async (params: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
    const response = await fetch(`/apex/${name}?scenario=${encodeURIComponent(context.scenario)}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(params)
    });
    const { status, statusText } = response;
    if (!response.ok) throw refusal(status, statusText, await response.text());
    const reply = (await response.json()) as Reply;
    if (reply.state === "ERROR") throw refusal(500, "Server Error", reply.error.message);
    return reply.returnValue;
  };

// An org throws an object of this shape, not an Error.
const refusal = (status: number, statusText: string, message: string): Error =>
  Object.assign(new Error(message), { ok: false, status, statusText, body: { message } });

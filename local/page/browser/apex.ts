import { context } from "./context.ts";

type Reply =
  | { readonly state: "SUCCESS"; readonly returnValue: unknown }
  | { readonly state: "ERROR"; readonly error: { readonly message: string } };

/**
 * The function that `@salesforce/apex/Class.method` is in an org: it returns the method's value, and throws
 * `{ status, body: { message } }` if the method threw.
 */
export const apexMethod =
  (name: string) =>
  async (params: Readonly<Record<string, unknown>> = {}): Promise<unknown> => {
    const reply = await replyTo(name, params);
    if (reply.state === "ERROR") throw refusal(500, "Server Error", reply.error.message);
    return reply.returnValue;
  };

async function replyTo(name: string, params: Readonly<Record<string, unknown>>): Promise<Reply> {
  const response = await fetch(`/apex/${name}?scenario=${encodeURIComponent(context.scenario)}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(params)
  }).catch(() => {
    throw refusal(0, "", "The connection to Salesforce was lost.");
  });
  const { ok, status, statusText } = response;
  if (!ok) throw refusal(status, statusText, `Salesforce answered HTTP ${status} and gave no reason.`);
  return response.json().catch(() => {
    throw refusal(status, statusText, "Salesforce's answer did not arrive whole.");
  }) as Promise<Reply>;
}

// An org throws an object of this shape, not an Error.
const refusal = (status: number, statusText: string, message: string): Error =>
  Object.assign(new Error(message), { ok: false, status, statusText, body: { message } });

import { setTimeout as wait } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import { RestError } from "./rest-error.ts";

/**
 * Consulted on every query: how it goes wrong, if it does. `TIMEOUT` never answers, `SLOW` answers late, `CUT` closes
 * the connection after half a body, `HTML` answers a page; anything else is the error code that the org answers.
 */
export type Disturb = (soql: string) => "TIMEOUT" | "SLOW" | "CUT" | "HTML" | (string & {}) | undefined;

/** Longer than the eight seconds after which the wizard tells that it takes long. */
const SLOW_MS = 9000;

const PAGE =
  "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We'll be back soon</h1></body></html>";

/**
 * Answers a query, well or in the way that a sick org does.
 * @param kind what `Disturb` or a scenario's `unavailable` says; undefined answers well
 * @param closing aborts a slow answer
 * @throws {RestError} any kind that is an error code
 */
export async function answer(
  reply: FastifyReply,
  kind: string | undefined,
  body: () => unknown,
  closing: AbortSignal
): Promise<unknown> {
  switch (kind) {
    case undefined:
      return body();
    case "TIMEOUT":
      return reply.hijack();
    case "SLOW":
      await wait(SLOW_MS, undefined, { signal: closing });
      return body();
    case "HTML":
      return reply.type("text/html;charset=UTF-8").send(PAGE);
    case "CUT":
      return cut(reply, JSON.stringify(body()));
    default:
      throw new RestError(kind);
  }
}

function cut(reply: FastifyReply, body: string): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { "content-type": "application/json;charset=UTF-8", "content-length": Buffer.byteLength(body) });
  raw.write(body.slice(0, body.length / 2), () => raw.destroy());
  return reply;
}

import { setTimeout as wait } from "node:timers/promises";
import type { FastifyReply } from "fastify";
import { RestError } from "./rest-error.ts";

/**
 * How a query fails: `TIMEOUT` never answers, `SLOW` answers late, `CUT` closes the connection after half a body, `HTML`
 * answers a page; anything else is the error code that the org answers.
 */
export type Fault = "TIMEOUT" | "SLOW" | "CUT" | "HTML" | (string & {});

/** Called for every query. @returns undefined for a query that succeeds */
export type InjectFault = (soql: string) => Fault | undefined;

/** A request that writes. */
export interface Write {
  readonly method: string;
  /** The objects whose records it writes. */
  readonly objects: readonly string[];
}

/**
 * Called for each request that writes. `CUT` does it, and closes the connection before the answer; anything else is the error
 * code that the org answers, and nothing is done. @returns undefined for one that succeeds
 */
export type Disturb = (write: Write) => string | undefined;

/** More than the eight seconds after which the wizard says that a query is slow. */
const SLOW_MS = 9000;

const PAGE =
  "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>We'll be back soon</h1></body></html>";

/**
 * Answers a query, with a fault or without.
 * @param closing aborts a slow answer
 * @throws {RestError} any fault that is an error code
 */
export async function answer(
  reply: FastifyReply,
  fault: Fault | undefined,
  body: () => unknown,
  closing: AbortSignal
): Promise<unknown> {
  switch (fault) {
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
      return cutOff(reply, JSON.stringify(body()));
    default:
      throw new RestError(fault);
  }
}

function cutOff(reply: FastifyReply, body: string): FastifyReply {
  reply.hijack();
  const { raw } = reply;
  raw.writeHead(200, { "content-type": "application/json;charset=UTF-8", "content-length": Buffer.byteLength(body) });
  raw.write(body.slice(0, body.length / 2), () => raw.destroy());
  return reply;
}

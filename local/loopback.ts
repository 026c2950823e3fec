import type { Server } from "node:http";
import fastify, { type FastifyHttpOptions, type FastifyInstance } from "fastify";

const HOST = "127.0.0.1";
const PORTS_TRIED = 50;
const LAST_PORT = 65_535;

/** A request may be no larger and take no longer to arrive than this. */
const LIMITS = {
  // Source: REST API Developer Guide, "Insert or Update Blob Data": 50 MB for a request that is not multipart.
  bodyLimit: 50_000_000,
  requestTimeout: 30_000
};

/** @returns a server with limits for its requests, which closes without waiting for its clients */
export const loopbackServer = ({
  requestTimeout = LIMITS.requestTimeout,
  http,
  ...options
}: FastifyHttpOptions<Server> = {}): FastifyInstance =>
  fastify({
    forceCloseConnections: true,
    ...LIMITS,
    requestTimeout,
    // Node swaps the two where the headers have longer than the request: then a body would have the headers' 60 seconds.
    http: { headersTimeout: requestTimeout, ...http },
    ...options
  });

/**
 * Listens on 127.0.0.1, at the port or the next free one. 0 stands for any.
 * @returns the port in use
 * @throws {Error} none of the ports is free
 */
export async function listenFrom(server: FastifyInstance, port: number): Promise<number> {
  const last = Math.min(port + PORTS_TRIED - 1, LAST_PORT);
  for (let candidate = port; candidate <= last; candidate++) {
    try {
      await server.listen({ host: HOST, port: candidate });
      const address = server.server.address();
      return typeof address === "object" && address ? address.port : candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(`The ports ${port} to ${last} are all in use. Choose another with --port.`);
}

import type { FastifyInstance } from "fastify";

const TRIES = 50;

/**
 * Listens on 127.0.0.1, at the port or the next one that is free. 0 stands for any.
 * @returns the port it got
 * @throws {Error} when none of them is free
 */
export async function listenFrom(server: FastifyInstance, port: number): Promise<number> {
  for (let candidate = port; candidate < port + TRIES; candidate++) {
    try {
      await server.listen({ host: "127.0.0.1", port: candidate });
      const address = server.server.address();
      return typeof address === "object" && address ? address.port : candidate;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    }
  }
  throw new Error(
    `The ports ${String(port)} to ${String(port + TRIES - 1)} are all taken. Choose another with --port.`
  );
}

import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Refuses what does not come from a page of this server. A foreign name that is made to point at this machine (DNS
 * rebinding) shows in Host; a foreign page's request shows in Origin.
 */
export async function refuseStrangers(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const port = String(request.socket.localPort);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  const told = (header: string): string =>
    `Refused: this page answers to http://${hosts.join(" and http://")} only (${header}).`;
  if (host === undefined || !hosts.includes(host)) await reply.code(421).type("text/plain").send(told("Host"));
  else if (origin !== undefined && !hosts.some((ours) => origin === `http://${ours}`))
    await reply.code(403).type("text/plain").send(told("Origin"));
}

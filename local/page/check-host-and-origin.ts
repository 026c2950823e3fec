import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * Refuses requests that don't come from a page of this server. Host shows a foreign name that was pointed at this machine
 * (DNS rebinding); Origin shows the request of a foreign page.
 */
export async function checkHostAndOrigin(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const port = String(request.socket.localPort);
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = request.headers;
  const refusal = (header: string): string =>
    `Refused: this page answers to http://${hosts.join(" and http://")} only (${header}).`;
  if (host === undefined || !hosts.includes(host)) await reply.code(421).type("text/plain").send(refusal("Host"));
  else if (origin !== undefined && !hosts.some((ours) => origin === `http://${ours}`))
    await reply.code(403).type("text/plain").send(refusal("Origin"));
}

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

const CLOSED = "Refused: open the address that npm start printed.";
const USED =
  "Refused: this address was used already, and opens the page once, in one browser. " +
  "Stop npm start with Ctrl-C and run it again for a new address.";

/** 256 bits, in characters that need no escaping in a URL or a cookie. */
const secret = (): string => randomBytes(32).toString("base64url");

export interface OneTimeAccess {
  /** @returns the page's address with the token, which works once */
  readonly addressOf: (page: string) => string;
  /** A hook that refuses all requests except the first one with the token, and those of the browser that sent it. */
  readonly check: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
}

/**
 * Other users and programs of this machine can reach the port, too. So the page is shown only to the browser that sends
 * the token first, which gets a cookie. From then on the token is worthless: histories and process lists show it. Both
 * exist in memory only.
 */
export function oneTimeAccess(): OneTimeAccess {
  const [token, session] = [secret(), secret()];
  let isUsed = false;

  return {
    addressOf: (page) => `${page}?token=${token}`,
    check: async (request, reply) => {
      // Browsers send a host's cookies to each of its ports: two pages at once must not share a name.
      const name = `mcc-health-${String(request.socket.localPort)}`;
      const hasCookie = cookiesOf(request).some((cookie) => isSame(cookie, `${name}=${session}`));
      const refuse = (why: string) => reply.code(403).type("text/plain").header("cache-control", "no-store").send(why);

      if (!hasToken(request, token)) {
        if (!hasCookie) await refuse(CLOSED);
      } else if (isUsed && !hasCookie) {
        await refuse(USED);
      } else {
        isUsed = true;
        await reply
          .header("set-cookie", `${name}=${session}; HttpOnly; SameSite=Strict; Path=/`)
          .header("cache-control", "no-store")
          .redirect(withoutToken(request.url), 303);
      }
    }
  };
}

function hasToken({ method, url, query }: FastifyRequest, token: string): boolean {
  const { token: sent } = query as { readonly token?: unknown };
  return method === "GET" && url.startsWith("/?") && typeof sent === "string" && isSame(sent, token);
}

const cookiesOf = ({ headers }: FastifyRequest): string[] =>
  (headers.cookie ?? "").split(";").map((cookie) => cookie.trim());

/** Compares in constant time: neither the length nor the first difference can be measured. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function withoutToken(url: string): string {
  const query = new URLSearchParams(url.slice("/?".length));
  query.delete("token");
  return query.size ? `/?${query.toString()}` : "/";
}

import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";

const CLOSED = "Refused: open the address that npm start printed.";
const USED =
  "Refused: this address was used already, and opens the page once, in one browser. " +
  "Stop npm start with Ctrl-C and run it again for a new address.";

/** 256 bits, in characters that an address and a cookie take as they are. */
const secret = (): string => randomBytes(32).toString("base64url");

/** Lets one browser in. */
export interface Admission {
  /** @returns the address that lets in whoever opens it first */
  readonly addressOf: (page: string) => string;
  /** Refuses each request but that of the address, and those of the browser that opened it. */
  readonly admit: (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
}

/**
 * Other people and programs of this machine reach a port of it, too. So the page is shown to the browser that brings
 * the token first: a cookie tells it from then on, and the token, which stands in histories and in lists of processes,
 * is worth nothing any more. Both are in memory only.
 */
export function admission(): Admission {
  const [token, visit] = [secret(), secret()];
  let isUsed = false;

  return {
    addressOf: (page) => `${page}?token=${token}`,
    admit: async (request, reply) => {
      // A browser sends cookies of this machine to each port of it: two pages at once must not share a name.
      const name = `mcc-health-${String(request.socket.localPort)}`;
      const isIn = cookiesOf(request).some((cookie) => isSame(cookie, `${name}=${visit}`));
      const refuse = (why: string) => reply.code(403).type("text/plain").header("cache-control", "no-store").send(why);

      if (!bringsToken(request, token)) {
        if (!isIn) await refuse(CLOSED);
      } else if (isUsed && !isIn) {
        await refuse(USED);
      } else {
        isUsed = true;
        await reply
          .header("set-cookie", `${name}=${visit}; HttpOnly; SameSite=Strict; Path=/`)
          .header("cache-control", "no-store")
          .redirect(withoutToken(request.url), 303);
      }
    }
  };
}

function bringsToken({ method, url, query }: FastifyRequest, token: string): boolean {
  const { token: given } = query as { readonly token?: unknown };
  return method === "GET" && url.startsWith("/?") && typeof given === "string" && isSame(given, token);
}

const cookiesOf = ({ headers }: FastifyRequest): string[] =>
  (headers.cookie ?? "").split(";").map((cookie) => cookie.trim());

/** In a time that tells nothing: not where they differ, and not their length. */
const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

const digest = (text: string): Buffer => createHash("sha256").update(text).digest();

function withoutToken(url: string): string {
  const kept = new URLSearchParams(url.slice("/?".length));
  kept.delete("token");
  return kept.size ? `/?${kept.toString()}` : "/";
}

import { createServer, request, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { MarketingCloudSettings } from "../../command-line/marketing-cloud/settings.ts";
import { keepToItself } from "../../local/embedded-org/connect.ts";
import { seedHistory } from "../../local/embedded-org/history.ts";
import { startOrg, type EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import type { Page } from "../../local/page/server.ts";

/** A request that the org got: `GET /services/data/v66.0/query?q=…`. */
export type Heard = string;

/** An embedded org that stands in for a real one, with an ear in front of it. */
export interface HeardOrg {
  readonly org: EmbeddedOrg;
  /** The address behind which the ear is: what the page takes for the org's. */
  readonly address: string;
  /** Everything that the org was asked so far. */
  readonly heard: readonly Heard[];
  readonly close: () => Promise<void>;
}

export async function startHeardOrg(scenario: string): Promise<HeardOrg> {
  const org = await startOrg({ scenario: await seedHistory(await loadScenario(scenario)) });
  const heard: Heard[] = [];
  const ear = createServer((asked, answer) => {
    heard.push(`${String(asked.method)} ${String(asked.url)}`);
    const { method, headers } = asked;
    const onward = request(new URL(asked.url ?? "/", org.url), { method, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.once("error", () => answer.destroy());
    asked.pipe(onward);
  });
  await new Promise<void>((resolve) => ear.listen(0, "127.0.0.1", resolve));
  return {
    org,
    heard,
    address: `http://127.0.0.1:${String((ear.address() as AddressInfo).port)}`,
    close: async () => {
      ear.closeAllConnections();
      ear.close();
      await org.close();
    }
  };
}

/** Starts the local page on the org, signed in by its access token; nothing of this machine's own logins is touched. */
export async function startPageOn(
  { org, address }: HeardOrg,
  marketingCloud?: MarketingCloudSettings,
  port = 0
): Promise<Page> {
  keepToItself();
  process.env.SF_ORG_INSTANCE_URL = address;
  const { startRealOrg } = await import("../../local/page/real-org.ts");
  return startRealOrg({
    targetOrg: org.accessToken,
    port,
    say: () => undefined,
    ...(marketingCloud && { marketingCloud })
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

interface Question {
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** Asks as no browser does: any header, Host among them, and no cookie of itself. */
export const ask = (url: URL | string, { method = "GET", headers = {}, body }: Question = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = body === undefined ? headers : { "content-type": "application/json", ...headers };
    const asked = request(url, { method, headers: sent }, (response) => {
      text(response).then(
        (answer) => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: answer }),
        reject
      );
    });
    asked.once("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
  });

/** Opens the page's address, and @returns the cookie that lets in from then on */
export async function enter({ url }: Pick<Page, "url">): Promise<{ cookie: string }> {
  const { headers } = await ask(url);
  return { cookie: headers["set-cookie"]?.[0]?.split(";")[0] ?? "" };
}

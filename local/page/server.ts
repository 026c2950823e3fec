import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { PAGES, type AskedMarketingCloud, type MessageKey } from "../../checklist/index.ts";
import { BASE_LANGUAGE, readMessages } from "../../build/catalogue.ts";
import { DETAILS_RESOURCE, detailsFile } from "../../build/checklist.ts";
import { ON_DEMAND_RESOURCE, onDemandFile } from "../../build/on-demand.ts";
import { ROOT } from "../../build/project.ts";
import { listenFrom, loopbackServer } from "../loopback.ts";
import { addApex, type ApexMethods } from "./apex.ts";
import { appBundle, vendorBundle } from "./build/bundles.ts";
import { importMap } from "./build/modules.ts";
import { checkHostAndOrigin } from "./check-host-and-origin.ts";
import {
  ASK_MARKETING_CLOUD_URL,
  MARKETING_CLOUD_URL,
  resourceUrl,
  type Choice,
  type RealOrg,
  type Theme
} from "./context.ts";
import { elsewherePage, troublePage, wizardPage, type Scripts } from "./html.ts";
import { barTexts, languageChoices, languageFile, LANGUAGES_URL, lookingMessages } from "./languages.ts";
import { oneTimeAccess } from "./one-time-access.ts";

/** An org as the page needs it. */
export interface PageOrg {
  /** The Id of the person looking. */
  readonly viewerId: string;
  readonly apex: ApexMethods;
  /** What a Marketing Cloud admin would send back; absent where nobody plays one. */
  readonly marketingCloudAnswer?: () => Promise<string>;
  /** Asks Marketing Cloud about the user whom the org names; absent where nobody gave a credential. Never throws. */
  readonly askMarketingCloud?: () => Promise<AskedMarketingCloud>;
}

export interface PageOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** The first is shown by default. */
  readonly scenarios: readonly Choice[];
  /** Called whenever the page needs the org of a scenario, more than once for the same one. */
  readonly orgOf: (scenario: string) => Promise<PageOrg>;
  /** Present where the page shows a person's own org; then it opens in one browser only. */
  readonly realOrg?: RealOrg;
  /** Reports progress. */
  readonly say: (text: string) => void;
}

export interface Page {
  /** The address to open. For a real org, it works once; otherwise it ends with a slash. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Query {
  readonly scenario?: string;
  readonly language?: string;
  readonly theme?: string;
}

const LANGUAGE_COOKIE = "mcc-health-language";

const SLDS = join(ROOT, "node_modules/@salesforce-ux/design-system-2/dist/css/bundled");

/**
 * Builds the local page and serves it on 127.0.0.1, at `port` or the next free one.
 * @throws {Error} a component can't be built; names the place
 */
export async function startPage(options: PageOptions): Promise<Page> {
  const vendor = await vendorBundle(options.say);
  const app = await appBundle(options.say);
  const vendorPath = `/vendor/${basename(vendor)}/`;
  const appPath = `/app/${basename(app)}/`;

  const server = loopbackServer();
  server.addHook("onRequest", (_request, reply, next) => {
    // Sites that a link opens don't learn this page's address.
    void reply.header("referrer-policy", "no-referrer");
    next();
  });
  server.addHook("onRequest", checkHostAndOrigin);
  const access = options.realOrg && oneTimeAccess();
  if (access) server.addHook("onRequest", access.check);
  // These paths contain the hash of the content, so browsers may cache them forever.
  const forever = { immutable: true, maxAge: "1y" };
  await server.register(fastifyStatic, { root: vendor, prefix: vendorPath, ...forever });
  await server.register(fastifyStatic, { root: app, prefix: appPath, decorateReply: false, ...forever });
  await server.register(fastifyStatic, { root: SLDS, prefix: "/slds/", decorateReply: false });
  addApex(server, async (scenario) => (await options.orgOf(chosen(options.scenarios, scenario).value)).apex);
  addPages(server, options, { main: `${appPath}main.js`, ...importMap(vendorPath) });

  const port = await listenFrom(server, options.port);
  const url = `http://127.0.0.1:${String(port)}/`;
  return { url: access?.addressOf(url) ?? url, port, close: () => server.close() };
}

function addPages(server: FastifyInstance, { scenarios, orgOf, realOrg }: PageOptions, scripts: Scripts): void {
  server.get<{ Querystring: Query }>("/", async ({ query }, reply) => {
    void reply.type("text/html").header("cache-control", "no-store");
    const languages = languageChoices();
    const language = languages.find(({ value }) => value === query.language)?.value ?? BASE_LANGUAGE;
    const theme: Theme = query.theme === "dark" ? "dark" : "light";
    try {
      const scenario = chosen(scenarios, query.scenario).value;
      const { viewerId: userId, marketingCloudAnswer, askMarketingCloud } = await orgOf(scenario);
      const messages = realOrg ? lookingMessages(BASE_LANGUAGE) : {};
      const context = {
        scenario,
        scenarios,
        language,
        languages,
        theme,
        userId,
        bar: barTexts(language),
        messages,
        ...(marketingCloudAnswer && { hasMarketingCloud: true as const }),
        ...(askMarketingCloud && { asksMarketingCloud: true as const }),
        ...(realOrg && { realOrg })
      };
      const page = wizardPage(context, scripts);
      // Pages behind links into the org know by it what the person reads.
      if (!realOrg) void reply.header("set-cookie", `${LANGUAGE_COOKIE}=${language}; Path=/; SameSite=Strict`);
      return await reply.header("content-security-policy", page.policy).send(page.html);
    } catch (error) {
      return reply.code(500).send(troublePage(error instanceof Error ? error.message : String(error)));
    }
  });
  server.get<{ Params: { language: string } }>(`${LANGUAGES_URL}/:language.json`, ({ params }, reply) => {
    const file = languageFile(params.language, realOrg !== undefined);
    return file ?? reply.code(404).send();
  });
  for (const [name, file] of Object.entries({ [DETAILS_RESOURCE]: detailsFile, [ON_DEMAND_RESOURCE]: onDemandFile }))
    server.get(resourceUrl(name), (_request, reply) => reply.type("text/javascript").send(readFileSync(file, "utf8")));
  server.get<{ Querystring: Query }>(MARKETING_CLOUD_URL, async ({ query }, reply) => {
    void reply.type("text/plain; charset=utf-8").header("cache-control", "no-store");
    const { marketingCloudAnswer } = await orgOf(chosen(scenarios, query.scenario).value);
    if (!marketingCloudAnswer) return reply.code(404).send("This org has no Marketing Cloud.");
    try {
      return await marketingCloudAnswer();
    } catch (error) {
      return reply.code(500).send(error instanceof Error ? error.message : String(error));
    }
  });
  server.post<{ Querystring: Query }>(ASK_MARKETING_CLOUD_URL, async ({ query }, reply) => {
    void reply.header("cache-control", "no-store");
    const { askMarketingCloud } = await orgOf(chosen(scenarios, query.scenario).value);
    return askMarketingCloud ? askMarketingCloud() : reply.code(404).send();
  });
  if (realOrg) return;
  for (const path of ["/lightning/*", "/apex/*"])
    server.get(path, (request, reply) => {
      const language = languageIn(request.headers.cookie);
      const name = pageName(request.url, language);
      return reply.type("text/html").send(elsewherePage(request.url, name, language, barTexts(language)));
    });
}

const languageIn = (cookies = ""): string => {
  const language = new RegExp(`(?:^|; )${LANGUAGE_COOKIE}=([\\w-]+)`).exec(cookies)?.[1];
  return languageChoices().find(({ value }) => value === language)?.value ?? BASE_LANGUAGE;
};

/** @returns what Setup calls the page at this address */
function pageName(address: string, language: string): string | null {
  const id = Object.entries(PAGES).find(([, { path }]) => {
    const [before = "", after = ""] = path.split("{id}");
    return address.startsWith(before) && address.endsWith(after) && (path.includes("{id}") || address === path);
  })?.[0];
  return (id !== undefined && readMessages(language)[`page.${id}` as MessageKey]) || null;
}

/** @throws {Error} there is no such scenario */
function chosen(scenarios: PageOptions["scenarios"], name: string | undefined): Choice {
  const found = name === undefined ? scenarios[0] : scenarios.find(({ value }) => value === name);
  if (found) return found;
  throw new Error(
    `There is no scenario "${name ?? ""}". There are: ${scenarios.map(({ value }) => value).join(", ")}.`
  );
}

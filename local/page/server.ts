import { basename, join } from "node:path";
import fastifyStatic from "@fastify/static";
import fastify, { type FastifyInstance } from "fastify";
import { BASE_LANGUAGE } from "../../build/catalogue.ts";
import { ROOT } from "../../build/project.ts";
import { admission } from "./admission.ts";
import { addApex, type ApexMethods } from "./apex.ts";
import { appBundle, vendorBundle } from "./build/bundles.ts";
import { importMap } from "./build/modules.ts";
import type { Choice, RealOrg, Theme } from "./context.ts";
import { refuseStrangers } from "./guard.ts";
import { elsewherePage, troublePage, wizardPage, type Scripts } from "./html.ts";
import { languageChoices, languageFile, LANGUAGES_URL, lookingMessages } from "./languages.ts";
import { listenFrom } from "./listen.ts";

/** An org as the page needs it. */
export interface PageOrg {
  /** The Id of the person looking. */
  readonly viewerId: string;
  readonly apex: ApexMethods;
}

export interface PageOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** The first is shown when the address names none. */
  readonly scenarios: readonly Choice[];
  /** Called for a scenario of the list when the page needs its org; may be called again for the same one. */
  readonly orgOf: (scenario: string) => Promise<PageOrg>;
  /** The org of somebody's own that is shown, to one browser only. Absent where all orgs are embedded ones. */
  readonly realOrg?: RealOrg;
  /** Is told what takes long, and how far it is. */
  readonly say: (text: string) => void;
}

export interface Page {
  /** What to open. For a real org, it lets in whoever opens it first; else it ends with a slash. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

interface Query {
  readonly scenario?: string;
  readonly language?: string;
  readonly theme?: string;
}

const SLDS = join(ROOT, "node_modules/@salesforce-ux/design-system-2/dist/css/bundled");

/**
 * Builds the local page and serves it on 127.0.0.1, at `port` or the next free one.
 * @throws {Error} that names the place, when a component can't be built
 */
export async function startPage(options: PageOptions): Promise<Page> {
  const vendor = await vendorBundle(options.say);
  const app = await appBundle(options.say);
  const vendorPath = `/vendor/${basename(vendor)}/`;
  const appPath = `/app/${basename(app)}/`;

  // A run of thousands of people is kept as megabytes of text.
  const server = fastify({ forceCloseConnections: true, bodyLimit: 50_000_000 });
  server.addHook("onRequest", (_request, reply, next) => {
    // Nobody whom a link leads to needs to know from where.
    void reply.header("referrer-policy", "no-referrer");
    next();
  });
  server.addHook("onRequest", refuseStrangers);
  const entrance = options.realOrg && admission();
  if (entrance) server.addHook("onRequest", entrance.admit);
  // These paths carry the hash of the content, so that a browser never has to ask again.
  const forever = { immutable: true, maxAge: "1y" };
  await server.register(fastifyStatic, { root: vendor, prefix: vendorPath, ...forever });
  await server.register(fastifyStatic, { root: app, prefix: appPath, decorateReply: false, ...forever });
  await server.register(fastifyStatic, { root: SLDS, prefix: "/slds/", decorateReply: false });
  addApex(server, async (scenario) => (await options.orgOf(chosen(options.scenarios, scenario).value)).apex);
  addPages(server, options, { main: `${appPath}main.js`, ...importMap(vendorPath) });

  const port = await listenFrom(server, options.port);
  const url = `http://127.0.0.1:${String(port)}/`;
  return { url: entrance?.addressOf(url) ?? url, port, close: () => server.close() };
}

function addPages(server: FastifyInstance, { scenarios, orgOf, realOrg }: PageOptions, scripts: Scripts): void {
  server.get<{ Querystring: Query }>("/", async ({ query }, reply) => {
    void reply.type("text/html").header("cache-control", "no-store");
    const languages = languageChoices();
    const language = languages.find(({ value }) => value === query.language)?.value ?? BASE_LANGUAGE;
    const theme: Theme = query.theme === "dark" ? "dark" : "light";
    try {
      const scenario = chosen(scenarios, query.scenario).value;
      const userId = (await orgOf(scenario)).viewerId;
      const messages = realOrg ? lookingMessages(BASE_LANGUAGE) : {};
      const context = {
        scenario,
        scenarios,
        language,
        languages,
        theme,
        userId,
        messages,
        ...(realOrg && { realOrg })
      };
      const page = wizardPage(context, scripts);
      return await reply.header("content-security-policy", page.policy).send(page.html);
    } catch (error) {
      return reply.code(500).send(troublePage(error instanceof Error ? error.message : String(error)));
    }
  });
  server.get<{ Params: { language: string } }>(`${LANGUAGES_URL}/:language.json`, ({ params }, reply) => {
    const file = languageFile(params.language, realOrg !== undefined);
    return file ?? reply.code(404).send();
  });
  if (realOrg) return;
  for (const path of ["/lightning/*", "/apex/*"])
    server.get(path, (request, reply) => reply.type("text/html").send(elsewherePage(request.url)));
}

/** @throws {Error} when there is no such scenario */
function chosen(scenarios: PageOptions["scenarios"], name: string | undefined): Choice {
  const found = name === undefined ? scenarios[0] : scenarios.find(({ value }) => value === name);
  if (found) return found;
  throw new Error(
    `There is no scenario "${name ?? ""}". There are: ${scenarios.map(({ value }) => value).join(", ")}.`
  );
}

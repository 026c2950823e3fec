import { createHash } from "node:crypto";
import { markup } from "../../checklist/index.ts";
import { CONTEXT_ELEMENT, type BarTexts, type PageContext, type Theme } from "./context.ts";

type Markup = ReturnType<typeof markup>;

interface Document {
  readonly title: string;
  readonly language: string;
  readonly theme: Theme;
  readonly head: Markup;
  readonly body: Markup;
}

const htmlDocument = ({ title, language, theme, head, body }: Document): string =>
  markup`<!doctype html>
<html lang="${language}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${title}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/slds/slds2.cosmos.css" />
    ${head}
  </head>
  <body class="slds-scope slds-color-scheme_${theme}">${body}</body>
</html>
`.markup;

/** The page's scripts: the address of the main one, and of those that it imports by name. */
export interface Scripts {
  readonly main: string;
  readonly imports: Readonly<Record<string, string>>;
}

/** @returns the wizard's page, and the policy that allows only its own scripts */
export function wizardPage(context: PageContext, { main, imports }: Scripts): { html: string; policy: string } {
  const importMap = scriptJson({ imports });
  const head = markup`<script type="importmap">${importMap}</script>
    <script type="application/json" id="${CONTEXT_ELEMENT}">${scriptJson(context)}</script>
    <script type="module" src="${main}"></script>`;
  const { language, theme } = context;
  return {
    html: htmlDocument({ title: "MCC Health", language, theme, head, body: markup`` }),
    policy: policyFor(importMap.markup)
  };
}

/** Entities mean nothing in a script element, where only "<" could end the data early. */
const scriptJson = (data: unknown): Markup => ({ markup: JSON.stringify(data).replaceAll("<", "\\u003c") });

const policyFor = (inlineScript: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'sha256-${createHash("sha256").update(inlineScript).digest("base64")}'`,
    // Synthetic shadow and the base components set styles from script.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join("; ");

/**
 * @param name what Setup calls the page; null for one that no fix leads to
 * @returns the page behind a link into a demonstration org: the link's page and address in a real one
 */
export function elsewherePage(path: string, name: string | null, language: string, bar: BarTexts): string {
  const text = (key: string): string => bar[`elsewhere.${key}`] ?? key;
  const picture =
    name === null
      ? markup``
      : markup`<div class="slds-page-header slds-m-vertical_small">
        <p class="slds-text-body_small">${text("setup")}</p>
        <p class="slds-page-header__title">${name}</p>
      </div>`;
  const body = markup`<p>${text("opens")}</p>
      ${picture}
      <p class="slds-p-vertical_small slds-hyphenate"><code>${path}</code></p>
      <p>${text("close")}</p>`;
  return notePage(text("title"), body, language);
}

/** @returns the page that says why the wizard can't be shown */
export const troublePage = (sentence: string): string =>
  notePage("The page can't be shown", markup`<p>${sentence}</p>`);

const notePage = (title: string, text: Markup, language = "en"): string =>
  htmlDocument({
    title,
    language,
    theme: "light",
    head: markup``,
    body: markup`
    <main class="slds-p-around_xx-large">
      <h1 class="slds-text-heading_large slds-p-bottom_medium">${title}</h1>
      ${text}
    </main>
  `
  });

import { createHash } from "node:crypto";
import { escapeXml } from "../../build/xml.ts";
import { CONTEXT_ELEMENT, type PageContext, type Theme } from "./context.ts";

interface Frame {
  readonly title: string;
  readonly language: string;
  readonly theme: Theme;
  readonly head?: string;
  readonly body?: string;
}

const document = ({ title, language, theme, head = "", body = "" }: Frame): string => `<!doctype html>
<html lang="${escapeXml(language)}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${escapeXml(title)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/slds/slds2.cosmos.css" />
    ${head}
  </head>
  <body class="slds-scope slds-color-scheme_${theme}">${body}</body>
</html>
`;

/** The page's scripts: the address of the main one, and of those that it imports by name. */
export interface Scripts {
  readonly main: string;
  readonly imports: Readonly<Record<string, string>>;
}

/** @returns the page of the wizard, and the policy under which a browser runs nothing but its own scripts */
export function wizardPage(context: PageContext, { main, imports }: Scripts): { html: string; policy: string } {
  const importMap = JSON.stringify({ imports });
  // In a script element only "<" can end the data early.
  const data = JSON.stringify(context).replaceAll("<", "\\u003c");
  const head = `<script type="importmap">${importMap}</script>
    <script type="application/json" id="${CONTEXT_ELEMENT}">${data}</script>
    <script type="module" src="${main}"></script>`;
  const { language, theme } = context;
  return { html: document({ title: "MCC Health", language, theme, head }), policy: policyFor(importMap) };
}

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

/** @returns the page behind a link into the org: where the link would lead there */
export const elsewherePage = (path: string): string =>
  notePage(
    "This is a demonstration org",
    `<p>In your own org, this link opens:</p>
      <p class="slds-p-vertical_small"><code>${escapeXml(path)}</code></p>
      <p>Close this tab to go back to MCC Health.</p>`
  );

/** @returns the page that says in one sentence why there is no wizard to see */
export const troublePage = (sentence: string): string =>
  notePage("The page can't be shown", `<p>${escapeXml(sentence)}</p>`);

const notePage = (title: string, text: string): string =>
  document({
    title,
    language: "en",
    theme: "light",
    body: `
    <main class="slds-p-around_xx-large">
      <h1 class="slds-text-heading_large slds-p-bottom_medium">${escapeXml(title)}</h1>
      ${text}
    </main>
  `
  });

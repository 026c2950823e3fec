import assert from "node:assert/strict";
import { test } from "node:test";
import type { PageContext } from "./context.ts";
import { elsewherePage, troublePage, wizardPage } from "./html.ts";

const MARKUP = `</script><img src=x onerror="alert('1')">`;
const context: PageContext = {
  scenario: "a",
  scenarios: [{ value: "a", label: MARKUP }],
  language: "en",
  languages: [],
  theme: "dark",
  userId: "005000000000001AAA",
  realOrg: { name: MARKUP, kind: "sandbox", username: MARKUP, address: "https://acme.my.salesforce.com" },
  bar: { demonstration: MARKUP },
  messages: { "ui.no-access": MARKUP }
};
const wizard = wizardPage(context, { main: "/app/main.js", imports: { lwc: "/vendor/lwc.js" } });

const PAGES = [
  { name: "the wizard's page", html: wizard.html },
  {
    name: "the page behind a link into the org",
    html: elsewherePage(`/lightning/${MARKUP}`, MARKUP, "en", { "elsewhere.title": MARKUP })
  },
  { name: "the page with an error", html: troublePage(MARKUP) }
];
for (const { name, html } of PAGES)
  test(`${name} shows markup as text`, () => assert.doesNotMatch(html, /<\/script><img|<img/));

test("the wizard's page contains the context unchanged", () => {
  const data = /<script type="application\/json"[^>]*>(.*?)<\/script>/.exec(wizard.html)?.[1] ?? "";
  assert.deepEqual(JSON.parse(data), context);
});

test("the wizard's page allows only its own scripts", () => {
  assert.match(wizard.policy, /default-src 'none'; script-src 'self' 'sha256-[\w+/=]+';/);
});

test("the wizard's page can be framed by no other, and has no base address of its own", () => {
  assert.match(wizard.policy, /base-uri 'none';.* frame-ancestors 'none'/);
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { lexer, walkTokens, type Token } from "marked";
import { CHECKS, markdownReport, PAGES, reportOf } from "../../checklist/index.ts";
import { impactedUser, situation, systemUser } from "../../checklist/testing/situation.ts";
import { english } from "../../command-line/formats/english.ts";

const markdownFor = (Name: string): string => {
  const users = [systemUser({ Name, IsActive: false }), impactedUser()];
  return markdownReport(reportOf(CHECKS, situation({ rows: { users } })), english);
};

/** What the report is made of. It leads to Marketing Cloud; usernames may become links to themselves. */
const PARTS = ["escape", "heading", "list", "list_item", "paragraph", "space", "strong", "table", "text"];
const isOwn = (token: Token): boolean =>
  PARTS.includes(token.type) ||
  (token.type === "link" &&
    "href" in token &&
    [PAGES["marketing-cloud"].path, `mailto:${token.raw}`].includes(String(token.href)));

/** @returns what GitHub's Markdown makes of the text: its parts other than the report's own, and how it reads */
function read(markdown: string): { strange: string[]; text: string } {
  const tokens: Token[] = [];
  walkTokens(lexer(markdown), (token) => {
    tokens.push(token);
  });
  const leaves = tokens.filter((token) => ["text", "escape"].includes(token.type) && !("tokens" in token));
  return {
    strange: tokens.filter((token) => !isOwn(token)).map(({ type, raw }) => `${type}: ${raw}`),
    text: leaves.map((token) => ("text" in token ? String(token.text) : "")).join("")
  };
}

const HOSTILE = [
  { what: "pipes", name: "Ada | Fields || x" },
  { what: "a pipe behind backslashes", name: "Ada \\| Fields \\\\| x" },
  { what: "asterisks", name: "*Ada* **Fields** ***x***" },
  { what: "underscores", name: "_Ada_ __Fields__ a__b__c" },
  { what: "backticks", name: "`Ada` ``Fields`` ```x" },
  { what: "tildes", name: "~Ada~ ~~Fields~~" },
  { what: "an element", name: "<img src=x onerror=alert(1)> <!-- x" },
  { what: "entities", name: "&lt;b&gt; &#60;i&#62; A & B" },
  { what: "links", name: "[Ada](https://evil.example) ![x](y) [a][b] <https://evil.example>" },
  { what: "addresses", name: "https://evil.example http://x.example www.evil.example WWW.evil.example" },
  { what: "a heading", name: "# Ada" },
  { what: "a backslash before a sign", name: "Ada \\. \\- \\# \\\\ \\" }
];

describe("a name in Markdown", () => {
  for (const { what, name } of HOSTILE)
    test(`with ${what} is shown as it is`, () => {
      const { strange, text } = read(markdownFor(name));
      assert.deepEqual(strange, []);
      // What is first, the plan, the system user, and in the table: title, person and fix.
      assert.equal(text.split(name).length - 1, 6);
    });

  const LINES = [
    { what: "a line break", name: "Ada\n\n# Fields\r\n| x" },
    { what: "other ends of a line", name: "Ada\u2028Fields\u0085x\u2029y" },
    { what: "a turned direction", name: "Ada\u202Esdleif\u2066x" }
  ];
  for (const { what, name } of LINES)
    test(`with ${what} stays on its line`, () => {
      const markdown = markdownFor(name);
      const lines = (text: string): number => text.split(/[\n\r\u2028\u2029\u0085]/).length;
      assert.equal(lines(markdown), lines(markdownFor("Ada")));
      assert.doesNotMatch(markdown, /[\u202A-\u202E\u2066-\u2069]/u);
      assert.deepEqual(read(markdown).strange, []);
    });
});

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { htmlReport, markdownReport, masked, printedReport, type Report } from "../../checklist/index.ts";
import { english } from "../../command-line/formats/english.ts";
import { humanReport } from "../../command-line/formats/human.ts";
import { jsonReport } from "../../command-line/formats/json.ts";
import { wizardPage } from "../../local/page/html.ts";
import { faultsOf } from "../report/schema.ts";
import { scenarioWith, usernameWith } from "./hostile-scenario.ts";
import { NOW, rowsOver, runOver } from "./run.ts";

const TEXTS = {
  "an element": "<b>bold</b>",
  "an image that runs a script": `<img src=x onerror="document.title='run'">`,
  "a script's end": "</script><script>alert(1)</script>",
  "a comment's start": "<!-- ",
  "an entity": "&lt;b&gt; &#60; &amp;",
  "a right-to-left override": "\u202Etxt.exe\u202C",
  "right-to-left isolates": "\u2067abc\u2069",
  "Arabic and Hebrew": "مدير שלום",
  "255 characters": "x".repeat(255),
  emoji: "👩🏽‍💻🇸🇪",
  quotes: `O'Hara "Bo" ‘q’ “q”`,
  backslashes: "a\\b\\\\'c\\",
  "SOQL wildcards": "%_\\%\\_",
  "the end of a SOQL literal": "x' OR Name != '",
  "line breaks": "one\ntwo\r\nthree\u2028four",
  "a terminal's escape sequence": "\u001b[31mred\u001b]0;title\u0007",
  "a template's place": "{user} {app} {count}",
  "an expression's place": "${user} {{user}} $& $1",
  Markdown: "# a | b [link](https://example.com) ![i](x) `code` **b** ~~s~~",
  "a table's end": "a |\n\n| --- |",
  "a formula": "=HYPERLINK(1)",
  "the name of a property": "__proto__ constructor"
};

/** Licenses and the permission sets of the package keep their names, which no org can give: see report/mask-values.ts. */
const NAMED_BY_SALESFORCE: readonly string[] = ["user-license", "connector-permission-sets"];

/** A word of the same place in a sentence, that asks nothing of anybody. */
const PLAIN = "Plain";

const STEERING = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;
const tagsIn = (html: string): string[] => html.match(/<[^>]*>/g) ?? [];
const linesIn = (text: string): number => text.split("\n").length;

async function reportWith(text: string): Promise<Report> {
  const scenario = await scenarioWith(text, NOW);
  return (await runOver(rowsOver(scenario), scenario)).report;
}

const plain = await reportWith(PLAIN);

describe("an org whose names, labels and texts hold", () => {
  for (const [what, text] of Object.entries(TEXTS))
    describe(what, async () => {
      const report = await reportWith(text);

      test("a query finds the person of that username, and says of everyone what it says of plain names", () => {
        assert.deepEqual(report.people.unknownUsernames, []);
        assert.ok(report.people.impactedUsers.some(({ username }) => username === usernameWith(text)));
        assert.deepEqual(
          report.findings.map(({ check, state }) => `${check} ${state}`),
          plain.findings.map(({ check, state }) => `${check} ${state}`)
        );
      });

      test("JSON holds it unchanged, as the schema has it", () => {
        const printed = JSON.parse([...jsonReport(report, english)].join("")) as ReturnType<typeof printedReport>;
        assert.deepEqual(printed, printedReport(report, english));
        assert.deepEqual(faultsOf(printed), []);
        assert.equal(printed.org?.name, text);
        // Signs of direction are taken out of people's names, where they could turn a sentence around.
        const name = text.replace(/[\u202A-\u202E\u2066-\u2069]+/gu, "");
        assert.ok(printed.findings.some(({ title }) => title.replace(/[\u2066-\u2069]/gu, "").includes(name)));
      });

      test("the terminal gets as many lines as ever, and nothing that steers it", () => {
        const shown = humanReport(report, english);
        assert.equal(linesIn(shown), linesIn(humanReport(plain, english)));
        assert.doesNotMatch(shown.replaceAll("\n", ""), STEERING);
      });

      test("Markdown keeps its lines and its cells", () => {
        const shown = markdownReport(report, english);
        const cells = (markdown: string): number[] =>
          markdown.split("\n").map((line) => line.split(/(?<!\\)(?:\\\\)*\|/).length);
        assert.deepEqual(cells(shown), cells(markdownReport(plain, english)));
        assert.doesNotMatch(shown.replaceAll("\n", ""), STEERING);
      });

      test("HTML has the same elements as ever", () => {
        const tags = (of: Report): string[] => tagsIn(htmlReport(of, english)).filter((tag) => !/^<\/?p>/.test(tag));
        assert.deepEqual(tags(report), tags(plain));
      });

      test("a masked report tells nothing of it", () => {
        const { findings, ...others } = printedReport(masked(report, english), english);
        const shown = findings.filter(({ check }) => !NAMED_BY_SALESFORCE.includes(check));
        const words = JSON.stringify({ ...others, findings: shown });
        assert.ok(!words.includes(JSON.stringify(text).slice(1, -1)));
      });

      test("the local page's own frame carries it as data", () => {
        const choices = [{ value: text, label: text }];
        const page = (label: string): string =>
          wizardPage(
            {
              scenario: label,
              scenarios: [{ value: label, label }],
              language: "en",
              languages: choices.map(() => ({ value: "en", label })),
              theme: "light",
              userId: label,
              bar: { demonstration: label },
              messages: { label }
            },
            { main: "/main.js", imports: {} }
          ).html;
        assert.deepEqual(tagsIn(page(text)), tagsIn(page(PLAIN)));
        const [, data = ""] = /<script type="application\/json"[^>]*>(.*?)<\/script>/s.exec(page(text)) ?? [];
        assert.equal((JSON.parse(data) as { scenario: string }).scenario, text);
      });
    });
});

import { ENGLISH } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { findingKey, type Finding } from "../judge/finding.ts";
import { reportOf, type Report } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import {
  APP,
  IMPACTED_USER,
  impactedUser,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { colleagueText } from "./colleague-text.ts";
import { masked } from "./mask.ts";

const words = translatorOf(ENGLISH, "en");
const report = (changes: Changes): Report => reportOf(CHECKS, situation(changes));
const open = report({
  rows: {
    "app-policies": [{ Id: APP, OptionsAllowAdminApprovedUsersOnly: false }],
    users: [
      systemUser({ UserPermissionsMarketingUser: false }),
      impactedUser({ UserPermissionsMarketingUser: false, Name: "Ada \u202Esdleif\nFields" })
    ]
  }
});
const MARKETING = [SYSTEM_USER, IMPACTED_USER].map((id) => `marketing-user/${id}`);

test("says who can do it, what, where, why, and how it should be", () => {
  const text = colleagueText(open, ["permitted-users"], words);
  const { name } = open.org ?? { name: "" };
  expect(text).toMatch(new RegExp(`^Could you change something for me in Setup of the Salesforce org ${name}`));
  const finding = open.findings.find(({ check }) => check === "permitted-users");
  for (const part of [
    "What it's about:",
    "Where:",
    "How:\n1. ",
    "Why:",
    "How it should be:",
    "Please tell me when it's done"
  ])
    expect(text).toContain(part);
  expect(finding?.state).toBe("fail");
});

test("asks a Marketing Cloud admin for what is in Marketing Cloud, to look and not to change", () => {
  const text = colleagueText(open, ["api-user-flag"], words);
  expect(text).toMatch(/^Could you look something up for me in Marketing Cloud\? It takes a Marketing Cloud admin/);
  expect(text).toMatch(/Please tell me what you saw\.\n$/);
});

test("says once what two people have in common, with their names, each on one line", () => {
  const text = colleagueText(open, MARKETING, words);
  expect(text.match(/^- Marketing User\. /gm)).toHaveLength(1);
  expect(text).toContain("mc@example.com");
  expect(text).not.toMatch(/\u202E|sdleif\nFields/);
});

test("says no name where names are masked", () => {
  const text = colleagueText(open, MARKETING, words, masked(open, words));
  expect(text).not.toMatch(/example\.com|Ada|Integration/);
  expect(text).toContain("User 1");
});

test("says nothing of what is not there", () => {
  expect(colleagueText(open, ["nothing"], words)).toBe("");
});

test.each<[string, string, boolean]>([
  ["is OK", "app-installed", false],
  ["is not applicable", "sandbox-copy", false],
  ["somebody confirmed", "api-user-flag", true]
])("asks to look again at what %s, and how only where a person must look", (_what, check, hasSteps) => {
  const said = { ...situation(), confirmations: [givenConfirmation("api-user-flag", { holds: true })] };
  const text = colleagueText(reportOf(CHECKS, said), [check], words);
  expect(text).toMatch(/^Could you look something up for me in /);
  expect(text.includes("\nHow:\n1. ")).toBe(hasSteps);
  expect(text).toMatch(/Please tell me what you saw\.\n$/);
});

test("of several, asks for what is open only", () => {
  const text = colleagueText(open, ["permitted-users", "app-installed"], words);
  expect(text).toMatch(/^Could you change something/);
  expect(text).not.toContain("Installed Packages");
});

test.each([
  ["open", {}],
  ["unread", { faults: { "app-policies": "no-access", users: "timeout" } }],
  ["without the app", { rows: { "connected-apps": [], "app-grants": [] } }]
] satisfies [string, Changes][])("has words for whatever can be found: %s", (what, changes) => {
  const each = what === "open" ? open : report(changes);
  for (const finding of each.findings)
    for (const shown of [each, masked(each, words)]) {
      const text = colleagueText(each, [findingKey(finding)], words, shown);
      expect(text).not.toMatch(/\[[\w.-]+\]|\{\w+\}|undefined/);
      expect(text.length).toBeGreaterThan(100);
      if (shown.masked) expect(text).not.toMatch(/example\.com|Ada/);
    }
});

describe("in words that show what stands where, a message", () => {
  const plain = translatorOf(
    {
      "ask.change.setup": "change in setup of {org}",
      "ask.look.setup": "look in setup of {org}",
      "ask.look.marketing-cloud": "look in marketing cloud of {org}",
      "ui.org-unknown": "an org",
      "ask.what": "what",
      "ask.where": "where",
      "ask.how": "how",
      "ask.done": "done",
      "ui.why": "why",
      "ui.take-care": "care",
      "ask.reply.change": "tell when done",
      "ask.reply.look": "tell what is seen",
      "page.user": "user page",
      ...Object.fromEntries(
        ["a", "b"].flatMap((check) => [
          [`${check}.off.title`, `${check} is off`],
          [`${check}.off.actual`, `${check} found`],
          [`${check}.expected`, `${check} on`],
          [`${check}.reason`, `${check} matters`],
          [`${check}.risk`, `${check} stops mail`]
        ])
      )
    },
    "en"
  );
  const of = (check: string, differs: object = {}): Finding =>
    ({
      ...{ check, case: "off", state: "fail", severity: "problem", step: "users", tentative: false, source: {} },
      ...{ values: {}, confirmation: null, lapsed: null, subject: null },
      fix: { of: check, steps: [`mend ${check}`], link: { page: "user", address: "/here" } },
      ...differs
    }) as unknown as Finding;
  const by = (name: string) => ({ subject: { id: name, username: `${name}@x`, name, role: "impacted-user" } });
  const linked = (address: string, page = "user") => ({ fix: { of: "a", steps: [], link: { page, address } } });
  /** Its blocks, each a line or a heading with its lines. */
  const blocks = (findings: Finding[], org: { name: string } | null = { name: "Acme" }): string[][] =>
    colleagueText({ findings, org } as unknown as Report, findings.map(findingKey), plain)
      .trimEnd()
      .split("\n\n")
      .map((block) => block.split("\n"));
  const block = (name: string, ...findings: Finding[]) =>
    blocks(findings)
      .find(([first]) => first === `${name}:`)
      ?.slice(1) ?? null;

  test("of one finding has all of it, in order", () => {
    expect(blocks([of("a", by("ada"))])).toEqual([
      ["change in setup of Acme"],
      ["what:", "- a, ada (ada@x): a is off. a found"],
      ["where:", "- user page"],
      ["how:", "1. mend a"],
      ["care:", "- a stops mail"],
      ["why:", "- a matters"],
      ["done:", "- a: a on"],
      ["tell when done"]
    ]);
  });
  test("of what is said without a page, steps, risk and reason leaves their headings out", () => {
    const bare = of("c", { fix: { of: "common", steps: [], link: null } });
    expect(blocks([bare], null).map(([first]) => first)).toEqual([
      "change in setup of an org",
      "what:",
      "done:",
      "tell when done"
    ]);
  });
  test.each<[string, Finding[], string, string]>([
    [
      "to mend and to look at, asks to mend",
      [of("a", { state: "confirm" }), of("b")],
      "change in setup of Acme",
      "tell when done"
    ],
    ["only to look at, asks to look", [of("a", { state: "confirm" })], "look in setup of Acme", "tell what is seen"],
    [
      "in Marketing Cloud, asks its admin",
      [of("a", { state: "confirm", step: "marketing-cloud" })],
      "look in marketing cloud of Acme",
      "tell what is seen"
    ]
  ])("of what is %s", (_what, findings, first, last) => {
    const texts = blocks(findings);
    expect([texts[0], texts.at(-1)]).toEqual([[first], [last]]);
  });
  test.each<[string, Finding, string[] | null]>([
    ["its name and address", of("a", linked("https://x/y")), ["- user page: https://x/y"]],
    ["its name alone, where the address needs the org around it", of("a", linked("/y")), ["- user page"]],
    ["nothing, where there is none", of("a", { fix: { of: "a", steps: [], link: null } }), null]
  ])("says of the page %s", (_what, finding, where) => {
    expect(block("where", finding)).toEqual(where);
  });
  test.each<[string, Finding[], string[]]>([
    [
      "two people of whom the same was found once, with their names",
      [of("a", by("ada")), of("a", by("bo"))],
      ["- a. a found", "-   ada (ada@x)", "-   bo (bo@x)"]
    ],
    ["two settings each", [of("a"), of("b")], ["- a: a is off. a found", "- b: b is off. b found"]],
    [
      "what is open, without what is OK beside it",
      [of("a", { state: "pass" }), of("b"), of("c", { state: "not-applicable" })],
      ["- b: b is off. b found"]
    ],
    ["what is OK, where nothing is open", [of("a", { state: "pass" })], ["- a: a is off. a found"]]
  ])("tells of %s", (_what, findings, lines) => {
    expect(block("what", ...findings)).toEqual(lines);
  });
  test.each<[string, Finding[], string[] | null]>([
    [
      "the steps of two settings, each once",
      [of("a"), of("b", { fix: { of: "b", steps: ["mend a", "mend b"], link: null } })],
      ["1. mend a", "2. mend b"]
    ],
    ["no steps, where all is right", [of("a", { state: "pass" })], null],
    ["the steps, where somebody confirmed it", [of("a", { state: "confirmed" })], ["1. mend a"]]
  ])("tells %s", (_what, findings, lines) => {
    expect(block("how", ...findings)).toEqual(lines);
  });
});

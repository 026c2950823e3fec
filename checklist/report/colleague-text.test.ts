import { ENGLISH } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { findingKey } from "../judge/finding.ts";
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

import { CHECKS } from "../checks/index.ts";
import { isPassed } from "../judge/finding.ts";
import { reportOf } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { ENGLISH as messages } from "../catalogue.ts";
import {
  before,
  impactedUser,
  inDays,
  noCandidate,
  situation,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { openVisits } from "../presentation/status.ts";
import { markdownReport } from "./markdown.ts";
import { headOf } from "./present.ts";
import { masked } from "./mask.ts";

const words = translatorOf(messages, "en");
const report = (changes: Changes = {}) => reportOf(CHECKS, situation(changes));
const named = (Name: string) => report({ rows: { users: [systemUser({ Name, IsActive: false }), impactedUser()] } });

describe("the report in Markdown", () => {
  const broken = named("Vera Lind");
  const rowsOf = (markdown: string) =>
    markdown.split("\n").flatMap((line) => (line.startsWith("| ") ? [line.slice(2, -2).split(" | ")] : []));

  test("begins with the verdict, the counts and the first thing to do", () => {
    const [verdict, , counts, , first] = markdownReport(broken, words).split("\n");
    expect(verdict).toBe("# Marketing Cloud Connect can't work in this org");
    expect(counts).toContain("1 blocker · 8 to confirm");
    expect(first).toBe("- **First:** Activate Vera Lind");
  });
  test("has a row of six cells for each visit, the worst first", () => {
    const [heads, rule, ...rows] = rowsOf(markdownReport(broken, words));
    expect(heads).toEqual(["Status", "Finding", "Is", "Should be", "Why", "Fix"]);
    expect(rule?.every((cell) => cell === "---")).toBe(true);
    expect(rows).toHaveLength(openVisits(broken.findings).visits.length);
    expect(rows.every((row) => row.length === 6)).toBe(true);
    expect(rows[0]?.slice(0, 4)).toEqual([
      "Blocker",
      "**Vera Lind is inactive** (Active, Vera Lind (mc@example.com))",
      "Inactive",
      "Active"
    ]);
    for (const row of rows) expect(row[5]).toMatch(/^(?:\*\*Before you start:\*\* [^*]* )?1\. /);
    expect(rows[0]?.[5]).toMatch(
      /^\*\*Before you start:\*\* .* 1\. In Setup, enter Users in Quick Find, select Users, and click Vera Lind\. 2\. Click Edit\./
    );
  });
  test.each([
    [
      "leads to the page where its address is whole",
      "https://acme.my.salesforce.com/a(b)|c",
      "[the user in Setup](https://acme.my.salesforce.com/a%28b%29%7cc)"
    ],
    ["leads to a page on this machine, too", "http://127.0.0.1/a", "[the user in Setup](http://127.0.0.1/a)"],
    ["has no link where an address stands within another", "/x?u=https://acme.my.salesforce.com", "4. Click Save."],
    ["has no link where the address needs the org around it", "/lightning/setup/x", "4. Click Save."]
  ])("%s", (_what, address, end) => {
    const findings = broken.findings.map((finding) =>
      finding.fix.link ? { ...finding, fix: { ...finding.fix, link: { ...finding.fix.link, address } } } : finding
    );
    const [, , row] = rowsOf(markdownReport({ ...broken, findings }, words));
    expect(row?.[5]?.endsWith(end)).toBe(true);
  });
  test("tells once what could not be read, and all that was not checked for it", () => {
    const [, , ...rows] = rowsOf(markdownReport(report({ faults: { users: "server" } }), words));
    const unchecked = rows.filter(([state]) => state === "Couldn't be checked");
    expect(unchecked).toHaveLength(1);
    expect(unchecked[0]?.[1]).toMatch(/\(Not checked: .*; Active, 2 people; /);
    expect(unchecked[0]?.[3]).toBe("");
  });
  test("tells of several settings each, and none beside the title", () => {
    const users = [systemUser({ IsActive: false, UserPermissionsMarketingUser: false }), impactedUser()];
    const [, , row] = rowsOf(markdownReport(report({ rows: { users } }), words));
    const settings = ["Active (Blocker)", "Marketing User (Problem)"];
    expect(row?.[1]?.endsWith("**")).toBe(true);
    for (const cell of [row?.[2], row?.[3]])
      expect(cell?.split("; ").map((text) => text.split(": ")[0])).toEqual(settings);
    expect(row?.[4]).toMatch(/^Active: .*\. Marketing User: /);
  });
  test("tells of several people who they are", () => {
    const users = [systemUser({ IsActive: false }), impactedUser({ IsActive: false })];
    const [, , row] = rowsOf(markdownReport(report({ rows: { users } }), words));
    expect(row?.[1]).toMatch(/\(.*mc@example\.com\); .*ada@example\.com\)\)$/);
    expect(row?.[5]).toMatch(/^\*\*Before you start:\*\* [^*]* 1\. [^*]*$/);
  });
  test("tells people who need different things of each what", () => {
    const users = [systemUser({ IsActive: false }), impactedUser({ IsActive: false })];
    const whole = report({ rows: { users } });
    const findings = whole.findings.map((finding) =>
      finding.case === "inactive" && finding.subject?.role === "impacted-user"
        ? { ...finding, values: { ...finding.values, api: "User" }, fix: { ...finding.fix, steps: ["save"] } }
        : finding
    );
    const [, , row] = rowsOf(markdownReport({ ...whole, findings }, words));
    expect(row?.[5]).toMatch(
      / \*\*Marketing Cloud Integration:\*\* 1\. In Setup, .* \*\*Ada Fields:\*\* 1\. Click Save\.$/
    );
  });
  test("tells what holds in one line, by check", () => {
    expect(markdownReport(report(), words)).toMatch(/^\*\*\d+ OK:\*\* .*, Active ×2, /m);
  });
  test("tells a note, and why a word no longer counts", () => {
    const confirmation = givenConfirmation("scope-by-user", { holds: false, note: "as agreed", by: "Otto Berg" });
    const markdownAt = (at: string) => markdownReport(report({ confirmations: [{ ...confirmation, at }] }), words);
    expect(markdownAt(inDays(-1))).toMatch(/\| Problem \|.*Otto Berg.*\S Note: as agreed/);
    expect(markdownAt(inDays(-200))).toMatch(/\| To confirm \|.*Note: as agreed.*valid for 180 days/);
  });
  test.each([
    ["emphasis", "*A* _b_ ~c~", "\\*A\\* \\_b\\_ \\~c\\~"],
    ["cells", "a|b", "a\\|b"],
    ["code, links and elements", "`a` [b](c) <d>", "\\`a\\` \\[b\\](c) \\<d\\>"],
    ["escapes and formulas", "a\\b $c$", "a\\\\b \\$c\\$"],
    ["entities", "&lt; &#60;", "\\&lt; \\&#60;"],
    ["what is no entity", "A & B; C&D &;", "A & B; C&D &;"],
    ["addresses", "https://x.example www.x.example", "https\\://x.example www\\.x.example"],
    ["what is no address", "a: b/c wwww.x", "a: b/c wwww.x"],
    ["lines", "a\r\n\nb\u2028c", "a b c"],
    ["directions of writing", "a\u202Eb", "a b"]
  ])("shows %s in a name as they are", (_what, name, expected) => {
    expect(markdownReport(named(name), words)).toContain(`| **${expected} is inactive** (`);
  });
  test("has its parts in order, and nothing between them", () => {
    const parts = markdownReport(broken, words).split("\n\n");
    const { first } = headOf(broken, words);
    expect(parts.at(-1)).toMatch(/[^\n]\n$/);
    const starts = ["# ", "**1 blocker", "- **First", "## ", "1. ", "## ", "| Status", "**", "**"];
    expect(parts.map((part, place) => part.startsWith(starts[place] ?? "nothing"))).toEqual(starts.map(() => true));
    expect(parts[2]?.split("\n").map((line) => line.slice(0, 4))).toEqual(
      [first, ...headOf(broken, words).lines].map(() => "- **")
    );
    expect(parts[3]).toBe(`## ${words({ key: "ui.plan" })}`);
    expect(parts[4]?.split("\n")).toHaveLength(broken.plan.length);
    expect(parts[5]).toBe(`## ${words({ key: "report.open" })}`);
  });
  test("tells apart what holds and what does not apply, and counts only what is there twice", () => {
    const folded = broken.findings.filter((each) => isPassed(each) || each.state === "not-applicable");
    const lines = (findings: typeof folded) =>
      markdownReport({ ...broken, findings, plan: [] }, words)
        .split("\n\n")
        .slice(5);
    const [held, rest] = [folded.filter(isPassed), folded.filter((each) => !isPassed(each))];
    expect(lines(folded)).toHaveLength(2);
    expect(lines(held)).toEqual([expect.stringMatching(/^\*\*\d+ OK:/)]);
    expect(lines(rest)).toEqual([expect.stringMatching(/^\*\*\d+ not applicable:/)]);
    expect(lines(folded).join()).not.toContain("×1");
  });
  test("says so where nothing needs attention, and tells nothing to do first", () => {
    const healthy = { ...broken, first: null, findings: broken.findings.filter(isPassed) };
    const markdown = markdownReport(healthy, words);
    expect(markdown).toContain(words({ key: "report.nothing-open" }));
    expect(markdown).not.toContain("**First:**");
    expect(rowsOf(markdown)).toEqual([]);
  });
  test("is without counts where nothing was judged", () => {
    const nothing = reportOf([], situation());
    expect(markdownReport(nothing, words).split("\n\n")[1]).toMatch(/^- \*\*Org:/);
  });
  test("says that it is masked only when it is", () => {
    expect(markdownReport(masked(broken, words), words)).toContain("are masked.");
    expect(markdownReport(broken, words)).not.toContain("are masked.");
  });
  test("says that it is not complete while evidence is on its way", () => {
    const { evidence, ...rest } = situation();
    const partial = reportOf(CHECKS, { ...rest, evidence: before(evidence, "profiles") });
    expect(markdownReport(partial, words)).toMatch(/^# Checking Marketing Cloud Connect…/);
  });
  test("says so when nobody and no org is known", () => {
    const nobody = situation({ faults: { organization: "server" }, rows: noCandidate });
    const markdown = markdownReport(reportOf(CHECKS, { ...nobody, selection: { impactedUsers: [] } }), words);
    expect(markdown).toContain("- **Org:** Org couldn't be read");
    expect(markdown).toContain("- **System user:** No system user is chosen, and nothing in this org points to one.");
  });
});

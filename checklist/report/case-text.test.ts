import { ENGLISH } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { reportOf } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { IMPACTED_USER, impactedUser, situation, systemUser, type Changes } from "../testing/situation.ts";
import { VERSION } from "../version.ts";
import { caseText } from "./case-text.ts";
import { masked } from "./mask.ts";

const words = translatorOf(ENGLISH, "en");
const report = (changes: Changes = {}) => reportOf(CHECKS, situation(changes));
const inactive = { rows: { users: [systemUser({ IsActive: false, Name: "Rosa\u202E Lind\nPaid" }), impactedUser()] } };

describe("the text for a support case", () => {
  test("begins with the verdict, the org's Id and when it was checked", () => {
    const [verdict, counts, , org, version, checked] = caseText(report(inactive), words).split("\n");
    expect(verdict).toBe("Marketing Cloud Connect can't work in this org");
    expect(counts).toContain("1 blocker");
    expect(org).toBe("Org: Northern Trail (00D000000000001AAA), Production");
    expect(version).toBe(`MCC Health: ${VERSION}`);
    expect(checked).toBe("Checked: 2026-05-04 12:00 UTC");
  });
  test("has no markup, and no name that ends a line or turns it around", () => {
    const text = caseText(report(inactive), words);
    expect(text).not.toMatch(/[|*#`\u202A-\u202E\u2066-\u2069]/);
    expect(text).toContain("Rosa  Lind Paid");
  });
  test("has what to do as numbered lines, in the plan's order", () => {
    expect(caseText(report(inactive), words)).toMatch(/\n1\. Activate Rosa[^\n]*\n2\. [^\n]*\n3\. /);
  });
  test("tells of many people with one fault in one line", () => {
    const ids = Array.from({ length: 40 }, (_, at) => `005${String(at + 100).padStart(12, "0")}AAA`);
    const text = caseText(
      report({
        selection: { impactedUsers: ids.map((id) => ({ id })) },
        rows: { users: [systemUser(), ...ids.map((Id) => impactedUser({ Id, IsActive: false }))] }
      }),
      words
    );
    expect(text.split("\n").filter((line) => line.startsWith("- Problem: Active, 40 people (40)."))).toHaveLength(1);
  });
  test("tells what a person has confirmed, who, and when", () => {
    const confirmations = [givenConfirmation("ip-relaxation", { note: "Seen in Setup" })];
    expect(caseText(report({ confirmations }), words)).toMatch(
      /\nConfirmed:\n- IP Relaxation: [^\n]*Vera Lind[^\n]*Note: Seen in Setup\n/
    );
  });
  test("names nobody where it is masked, and says so", () => {
    const text = caseText(masked(report({ selection: { impactedUsers: [{ id: IMPACTED_USER }] } }), words), words);
    expect(text).not.toMatch(/Ada|Fields|example\.com|Northern Trail/);
    expect(text).toContain("\nOrg: 00D000000000001AAA, Production\n");
    expect(text).toContain(words({ key: "report.masked" }));
  });
});

import { ENGLISH } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { reportOf, type Report } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import {
  healthyRows,
  IMPACTED_USER,
  impactedUser,
  inDays,
  situation,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { VERSION } from "../version.ts";
import { caseText, type Story } from "./case-text.ts";
import { masked } from "./mask.ts";

const words = translatorOf(ENGLISH, "en");
const report = (changes: Changes = {}) => reportOf(CHECKS, situation(changes));
const [APP_POLICIES] = healthyRows()["app-policies"] as [object];
const inactive = { rows: { users: [systemUser({ IsActive: false, Name: "Rosa\u202E Lind\nPaid" }), impactedUser()] } };

/** The lines about findings. */
const findingsIn = (shown: Report): string[] =>
  caseText(shown, words)
    .split(`${words({ key: "case.findings" })}:\n`)[1]
    ?.trimEnd()
    .split("\n\n")[0]
    ?.split("\n") ?? [];

describe("the text for a support case", () => {
  test("begins with the verdict, the org's Id and when it was checked", () => {
    const [verdict, counts, , ...head] = caseText(report(inactive), words).split("\n");
    expect(verdict).toBe(words({ key: "verdict.blocked" }));
    expect(counts).toContain("1 blocker");
    expect(head.slice(0, 6)).toEqual([
      "Org: Northern Trail (00D000000000001AAA), Production",
      "Packages: et4ae5 262.0, MCCA5PROD 1.5",
      "Marketing Cloud API User: mc-api-user",
      "MID: 100",
      `MCC Health: ${VERSION}`,
      "Checked: 2026-05-04 12:00 UTC"
    ]);
  });
  test("has no markup, and no name that ends a line or turns it around", () => {
    const text = caseText(report(inactive), words);
    expect(text).not.toMatch(/[|*#`\u202A-\u202E\u2066-\u2069]/);
    expect(text).toContain("Rosa  Lind Paid");
  });
  test("tells what is seen, and since when", () => {
    const textWith = (story: Partial<Story>) =>
      caseText(report(inactive), words, { symptom: null, healthyAt: null, brokenAt: null, ...story })
        .split("\n\n")[0]
        ?.split("\n")
        .slice(2);
    expect(textWith({})).toEqual([]);
    expect(caseText(report(inactive), words)).not.toContain(words({ key: "case.timeline" }));
    expect(textWith({ symptom: "sends-stuck" })).toEqual([`Symptom: ${words({ key: "symptom.sends-stuck" })}`]);
    const [healthyAt, brokenAt] = [inDays(-9), inDays(-7)];
    expect(textWith({ healthyAt, brokenAt })).toEqual([expect.stringMatching(/Apr 25, 2026.*Apr 27, 2026/)]);
    expect(textWith({ healthyAt })).toEqual([
      expect.stringMatching(/last check without problems was on Apr 25, 2026\.$/)
    ]);
    expect(textWith({ brokenAt })).toEqual([expect.stringMatching(/first saved check, on Apr 27, 2026, already/)]);
  });
  test("has no part for what there is nothing of", () => {
    const [head, lines, ...more] = caseText(reportOf([], situation()), words).split("\n\n");
    expect(head).toBe(words({ key: "verdict.nothing-checked" }));
    expect(lines).toMatch(/^Org: .*[^\n]\n$/s);
    expect(more).toEqual([]);
  });
  test("has no list of who changed what where no change explains what is wrong", () => {
    const story = { symptom: null, healthyAt: inDays(-9), brokenAt: inDays(-7) };
    expect(caseText(report(inactive), words, story)).not.toContain(words({ key: "case.timeline" }));
  });
  test("names each setting that couldn't be checked for one reason", () => {
    const found = findingsIn(report({ faults: { users: "server" } }));
    expect(found.find((line) => line.startsWith("- Couldn't be checked"))).toMatch(/\((?:[^,()]+, )+[^,()]+\)$/);
  });
  test("has who changed what between the last check without problems and the first with problems", () => {
    const changes = [
      {
        Id: "0Ym1",
        Action: "changeUserRuntimeAccessPolicy",
        CreatedDate: inDays(-8),
        CreatedById: "005000000000009AAA",
        Display:
          "Changed connected app Salesforce Marketing Cloud Permitted Users setting from Admin approved users are pre-authorized to All users may self-authorize",
        CreatedBy: { Name: "Vera Lind" }
      }
    ];
    const policies = [{ ...APP_POLICIES, OptionsAllowAdminApprovedUsersOnly: false }];
    const text = caseText(report({ rows: { "app-policy-changes": changes, "app-policies": policies } }), words, {
      symptom: null,
      healthyAt: inDays(-9),
      brokenAt: inDays(-7)
    });
    const [, timeline = ""] = text.split(`${words({ key: "case.timeline" })}:\n`);
    const lines = timeline.trim().split("\n\n")[0]?.split("\n");
    expect(lines).toEqual([
      expect.stringContaining(words({ key: "case.last-healthy" })),
      expect.stringContaining("Vera Lind"),
      expect.stringContaining(words({ key: "case.first-broken" }))
    ]);
  });
  test("fits a screen, whatever is wrong with how many people, and says what it leaves out", () => {
    const ids = Array.from({ length: 300 }, (_, at) => `005${String(at + 100).padStart(12, "0")}AAA`);
    const users = ids.map((Id, at) =>
      impactedUser({ Id, IsActive: at % 2 === 0, UserPermissionsMarketingUser: at % 3 === 0 })
    );
    const text = caseText(
      report({
        selection: { impactedUsers: ids.map((id) => ({ id })) },
        rows: { users: [systemUser(), ...users], "permission-set-assignments": [] }
      }),
      words
    );
    expect(text.split("\n").length).toBeLessThan(40);
    expect(text.split("\n").filter((line) => line.length > 400)).toEqual([]);
  });
  test("tells what is wrong first, the worst of it first, then what couldn't be read, what to look at, and advice", () => {
    const users = [systemUser({ IsActive: false }), impactedUser({ UserPermissionsMarketingUser: false })];
    const profiles = healthyRows()["profiles"]?.map((profile) => ({ ...profile, Name: "Acme" })) ?? [];
    const faults = { "user-login": "server", "package-license": "server" } as const;
    const found = findingsIn(report({ rows: { users, profiles }, faults }));
    const count = (status: string) => found.filter((line) => line.startsWith(`- ${status}: `)).length;
    const order = ["Blocker", "Problem", "Warning", "Couldn't be checked", "To confirm", "Recommendation"];
    expect([...new Set(found.map((line) => line.slice(2).split(": ")[0]))]).toEqual(order);
    expect(order.map(count)).toEqual([1, 1, 1, 2, 1, 1]);
    expect(found.find((line) => line.startsWith("- Blocker"))).toBe(
      "- Blocker: Marketing Cloud Integration is inactive"
    );
    expect(found.find((line) => line.includes("login state"))).toMatch(/ \(Frozen or locked\)$/);
    expect(found.at(-2)).toMatch(/: IP Relaxation, Refresh Token Policy, /);
    expect(found.at(-2)).not.toContain("Frozen");
  });
  test("has no line for what there is none of", () => {
    const { findings, ...rest } = report(inactive);
    const found = findingsIn({ ...rest, findings: findings.filter(({ state }) => state === "fail") });
    expect(found).toEqual([expect.stringMatching(/^- Blocker: /)]);
  });
  test.each([
    [20, null],
    [21, 1],
    [23, 3]
  ])("has at most twenty lines of what is wrong: of %d it says how many more", (count, more) => {
    const whole = report();
    const [some] = whole.findings;
    const findings = CHECKS.slice(0, count).flatMap(({ id }) => {
      const found = whole.findings.find(({ check }) => check === id);
      return found ? [{ ...found, state: "fail" as const, severity: "problem" as const, subject: null }] : [];
    });
    expect([findings.length, some?.check]).toEqual([count, CHECKS[0]?.id]);
    const found = findingsIn({ ...whole, findings });
    expect(found.filter((line) => line.startsWith("- Problem: "))).toHaveLength(20);
    expect(found.slice(20)).toEqual(more ? [`- ${words.plural("case.more", more)}`] : []);
  });
  test.each([
    [5, / Active, 5 people \(User 0 \(0@example\.com\); User 1 .*User 4 \(4@example\.com\)\)\. Inactive$/],
    [6, / Active, 6 people\. Inactive$/]
  ])("names %d people with one fault only where they are few", (count, expected) => {
    const ids = Array.from({ length: count }, (_, at) => `005${String(at + 100).padStart(12, "0")}AAA`);
    const people = ids.map((Id, at) =>
      impactedUser({ Id, Name: `User ${at}`, Username: `${at}@example.com`, IsActive: false })
    );
    const selection = { impactedUsers: ids.map((id) => ({ id })) };
    expect(findingsIn(report({ selection, rows: { users: [systemUser(), ...people] } }))).toContainEqual(
      expect.stringMatching(expected)
    );
  });
  test("tells of people with one fault only what all of them have", () => {
    const licensed = (Id: string, license: string) => ({
      ...(healthyRows()["profiles"]?.[0] ?? {}),
      Id,
      UserLicense: { Name: license, LicenseDefinitionKey: license }
    });
    const users = [systemUser({ ProfileId: "00eA" }), impactedUser({ ProfileId: "00eB" })];
    const profiles = [licensed("00eA", "Platform"), licensed("00eB", "Knowledge")];
    const line = findingsIn(report({ rows: { users, profiles } })).find((each) => each.includes("License"));
    expect(line).toMatch(/2 people \(.*\)$/);
    expect(line).not.toMatch(/Platform|Knowledge/);
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
    expect(text.split("\n").filter((line) => line.startsWith("- Problem: Active, 40 people."))).toHaveLength(1);
  });
  test("tells what a person has confirmed, who, and when", () => {
    const given = [
      givenConfirmation("ip-relaxation", { note: "Seen in Setup", at: "2026-05-03T08:00:00.000Z" }),
      givenConfirmation("scope-by-user", { at: "2026-05-03T09:00:00.000Z" }),
      givenConfirmation("mc-ip-allowlist", { at: "2026-05-02T09:00:00.000Z" }),
      givenConfirmation("mc-password-expiry", { by: "Otto Berg", at: "2026-05-03T09:00:00.000Z" })
    ];
    const [, tried = ""] = caseText(report({ confirmations: given }), words).split(
      `${words({ key: "case.tried" })}:\n`
    );
    const [policies, password, allowlist, ...more] = tried.trimEnd().split("\n");
    expect(policies).toMatch(/^- Vera Lind .*3, 2026: IP Relaxation \(Seen in Setup\) and Scope By User$/);
    expect(password).toMatch(/^- Otto Berg .*3, 2026: /);
    expect(allowlist).toMatch(/^- Vera Lind .*2, 2026: /);
    expect(more).toEqual([]);
  });
  test("names nobody where it is masked, and says so", () => {
    const text = caseText(masked(report({ selection: { impactedUsers: [{ id: IMPACTED_USER }] } }), words), words);
    expect(text).not.toMatch(/Ada|Fields|example\.com|Northern Trail/);
    expect(text).toContain("\nOrg: 00D000000000001AAA, Production\n");
    expect(text).toContain(words({ key: "report.masked" }));
  });
});

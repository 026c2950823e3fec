import { CHECKS } from "../checks/index.ts";
import type { Finding } from "../judge/finding.ts";
import type { Person } from "../facts/people.ts";
import { reportOf, type Report } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { ENGLISH } from "../catalogue.ts";
import { before, impactedUser, inDays, NOW, situation, systemUser, type Changes } from "../testing/situation.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { openVisits } from "../presentation/status.ts";
import { headOf, personText, present, presentVisit, sentences, settingTexts } from "./present.ts";

const words = translatorOf(ENGLISH, "en");
const report = (changes: Changes = {}): Report => reportOf(CHECKS, situation(changes));
const line = (label: string, changes: Changes = {}): string | undefined =>
  headOf(report(changes), words).lines.find(([each]) => each === label)?.[1];

describe("a person is told by", () => {
  test.each<[string, Partial<Person>, string]>([
    ["name and username", { id: "005A", username: "ada@example.com", name: "Ada" }, "Ada (ada@example.com)"],
    ["name alone where no username is known", { id: "005A", name: "Ada" }, "Ada"],
    ["username where no name is known", { id: "005A", username: "ada@example.com" }, "ada@example.com"],
    ["Id where nothing else is known", { id: "005A" }, "005A"],
    ["one word where all are the same", { id: "User 1", username: "User 1", name: "User 1" }, "User 1"],
    ["a dash where nothing is known", {}, "–"]
  ])("%s", (_how, person, expected) => {
    expect(personText({ id: null, username: null, name: null, role: "impacted-user", ...person })).toBe(expected);
  });
});

describe("a report's head tells", () => {
  test("when it was checked, the same wherever it is read", () => {
    expect(line("Checked")).toBe(NOW.toISOString().slice(0, 16).replace("T", " ") + " UTC");
  });
  test.each<[string, Changes, string]>([
    ["a production org", {}, "Northern Trail (00D000000000001AAA), Production"],
    [
      "a sandbox",
      { rows: { organization: [{ Id: "00D1", Name: "Trail", IsSandbox: true }] } },
      "Trail (00D1), Sandbox"
    ],
    ["no org that answered", { faults: { organization: "server" } }, "Org couldn't be read"]
  ])("of %s", (_which, changes, expected) => {
    expect(line("Org", changes)).toBe(expected);
  });
  test("a masked org by its Id alone", () => {
    const { lines } = headOf({ ...report(), masked: true }, words);
    expect(lines[0]?.[1]).toBe("00D000000000001AAA, Production");
  });
  test("each package, also one whose version is not known", () => {
    const versions = [
      { SubscriberPackage: { NamespacePrefix: "et4ae5" } },
      { SubscriberPackage: { NamespacePrefix: "MCCA5PROD" } }
    ];
    const versionsLine = line(words({ key: "report.packages" }), { rows: { "package-versions": versions } });
    expect(versionsLine?.split(", ").map((each) => each.split(" ")[0])).toEqual(["et4ae5", "MCCA5PROD"]);
  });
  test("how many impacted users there are", () => {
    expect(line(words({ key: "ui.people.impacted" }))).toBe("1");
  });
  test("a system user that was chosen, and why one that was not", () => {
    const role = words({ key: "role.system-user" });
    expect(line(role)).toBe("Marketing Cloud Integration (mc@example.com)");
    const guess = line(role, { selection: { systemUser: undefined as never } });
    expect(guess).toContain("Marketing Cloud Integration (mc@example.com)");
    expect(guess).toContain(words({ key: "candidate.both-boxes" }));
    expect(guess).toContain("mc-api-user");
  });
  test("what comes first, and nothing where nothing is left to do", () => {
    const users = [systemUser({ IsActive: false }), impactedUser()];
    expect(headOf(report({ rows: { users } }), words).first).toBe("Activate Marketing Cloud Integration");
    expect(headOf({ ...report(), first: null }, words).first).toBeNull();
  });
  test("that it is masked only where it is", () => {
    expect(headOf(report(), words).masked).toBeNull();
    expect(headOf({ ...report(), masked: true }, words).masked).toBe(words({ key: "report.masked" }));
  });
  test("that it is still checking only while nothing worse is known", () => {
    const checking = words({ key: "verdict.checking" });
    const partial = (changes: Changes) => {
      const { evidence, ...rest } = situation(changes);
      return headOf(reportOf(CHECKS, { ...rest, evidence: before(evidence, "profiles") }), words).verdict;
    };
    expect(partial({})).toBe(checking);
    expect(partial({ rows: { users: [systemUser({ IsActive: false }), impactedUser()] } })).not.toBe(checking);
    expect(headOf(report(), words).verdict).not.toBe(checking);
  });
});

describe("a finding is told", () => {
  const confirmation = givenConfirmation("scope-by-user", { note: "seen" });
  const presentedOf = (check: Finding["check"], changes: Changes = {}) => {
    const found = report(changes).findings.find((finding) => finding.check === check);
    return found && present(found, words);
  };
  test("by its setting, and by whom it is about", () => {
    expect(presentedOf("user-active")?.about).toBe("Active, Marketing Cloud Integration (mc@example.com)");
    expect(presentedOf("scope-by-user")?.about).toBe(ENGLISH["scope-by-user.name"]);
  });
  test.each<[string, object, number]>([
    ["by what is alone", { note: "" }, 1],
    ["with a note", {}, 2],
    ["with a note, and why it no longer counts", { at: inDays(-200) }, 3]
  ])("%s", (_how, changes, count) => {
    expect(presentedOf("scope-by-user", { confirmations: [{ ...confirmation, ...changes }] })?.seen).toHaveLength(
      count
    );
  });
});

describe("a line about a finding", () => {
  const [inactive, unticked, profiled] = ["user-active", "marketing-user", "user-profile"].map((check) =>
    report({
      rows: { users: [systemUser({ IsActive: false, UserPermissionsMarketingUser: false }), impactedUser()] }
    }).findings.find((finding) => finding.check === check)
  ) as [Finding, Finding, Finding];
  const installed = report().findings.find(({ check }) => check === "app-installed") as Finding;
  const called = (name: string): Finding => ({
    ...installed,
    values: Object.fromEntries(Object.keys(installed.values).map((value) => [value, name]))
  });

  test.each<[string, Finding]>([
    ["the title says in a sentence", inactive],
    ["the title says in other words", unticked],
    ["the title quotes", profiled]
  ])("does not repeat what %s", (_what, finding) => {
    const { line, title } = present(finding, words);
    expect(line).toBe(title);
  });
  test.each<[string, Finding]>([
    ["is more than the title says", report().findings.find(({ check }) => check === "viewer-access") as Finding],
    ["is in part what the title says", report().findings.find(({ check }) => check === "appexchange-user") as Finding],
    ["is a name that happens to be made of the title's words", called("Connected app")]
  ])("tells what %s", (_what, finding) => {
    const { line, title, actual } = present(finding, words);
    expect(line).toBe(`${title}. ${actual}`);
  });
  test("tells a note even where what is seen goes without saying", () => {
    const confirmation = givenConfirmation("scope-by-user", { note: "seen" });
    const { line, title } = present({ ...inactive, confirmation }, words);
    expect(line).toBe(`${title}. ${words({ key: "report.note", values: { note: "seen" } })}`);
  });
});

test.each([
  [["One"], "One"],
  [["One", "two"], "One. two"],
  [["One.", "Two?", "Three!", "four"], "One. Two? Three! four"],
  [["Version 1.5 is old", "Next."], "Version 1.5 is old. Next."]
])("sentences are ended but for the last: %j", (texts, expected) => {
  expect(sentences(texts)).toBe(expected);
});

describe("texts of settings", () => {
  const setting = (label: string, expected: string, rest: { state?: string; who?: string } = {}) => ({
    label,
    state: "",
    seen: [],
    expected,
    who: "",
    ...rest
  });
  test.each([
    ["of one setting is the text alone", [setting("A", "on")], ["on"]],
    ["of one setting of one person names the person", [setting("A", "on", { who: "Ada" })], ["Ada: on"]],
    ["of several is each with its setting", [setting("A", "on"), setting("B", "off")], ["A: on", "B: off"]],
    [
      "that are alike of several settings are each with it",
      [setting("A", "on"), setting("B", "on")],
      ["A: on", "B: on"]
    ],
    [
      "of settings that stand differently are each with its state",
      [setting("A", "on", { state: "Blocker" }), setting("B", "off", { state: "Problem" })],
      ["A (Blocker): on", "B (Problem): off"]
    ],
    [
      "of several settings of one person each name both",
      [setting("A", "on", { who: "Ada" }), setting("B", "off")],
      ["A, Ada: on", "B: off"]
    ],
    [
      "of one setting that all should have alike is said once",
      [setting("A", "on", { who: "Ada" }), setting("A", "on", { who: "Bo" })],
      ["on"]
    ],
    [
      "of one setting that each has otherwise is with the person",
      [setting("A", "on", { who: "Ada" }), setting("A", "off", { who: "Bo" })],
      ["Ada: on", "Bo: off"]
    ],
    ["is nothing where nothing is said", [setting("A", ""), setting("B", "off")], ["B: off"]]
  ])("%s", (_what, settings, expected) => {
    expect(settingTexts(settings, (each) => each.expected)).toEqual(expected);
  });
});

describe("a visit in a report", () => {
  const visitTo = (check: Finding["check"], changes: Changes = {}) => {
    const { visits } = openVisits(report(changes).findings);
    const found = visits.find(({ findings }) => findings.some((finding) => finding.check === check));
    return presentVisit(found ?? { findings: [] }, words);
  };
  const users = [systemUser({ IsActive: false, UserPermissionsMarketingUser: false }), impactedUser()];

  test("to settings that stand differently says how each stands, and reasons by setting", () => {
    const { about, settings, reasons, sources, people } = visitTo("user-active", { rows: { users } });
    expect(about).toBeNull();
    expect(settings.map(({ label, state }) => `${label}: ${state}`)).toEqual([
      "Active: Blocker",
      "Marketing User: Problem"
    ]);
    expect(reasons.map((reason) => reason.split(": ")[0])).toEqual(["Active", "Marketing User"]);
    expect(sources).toHaveLength(1);
    expect(people).toEqual([]);
  });
  test("to settings that stand alike says no state", () => {
    expect(visitTo("ip-relaxation").settings.map(({ state }) => state)).toEqual(["", ""]);
  });
  test("to one setting says which and of whom, and the reason alone", () => {
    const active = [systemUser({ IsActive: false }), impactedUser()];
    const { about, settings, reasons } = visitTo("user-active", { rows: { users: active } });
    expect(about).toBe("Active, Marketing Cloud Integration (mc@example.com)");
    expect(settings.map(({ state }) => state)).toEqual([""]);
    expect(reasons).toEqual([ENGLISH["user-active.reason"]]);
  });
  test("for want of one thing says once what that is, what is not checked, and what no page can help", () => {
    const { about, settings, reasons, sources, unchecked, page } = visitTo("user-active", {
      faults: { users: "server" }
    });
    expect([about, page]).toEqual([null, null]);
    expect([settings.length, reasons.length, sources.length]).toEqual([1, 1, 0]);
    expect(settings[0]?.expected).toBe("");
    expect(unchecked.length).toBeGreaterThan(2);
  });
});

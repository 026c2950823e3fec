import { CHECKS } from "../checks/index.ts";
import type { Finding } from "../judge/finding.ts";
import type { Person } from "../facts/people.ts";
import { reportOf, type Report } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { ENGLISH } from "../catalogue.ts";
import { before, impactedUser, inDays, NOW, situation, systemUser, type Changes } from "../testing/situation.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { headOf, personText, present } from "./present.ts";

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
  const word = givenConfirmation("scope-by-user", { note: "seen" });
  const told = (check: Finding["check"], changes: Changes = {}) => {
    const found = report(changes).findings.find((finding) => finding.check === check);
    return found && present(found, words);
  };
  test("by its setting, and by whom it is about", () => {
    expect(told("user-active")?.about).toBe("Active, Marketing Cloud Integration (mc@example.com)");
    expect(told("scope-by-user")?.about).toBe(ENGLISH["scope-by-user.name"]);
  });
  test.each<[string, object, number]>([
    ["by what is alone", { note: "" }, 1],
    ["with a note", {}, 2],
    ["with a note, and why it no longer counts", { at: inDays(-200) }, 3]
  ])("%s", (_how, changes, count) => {
    expect(told("scope-by-user", { confirmations: [{ ...word, ...changes }] })?.seen).toHaveLength(count);
  });
});

import type { SavedChange } from "../changes/change.ts";
import { CHECKS } from "../checks/index.ts";
import { reportOf } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { ENGLISH as messages } from "../catalogue.ts";
import {
  impactedUser,
  IMPACTED_USER,
  inDays,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { printedReport } from "./printed.ts";

const words = translatorOf(messages, "en");
const printed = (changes: Changes = {}) => printedReport(reportOf(CHECKS, situation(changes)), words);
const system = { id: SYSTEM_USER, username: "mc@example.com", role: "system-user" };

describe("a printed report", () => {
  test("names the first thing to do, in words", () => {
    const users = [systemUser({ IsActive: false }), impactedUser()];
    expect(printed({ rows: { users } }).first).toEqual({
      check: "user-active",
      subject: system,
      text: "Activate Marketing Cloud Integration"
    });
  });
  test("names nothing to do where there is nothing", () => {
    const report = reportOf(CHECKS, situation());
    expect(printedReport({ ...report, first: null }, words).first).toBeNull();
  });
  test("names what each trip of the plan settles, as its findings are named", () => {
    const users = [systemUser({ IsActive: false }), impactedUser({ IsActive: false })];
    const { plan, findings } = printed({ rows: { users } });
    const inactive = findings.filter(({ case: name }) => name === "inactive");
    expect(plan.flatMap(({ visits }) => visits.map((visit) => visit.findings))).toContainEqual(
      inactive.map(({ check, subject }) => ({ check, subject }))
    );
  });
  test.each([
    ["a change that was made", null, false],
    ["one that undoes another", "a00000000000001AAA", true]
  ])("tells %s as such", (_what, undoes, isUndo) => {
    const report = reportOf(CHECKS, situation());
    const change = { operation: "set", field: "IsActive", effects: [], needs: [], undoes } as unknown as SavedChange;
    expect(printedReport({ ...report, made: [change] }, words).changes).toMatchObject([{ isUndo, message: null }]);
  });
  test("names people without their names", () => {
    expect(printed().people).toMatchObject({
      systemUser: { ...system, confirmed: true },
      users: [{ id: IMPACTED_USER, username: "ada@example.com", role: "impacted-user" }],
      candidates: [{ username: "mc@example.com" }]
    });
    expect(printed({ selection: { systemUser: undefined as never } }).people.systemUser?.confirmed).toBe(false);
    expect(printed().people.candidates[0]?.reasons).toHaveLength(2);
  });
  test("tells what speaks against a candidate", () => {
    const rows = { "mapped-users": [{ Id: "005M", Name: "M", Username: "m@example.com", IsActive: false }] };
    expect(printed({ rows }).people.candidates[0]).toMatchObject({
      username: "m@example.com",
      against: [words({ key: "candidate.inactive" }), words({ key: "candidate.lacks-boxes" })]
    });
  });
  test("marks what is found of a guess, and of nobody else", () => {
    const guess = printed({ selection: { systemUser: undefined as never } }).findings;
    expect([...new Set(guess.filter(({ tentative }) => tentative).map(({ subject }) => subject?.role))]).toEqual([
      "system-user"
    ]);
    expect(guess.find(({ tentative }) => tentative)?.title).toMatch(
      /^If Marketing Cloud Integration is the system user: /
    );
    expect(printed().findings.filter(({ tentative }) => tentative)).toEqual([]);
  });
  test("has every finding, in the report's order", () => {
    const report = reportOf(CHECKS, situation());
    const keys = report.findings.map(({ check, subject }) => [check, subject?.id]);
    expect(printedReport(report, words).findings.map(({ check, subject }) => [check, subject?.id])).toEqual(keys);
  });
  test("tells a person's word, and why it no longer counts", () => {
    const word = givenConfirmation("scope-by-user", { answer: "off", note: "seen" });
    const printedAt = (at: string) =>
      printed({ confirmations: [{ ...word, at }] }).findings.find(({ check }) => check === "scope-by-user")
        ?.confirmation;
    const { holds, by, note } = word;
    expect(printedAt(inDays(-1))).toEqual({ holds, answer: "off", by, note, at: inDays(-1), lapsed: null });
    expect(printedAt(inDays(-200))).toEqual({
      holds,
      answer: "off",
      by,
      note,
      at: inDays(-200),
      lapsed: expect.any(String) as string
    });
  });
  test.each([
    ["leads to a page", "user-active", true],
    ["leads to no page where none would help", "marketing-cloud-tab", false]
  ])("%s", (_how, check, leads) => {
    const fix = printed().findings.find((finding) => finding.check === check)?.fix;
    expect([fix?.page, fix?.address].map((each) => typeof each === "string")).toEqual([leads, leads]);
    expect(fix?.steps).not.toEqual([]);
  });
});

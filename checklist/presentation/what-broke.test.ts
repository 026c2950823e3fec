import { ENGLISH } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { CHANGE_ACTIONS, setupChangesIn } from "../facts/audit-trail.ts";
import { reportOf } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { inDays, impactedUser, situation, systemUser } from "../testing/situation.ts";
import type { Changed, Trail } from "../judge/changed.ts";
import type { Finding } from "../judge/finding.ts";
import { breakingChangeLine, breakingChangesOf, breakingChangeText, changedText, trailTexts } from "./what-broke.ts";

const words = translatorOf(ENGLISH, "en");
const SET = "Marketing Cloud Connected App";
const idOf = (at: number): string => `005${String(at).padStart(12, "0")}AAA`;
const entry = (at: number, Action: string, Display: string, days: number, By = "Otto Berg") => ({
  Id: `0Ym${String(at).padStart(12, "0")}AAA`,
  Action,
  Display,
  CreatedDate: inDays(-days),
  CreatedBy: { Name: By }
});
const taken = (count: number, By?: string) =>
  Array.from({ length: count }, (_, at) => {
    const id = idOf(at + 100).slice(0, 15);
    return entry(at, "PermSetUnassign", `Permission set ${SET}: unassigned from user X (UserID: [${id}])`, 3, By);
  });
const withoutAccess = (count: number, trail: object[]) => {
  const ids = Array.from({ length: count }, (_, at) => idOf(at + 100));
  return reportOf(
    CHECKS,
    situation({
      selection: { impactedUsers: ids.map((id) => ({ id })) },
      rows: {
        users: [systemUser(), ...ids.map((Id, at) => impactedUser({ Id, Name: `Person ${String(at)}` }))],
        "setup-changes": trail
      }
    })
  ).findings;
};
const textOf = (findings: ReturnType<typeof withoutAccess>, since: string | null = null) =>
  breakingChangesOf(findings, since).map((cause) => breakingChangeText(cause, words));

test("what one person did to a few is one sentence with their names", () => {
  expect(textOf(withoutAccess(2, taken(2)))).toEqual([`Otto Berg removed Person 0 and Person 1 from “${SET}”`]);
});

test("what one person did to many is one sentence with their number", () => {
  expect(textOf(withoutAccess(5, taken(5)))).toEqual([`Otto Berg removed 5 people from “${SET}”`]);
});

test("what two people did is two sentences, in the order of time", () => {
  const [one] = taken(1);
  const [, other] = taken(2, "Ada Fields");
  const later = { ...other, CreatedDate: inDays(-2) };
  expect(textOf(withoutAccess(2, [later, { ...one }]))).toEqual([
    `Otto Berg removed Person 0 from “${SET}”`,
    `Ada Fields removed Person 1 from “${SET}”`
  ]);
});

test.each([
  ["before", inDays(-2), 0],
  ["at the very moment", inDays(-3), 0],
  ["after", inDays(-4), 1]
])("what was done %s is told by when nothing was wrong", (_when, since, count) => {
  expect(textOf(withoutAccess(1, taken(1)), since)).toHaveLength(count);
});

test("what passes now was not broken", () => {
  const findings = withoutAccess(1, taken(1)).map((finding) => ({ ...finding, state: "pass" as const }));
  expect(textOf(findings)).toEqual([]);
});

test("every kind of change has a sentence of its own", () => {
  const rows = CHANGE_ACTIONS.map((Action, at) => entry(at, Action, "x", 1));
  const { evidence } = situation({ rows: { "setup-changes": rows } });
  const keys = new Set(setupChangesIn(evidence).map(({ kind }) => `changed.${kind}`));
  expect([...keys].filter((key) => ENGLISH[key] === undefined)).toEqual([]);
});

test("an entry that names nobody says so", () => {
  const [finding] = withoutAccess(1, [{ ...taken(1)[0], CreatedBy: undefined }]).filter(({ changed }) => changed);
  expect(changedText(finding?.changed ?? never(), words)).toMatch(/^Somebody, May 1, 2026: “Permission set/);
});

/** What was found of somebody, and the change that explains it: one who did it, on one day, if nothing else is said. */
const found = (id: string, changed: Partial<Changed>, finding: Partial<Finding> = {}): Finding =>
  ({
    ...{
      check: "app-access",
      state: "fail",
      values: {},
      subject: { id, name: id, username: null, role: "impacted-user" }
    },
    changed: { id, kind: "set-taken", at: "2026-05-01T08:00:00.000Z", by: "Otto", text: "", set: SET, ...changed },
    ...finding
  }) as unknown as Finding;
/** Of each cause, the people of whom something was found. */
const peopleIn = (findings: readonly Finding[]) =>
  breakingChangesOf(findings, null).map((cause) => cause.findings.map(({ subject }) => subject?.id));

test.each<[string, Partial<Changed>[], string[][]]>([
  ["that took one set on one day is one, whenever it was", [{}, { at: "2026-05-01T21:00:00.000Z" }], [["0", "1"]]],
  ["on two days is two", [{}, { at: "2026-05-02T08:00:00.000Z" }], [["0"], ["1"]]],
  ["with two sets is two", [{}, { set: "Other" }], [["0"], ["1"]]],
  ["by two people is two", [{}, { by: "Ada" }], [["0"], ["1"]]],
  ["of two kinds is two", [{}, { kind: "set-given-until" }], [["0"], ["1"]]],
  [
    "without a set is one for each entry",
    [
      { kind: "frozen", set: null },
      { kind: "frozen", set: null }
    ],
    [["0"], ["1"]]
  ],
  [
    "without a set is one for one entry",
    [
      { kind: "frozen", set: null, id: "e" },
      { kind: "frozen", set: null, id: "e" }
    ],
    [["0", "1"]]
  ],
  [
    "is told in the order of time",
    ["2026-05-03", "2026-05-01", "2026-05-02"].map((day) => ({ at: `${day}T08:00:00.000Z` })),
    [["1"], ["2"], ["0"]]
  ]
])("a change %s", (_what, changes, people) => {
  expect(peopleIn(changes.map((each, at) => found(String(at), each)))).toEqual(people);
});

test.each([
  ["fail", 1],
  ["refuted", 1],
  ["warn", 1],
  ["confirm", 0],
  ["unknown", 0]
] as const)("what is %s now is told with %d changes that broke it", (state, count) => {
  expect(peopleIn([found("0", {}, { state })])).toHaveLength(count);
});

test.each([
  [3, "their names", "Otto removed 0, 1, and 2 from"],
  [4, "their number", "Otto removed 4 people from"]
])("of %d people, a sentence says %s", (count, _what, sentence) => {
  const findings = Array.from({ length: count }, (_each, at) => found(String(at), {}));
  expect(textOf(findings)).toEqual([expect.stringContaining(sentence)]);
});

test("a person of whom two things were found is named once, and what is about nobody names nobody", () => {
  const findings = [found("Ada", {}), found("Ada", {}), found("x", {}, { subject: null })];
  expect(textOf(findings)).toEqual([`Otto removed Ada from “${SET}”`]);
});

test("a change is told with its day", () => {
  const [cause = never()] = breakingChangesOf([found("Ada", { by: null })], null);
  expect(breakingChangeLine(cause, words)).toBe(`May 1, 2026: Somebody removed Ada from “${SET}”`);
});

const SINCE = "2026-04-01T08:00:00.000Z";
const unread = (name: string): Trail => ({ since: null, unread: { case: name, values: { permissions: ["P1"] } } });

test.each<[string, Trail, string | null, string | null, string | null]>([
  ["that was not asked for says nothing", { since: null, unread: null }, null, null, null],
  [
    "says since when it tells, where nobody knows when all was well",
    { since: SINCE, unread: null },
    null,
    "ui.broke.since",
    "Apr 1, 2026"
  ],
  [
    "says since when it tells, where all was well only before",
    { since: SINCE, unread: null },
    inDays(-60),
    "ui.broke.since",
    "Apr 1, 2026"
  ],
  ["leaves nothing out where it tells since all was well", { since: SINCE, unread: null }, SINCE, null, null],
  ["leaves nothing out where it tells of more", { since: SINCE, unread: null }, inDays(-1), null, null],
  ["that needs a permission names it", unread("no-access"), null, "ui.broke.unread", "common.fix.ask"],
  ["that took too long asks to wait", unread("timeout"), null, "ui.broke.unread", "common.fix.wait"],
  ["that was not read for an unknown reason asks to wait", unread("odd"), null, "ui.broke.unread", "common.fix.wait"]
])("the audit trail %s", (_when, trail, healthy, key, part) => {
  const message = words.maybe(part ?? "", { permissions: ["P1"] }) ?? part ?? "";
  const expected = key && words.maybe(key, { message, at: message });
  expect(trailTexts({ trail }, healthy, words)).toEqual(expected === null ? [] : [expected]);
});

test("the audit trail says only that it was not read, in a language that lacks what helps", () => {
  const bare = translatorOf({ "ui.broke.unread": "Not read. {message}" }, "en");
  expect(trailTexts({ trail: unread("timeout") }, null, bare)).toEqual(["Not read."]);
});

const never = (): never => {
  throw new Error("Nothing was changed.");
};

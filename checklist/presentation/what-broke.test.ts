import { ENGLISH } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { CHANGE_ACTIONS, setupChangesIn } from "../facts/audit-trail.ts";
import { reportOf } from "../judge/report.ts";
import { translatorOf } from "../messages/text.ts";
import { inDays, impactedUser, situation, systemUser } from "../testing/situation.ts";
import { breakingChangesOf, breakingChangeText, changedText } from "./what-broke.ts";

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
const told = (findings: ReturnType<typeof withoutAccess>, since: string | null = null) =>
  breakingChangesOf(findings, since).map((cause) => breakingChangeText(cause, words));

test("what one person did to a few is one sentence with their names", () => {
  expect(told(withoutAccess(2, taken(2)))).toEqual([`Otto Berg removed Person 0 and Person 1 from “${SET}”`]);
});

test("what one person did to many is one sentence with their number", () => {
  expect(told(withoutAccess(5, taken(5)))).toEqual([`Otto Berg removed 5 people from “${SET}”`]);
});

test("what two people did is two sentences, in the order of time", () => {
  const [one] = taken(1);
  const [, other] = taken(2, "Ada Fields");
  const later = { ...other, CreatedDate: inDays(-2) };
  expect(told(withoutAccess(2, [later, { ...one }]))).toEqual([
    `Otto Berg removed Person 0 from “${SET}”`,
    `Ada Fields removed Person 1 from “${SET}”`
  ]);
});

test.each([
  ["before", inDays(-2), 0],
  ["at the very moment", inDays(-3), 0],
  ["after", inDays(-4), 1]
])("what was done %s is told by when nothing was wrong", (_when, since, count) => {
  expect(told(withoutAccess(1, taken(1)), since)).toHaveLength(count);
});

test("what passes now was not broken", () => {
  const findings = withoutAccess(1, taken(1)).map((finding) => ({ ...finding, state: "pass" as const }));
  expect(told(findings)).toEqual([]);
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

const never = (): never => {
  throw new Error("Nothing was changed.");
};

import { CHECKS } from "../checks/index.ts";
import { reportOf, type Report } from "../judge/report.ts";
import {
  impactedUser,
  IMPACTED_USER,
  NOW,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { compare, comparedOf, comparedReport, type Compared, type ComparedFinding } from "./compare.ts";
import { savedReport } from "./run.ts";

const report = (changes: Changes = {}): Report => reportOf(CHECKS, situation(changes));
const noMarketing: Changes = {
  rows: { users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false })] }
};
const comparison = (before: Report, after: Report) => compare(comparedReport(before), comparedReport(after));
const compared = (before: Report, after: Report) =>
  comparison(before, after).differences.map(({ before: was, after: is }) => [was.check, was.state, is.state]);

const person = (
  username: string,
  id: string | null = null,
  role: "system-user" | "impacted-user" = "impacted-user"
) => ({
  id,
  username,
  role
});
const side = (people: Compared["people"], findings: ComparedFinding[], changes: Partial<Compared> = {}): Compared => ({
  at: NOW.toISOString(),
  masked: false,
  org: { id: "00D000000000001AAA" },
  people,
  findings,
  ...changes
});
const found = (subject: ComparedFinding["subject"], changes: Partial<ComparedFinding> = {}): ComparedFinding => ({
  check: "user-active",
  subject,
  state: "pass",
  case: "active",
  values: {},
  ...changes
});
const OTHER_ORG = { org: { id: "00D000000000009AAA" } };

test("a report differs in nothing from itself", () => {
  const { differences, systemUser: user, people, checks } = comparison(report(), report());
  expect({ differences, user, people, checks }).toEqual({
    differences: [],
    user: null,
    people: { before: [], after: [] },
    checks: { before: [], after: [] }
  });
});

test("of two reports that differ in one setting, exactly that is told", () => {
  expect(compared(report(), report(noMarketing))).toEqual([["marketing-user", "pass", "fail"]]);
  expect(compared(report(noMarketing), report())).toEqual([["marketing-user", "fail", "pass"]]);
});

test("what has nothing to say in both differs in nothing, whatever the reason", () => {
  const says = (name: string) => side([], [found(null, { state: "not-applicable", case: name })]);
  expect(compare(says("no-app"), says("no-package")).differences).toEqual([]);
});

test("the order of findings and of people makes no difference", () => {
  const one = report(noMarketing);
  const { people } = one;
  const turned = {
    ...one,
    findings: [...one.findings].reverse(),
    people: { ...people, impactedUsers: [...people.impactedUsers].reverse() }
  };
  expect(compared(one, turned)).toEqual([]);
});

describe("values", () => {
  const values = (before: ComparedFinding["values"], after: ComparedFinding["values"], check = "app-access") =>
    compare(
      side([], [found(null, { check, values: before })]),
      side([], [found(null, { check, values: after })])
    ).differences.map((difference) => difference.values);
  test.each<[string, ComparedFinding["values"], ComparedFinding["values"], string, unknown[]]>([
    ["that differ are told by name", { set: "A", count: 1 }, { set: "B", count: 1 }, "app-access", [["set"]]],
    ["that only one has are not told", {}, { set: "B" }, "app-access", []],
    ["that are lists are the same in any order", { sets: ["A", "B"] }, { sets: ["B", "A"] }, "app-access", []],
    ["that are lists of others are told", { sets: ["A", "B"] }, { sets: ["A"] }, "app-access", [["sets"]]],
    [
      "that are names of messages likewise",
      { parts: { texts: ["a", "b"] } },
      { parts: { texts: ["b", "a"] } },
      "x",
      []
    ],
    ["that are dates are not told", { date: { date: "2026-01-01" } }, { date: { date: "2026-02-01" } }, "x", []],
    ["that count what happened lately are not told", { count: 3 }, { count: 4 }, "package-jobs", []],
    ["that count settings are told", { count: 3 }, { count: 4 }, "business-units-enabled", [["count"]]],
    ["that name the subject are not told", { user: "A", by: "C" }, { user: "B", by: "D" }, "app-access", []],
    ["that were not saved are not told", undefined, { set: "B" }, "app-access", []]
  ])("%s", (_what, before, after, check, expected) => {
    expect(values(before, after, check)).toEqual(expected);
  });

  test("that differ in two findings, each in its own way, are told of both", () => {
    const findings = (app: string, set: string) => [
      found(null, { check: "a", values: { app } }),
      found(null, { check: "b", values: { set } })
    ];
    expect(compare(side([], findings("X", "1")), side([], findings("Y", "2"))).differences).toHaveLength(2);
  });

  test("that stand in several findings are told once", () => {
    const findings = (app: string) => ["a", "b"].map((check) => found(null, { check, values: { app } }));
    expect(compare(side([], findings("X")), side([], findings("Y"))).differences).toHaveLength(1);
  });
});

describe("people", () => {
  const differ = (
    before: ReturnType<typeof person>,
    after: ReturnType<typeof person>,
    changes: Partial<Compared> = {}
  ) => {
    const result = compare(
      side([before], [found(before)]),
      side([after], [found(after, { state: "fail", case: "inactive" })], changes)
    );
    return { differences: result.differences.length, people: result.people, systemUser: result.systemUser };
  };
  const same = { differences: 1, people: { before: [], after: [] }, systemUser: null };
  test.each<[string, ReturnType<typeof person>, ReturnType<typeof person>, Partial<Compared>]>([
    ["an Id, under another name", person("a@x.com", "005000000000001AAA"), person("b@x.com", "005000000000001"), {}],
    ["a username, in other capitals", person("Ada@x.com"), person("ada@X.com"), {}],
    ["a username, in another org", person("a@x.com", "0051"), person("a@x.com", "0052"), OTHER_ORG],
    ["a username with a sandbox's name", person("a@x.com", "0051"), person("a@x.com.uat", "0052"), OTHER_ORG],
    ["a username without a sandbox's name", person("a@x.com.uat", "0051"), person("a@x.com", "0052"), OTHER_ORG]
  ])("are the same by %s", (_how, before, after, changes) => {
    expect(differ(before, after, changes)).toEqual(same);
  });

  test.each<[string, ReturnType<typeof person>, ReturnType<typeof person>, Partial<Compared>]>([
    ["one Id, in two orgs", person("a@x.com", "0051"), person("b@x.com", "0051"), OTHER_ORG],
    ["a username with a sandbox's name, in one org", person("a@x.com", "0051"), person("a@x.com.uat", "0052"), {}],
    ["usernames that only begin alike", person("a@x.com", "0051"), person("a@x.community", "0052"), OTHER_ORG]
  ])("are not the same by %s", (_how, before, after, changes) => {
    const { differences, people } = differ(before, after, changes);
    expect([differences, people]).toEqual([0, { before: [before.username], after: [after.username] }]);
  });

  test("who are there by their own username are not taken for their sandbox's copy", () => {
    const [ada, copy] = [person("a@x.com", "0051"), person("a@x.com.uat", "0052")];
    const after = person("a@x.com", "0053");
    const before = side([ada, copy], [found(ada), found(copy, { state: "fail", case: "inactive" })]);
    const { differences, people } = compare(before, side([after], [found(after)], OTHER_ORG));
    expect([differences, people.before]).toEqual([[], ["a@x.com.uat"]]);
  });

  test("of whom only the usernames are known are told apart", () => {
    const [one, other] = [person("a@x.com"), person("b@x.com")];
    const findings = [found(one), found(other, { state: "fail", case: "inactive" })];
    expect(compare(side([one, other], findings), side([other, one], findings)).differences).toEqual([]);
  });

  test("who are in one report only are not compared with what the other says of nobody", () => {
    const somebody = person("a@x.com");
    const after = side([somebody], [found(somebody, { state: "fail", case: "inactive" })]);
    expect(compare(side([], [found(null)]), after).differences).toEqual([]);
  });

  test("that only one of the reports is about are named, and not compared", () => {
    expect(differ(person("a@x.com"), person("b@x.com"))).toEqual({
      differences: 0,
      people: { before: ["a@x.com"], after: ["b@x.com"] },
      systemUser: null
    });
  });

  test("the system user is compared by role, and told where it is another user", () => {
    const [one, other] = [person("a@x.com", "0051", "system-user"), person("b@x.com", "0052", "system-user")];
    expect(differ(one, other)).toEqual({ ...same, systemUser: { before: "a@x.com", after: "b@x.com" } });
    expect(differ(one, { ...one, username: "c@x.com" }).systemUser).toBeNull();
    expect(compare(side([], []), side([one], []))).toMatchObject({
      systemUser: { before: null, after: "a@x.com" },
      people: { before: [], after: [] }
    });
  });

  test.each([
    ["the same username", "a@x.com", "A@x.com", null],
    ["a username with a sandbox's name", "a@x.com", "a@x.com.uat", null],
    ["another username", "a@x.com", "b@x.com", { before: "a@x.com", after: "b@x.com" }]
  ])("the system user of another org is told by %s", (_how, before, after, expected) => {
    const [one, other] = [person(before, "0051", "system-user"), person(after, "0052", "system-user")];
    expect(differ(one, other, OTHER_ORG).systemUser).toEqual(expected);
  });

  test("are compared by role only, too, where one of the reports is masked", () => {
    const [system, user] = [person("a@x.com", "0051", "system-user"), person("b@x.com", "0052")];
    const [before, after] = ["X", "Y"].map((set) =>
      side([system, user], [found(system, { values: { set } }), found(user, { values: { set } })])
    ) as [Compared, Compared];
    for (const [one, other] of [
      [{ ...before, masked: true }, after],
      [before, { ...after, masked: true }]
    ] as const)
      expect(compare(one, other)).toMatchObject({
        differences: [],
        systemUser: null,
        people: { before: [], after: [] }
      });
  });

  test("of masked reports are compared by role only, and without values", () => {
    const [system, user] = [person("System user", null, "system-user"), person("User 1")];
    const masked = (name: string, state: "pass" | "fail") =>
      side(
        [system, user],
        [system, user].map((each) => found(each, { state, values: { set: name } })),
        { masked: true }
      );
    const { differences, people } = compare(masked("Set 1", "pass"), masked("Set 2", "fail"));
    expect(differences.map(({ after, values }) => [after.subject?.role, values])).toEqual([["system-user", []]]);
    expect(people).toEqual({ before: [], after: [] });
  });
});

test("what is unknown in both is counted, since nobody can tell whether it differs", () => {
  const unread: Changes = { faults: { "app-policies": "no-access" } };
  expect(comparison(report(unread), report(unread)).unknown).toBeGreaterThan(0);
  expect(compared(report(), report(unread)).every(([, , state]) => state === "unknown")).toBe(true);
});

test.each([
  ["unknown", "pass", 0],
  ["pass", "unknown", 0],
  ["unknown", "unknown", 1]
] as const)("what is %s before and %s after counts as unknown in both: %d", (before, after, unknown) => {
  const [one, other] = [before, after].map((state) => side([], [found(null, { state })])) as [Compared, Compared];
  expect(compare(one, other).unknown).toBe(unknown);
});

test("what is found in another way is told, though it stands as before", () => {
  const says = (name: string) => side([], [found(null, { case: name })]);
  expect(compare(says("through-set"), says("through-profile")).differences).toHaveLength(1);
});

test("checks that one version has and the other does not are named", () => {
  const one = comparedReport(report());
  const fewer = { ...one, findings: one.findings.filter(({ check }) => check !== "user-active") };
  expect(compare(fewer, one).checks).toEqual({ before: [], after: ["user-active"] });
  expect(compare(one, fewer).checks).toEqual({ before: ["user-active"], after: [] });
});

test("a saved report is compared like the one that it was saved of", () => {
  const after = report(noMarketing);
  const saved = comparedOf(savedReport(report()), after.findings);
  expect(compare(saved, comparedReport(after)).differences.map(({ after: { check } }) => check)).toEqual([
    "marketing-user"
  ]);
  expect(saved.people.map(({ id }) => id)).toEqual([SYSTEM_USER, IMPACTED_USER]);
  expect(comparedReport(after).people.map(({ id }) => id)).toEqual([SYSTEM_USER, IMPACTED_USER]);
});

test("the time alone makes no difference within an hour", () => {
  const later = new Date(NOW.getTime() + 60 * 60 * 1000);
  expect(compared(report(), reportOf(CHECKS, { ...situation(), now: later }))).toEqual([]);
});

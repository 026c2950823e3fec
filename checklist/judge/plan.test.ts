import fc from "fast-check";
import { CHECKS } from "../checks/index.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import {
  assignment,
  before,
  IMPACTED_USER,
  impactedUser,
  noCandidate,
  situation,
  SYSTEM_USER,
  systemUser,
  withoutPackage,
  type Changes
} from "../testing/situation.ts";
import { STATES, type Check, type State } from "./check.ts";
import { findingKey, isFailed, isPassed, type Finding } from "./finding.ts";
import { STEP_IDS, SYMPTOM_STEPS, type CheckId, type StepId } from "./ids.ts";
import { firstOf, inOrderOfPlan, PLAN_LINES, planOf, withDone, type PlanLine } from "./plan.ts";
import { reportOf } from "./report.ts";

const report = (changes: Changes = {}) => reportOf(CHECKS, situation(changes));
const states = (plan: readonly PlanLine[]) => plan.map(({ key, state, waitsFor }) => [key, state, waitsFor]);

const SELF_AUTHORIZED = [
  { Id: "0H4000000000001AAA", OptionsAllowAdminApprovedUsersOnly: false, OptionsRefreshTokenValidityMetric: false }
];
const inactive = [systemUser({ IsActive: false }), impactedUser()];
const guessed = { selection: { systemUser: undefined as never } };
const noAccess = { "permission-set-assignments": [] };
const refutedTab = { confirmations: [givenConfirmation("marketing-cloud-tab", { holds: false })] };

describe("what comes first", () => {
  test.each<[string, Changes, string]>([
    [
      "access comes before tightening who is permitted",
      { rows: { "permission-set-assignments": [assignment(IMPACTED_USER)], "app-policies": SELF_AUTHORIZED } },
      `app-access/${SYSTEM_USER}`
    ],
    [
      "policies come before the users' own settings",
      { rows: { "app-policies": SELF_AUTHORIZED, users: inactive } },
      "permitted-users"
    ],
    [
      "what is broken comes before what could not be read",
      { rows: { users: inactive }, faults: { "app-grants": "server" } },
      `user-active/${SYSTEM_USER}`
    ],
    [
      "what could not be read comes before what is to confirm",
      { faults: { "user-checkboxes": "no-field" } },
      `appexchange-user/${SYSTEM_USER}`
    ],
    ["then what is to confirm, reconnecting last", {}, "ip-relaxation"],
    [
      "who is permitted waits for access that could not be read",
      { rows: { "app-policies": SELF_AUTHORIZED }, faults: { "app-grants": "server" } },
      "app-permission-set"
    ],
    [
      "who is permitted waits for access that may not last or not work",
      {
        rows: {
          "app-policies": SELF_AUTHORIZED,
          "permission-set-assignments": [
            assignment(SYSTEM_USER, { ExpirationDate: "2026-05-06T00:00:00.000Z" }),
            assignment(IMPACTED_USER)
          ]
        }
      },
      `app-access/${SYSTEM_USER}`
    ],
    [
      "who is permitted waits for a system user",
      { rows: { "app-policies": SELF_AUTHORIZED }, ...guessed },
      "system-user-chosen"
    ],
    ["nobody is given access on a guess", { rows: noAccess, ...guessed }, "system-user-chosen"],
    [
      "nobody is locked out where no system user is known at all",
      { rows: { "app-policies": SELF_AUTHORIZED, ...noCandidate, ...noAccess }, ...guessed },
      "system-user-chosen"
    ],
    ["reconnecting waits for what is to confirm, though the tab opened wrong", refutedTab, "ip-relaxation"],
    ["reconnecting waits for a guess", { ...refutedTab, ...guessed }, "system-user-chosen"],
    ["without the package, it", withoutPackage, "package-installed"]
  ])("%s", (_when, changes, first) => {
    expect(report(changes).first).toBe(first);
  });
  test("is what is broken, before what is to look at on the same page", () => {
    const restricted = { confirmations: [givenConfirmation("refresh-token-policy", { holds: false })] };
    expect(report(restricted).first).toBe("refresh-token-policy");
  });
});

describe("the plan", () => {
  test("of an org with faults in every step has a line for each, in their order", () => {
    const plan = report({
      rows: { "app-policies": SELF_AUTHORIZED, users: inactive, ...noAccess },
      ...guessed
    }).plan;
    expect(states(plan)).toEqual([
      ["people", "open", []],
      ["access", "waiting", ["people"]],
      ["connected-app", "waiting", ["people", "access"]],
      ["users", "waiting", ["people"]],
      ["marketing-cloud", "open", []],
      ["reconnect", "waiting", ["people", "access", "connected-app", "users", "marketing-cloud"]]
    ]);
    expect(plan.find(({ key }) => key === "access")?.counts).toMatchObject({ people: 2, toFix: 2 });
  });
  test("has the fields of one page in one visit", () => {
    const line = report({ rows: { "app-policies": SELF_AUTHORIZED } }).plan.find(({ key }) => key === "connected-app");
    expect(line?.visits.map(({ findings }) => findings)).toEqual([
      ["permitted-users", "ip-relaxation", "refresh-token-policy"]
    ]);
  });
  test("waits, for nothing by name, while evidence is on its way", () => {
    const { evidence, ...rest } = situation({ rows: { "app-policies": SELF_AUTHORIZED } });
    const { plan, pending } = reportOf(CHECKS, { ...rest, evidence: before(evidence, "app-grants") });
    expect(pending).toContain("app-access");
    expect(plan.find(({ key }) => key === "connected-app")).toMatchObject({ state: "waiting", waitsFor: [] });
  });
  test("has what could not be checked, and warnings, in a line of their own", () => {
    const soon = { ...assignment(SYSTEM_USER), ExpirationDate: "2026-05-06T00:00:00.000Z" };
    const { plan } = report({
      rows: { "permission-set-assignments": [soon, assignment(IMPACTED_USER)] },
      faults: { profiles: "server" }
    });
    expect(states(plan).map(([key, state]) => [key, state])).toEqual([
      ["unchecked", "open"],
      ["connected-app", "open"],
      ["marketing-cloud", "open"],
      ["reconnect", "waiting"],
      ["watch", "open"]
    ]);
  });
  test("is empty where nothing is left to do", () => {
    expect(
      planOf(
        CHECKS,
        report().findings.map((finding) => ({ ...finding, state: "pass" })),
        []
      )
    ).toEqual([]);
  });
  test("keeps the lines that were done since, as done", () => {
    const then = report({ rows: { users: inactive } }).plan;
    const now = withDone(report().plan, then);
    expect(now.map(({ key, state }) => [key, state])).toEqual([
      ["users", "done"],
      ["connected-app", "open"],
      ["marketing-cloud", "open"],
      ["reconnect", "waiting"]
    ]);
  });
});

const check = (id: CheckId, step: StepId, waits: Partial<Check> = {}): Check => ({ id, step, ...waits }) as Check;
/** In the order of repair. */
const FEW: readonly Check[] = [
  check("system-user-chosen", "people"),
  check("set", "access"),
  check("box", "users", { mendAfter: ["set"] }),
  check("lock", "users", { mendAfter: ["set", "box"] }),
  check("role", "users"),
  check("flag", "marketing-cloud", { lookAfter: ["box"] }),
  check("tab", "reconnect", { mendAfter: "all-earlier", lookAfter: "all-earlier" }),
  check("sends", "results")
];
const ofOne = (name: string, state: State, differs: Partial<Finding> = {}): Finding => {
  const { id, step } = FEW.find((each) => each.id === name) as Check;
  const fix = { of: state === "unknown" ? "common" : id, steps: [], link: null };
  return {
    ...{ check: id, step, state, subject: null, severity: "problem", case: "off", values: {}, tentative: false, fix },
    ...differs
  } as unknown as Finding;
};
const link = { page: "users", address: "/users" } as const;
const onOnePage = (name: string, state: State) => ofOne(name, state, { fix: { of: name, steps: [], link } });
const byChoice = { fix: { of: "common", steps: ["choose-person"], link: null } };
/** All else passes. */
const few = (findings: readonly Finding[], pending: readonly CheckId[] = []): Finding[] =>
  FEW.flatMap(({ id }) => {
    const own = findings.filter((finding) => finding.check === id);
    return own.length ? own : pending.includes(id) ? [] : ofOne(id, "pass");
  });
const planOfFew = (findings: readonly Finding[], pending: readonly CheckId[] = []) =>
  planOf(FEW, few(findings, pending), pending);
/** Each line with its state, what it waits for, and its visits; one in brackets waits. */
const drawn = (plan: readonly PlanLine[]): string[] =>
  plan.map(({ key, state, waitsFor, visits }) => {
    const each = visits.map((visit) => {
      const together = visit.findings.join("+");
      return visit.state === "waiting" ? `(${together})` : together;
    });
    return `${[key, state, ...(waitsFor.length ? ["after", waitsFor.join("+")] : [])].join(" ")}: ${each.join(", ")}`;
  });

describe("a plan of few findings:", () => {
  test.each<[string, Finding[], string[], CheckId[]?]>([
    [
      "what is broken stands before what is to look at in the same step, though it waits for that",
      [ofOne("box", "confirm"), ofOne("lock", "refuted")],
      ["users open: (lock), box"]
    ],
    [
      "what is broken stands before what is to look at in the same step",
      [ofOne("flag", "confirm"), ofOne("flag", "fail", { subject: { id: "ada" } as never })],
      ["marketing-cloud open: flag/ada, flag"]
    ],
    [
      "what a person can choose stands in its step, before what is to look at",
      [ofOne("flag", "confirm"), ofOne("flag", "unknown", { ...byChoice, subject: { id: "ada" } as never })],
      ["marketing-cloud open: flag/ada, flag"]
    ],
    [
      "what could not be checked stands after what is broken, before what is to look at",
      [ofOne("set", "confirm"), ofOne("box", "unknown"), ofOne("flag", "fail")],
      ["marketing-cloud open: flag", "unchecked open: box", "access open: set"]
    ],
    ["a warning that nothing waits for is to watch", [ofOne("flag", "warn")], ["watch open: flag"]],
    [
      "a warning that something waits for is in its step, before what is to look at",
      [ofOne("set", "confirm"), ofOne("set", "warn", { subject: { id: "ada" } as never }), ofOne("box", "fail")],
      ["access open: set/ada, set", "users waiting after access: (box)"]
    ],
    [
      "warnings and advice keep nobody from reconnecting",
      [ofOne("set", "warn"), ofOne("flag", "fail", { severity: "advice" }), ofOne("tab", "confirm")],
      ["reconnect open: tab", "watch open: set"]
    ],
    [
      "reconnecting waits for all that is open before it",
      [ofOne("set", "confirm"), ofOne("flag", "fail"), ofOne("tab", "confirm")],
      ["marketing-cloud open: flag", "access open: set", "reconnect waiting after marketing-cloud+access: (tab)"]
    ],
    ["a symptom alone waits for nothing", [ofOne("sends", "fail")], ["results open: sends"]],
    [
      "a symptom waits for the reconnect, too",
      [ofOne("tab", "confirm"), ofOne("sends", "fail")],
      ["reconnect open: tab", "results waiting after reconnect: (sends)"]
    ],
    [
      "a symptom stands before warnings",
      [ofOne("set", "warn"), ofOne("sends", "fail")],
      ["results open: sends", "watch open: set"]
    ],
    [
      "nothing waits for a symptom",
      [ofOne("tab", "fail"), ofOne("sends", "warn")],
      ["reconnect open: tab", "watch waiting after reconnect: (sends)"]
    ],
    [
      "looking waits for other checks than mending does",
      [ofOne("box", "fail"), ofOne("flag", "confirm"), ofOne("flag", "fail", { subject: { id: "ada" } as never })],
      ["users open: box", "marketing-cloud open: flag/ada, (flag)"]
    ],
    [
      "what on one page waits for something else there is a visit by itself",
      [onOnePage("box", "fail"), onOnePage("lock", "fail")],
      ["users open: box, (lock)"]
    ],
    [
      "what on one page waits for another page keeps the whole visit waiting",
      [ofOne("set", "fail"), onOnePage("box", "fail"), onOnePage("role", "fail")],
      ["access open: set", "users waiting after access: (box+role)"]
    ],
    [
      "where nothing else could be begun, what on one page waits for nothing is a visit by itself",
      [onOnePage("box", "fail"), onOnePage("role", "fail")],
      ["users open: role, (box)"],
      ["set"]
    ],
    ["evidence on its way is waited for, by no name", [ofOne("box", "fail")], ["users waiting: (box)"], ["set"]],
    [
      "a guess waits for the choice of the system user",
      [ofOne("system-user-chosen", "unknown", byChoice), ofOne("flag", "fail", { tentative: true })],
      ["people open: system-user-chosen", "marketing-cloud waiting after people: (flag)"]
    ],
    [
      "a guess waits for what it would wait for anyway, too",
      [
        ofOne("system-user-chosen", "unknown", byChoice),
        ofOne("set", "fail"),
        ofOne("box", "fail", { tentative: true })
      ],
      ["people open: system-user-chosen", "access open: set", "users waiting after people+access: (box)"]
    ],
    [
      "what passes for a guess only is waited for",
      [ofOne("set", "pass", { tentative: true }), ofOne("box", "fail")],
      ["users waiting: (box)"]
    ],
    [
      "reading again and choosing wait for nothing",
      [ofOne("set", "fail"), ofOne("lock", "unknown")],
      ["access open: set", "unchecked open: lock"]
    ],
    [
      "a line with something to begin goes by that",
      [ofOne("box", "confirm"), ofOne("lock", "fail"), ofOne("flag", "fail")],
      ["marketing-cloud open: flag", "users open: (lock), box"]
    ],
    [
      "a line that waits comes after what it waits for, whatever its step",
      [ofOne("set", "confirm"), ofOne("box", "fail"), ofOne("flag", "fail")],
      ["marketing-cloud open: flag", "access open: set", "users waiting after access: (box)"]
    ],
    [
      "a line whose own findings wait for each other comes before those that wait for it",
      [ofOne("box", "fail"), ofOne("lock", "fail"), ofOne("tab", "fail")],
      ["users waiting: (box), (lock)", "reconnect waiting after users: (tab)"],
      ["set"]
    ]
    // Jest hands its `done` to a parameter that a row leaves out.
  ])("%s", (_when, findings, lines, ...[pending]) => {
    expect(drawn(planOfFew(findings, pending))).toEqual(lines);
  });

  test("counts each person once, by Id or by username", () => {
    const of = (name: string, state: State, subject: object) => ofOne(name, state, { subject: subject as never });
    const ada = { id: "ada", username: "ada@example.com" };
    const bo = { id: null, username: "bo@example.com" };
    const [line] = planOfFew([
      ...[of("box", "fail", ada), of("box", "refuted", bo), of("role", "confirm", ada), of("role", "fail", bo)],
      ...[ofOne("role", "unknown", { ...byChoice, subject: { ...ada, id: "other" } as never }), ofOne("role", "fail")],
      ...[of("box", "warn", { ...ada, id: "another" }), of("lock", "fail", ada)]
    ]);
    expect(line?.counts).toEqual({ findings: 8, people: 4, toFix: 5, toConfirm: 1, unknown: 1, warnings: 1 });
  });

  test.each<[string, Finding[], string | null]>([
    ["what is broken, of what is done at once", [onOnePage("box", "warn"), onOnePage("role", "fail")], "role"],
    ["a warning before what is only to look at", [onOnePage("box", "confirm"), onOnePage("role", "warn")], "role"],
    ["what is to look at, where all of it is", [onOnePage("box", "confirm"), onOnePage("role", "confirm")], "box"],
    ["what may be begun, of a line whose first visit waits", [ofOne("box", "confirm"), ofOne("lock", "fail")], "box"]
  ])("names as the first %s", (_what, findings, first) => {
    expect(firstOf(planOfFew(findings), few(findings))).toBe(first);
  });

  test("names nothing as the first where all of it waits", () => {
    const findings = [ofOne("box", "fail")];
    expect(firstOf(planOfFew(findings, ["set"]), few(findings, ["set"]))).toBeNull();
  });
});

describe("what there is no room for", () => {
  const AT_ONCE = ["package", "people", "access", "connected-app", "users", "marketing-cloud", "reconnect"] as const;
  const checks = AT_ONCE.map((step) => check(step, step));
  const findings = AT_ONCE.map((step) => ({ ...ofOne("flag", "fail"), check: step, step }));

  test("comes later, in one line that starts where its first finding does", () => {
    const plan = planOf(checks, findings, []);
    expect(plan.map(({ key }) => key)).toEqual([...AT_ONCE.slice(0, 5), "later"]);
    expect(plan.at(-1)).toMatchObject({ step: "marketing-cloud", state: "open", counts: { findings: 2 } });
    expect(drawn(plan).at(-1)).toBe("later open: marketing-cloud, reconnect");
  });
  test("has no line of its own where all have room", () => {
    expect(planOf(checks, findings.slice(1), []).map(({ key }) => key)).toEqual(AT_ONCE.slice(1));
  });
  test("is not shown as done", () => {
    const [before, now] = [planOf(checks, findings, []), planOf(checks, findings.slice(0, 4), [])];
    expect(withDone(now, before).map(({ key, state }) => `${key} ${state}`)).toEqual([
      "users done",
      ...AT_ONCE.slice(0, 4).map((step) => `${step} open`)
    ]);
  });
  test("of what is done leaves out the last", () => {
    const [before, now] = [planOf(checks, findings.slice(0, 3), []), planOf(checks, findings.slice(3, 7), [])];
    expect(withDone(now, before).map(({ key }) => key)).toEqual([...AT_ONCE.slice(0, 2), ...AT_ONCE.slice(3)]);
  });
  test("is what was done, where nothing else has", () => {
    const [before, now] = [planOf(checks, findings.slice(6), []), planOf(checks, findings.slice(0, 6), [])];
    expect(withDone(now, before).map(({ key }) => key)).toEqual(AT_ONCE.slice(0, 6));
  });
});

test("what is done waits for nothing any more", () => {
  const before = planOfFew([ofOne("set", "fail"), ofOne("box", "fail")]);
  expect(drawn(withDone([], before))).toEqual(["access done: set", "users done: (box)"]);
});

test("what the plan names and nobody finds any more is left out of its order", () => {
  const plan = planOfFew([ofOne("set", "confirm"), ofOne("flag", "fail")]);
  const findings = few([ofOne("set", "confirm")]).filter(({ check: id }) => id !== "flag");
  expect(inOrderOfPlan({ plan, findings }).map(({ check: id }) => id)).toEqual(["set"]);
});

describe("the registry", () => {
  const place = new Map(CHECKS.map(({ id }, at) => [id, at]));
  test("has the checks in the order of their steps, but for symptoms", () => {
    const steps = CHECKS.map(({ step }) => step)
      .filter((step) => !SYMPTOM_STEPS.includes(step))
      .map((step) => STEP_IDS.indexOf(step));
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
  });
  test.each(CHECKS.map((check) => [check.id, check] as const))("%s waits for earlier checks only", (id, check) => {
    const named = [check.mendAfter, check.lookAfter].flatMap((after) => (typeof after === "object" ? after : []));
    for (const each of named) expect(place.get(each)).toBeLessThan(place.get(id) ?? 0);
  });
  test("reconnecting is the last of all", () => {
    expect(CHECKS.at(-1)?.id).toBe("marketing-cloud-tab");
  });
});

describe("whatever is found", () => {
  const people = [SYSTEM_USER, IMPACTED_USER, "005000000000003AAA"];
  const users = [systemUser(), impactedUser(), impactedUser({ Id: people[2] as string, Username: "bo@example.com" })];
  const base = report({
    selection: { impactedUsers: people.slice(1).map((id) => ({ id })) },
    rows: { users }
  }).findings;

  /** How a finding may have come out: with the fix that such a state has. */
  function inState(finding: Finding, state: State, tentative: boolean): Finding {
    const guess = tentative && finding.subject?.role === "system-user";
    if (state !== "unknown") return { ...finding, state, tentative: guess };
    const choice = finding.check === "system-user-chosen";
    const steps = [choice ? "choose-system-user" : "ask"];
    const lack = { case: choice ? "system-user-guessed" : "hidden", values: { api: finding.step } };
    return { ...finding, ...lack, state, tentative: guess, fix: { of: "common", steps, link: null } };
  }
  const drawn = fc.record({
    states: fc.array(fc.constantFrom(...STATES), { minLength: base.length, maxLength: base.length }),
    tentative: fc.boolean(),
    pending: fc.subarray(CHECKS.map(({ id }) => id))
  });
  const found = ({ states: each, tentative }: { states: State[]; tentative: boolean }): Finding[] =>
    base.map((finding, at) => {
      const state = each[at] ?? "pass";
      const isChoice = finding.check === "system-user-chosen";
      return inState(finding, tentative && isChoice ? "unknown" : state, tentative);
    });
  const hold = (law: (plan: PlanLine[], findings: Finding[], pending: CheckId[]) => void) => {
    fc.assert(
      fc.property(drawn, fc.boolean(), (given, complete) => {
        const pending = complete ? [] : given.pending;
        const findings = found(given).filter(({ check }) => !pending.includes(check));
        law(planOf(CHECKS, findings, pending), findings, pending);
      }),
      { seed: 20260504, numRuns: 150 }
    );
  };
  const open = (findings: Finding[]) =>
    findings.filter(
      (finding) => !isPassed(finding) && finding.state !== "not-applicable" && finding.severity !== "advice"
    );

  test("the plan has at most six lines", () => {
    hold((plan) => {
      expect(plan.length).toBeLessThanOrEqual(PLAN_LINES);
    });
  });
  test("everything that counts is in exactly one visit of exactly one line", () => {
    hold((plan, findings) => {
      const planned = plan.flatMap(({ visits }) => visits.flatMap((visit) => visit.findings));
      expect([...planned].sort()).toEqual(open(findings).map(findingKey).sort());
      for (const { visits } of plan)
        for (const {
          key,
          findings: [first]
        } of visits)
          expect(key).toBe(first);
    });
  });
  test("nothing is offered whose precondition is broken, unknown, left to confirm, a guess, or on its way", () => {
    hold((plan, findings, pending) => {
      const sure = (id: CheckId): boolean =>
        !pending.includes(id) &&
        findings.filter(({ check }) => check === id).every((finding) => !finding.tentative && !open([finding]).length);
      const harmless = (id: CheckId): boolean =>
        !pending.includes(id) &&
        findings
          .filter(({ check }) => check === id)
          .every((finding) => !finding.tentative && open([finding]).every(({ state }) => state === "warn"));
      const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
      const offered = plan
        .flatMap(({ visits }) => visits.filter(({ state }) => state === "open"))
        .flatMap((visit) => visit.findings.map((key) => byKey.get(key) as Finding))
        .filter(({ fix }) => fix.of !== "common");
      for (const finding of offered) {
        const at = CHECKS.findIndex(({ id }) => id === finding.check);
        const { mendAfter, lookAfter } = CHECKS[at] as (typeof CHECKS)[number];
        const after = SYMPTOM_STEPS.includes(finding.step)
          ? "all-earlier"
          : ((finding.state === "confirm" ? lookAfter : mendAfter) ?? []);
        expect(finding.tentative).toBe(false);
        const unmet =
          after === "all-earlier"
            ? CHECKS.filter(({ id, step }, place) => {
                if (SYMPTOM_STEPS.includes(step)) return false;
                return (place < at || SYMPTOM_STEPS.includes(finding.step)) && !harmless(id);
              })
            : after.filter((id) => !sure(id));
        expect([finding.check, unmet]).toEqual([finding.check, []]);
      }
    });
  });
  test("what comes first is in the first line that is open, and only waits where evidence does", () => {
    hold((plan, findings, pending) => {
      const first = firstOf(plan, findings);
      const line = plan.find(({ state }) => state === "open");
      expect(line?.visits.flatMap((visit) => visit.findings) ?? [null]).toContain(first);
      if (!pending.length && plan.length) expect(plan[0]?.state).toBe("open");
    });
  });
  test("a line that waits names lines that come before it", () => {
    hold((plan, _findings, pending) => {
      for (const [at, { key, state, waitsFor }] of plan.entries()) {
        const earlier = plan.slice(0, at).map((line) => line.key);
        expect(waitsFor).not.toContain(key);
        expect(earlier).toEqual(expect.arrayContaining([...waitsFor]));
        if (state === "open") expect(waitsFor).toEqual([]);
        else if (!pending.length && key !== "later") expect(waitsFor).not.toEqual([]);
      }
    });
  });
  test("what may be mended now stands in the order of the steps, and so does what is only to look at", () => {
    hold((plan, findings) => {
      const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
      const places = (which: (findings: Finding[]) => boolean) =>
        plan
          .filter(({ key }) => (STEP_IDS as readonly string[]).includes(key))
          .filter(({ visits }) => {
            const offered = visits.filter(({ state }) => state === "open").flatMap((visit) => visit.findings);
            return offered.length > 0 && which(offered.map((key) => byKey.get(key) as Finding));
          })
          .map(({ key }) => (STEP_IDS as readonly string[]).indexOf(key));
      const mend = places((offered) => offered.some(isFailed));
      const look = places((offered) => offered.every(({ state }) => state === "confirm"));
      for (const order of [mend, look]) expect(order).toEqual([...order].sort((a, b) => a - b));
    });
  });
  test("what failed and may be mended comes before what only a person can see", () => {
    hold((plan, findings) => {
      const byKey = new Map(findings.map((finding) => [findingKey(finding), finding]));
      const first = byKey.get(firstOf(plan, findings) ?? "");
      const failedAndOpen = plan
        .flatMap(({ visits }) => visits.filter(({ state }) => state === "open"))
        .flatMap((visit) => visit.findings)
        .some((key) => isFailed(byKey.get(key) as Finding));
      if (failedAndOpen) expect(first?.state).not.toBe("confirm");
    });
  });
});

import { ENGLISH as en } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { adminProfile, impactedUser, situation, systemUser, type Changes } from "../testing/situation.ts";
import type { Finding } from "../judge/finding.ts";
import { reportOf } from "../judge/report.ts";
import { visitsOf, type Visit } from "../judge/visits.ts";
import { openAndFolded } from "./status.ts";
import { translatorOf } from "../messages/text.ts";
import { uncheckedOf, visitText, type VisitText } from "./visit-text.ts";

const words = translatorOf(en, "en");
const open = (changes: Changes): Finding[] => openAndFolded(reportOf(CHECKS, situation(changes)).findings).open;
const visits = (changes: Changes): Visit[] => visitsOf(open(changes));
const saying = (changes: Changes, name: string): Visit[] =>
  visits(changes).filter(({ findings: [finding] }) => finding?.case === name);
const linesOf = (changes: Changes, name: string): string[][] =>
  saying(changes, name).map(({ findings }) => uncheckedOf(findings, words));
/** The visit in which the check stands, in words. */
function textOf(check: string, changes: Changes): VisitText {
  const found = visits(changes).find(({ findings }) => findings.some((finding) => finding.check === check));
  if (!found) throw new Error(`Nothing of ${check} is open.`);
  return visitText(found, words);
}
const stepsOf = ({ ways }: VisitText) => ways.flatMap(({ steps }) => steps);
const idsIn = ({ settings }: VisitText): string[] => settings.map(({ finding }) => `${finding.check}/${finding.case}`);

const IMPACTED = "005000000000002AAA";
const two = { impactedUsers: [{ id: IMPACTED }, { id: "005000000000003AAA" }] };
const FORTY = Array.from({ length: 40 }, (_, at) => `005${String(at + 100).padStart(12, "0")}AAA`);
const forty = (change: (at: number) => object): Changes => ({
  selection: { impactedUsers: FORTY.map((id) => ({ id })) },
  rows: { users: [systemUser(), ...FORTY.map((Id, at) => impactedUser({ Id, Name: `User ${at}`, ...change(at) }))] }
});

describe("visits", () => {
  test("leave out nothing and repeat nothing", () => {
    const changes: Changes = { faults: { users: "server", profiles: "timeout" }, selection: two };
    const all = visits(changes).flatMap(({ findings }) => findings);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(open(changes).length);
  });
  test("are told in the order of the findings", () => {
    const findings = open({ faults: { users: "server" } });
    const places = visitsOf(findings).map(({ findings: [first] }) => findings.indexOf(first as Finding));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });
  test("are one for people whose pages ask for the same", () => {
    const users = [systemUser({ IsActive: false }), impactedUser({ IsActive: false })];
    expect(saying({ rows: { users } }, "inactive").map(({ findings }) => findings.length)).toEqual([2]);
  });
  test("are one for what one query keeps from being checked", () => {
    expect(saying({ faults: { users: "server" }, selection: two }, "server")).toHaveLength(1);
  });
  test("are two for two queries that fail", () => {
    expect(saying({ faults: { users: "server", "app-grants": "server" } }, "server")).toHaveLength(2);
  });
  test("are one for each person who was not found", () => {
    const missing = saying({ rows: { users: [] }, selection: two }, "person-not-found");
    expect(missing).toHaveLength(3);
    for (const { findings } of missing) {
      expect(findings.length).toBeGreaterThan(1);
      expect(new Set(findings.map(({ values }) => values.user)).size).toBe(1);
    }
  });
});

describe("a visit in words", () => {
  test("to forty people with one fault is one setting, the list of them, and one list of steps", () => {
    const text = textOf(
      "marketing-user",
      forty(() => ({ UserPermissionsMarketingUser: false }))
    );
    expect(idsIn(text)).toEqual(["marketing-user/not-ticked"]);
    expect(text.people).toHaveLength(FORTY.length);
    expect(text.settings[0]?.who).toBe("");
    expect(stepsOf(text).filter(({ step }) => step === "save")).toHaveLength(1);
    expect(
      stepsOf(text)
        .map(({ text: step }) => step)
        .join()
    ).toContain(words({ key: "ui.visit.those" }));
    expect(text.address).toBe("");
  });
  test("of whom different things were found says of each what, and of whom", () => {
    const licensed = (Id: string, license: string) =>
      adminProfile({ Id, UserLicense: { Name: license, LicenseDefinitionKey: license } });
    const { rows = {}, ...rest } = forty((at) => ({ ProfileId: at % 2 ? "00eA" : "00eB" }));
    const profiles = [adminProfile(), licensed("00eA", "Platform"), licensed("00eB", "Knowledge")];
    const text = textOf("user-license", { ...rest, rows: { ...rows, profiles } });
    const licenses = text.settings.filter(({ finding }) => finding.check === "user-license");
    expect(licenses.map(({ finding }) => finding.values.license)).toEqual(["Knowledge", "Platform"]);
    expect(licenses.map(({ who }) => who)).toEqual([
      expect.stringMatching(/^User 0, .*10/),
      expect.stringMatching(/^User 1, .*10/)
    ]);
    expect(licenses.flatMap(({ found }) => found)).toHaveLength(FORTY.length);
  });
  test("to one page has its settings and one save", () => {
    const rows = { users: [systemUser({ IsActive: false, UserPermissionsMarketingUser: false }), impactedUser()] };
    const text = textOf("marketing-user", { rows });
    expect(idsIn(text)).toEqual(["user-active/inactive", "marketing-user/not-ticked"]);
    expect(text.people).toHaveLength(1);
    expect(stepsOf(text).filter(({ step }) => step === "save")).toHaveLength(1);
    expect(stepsOf(text).at(-1)?.step).toBe("save");
    expect(text.reasons.map(({ label }) => label)).toEqual([en["user-active.name"], en["marketing-user.name"]]);
    expect(text.address).not.toBe("");
  });
  test("of one finding is that finding", () => {
    const text = textOf("user-active", { rows: { users: [systemUser({ IsActive: false }), impactedUser()] } });
    expect(idsIn(text)).toEqual(["user-active/inactive"]);
    expect(text.title).toBe(text.settings[0]?.wording.title);
    expect([text.status, text.isToLook]).toEqual(["blocker", false]);
  });
  test("asks to look where all of it is to confirm, and says what can't be checked in one", () => {
    expect(textOf("scope-by-user", {}).isToLook).toBe(true);
    const gap = textOf("user-active", { faults: { users: "server" } });
    expect(gap.title).toBe(gap.settings[0]?.wording.title);
    expect(gap.unchecked.length).toBeGreaterThan(1);
  });
});

/** Words that show what stands where: ids, and what fills the places. */
const plain = translatorOf(
  {
    "page.user": "user page",
    "page.setup": "setup page",
    "a.off.title": "{user} off",
    "a.none.title": "None",
    "ui.visit.and-others.other": "{title}, {count}",
    "ui.visit.people.other": "people {count} {labels}",
    "ui.visit.fields.other": "fields {count} {what}",
    "ui.visit.those": "those",
    "ui.symptom.and-more.other": "more {count}",
    "plan.marketing-cloud.other": "marketing cloud {count}",
    "common.fix.for": "for {user}",
    "common.fix.set": "set {set}",
    "common.fix.edit": "edit.",
    "common.fix.edit-more": "edit. And more.",
    "common.fix.end": "And more.",
    "common.fix.save": "save"
  },
  "en"
);
interface Differs extends Partial<Omit<Finding, "fix" | "subject">> {
  readonly steps?: readonly string[];
  readonly page?: string;
}
/** What is found of somebody on their page. */
const of = (
  check: string,
  name: string | null,
  { steps = ["save"], page = "user", ...differs }: Differs = {}
): Finding =>
  ({
    ...{ check, case: "off", state: "fail", severity: "problem", step: "users", tentative: false, source: {} },
    ...{ values: name === null ? {} : { user: name }, confirmation: null, lapsed: null },
    subject: name === null ? null : { id: name, username: null, name, role: "impacted-user" },
    fix: { of: check, steps, link: page === "" ? null : { page, address: `/${page}` } },
    ...differs
  }) as unknown as Finding;
const say = (...findings: Finding[]): VisitText => visitText({ findings }, plain);
const waysIn = ({ ways }: VisitText) => ways.map(({ who, steps }) => [who, ...steps.map(({ text }) => text)]);
const names = (count: number): string[] => Array.from({ length: count }, (_each, at) => `P${String(at)}`);

describe("the title of a visit", () => {
  const app = (differs: Differs) => [of("a", null, differs), of("b", null, differs)];
  test.each<[string, readonly Finding[], string]>([
    [
      "of what is the same of three people says it of the first",
      ["Ada", "Bo", "Cy"].map((who) => of("a", who)),
      "Ada off, 2"
    ],
    [
      "of what is the same of two people, and names nobody, says it",
      ["Ada", "Bo"].map((who) => of("a", who, { case: "none" })),
      "None"
    ],
    [
      "of two people with different things has their number and each setting once",
      [of("a", "Ada"), of("a", "Bo", { case: "lost" }), of("b", "Bo")],
      "people 2 a and b"
    ],
    ["of one person has the name", [of("a", "Ada"), of("b", "Ada")], "fields 2 Ada"],
    ["in Marketing Cloud has the number", app({ step: "marketing-cloud" }), "marketing cloud 2"],
    ["of the app has its name", app({ step: "connected-app", values: { app: "MC" } }), "fields 2 MC"],
    ["of the app, where its name is unknown, has the page", app({ step: "connected-app" }), "fields 2 user page"],
    ["on another page has the page", app({ values: { app: "MC" } }), "fields 2 user page"],
    ["on no page has the settings", app({ page: "" }), "fields 2 a and b"]
  ])("%s", (_what, findings, title) => {
    expect(say(...findings).title).toBe(title);
  });
});

describe("the steps of a visit", () => {
  test.each<[string, readonly Finding[], readonly (readonly string[])[]]>([
    [
      "open and save once, the save last",
      [of("a", "Ada", { steps: ["edit", "a", "save"] }), of("b", "Ada", { steps: ["edit", "b", "save"] })],
      [["", "edit.", "a", "b", "save"]]
    ],
    [
      "leave out the one that another says with more",
      [of("a", "Ada", { steps: ["edit", "a"] }), of("b", "Ada", { steps: ["edit-more", "b"] })],
      [["", "edit. And more.", "a", "b"]]
    ],
    [
      "keep the one that another ends with",
      [of("a", "Ada", { steps: ["end"] }), of("b", "Ada", { steps: ["edit-more"] })],
      [["", "And more.", "edit. And more."]]
    ],
    [
      "leave out those of what is right",
      [of("a", null, { steps: ["a"] }), of("b", null, { steps: ["b"], state: "pass" })],
      [["", "a"]]
    ],
    [
      "are said once for people who need the same, though something else was found of each",
      ["Ada", "Bo"].map((user) => of("a", user, { steps: ["for"], values: { user, set: user } })),
      [["", "for Ada and Bo"]]
    ],
    [
      "are said for each where people need something different",
      ["Ada", "Bo"].map((user) => of("a", user, { steps: ["set"], values: { user, set: `S ${user}` } })),
      [
        ["Ada", "set S Ada"],
        ["Bo", "set S Bo"]
      ]
    ],
    [
      "name ten people who need the same",
      names(10).map((user) => of("a", user, { steps: ["for"], values: { user } })),
      [["", "for P0, P1, P2, P3, P4, P5, P6, P7, P8, and P9"]]
    ],
    [
      "refer to the list where there are more",
      names(11).map((user) => of("a", user, { steps: ["for"], values: { user } })),
      [["", "for those"]]
    ]
  ])("%s", (_what, findings, ways) => {
    expect(waysIn(say(...findings))).toEqual(ways);
  });
  test.each([
    [10, /^P0, .*, and P9$/],
    [11, /^P0, .*, and P9 more 1$/]
  ])("for %d of more people name ten, and count the others", (count, who) => {
    const [some] = say(
      ...names(count).map((name) => of("a", name, { steps: ["a"] })),
      of("b", "Bo", { steps: ["b"] })
    ).ways;
    expect(some?.who).toMatch(who);
  });
});

describe("a visit", () => {
  const own = { case: "own", state: "unknown" } as const;
  test.each<[string, readonly Finding[], readonly string[]]>([
    ["that is one gap of one person says of whom", [of("a", "Ada", own)], ["a, Ada"]],
    [
      "that is several for want of one thing says each",
      ["a", "b"].map((check) => of(check, null, { state: "unknown", case: "server" })),
      ["a", "b"]
    ],
    ["that is several of other kinds has settings instead", [of("a", "Ada", own), of("b", "Ada", own)], []]
  ])("%s", (_what, findings, unchecked) => {
    expect(say(...findings).unchecked).toEqual(unchecked);
  });
  test.each<[string, readonly Finding["state"][], boolean]>([
    ["all is to confirm, to look", ["confirm", "confirm"], true],
    ["something is to mend, to mend", ["confirm", "fail"], false],
    ["the rest is right, to look", ["confirm", "pass"], true],
    ["all is right, nothing", ["pass", "confirmed"], false]
  ])("asks, where %s", (_what, states, isToLook) => {
    expect(say(...states.map((state, at) => of(String(at), null, { state }))).isToLook).toBe(isToLook);
  });
  test.each<[string, readonly Finding[], string]>([
    ["one person's page", [of("a", "Ada"), of("b", "Ada")], "/user"],
    ["a page that two people share", [of("a", "Ada", { page: "setup" }), of("a", "Bo", { page: "setup" })], "/setup"],
    ["nowhere, where each of two has a page", [of("a", "Ada"), of("a", "Bo")], ""],
    ["nowhere, where no page helps", [of("a", null, { page: "" })], ""]
  ])("leads to %s", (_what, findings, address) => {
    expect(say(...findings).address).toBe(address);
  });
  test("warns of nothing where no fix can do harm", () => {
    expect(say(of("a", "Ada"), of("b", "Ada")).risks).toEqual([]);
  });
  test("has a finding as it is, where it names nobody or is of one person alone", () => {
    const [ada, bo] = ["Ada", "Bo"].map((who) => of("a", who, { values: {} })) as [Finding, Finding];
    const one = of("b", "Bo", { values: { user: "B." } });
    expect(say(ada, bo, one).settings.map(({ finding }) => finding)).toEqual([ada, one]);
  });
});

describe("what was not checked", () => {
  test("is told of each check, with how many people", () => {
    const [lines = []] = linesOf({ faults: { users: "server" }, selection: two }, "server");
    expect(lines).toContain("Active, 3 people");
    expect(new Set(lines).size).toBe(lines.length);
  });
  test("is told by its label alone where it is about nobody", () => {
    const [lines] = linesOf({ faults: { "app-grants": "server" }, selection: two }, "server");
    expect(lines).toEqual(["Permission set for the app", "Access to the app, 3 people"]);
  });
  test("is told with the name where it is one person", () => {
    const [lines = []] = linesOf(
      { rows: { users: [systemUser()] }, selection: { impactedUsers: [{ id: IMPACTED }] } },
      "person-not-found"
    );
    expect(lines.find((line) => line.startsWith("Active"))).toMatch(/^Active, .+/);
    expect(lines.find((line) => line.startsWith("Active"))).not.toMatch(/people|person/);
  });
  test("goes without saying for one check that is about nobody", () => {
    expect(linesOf({ faults: { "package-license": "server" } }, "server")).toEqual([[]]);
  });
  test("is nothing where all was judged", () => {
    expect(linesOf({ rows: { users: [systemUser({ IsActive: false }), impactedUser()] } }, "inactive")).toEqual([[]]);
  });
});

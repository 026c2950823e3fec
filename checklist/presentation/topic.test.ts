import { ENGLISH as en } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { impactedUser, situation, systemUser, type Changes } from "../testing/situation.ts";
import type { Finding } from "../judge/finding.ts";
import { reportOf } from "../judge/report.ts";
import { openAndFolded } from "./status.ts";
import { translatorOf } from "../messages/text.ts";
import { topicsOf, uncheckedOf, type Topic } from "./topic.ts";

const words = translatorOf(en, "en");
const open = (changes: Changes): Finding[] => openAndFolded(reportOf(CHECKS, situation(changes)).findings).open;
const topics = (changes: Changes): Topic[] => topicsOf(open(changes));
const saying = (changes: Changes, name: string): Topic[] =>
  topics(changes).filter(({ finding }) => finding.case === name);
const told = (changes: Changes, name: string): string[][] =>
  saying(changes, name).map((topic) => uncheckedOf(topic, words));

const IMPACTED = "005000000000002AAA";
const two = { impactedUsers: [{ id: IMPACTED }, { id: "005000000000003AAA" }] };

describe("topics", () => {
  test("leave out nothing and repeat nothing", () => {
    const changes: Changes = { faults: { users: "server", profiles: "timeout" }, selection: two };
    const all = topics(changes).flatMap(({ finding, alike }) => [finding, ...alike]);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toHaveLength(open(changes).length);
  });
  test("are told in the order of the findings", () => {
    const findings = open({ faults: { users: "server" } });
    expect(topicsOf(findings).map(({ finding }) => findings.indexOf(finding))).toEqual(
      topicsOf(findings)
        .map(({ finding }) => findings.indexOf(finding))
        .sort((a, b) => a - b)
    );
  });
  test("what was judged stands alone, for each person", () => {
    const users = [systemUser({ IsActive: false }), impactedUser({ IsActive: false })];
    const inactive = saying({ rows: { users } }, "inactive");
    expect(inactive.map(({ alike }) => alike)).toEqual([[], []]);
  });
  test("one query that fails is one topic, whatever it keeps from being checked", () => {
    expect(saying({ faults: { users: "server" }, selection: two }, "server")).toHaveLength(1);
  });
  test("two queries that fail are two", () => {
    expect(saying({ faults: { users: "server", "app-grants": "server" } }, "server")).toHaveLength(2);
  });
  test("a check's own reason not to know is nobody else's", () => {
    const each = saying({ rows: { profiles: [] } }, "no-profile").map(({ finding }) => finding);
    expect(each.length).toBeGreaterThan(1);
  });
  test("what does not apply stands alone", () => {
    const { findings } = reportOf(CHECKS, situation({ rows: { "connected-apps": [] } }));
    const without = findings.filter(({ state }) => state === "not-applicable");
    expect(topicsOf(without)).toHaveLength(without.length);
    expect(without.length).toBeGreaterThan(2);
  });
  test("each person who was not found is a topic", () => {
    const missing = saying({ rows: { users: [] }, selection: two }, "person-not-found").filter(
      ({ finding }) => finding.subject !== null
    );
    expect(missing).toHaveLength(3);
    expect(missing.every(({ alike }) => alike.length > 0)).toBe(true);
    for (const { finding, alike } of missing)
      expect(new Set([finding, ...alike].map(({ subject }) => subject?.id)).size).toBe(1);
  });
});

describe("what was not checked", () => {
  test("is told of each check, with how many people", () => {
    const [lines = []] = told({ faults: { users: "server" }, selection: two }, "server");
    expect(lines).toContain("Active, 3 people");
    expect(new Set(lines).size).toBe(lines.length);
  });
  test("is told by its label alone where it is about nobody", () => {
    const [lines] = told({ faults: { "app-grants": "server" }, selection: two }, "server");
    expect(lines).toEqual(["Permission set of the app", "Access to the app, 3 people"]);
  });
  test("is told with the name where it is one person", () => {
    const [lines = []] = told(
      { rows: { users: [systemUser()] }, selection: { impactedUsers: [{ id: IMPACTED }] } },
      "person-not-found"
    );
    expect(lines.find((line) => line.startsWith("Active"))).toMatch(/^Active, .+/);
    expect(lines.find((line) => line.startsWith("Active"))).not.toMatch(/people|person/);
  });
  test("goes without saying for one check that is about nobody", () => {
    expect(told({ faults: { "package-license": "server" } }, "server")).toEqual([[]]);
  });
  test("is nothing where all was judged", () => {
    expect(
      saying({ rows: { users: [systemUser({ IsActive: false })] } }, "inactive").map((each) => uncheckedOf(each, words))
    ).toEqual([[]]);
  });
});

import type { Finding } from "./finding.ts";
import { lackOf, visitsOf } from "./visits.ts";

/** What grouping reads of a finding about Ada, mended on her page. */
const ofAda = (check: string, differs: object = {}): Finding =>
  ({
    ...{ check, case: "off", state: "fail", step: "users", tentative: false, values: {} },
    subject: { id: "ada", username: "ada@example.com" },
    fix: { of: "check", link: { page: "user", address: "/ada" } },
    ...differs
  }) as unknown as Finding;
const ofBo = (check: string, differs: object = {}): Finding =>
  ofAda(check, {
    subject: { id: "bo", username: "bo@example.com" },
    fix: { of: "check", link: { page: "user", address: "/bo" } },
    ...differs
  });
const ofApp = (check: string, differs: object = {}): Finding =>
  ofAda(check, { subject: null, fix: { of: "check", link: { page: "app", address: "/app" } }, ...differs });
const unknown = (check: string, name: string, values: object = {}): Finding =>
  ofAda(check, { case: name, state: "unknown", values });

const TABLE: readonly { when: string; findings: readonly Finding[]; visits: readonly (readonly number[])[] }[] = [
  { when: "two settings on one person's page are one", findings: [ofAda("a"), ofAda("b")], visits: [[0, 1]] },
  { when: "two settings on the app's page are one", findings: [ofApp("a"), ofApp("b")], visits: [[0, 1]] },
  {
    when: "what stands between two of one page comes after them",
    findings: [ofApp("a"), ofAda("b"), ofApp("c")],
    visits: [[0, 2], [1]]
  },
  {
    when: "two apps are two",
    findings: [ofApp("a"), ofApp("b", { fix: { of: "check", link: { page: "app", address: "/other" } } })],
    visits: [[0], [1]]
  },
  { when: "one page in two steps is two", findings: [ofApp("a"), ofApp("b", { step: "app" })], visits: [[0], [1]] },
  { when: "a guess stands alone", findings: [ofAda("a"), ofAda("b", { tentative: true })], visits: [[0], [1]] },
  {
    when: "what has no page stands alone",
    findings: [ofApp("a", { fix: { of: "check" } }), ofApp("b", { fix: { of: "check" } })],
    visits: [[0], [1]]
  },
  {
    when: "what is only read again stands alone, though it has a page",
    findings: [
      ofApp("a", { fix: { of: "common", link: { page: "app", address: "/app" } } }),
      ofApp("b", { fix: { of: "common", link: { page: "app", address: "/app" } } })
    ],
    visits: [[0], [1]]
  },
  { when: "two people with one fault are one", findings: [ofAda("a"), ofBo("a")], visits: [[0, 1]] },
  {
    when: "two people with the same two faults, in another order, are one",
    findings: [ofAda("a"), ofAda("b"), ofBo("b"), ofBo("a")],
    visits: [[0, 1, 2, 3]]
  },
  { when: "two people with other faults are two", findings: [ofAda("a"), ofBo("b")], visits: [[0], [1]] },
  {
    when: "two people of whom one needs more are two",
    findings: [ofAda("a"), ofAda("b"), ofBo("a")],
    visits: [[0, 1], [2]]
  },
  {
    when: "two people with another case of one check are two",
    findings: [ofAda("a"), ofBo("a", { case: "unset" })],
    visits: [[0], [1]]
  },
  {
    when: "two people of whom one is a guess are two",
    findings: [ofAda("a"), ofBo("a", { tentative: true })],
    visits: [[0], [1]]
  },
  {
    when: "two people whose fault is mended elsewhere are two",
    findings: [
      ofAda("a", { fix: { of: "check", link: { page: "profile", address: "/p" } } }),
      ofBo("a", { fix: { of: "check", link: { page: "profile", address: "/q" } } })
    ],
    visits: [[0], [1]]
  },
  {
    when: "two people who are only read again are two",
    findings: [
      ofAda("a", { fix: { of: "common", link: { page: "user", address: "/ada" } } }),
      ofBo("a", { fix: { of: "common", link: { page: "user", address: "/bo" } } })
    ],
    visits: [[0], [1]]
  }
];

describe("visits:", () => {
  test.each(TABLE)("$when", ({ findings, visits }) => {
    expect(visitsOf(findings).map((visit) => visit.findings)).toEqual(
      visits.map((each) => each.map((at) => findings[at]))
    );
  });
});

describe("what could not be judged for want of the same", () => {
  test("is one visit, whatever the check, and whoever it is about", () => {
    const [one, other] = [unknown("a", "no-app", { user: "Ada" }), unknown("b", "no-app", { user: "Bo" })];
    expect(lackOf(one)).not.toBeNull();
    expect(visitsOf([one, other]).map(({ findings }) => findings.length)).toEqual([2]);
  });

  test.each([
    { when: "is judged", finding: ofAda("a", { case: "no-app" }) },
    { when: "is unknown for a reason of its own", finding: unknown("a", "of-its-own") }
  ])("is not what $when", ({ finding }) => {
    expect(lackOf(finding)).toBeNull();
  });
});

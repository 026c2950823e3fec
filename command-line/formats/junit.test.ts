import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { XMLParser } from "fast-xml-parser";
import { CHECKS, reportOf, type Report } from "../../checklist/index.ts";
import { impactedUser, situation, systemUser } from "../../checklist/testing/situation.ts";
import { GONE, HOSTILE, orgsNamed, RUNS, STEERING } from "../../tests/report/checked-orgs.ts";
import { junitFaultsOf } from "../../tests/report/published-schemas.ts";
import { LANGUAGES } from "../../tests/report/reports.ts";
import { healthyOrg, rowsOf, UNTOLD } from "../../tests/report/states.ts";
import { junitReport } from "./junit.ts";

const [english] = LANGUAGES as [(typeof LANGUAGES)[number]];

interface Marked {
  readonly message: string;
  readonly type: string;
  readonly "#text": string;
}
interface Testcase {
  readonly name: string;
  readonly classname: string;
  readonly failure?: Marked;
  readonly error?: Marked;
  readonly "system-out"?: string;
}
interface Suite {
  readonly name: string;
  readonly tests: string;
  readonly failures: string;
  readonly errors: string;
  readonly skipped: string;
  readonly timestamp: string;
  readonly properties: { readonly property: readonly { readonly name: string; readonly value: string }[] };
  readonly testcase: readonly Testcase[];
}
interface Suites extends Pick<Suite, "tests" | "failures" | "errors"> {
  readonly testsuite: readonly Suite[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  isArray: (name) => ["testsuite", "testcase", "property"].includes(name)
});

function read(xml: string): Suites {
  const { testsuites } = parser.parse(xml) as { testsuites: Omit<Suites, "testsuite"> & Partial<Suites> };
  return { ...testsuites, testsuite: testsuites.testsuite ?? [] };
}

/** @returns the suite of one org */
function suiteOf(report: Report, name = "sandbox"): Suite {
  const [suite] = read(junitReport([{ name, report }], english)).testsuite;
  assert.ok(suite);
  return suite;
}

const markOf = (testcase: Testcase): string =>
  ["failure", "error", "skipped", "system-out"].filter((mark) => mark in testcase).join() || "passed";
const textOf = ({ failure, error }: Testcase): string => (failure ?? error)?.["#text"] ?? "";

describe("in JUnit, a finding", () => {
  const MARKS = rowsOf({
    pass: ["passed", "passed", "passed"],
    confirmed: ["passed", "passed", "passed"],
    fail: ["failure", "failure", "system-out"],
    refuted: ["failure", "failure", "system-out"],
    warn: ["system-out", "system-out", "system-out"],
    confirm: ["error", "error", "system-out"],
    unknown: ["error", "error", "system-out"],
    "not-applicable": ["skipped", "skipped", "skipped"]
  });
  for (const { what, report, outcome } of MARKS)
    test(`(${what}) is: ${outcome}`, () => {
      assert.deepEqual(suiteOf(report).testcase.map(markOf), ["passed", outcome]);
    });

  test("of a guessed system user is told as what would hold, and neither fails nor is an error", () => {
    const users = [systemUser({ Name: "Vera Lind", IsActive: false }), impactedUser()];
    const { evidence, ...rest } = situation({ rows: { users } });
    const guess = { ...rest, evidence, selection: { impactedUsers: rest.selection.impactedUsers } };
    const cases = suiteOf(reportOf(CHECKS, guess)).testcase;
    const ofGuess = cases.filter(({ name }) => name.includes("Vera Lind"));
    assert.deepEqual(
      ofGuess.map(markOf).filter((mark) => mark === "failure" || mark === "error"),
      []
    );
    const active = ofGuess.find(({ classname }) => classname.endsWith(".user-active"));
    assert.match(String(active?.["system-out"]), /^Blocker: If Vera Lind is the system user: /);
    const chosen = cases.filter(({ classname }) => classname.endsWith(".system-user-chosen"));
    assert.deepEqual(chosen.map(markOf), ["error"]);
  });

  test("is named by its check and its person, and says what is, what should be, why, and how to mend it", () => {
    const users = [systemUser({ Name: "Vera Lind", IsActive: false }), impactedUser()];
    const suite = suiteOf(reportOf(CHECKS, situation({ rows: { users } })));
    const testcase = suite.testcase.find(({ failure }) => failure?.message === "Vera Lind is inactive");
    assert.equal(testcase?.name, "Active, Vera Lind (mc@example.com)");
    assert.equal(testcase.classname, "sandbox.users.user-active");
    assert.equal(testcase.failure?.type, "blocker");
    const lines = textOf(testcase).split("\n");
    assert.equal(lines[0], "Blocker: Vera Lind is inactive (Active, Vera Lind (mc@example.com)).");
    const starts = [
      "Is: Inactive",
      "Should be: Active",
      "Why: ",
      "Before you start: ",
      "Fix:",
      "1. In Setup, enter Users in Quick Find, select Users, and click Vera Lind."
    ];
    const missing = starts.filter((start) => !lines.some((line) => line.startsWith(start)));
    assert.deepEqual(missing, []);
    assert.ok(lines.some((line) => line.includes("/lightning/setup/ManageUsers/page?address=%2F005000000000001AAA")));
  });
});

describe("in JUnit, an org", () => {
  test("has a suite of its own, with the time, the verdict and who it is", () => {
    const orgs = ["production", "sandbox"].map((name) => ({ name, report: healthyOrg }));
    const { testsuite } = read(junitReport(orgs, english));
    assert.deepEqual(
      testsuite.map(({ name, timestamp }) => [name, timestamp]),
      [
        ["production", "2026-05-04T12:00:00"],
        ["sandbox", "2026-05-04T12:00:00"]
      ]
    );
    assert.deepEqual(testsuite[1]?.properties.property, [
      { name: "verdict", value: "incomplete" },
      { name: "org", value: "Northern Trail" },
      { name: "org-id", value: "00D000000000001AAA" },
      { name: "system-user", value: "mc@example.com" },
      { name: "impacted-users", value: "1" }
    ]);
  });

  test("shares no case with another org: GitLab would keep one of the two", () => {
    const orgs = ["production", "sandbox"].map((name) => ({ name, report: healthyOrg }));
    const cases = read(junitReport(orgs, english)).testsuite.flatMap(({ testcase }) => testcase);
    const keys = new Set(cases.map(({ classname, name }) => `${classname} ${name}`));
    assert.equal(keys.size, healthyOrg.findings.length * 2);
  });

  test("that could not be checked is an error, in a suite of its own", () => {
    const { testsuite } = read(junitReport([{ name: "sandbox", report: healthyOrg }, GONE], english));
    const { name, tests, errors, testcase } = testsuite[1] as Suite;
    assert.deepEqual([name, tests, errors, testcase.map(textOf)], [GONE.name, "1", "1", [GONE.error]]);
  });

  for (const [what, report] of Object.entries(UNTOLD))
    test(`is an error where ${what}`, () => {
      const [first] = suiteOf(report).testcase;
      assert.match(first?.error?.["#text"] ?? "", /^Not everything could be checked/);
    });

  for (const [what, orgs] of Object.entries(RUNS))
    test(`(${what}) is red where anything is wrong or open, and counts its cases`, () => {
      const { testsuite, ...sums } = read(junitReport(orgs, english));
      testsuite.forEach((suite, i) => {
        const org = orgs[i];
        const verdict = org && "report" in org ? org.report.verdict : "incomplete";
        const marks = suite.testcase.map(markOf);
        const count = (mark: string): string => String(marks.filter((each) => each === mark).length);
        assert.equal(suite.tests, String(marks.length));
        assert.equal(suite.failures, count("failure"));
        assert.equal(suite.errors, count("error"));
        assert.equal(suite.skipped, count("skipped"));
        assert.equal(
          marks.includes("failure") || marks.includes("error"),
          !["healthy", "warnings"].includes(verdict),
          verdict
        );
      });
      for (const sum of ["tests", "failures", "errors"] as const)
        assert.equal(
          Number(sums[sum]),
          testsuite.map((suite) => Number(suite[sum])).reduce((a, b) => a + b, 0)
        );
    });
});

describe("in JUnit, a name", () => {
  const shapeOf = (xml: string): string[] =>
    read(xml).testsuite.flatMap(({ testcase }) =>
      testcase.map((each) => `${markOf(each)} ${String(textOf(each).split("\n").length)}`)
    );
  const plain = shapeOf(junitReport(orgsNamed("Plain"), english));
  for (const [what, text] of Object.entries(HOSTILE))
    test(`with ${what} changes nothing but itself`, () => {
      const xml = junitReport(orgsNamed(text), english);
      assert.doesNotMatch(xml.replaceAll("\n", ""), STEERING);
      assert.deepEqual(shapeOf(xml), plain);
    });

  test("that XML can hold reads as it was", () => {
    const name = `<b>O'Hara</b> & "Bo" 👩🏽‍💻 ]]>`;
    assert.equal(suiteOf(healthyOrg, name).name, name);
  });
});

describe("the published schema of JUnit takes", async () => {
  for (const words of LANGUAGES) {
    const reports = Object.entries(RUNS).map(([what, orgs]) => [what, junitReport(orgs, words)] as const);
    const faults = await junitFaultsOf(Object.fromEntries(reports));
    for (const what of Object.keys(RUNS)) test(`${what} (${words.language})`, () => assert.deepEqual(faults[what], []));
  }
});

describe("the published schema of JUnit refuses", async () => {
  const BROKEN: readonly { what: string; from: RegExp; to: string }[] = [
    { what: "a case without a name", from: /<testcase name="[^"]*"/, to: "<testcase" },
    { what: "a suite without a name", from: /<testsuite name="[^"]*"/, to: "<testsuite" },
    { what: "a suite that does not count its cases", from: /(<testsuite [^>]*) tests="\d+"/, to: "$1" },
    { what: "an attribute that nobody knows", from: /<testcase /, to: `<testcase colour="green" ` },
    { what: "a mark that nobody knows", from: /<(\/?)failure/g, to: "<$1broken" },
    { what: "a skipped case with an attribute", from: /<skipped>/, to: `<skipped message="x">` },
    { what: "two skips of one case", from: /(<skipped>.*?<\/skipped>)/, to: "$1$1" },
    { what: "a case outside of a suite", from: /<testsuite [\s\S]*<\/testsuite>/, to: `<testcase name="x"/>` },
    {
      what: "properties after the cases",
      from: /(<properties>[\s\S]*?<\/properties>)([\s\S]*?)(<\/testsuite>)/,
      to: "$2$1$3"
    },
    { what: "another root", from: /(<\/?)testsuites/g, to: "$1report" },
    { what: "a sign that begins no entity", from: /&amp;/, to: "&" },
    { what: "a character that XML can't hold", from: /Fix:/, to: "\u0007" },
    { what: "an element that does not end", from: /<\/testcase>/, to: "" }
  ];
  const sound = junitReport(RUNS["all scenarios"] ?? [], english);
  const broken = Object.fromEntries(BROKEN.map(({ what, from, to }) => [what, sound.replace(from, to)]));
  const faults = await junitFaultsOf({ ...broken, sound });
  test("nothing of it as it is", () => assert.deepEqual(faults.sound, []));
  for (const { what } of BROKEN)
    test(what, () => {
      assert.notEqual(broken[what], sound);
      assert.notDeepEqual(faults[what], []);
    });
});

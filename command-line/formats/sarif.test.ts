import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Log, Result, Run } from "sarif";
import { CHECKS, reportOf, type Report } from "../../checklist/index.ts";
import { impactedUser, inDays, situation, systemUser } from "../../checklist/testing/situation.ts";
import { GONE, HOSTILE, orgsNamed, RUNS, STEERING } from "../../tests/report/checked-orgs.ts";
import { sarifFaultsOf } from "../../tests/report/published-schemas.ts";
import { LANGUAGES } from "../../tests/report/reports.ts";
import { healthyOrg, rowsOf, UNTOLD } from "../../tests/report/states.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { sarifReport } from "./sarif.ts";

const [english] = LANGUAGES as [(typeof LANGUAGES)[number]];

const logOf = (orgs: readonly CheckedOrg[], words = english): Log =>
  JSON.parse(sarifReport(orgs, words, "1.2.3")) as Log;

/** @returns the run of one org */
function runOf(report: Report, name = "sandbox"): Run {
  const [run] = logOf([{ name, report }]).runs;
  assert.ok(run);
  return run;
}

const resultsOf = (run: Run | undefined): Result[] => run?.results ?? [];
const fingerprintsOf = (run: Run | undefined): unknown[] =>
  resultsOf(run).map(({ partialFingerprints }) => partialFingerprints?.primaryLocationLineHash);

describe("in SARIF, a finding", () => {
  const LEVELS = rowsOf<readonly string[]>({
    pass: [[], [], []],
    confirmed: [[], [], []],
    "not-applicable": [[], [], []],
    fail: [["error"], ["error"], ["note"]],
    refuted: [["error"], ["error"], ["note"]],
    warn: [["warning"], ["warning"], ["note"]],
    confirm: [["warning"], ["warning"], ["note"]],
    unknown: [["warning"], ["warning"], ["note"]]
  });
  for (const { what, report, outcome } of LEVELS)
    test(`(${what}) is: ${outcome[0] ?? "no result"}`, () => {
      const results = resultsOf(runOf(report));
      assert.deepEqual(
        results.map(({ level }) => level),
        outcome
      );
      for (const { kind, ruleId } of results) assert.deepEqual([kind, ruleId], ["fail", "user-active"]);
    });

  test("says what is, what should be, why, and how to mend it, and whom it is about", () => {
    const users = [systemUser({ Name: "Vera Lind", IsActive: false }), impactedUser()];
    const results = resultsOf(runOf(reportOf(CHECKS, situation({ rows: { users } }))));
    const result = results.find(({ ruleId }) => ruleId === "user-active");
    const lines = (result?.message.text ?? "").split("\n");
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
    assert.deepEqual(result?.locations?.[0]?.logicalLocations, [
      { name: "Vera Lind", fullyQualifiedName: "Northern Trail/mc@example.com", kind: "user" }
    ]);
    assert.deepEqual(result.properties, { state: "fail", severity: "blocker" });
  });

  test("of a guessed system user is a note that says so, in words and in a property", () => {
    const users = [systemUser({ Name: "Vera Lind", IsActive: false }), impactedUser()];
    const { evidence, ...rest } = situation({ rows: { users } });
    const guess = { ...rest, evidence, selection: { impactedUsers: rest.selection.impactedUsers } };
    const results = resultsOf(runOf(reportOf(CHECKS, guess)));
    const active = results.find(({ ruleId }) => ruleId === "user-active");
    assert.match(active?.message.text ?? "", /^Blocker: If Vera Lind is the system user: /);
    assert.deepEqual(active?.properties, { state: "fail", severity: "blocker", tentative: true });
    const levels = results.filter(({ properties }) => properties?.tentative).map(({ level }) => level);
    assert.deepEqual([...new Set(levels)], ["note"]);
    assert.equal(results.find(({ ruleId }) => ruleId === "system-user-chosen")?.level, "warning");
  });

  test("keeps its fingerprint from run to run, whatever people are called by then", () => {
    const asOf = (days: number, Name: string): Report => {
      const users = [systemUser({ IsActive: false, Name }), impactedUser()];
      return reportOf(CHECKS, { ...situation({ rows: { users } }), now: new Date(inDays(days)) });
    };
    assert.deepEqual(fingerprintsOf(runOf(asOf(0, "Vera Lind"))), fingerprintsOf(runOf(asOf(1 / 24, "Vera Lindh"))));
  });

  test("has a fingerprint that no other has, in this org or another", () => {
    const unknown = healthyOrg.findings.map((finding) => ({ ...finding, state: "unknown" }) as const);
    const one = { ...healthyOrg, findings: unknown };
    const other = {
      ...one,
      org: { id: "00D000000000002AAA", name: "Northern Trail", sandbox: true, edition: null, instance: null }
    };
    const all = [one, other].flatMap((report) => fingerprintsOf(runOf(report)));
    assert.equal(new Set(all).size, unknown.length * 2);
  });
});

describe("in SARIF, a rule", () => {
  const rules = runOf(healthyOrg).tool.driver.rules ?? [];
  const ruleOf = (id: string) => rules.find((rule) => rule.id === id);

  test("stands for each check in the order of repair, and the last for the org as a whole", () => {
    assert.deepEqual(
      rules.map(({ id }) => id),
      [...CHECKS.map(({ id }) => id), "org-checked"]
    );
  });
  test("tells what should be, why, the fix, and where it is written", () => {
    const rule = ruleOf("user-active");
    assert.equal(rule?.shortDescription?.text, "Active");
    assert.match(rule.fullDescription?.text ?? "", /^Salesforce refuses every request/);
    assert.match(
      rule.help?.text ?? "",
      /^Should be: Active\nBefore you start: .*\n1\. In Setup, enter Users in Quick Find, select Users, and click \*user\*\.\n/
    );
    assert.match(
      rule.help?.markdown ?? "",
      /\n\n1\. In Setup, enter Users in Quick Find, select Users, and click \*user\*\.\n2\. [\s\S]*\[Knowledge 003834038\]\(https:/
    );
    assert.equal(rule.helpUri, "https://help.salesforce.com/s/articleView?id=003834038&type=1");
  });
  const LEVELS: Readonly<Record<string, string>> = {
    "permitted-users": "error",
    "user-profile": "error",
    "viewer-access": "note",
    "org-checked": "error"
  };
  for (const [id, level] of Object.entries(LEVELS))
    test(`(${id}) is of the level ${level}`, () => assert.equal(ruleOf(id)?.defaultConfiguration?.level, level));
  test("leaves no place of a sentence open", () => assert.doesNotMatch(JSON.stringify(rules), /\{\w+\}/));
});

describe("in SARIF, an org", () => {
  test("has a run of its own, named by what the org was called and when it was checked", () => {
    const orgs = ["production", "a/b sandbox"].map((name) => ({ name, report: healthyOrg }));
    const { runs } = logOf(orgs);
    assert.deepEqual(
      runs.map(({ automationDetails }) => automationDetails?.id),
      ["mcc-health/production/2026-05-04T12:00:00.000Z", "mcc-health/a%2Fb%20sandbox/2026-05-04T12:00:00.000Z"]
    );
    assert.deepEqual(runs[0]?.invocations, [{ executionSuccessful: true, endTimeUtc: "2026-05-04T12:00:00.000Z" }]);
    assert.deepEqual(runs[0].properties, { verdict: "incomplete", counts: healthyOrg.counts, impactedUsers: 1 });
    assert.equal(runs[0].tool.driver.semanticVersion, "1.2.3");
  });

  test("that could not be checked did not succeed, and says so where GitHub looks, too", () => {
    const run = logOf([{ name: "sandbox", report: healthyOrg }, GONE]).runs[1];
    assert.deepEqual(run?.invocations, [
      { executionSuccessful: false, toolExecutionNotifications: [{ level: "error", message: { text: GONE.error } }] }
    ]);
    const [result, ...more] = resultsOf(run);
    assert.deepEqual([result?.ruleId, result?.level, more], ["org-checked", "error", []]);
    assert.equal(result?.message.text, `Couldn't be checked: ${GONE.error}`);
    assert.equal(run.automationDetails?.id, "mcc-health/gone/");
  });

  for (const [what, report] of Object.entries(UNTOLD))
    test(`has an error where ${what}`, () => {
      const [first] = resultsOf(runOf(report));
      assert.deepEqual([first?.ruleId, first?.level], ["org-checked", "error"]);
    });

  for (const [what, orgs] of Object.entries(RUNS)) {
    const { runs } = logOf(orgs);
    test(`(${what}) has alerts where anything is wrong or open`, () => {
      runs.forEach((run, i) => {
        const org = orgs[i];
        const verdict = org && "report" in org ? org.report.verdict : "incomplete";
        const levels = resultsOf(run).map(({ level }) => level);
        const alerts = levels.includes("error") || levels.includes("warning");
        assert.equal(alerts, verdict !== "healthy", verdict);
        if (verdict === "blocked" || verdict === "problems") assert.ok(levels.includes("error"));
      });
    });
    test(`(${what}) has what GitHub requires`, () => {
      const categories = runs.map(({ automationDetails }) => automationDetails?.id?.replace(/[^/]*$/, ""));
      assert.equal(new Set(categories).size, runs.length);
      for (const { tool, results } of runs) {
        const { rules = [] } = tool.driver;
        for (const { shortDescription, fullDescription, help } of rules)
          for (const each of [shortDescription, fullDescription, help]) assert.ok(each?.text);
        for (const { ruleId, ruleIndex, level, kind, message, locations, partialFingerprints } of results ?? []) {
          assert.equal(rules[ruleIndex ?? -1]?.id, ruleId);
          // SARIF 2.1.0, 3.27.10: which the schema can't say.
          assert.ok(kind === "fail" && level !== "none");
          const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
          assert.match(artifactLocation?.uri ?? "", /^salesforce-orgs\/[^/]+$/);
          assert.deepEqual(region, { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 });
          assert.ok(message.text && partialFingerprints?.primaryLocationLineHash);
        }
      }
    });
  }
});

describe("in SARIF, a name", () => {
  const textsIn = (log: Log): string[] =>
    log.runs.flatMap((run) => resultsOf(run).map(({ message }) => message.text ?? ""));
  const linesIn = (log: Log): number[] => textsIn(log).map((text) => text.split("\n").length);
  const plain = logOf(orgsNamed("Plain"));
  for (const [what, text] of Object.entries(HOSTILE))
    test(`with ${what} changes nothing but itself`, () => {
      const log = logOf(orgsNamed(text));
      assert.doesNotMatch(JSON.stringify(log).replaceAll("\\n", ""), STEERING);
      assert.deepEqual(linesIn(log), linesIn(plain));
      for (const each of textsIn(log)) assert.doesNotMatch(each, /\]\(|\{\d+\}/);
    });
});

describe("the published schema of SARIF takes", () => {
  for (const words of LANGUAGES)
    for (const [what, orgs] of Object.entries(RUNS))
      test(`${what} (${words.language})`, () => assert.deepEqual(sarifFaultsOf(logOf(orgs, words)), []));
});

describe("the published schema of SARIF refuses", () => {
  /** What breaks it, where that is found, and by what it takes the place of. */
  const BROKEN: readonly { what: string; at: string; breaks: Readonly<Record<string, unknown>> }[] = [
    { what: "a level that nobody knows", at: "/runs/0/results/0", breaks: { level: "fatal" } },
    { what: "a kind that nobody knows", at: "/runs/0/results/0", breaks: { kind: "broken" } },
    { what: "a result without a message", at: "/runs/0/results/0", breaks: { message: undefined } },
    { what: "more than a result holds", at: "/runs/0/results/0", breaks: { colour: "red" } },
    { what: "the index of no rule", at: "/runs/0/results/0", breaks: { ruleIndex: -2 } },
    { what: "a fingerprint that is no text", at: "/runs/0/results/0", breaks: { partialFingerprints: { a: 1 } } },
    {
      what: "a line before the first",
      at: "/runs/0/results/0/locations/0/physicalLocation/region",
      breaks: { startLine: 0 }
    },
    { what: "a rule without an id", at: "/runs/0/tool/driver/rules/0", breaks: { id: undefined } },
    { what: "a rule whose help has no text", at: "/runs/0/tool/driver/rules/0/help", breaks: { text: undefined } },
    { what: "help at no address", at: "/runs/0/tool/driver/rules/0", breaks: { helpUri: "see: the article" } },
    { what: "a tool without a name", at: "/runs/0/tool/driver", breaks: { name: undefined } },
    { what: "a run of no tool", at: "/runs/0", breaks: { tool: undefined } },
    { what: "a run that may have succeeded", at: "/runs/0/invocations/0", breaks: { executionSuccessful: undefined } },
    { what: "a day without a time", at: "/runs/0/invocations/0", breaks: { endTimeUtc: "2026-05-04" } },
    { what: "another version", at: "", breaks: { version: "2.0.0" } },
    { what: "no runs", at: "", breaks: { runs: undefined } }
  ];
  const orgs = RUNS["all scenarios"] ?? [];
  test("nothing of it as it is", () => assert.deepEqual(sarifFaultsOf(logOf(orgs)), []));
  for (const { what, at, breaks } of BROKEN)
    test(what, () => {
      const log = logOf(orgs);
      const place = at
        .split("/")
        .slice(1)
        .reduce<unknown>((of, key) => (of as Record<string, unknown>)[key], log);
      Object.assign(place as object, breaks);
      const faults = sarifFaultsOf(JSON.parse(JSON.stringify(log)));
      assert.ok(
        faults.some((fault) => fault.startsWith(at)),
        `found ${JSON.stringify(faults)}`
      );
    });
});

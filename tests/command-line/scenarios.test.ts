import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { after, describe, test } from "node:test";
import { CHECKS, type PrintedFinding, type PrintedReport } from "../../checklist/index.ts";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import { ScenarioError, loadScenario } from "../../local/embedded-org/scenario.ts";
import { check } from "./check-command.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");

type Json = Record<string, Record<string, unknown>[]>;
interface Scenario {
  viewer: string;
  records: Json;
}

const folder = await mkdtemp(join(tmpdir(), "mcc-check-"));
after(() => rm(folder, { recursive: true }));

/** @returns the path of a scenario that differs from the default one as `change` says */
async function scenarioFile(name: string, change: (scenario: Scenario) => unknown): Promise<string> {
  const text = await readFile(new URL("../../local/scenarios/several-faults.json", import.meta.url), "utf8");
  const scenario = JSON.parse(text) as Scenario;
  const changed = change(scenario) ?? scenario;
  const path = join(folder, `${name}.json`);
  await writeFile(path, typeof changed === "string" ? changed : JSON.stringify(changed));
  return path;
}

/** Checks a scenario in this process. */
async function checkScenario(scenario: string, ...args: string[]): Promise<{ code: number; report: PrintedReport }> {
  const alias = basename(scenario, ".json");
  const org = await signedIn(alias, scenario);
  try {
    const { code, result, error } = await run<CheckResult>(MccCheck, "-o", alias, ...args);
    const [checked] = result?.orgs ?? [];
    if (!checked || !("report" in checked)) throw error ?? new Error("There is no report.");
    return { code, report: checked.report };
  } finally {
    await org.close();
  }
}

const withoutSavedPeople = (): Promise<string> =>
  scenarioFile("nobody-kept", (scenario) => void Reflect.deleteProperty(scenario, "visits"));

const SYSTEM_USER = "mcc.system@example.com";

/** The texts of a finding that a person reads. */
const textsOf = ({ title, expected, actual, reason, fix }: PrintedFinding): string[] => [
  title,
  expected,
  actual,
  reason,
  ...fix.steps,
  ...(fix.risk === null ? [] : [fix.risk])
];

const SCENARIOS = [
  { scenario: "several-faults", verdict: "blocked", code: 1 },
  { scenario: "healthy-to-confirm", verdict: "incomplete", code: 2 },
  { scenario: "healthy", verdict: "healthy", code: 0 },
  { scenario: "package-missing", verdict: "blocked", code: 1 },
  { scenario: "few-permissions", verdict: "incomplete", code: 2 },
  { scenario: "another-language", verdict: "incomplete", code: 2 },
  { scenario: "large", verdict: "incomplete", code: 2 }
];

describe("the report as data", () => {
  for (const { scenario, verdict, code } of SCENARIOS)
    test(`${scenario}: ${verdict}, exit ${String(code)}, every check with all its texts`, async () => {
      const { report, code: ended } = await checkScenario(scenario);
      assert.equal(ended, code);
      assert.equal(report.verdict, verdict);
      assert.equal(typeof report.schemaVersion, "number");
      assert.equal(typeof report.org?.name, "string");
      assert.deepEqual(
        [...new Set(report.findings.map((finding) => finding.check))],
        CHECKS.map(({ id }) => id)
      );
      for (const finding of report.findings) {
        const texts = textsOf(finding);
        assert.deepEqual(
          texts.filter((text) => text.trim() === "" || /\{\w+\}|\[[a-z.-]+\]/.test(text)),
          [],
          `${finding.check} has texts that are empty or not filled in`
        );
        assert.ok(finding.fix.steps.length > 0 && URL.canParse(finding.source.url));
      }
    });

  test("people named: the report is about them, and says that the system user is confirmed", async () => {
    const others = ["priya.anand@example.com", "Tom.Okafor@example.com"];
    const users = others.flatMap((username) => ["--user", username]);
    const { report } = await checkScenario("several-faults", "--system-user", SYSTEM_USER, ...users);
    const { people, findings } = report;
    assert.equal(people.systemUser?.username, SYSTEM_USER);
    assert.equal(people.systemUser.confirmed, true);
    assert.deepEqual(
      people.users.map(({ username, role }) => [username?.toLowerCase(), role]),
      [
        ["priya.anand@example.com", "impacted-user"],
        ["tom.okafor@example.com", "impacted-user"]
      ]
    );
    const subjects = findings.filter((finding) => finding.check === "user-active").map(({ subject }) => subject?.id);
    assert.deepEqual(subjects, [people.systemUser.id, ...people.users.map(({ id }) => id)]);
    assert.ok(subjects.every((id) => typeof id === "string"));
  });

  test("nobody named: those whom the org keeps are checked, and the system user is confirmed", async () => {
    const { people } = (await checkScenario("several-faults")).report;
    assert.deepEqual([people.systemUser?.username, people.systemUser?.confirmed], [SYSTEM_USER, true]);
    assert.equal(people.users.length, 5);
  });

  test("nobody named and nobody kept: the best candidate is taken, with reasons, and is not confirmed", async () => {
    const { people } = (await checkScenario(await withoutSavedPeople())).report;
    assert.equal(people.systemUser?.username, SYSTEM_USER);
    assert.equal(people.systemUser.confirmed, false);
    assert.equal(people.candidates[0]?.username, SYSTEM_USER);
    assert.ok(people.candidates[0].reasons.length > 0);
  });
});

describe("names that hold markup, quotes and wildcards", async () => {
  const name = `O'Neil <b>&amp; "Co" \\ {user}`;
  const username = `o'neil"\\%_<b>@example.com`;
  const path = await scenarioFile("odd-names", (scenario) => {
    Object.assign(scenario.records.User?.[3] ?? {}, { Name: name });
    Object.assign(scenario.records.Organization?.[0] ?? {}, { Name: "Hats \u001b[31m & <i>Gloves</i>\nLtd" });
    const usual = scenario.records.User?.[3]?.Username;
    return JSON.stringify(scenario).replaceAll(JSON.stringify(usual), () => JSON.stringify(username));
  });

  test("are found, and shown as text", async () => {
    const { report } = await checkScenario(path, "--system-user", SYSTEM_USER, "--user", username);
    const { people, findings } = report;
    assert.deepEqual(
      people.users.map((user) => user.username),
      [username]
    );
    const about = findings.filter(({ subject }) => subject?.username === username);
    assert.ok(about.length > 0 && about.every(({ subject, state }) => subject?.id !== null && state !== "unknown"));
    assert.ok(about.some(({ title }) => title.includes(name)));
  });

  test("in the report for a person: the verdict first, the guess said, no sign for a screen, no line broken", async () => {
    // In a process of its own, with nobody kept.
    const nobody = await scenarioFile("nobody", () => {
      const { visits: _kept, ...scenario } = JSON.parse(readFileSync(path, "utf8")) as Scenario & { visits?: unknown };
      return JSON.stringify(scenario);
    });
    const { code, stdout, stderr } = await check("--scenario", nobody, "--user", username);
    assert.deepEqual([code, stderr], [1, ""]);
    assert.match(stdout, /^Marketing Cloud Connect can't work in this org\n/);
    assert.match(stdout, /System user not confirmed[^]+mcc\.system@example\.com/);
    assert.match(
      stdout,
      /3 settings on one page\n +Is +Permitted Users \(Blocker\): All users may self-authorize\n[^]+Fix +1 /
    );
    assert.match(stdout, /Hats {1,2}\[31m & <i>Gloves<\/i> Ltd/);
    assert.ok(stdout.includes(username) && stdout.includes(name), "the odd name is not shown");
    assert.doesNotMatch(stdout, /\p{Cc}(?<!\n)/u);
  });

  for (const trick of [`x' OR Username LIKE '%`, "%", "mcc.system@example.co_", `\\' OR Name != '`])
    test(`${trick} is nobody's username, and is named`, async () => {
      await assert.rejects(checkScenario(path, `--user=${trick}`), ({ message }: Error) =>
        message.includes(JSON.stringify(trick))
      );
    });
});

const BAD_SCENARIOS: readonly { name: string; change: (scenario: Scenario) => unknown; place: RegExp }[] = [
  { name: "is not JSON", change: () => '{ "records": {\n  "User": [,] } }', place: /line 2, column 12/ },
  { name: "has an unknown object", change: ({ records }) => void (records.Usr = []), place: /records\.Usr\b.*"Usr"/ },
  {
    name: "has an unknown field",
    change: ({ records }) => void Object.assign(records.User?.[1] ?? {}, { Nme: "x" }),
    place: /records\.User\[1\]\.Nme\b.*"Nme"/
  },
  {
    name: "has a broken reference",
    change: ({ records }) => void Object.assign(records.User?.[1] ?? {}, { ProfileId: "00e000000000999" }),
    place: /records\.User\[1\]\.ProfileId\b.*00e000000000999/
  },
  {
    name: "has a row without Id",
    change: ({ records }) => void Reflect.deleteProperty(records.User?.[1] ?? {}, "Id"),
    place: /records\.User\[1\].*\bId\b/
  },
  { name: "has no records", change: () => "{}", place: /records/ },
  { name: "is a list", change: () => "[]", place: /./ }
];

for (const [i, { name, change, place }] of BAD_SCENARIOS.entries())
  test(`a scenario that ${name} is refused by its place`, async () => {
    const path = await scenarioFile(`bad-${String(i)}`, change);
    const message = new RegExp(`bad-${String(i)}\\.json: ${place.source}`);
    await assert.rejects(
      loadScenario(path),
      (error: Error) => error instanceof ScenarioError && message.test(error.message)
    );
  });

test("a scenario that is neither there nor built in: one message, exit 3, nothing on stdout", async () => {
  const { code, stdout, stderr } = await check("--scenario", "nowhere");
  assert.deepEqual([code, stdout], [3, ""]);
  assert.match(stderr, /^nowhere.*several-faults.*\n$/);
});

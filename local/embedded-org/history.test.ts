import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import {
  changesSince,
  CHECKS,
  gather,
  confirmationsIn,
  selectionIn,
  RUN_QUERIES,
  savedConfirmations,
  savedPeople,
  savedRun,
  savedRuns,
  askOne,
  users,
  readSavedReport,
  reportOf,
  type Report,
  type Binds,
  type Fields,
  type Query,
  type Row
} from "../../checklist/index.ts";
import { directSource } from "./direct-source.ts";
import { seedHistory } from "./history.ts";
import { loadScenario, type Scenario } from "./scenario.ts";

const NOW = new Date("2026-05-04T10:00:00Z");
const folder = mkdtempSync(join(tmpdir(), "mcc-history-"));
after(() => {
  rmSync(folder, { recursive: true });
});

const scenario = await seedHistory(await loadScenario("several-faults", NOW));

async function saved<F extends Fields>(
  query: Query<F>,
  binds: Binds = {},
  from = scenario
): Promise<readonly Row<F>[]> {
  const answer = await askOne(directSource(from), query, binds);
  assert.ok("rows" in answer, "the org answered");
  return answer.rows;
}

/** @returns what the tab would show when it is opened now */
async function report(of: Scenario): Promise<Report> {
  const selection = selectionIn(await saved(savedPeople, {}, of), of.organizationId);
  const confirmations = confirmationsIn(await saved(savedConfirmations, {}, of), of.organizationId);
  const evidence = await gather(directSource(of), { queries: RUN_QUERIES, selection, viewerId: of.viewerId });
  return reportOf(CHECKS, { evidence, selection, confirmations, now: NOW });
}

test("saved runs come with their verdicts, the newest first", async () => {
  const runs = await saved(savedRuns);
  assert.deepEqual(
    runs.map(({ Verdict__c, CreatedBy, People__c }) => [Verdict__c, CreatedBy.Name, People__c]),
    [
      ["problems", "Ada Fields", 6],
      ["incomplete", "Ada Fields", 5],
      ["problems", "Ada Fields", 6],
      ["incomplete", "Tom Okafor", 4],
      ["problems", "Nils Bergman", 4],
      ["blocked", "Ada Fields", 4],
      ["blocked", "Nils Bergman", 3]
    ]
  );
});

test("the saved people are those of the last visit", async () => {
  const { systemUser, impactedUsers } = selectionIn(await saved(savedPeople), scenario.organizationId);
  assert.equal(systemUser?.username, "mcc.system@example.com");
  assert.equal(impactedUsers.length, 5);
});

test("a confirmation lapses because the system user lost access, the policies changed, or it is old", async () => {
  const { findings } = await report(scenario);
  const outcome = (check: string): unknown[] => {
    const found = findings.find((finding) => finding.check === check);
    return [found?.state, found?.confirmation?.by, found?.lapsed];
  };
  assert.deepEqual(outcome("api-user-integrated"), [
    "confirm",
    "Ada Fields",
    { why: "changed", parts: ["system-user-access"] }
  ]);
  assert.deepEqual(outcome("refresh-token-policy"), ["confirm", "Tom Okafor", { why: "changed", parts: ["policies"] }]);
  assert.deepEqual(outcome("scope-by-user"), ["confirm", "Nils Bergman", { why: "age" }]);
});

test("the last saved report shows what has changed since", async () => {
  const [last] = await saved(savedRuns);
  const [{ Report__c = "" } = {}] = await saved(savedRun, { runId: last?.Id ?? "" });
  const before = readSavedReport(Report__c);
  assert.ok(before);
  const changes = changesSince(before, await report(scenario));
  assert.deepEqual(
    changes.map(({ finding, was }) => [finding.check, finding.subject?.username ?? null, was, finding.state]),
    [
      ["app-access", "mcc.system@example.com", "pass", "fail"],
      ["permitted-users", null, "pass", "fail"],
      ["ip-relaxation", null, "confirmed", "fail"],
      ["refresh-token-policy", null, "confirmed", "confirm"],
      ["app-changes", null, "pass", "warn"],
      ["marketing-user", "priya.anand@example.com", "pass", "fail"],
      ["api-user-integrated", null, "confirmed", "confirm"],
      ["user-logins", "mcc.system@example.com", "pass", "warn"],
      ["send-errors", null, "pass", "fail"],
      ["package-jobs", null, "pass", "warn"]
    ]
  );
});

test("a scenario without visits has no history", async () => {
  const first = await seedHistory(await loadScenario("healthy-to-confirm", NOW));
  for (const query of [savedRuns, savedConfirmations, savedPeople])
    assert.deepEqual(await saved<Fields>(query, {}, first), []);
});

test("a result of more than one page is complete", async () => {
  const large = await loadScenario("large", NOW);
  const userIds = large.store
    .table("User")
    .rows.slice(0, 2100)
    .map(({ values }) => String(values.Id));
  assert.equal((await saved(users, { userIds }, large)).length, 2100);
});

const VIEWER = "005000000000001";
const RECORDS = {
  User: [{ Id: VIEWER, Name: "Ada Fields", Username: "ada.fields@example.com", CreatedDate: "now-9d" }]
};
const VISIT = { at: "now-3d", by: VIEWER, systemUser: VIEWER, impactedUsers: [], milliseconds: 900 };

async function load(...visits: object[]): Promise<Scenario> {
  const file = join(folder, "scenario.json");
  writeFileSync(file, JSON.stringify({ records: RECORDS, visits }));
  return seedHistory(await loadScenario(file, NOW));
}

test("loading alone writes no history", async () => {
  const { store } = await loadScenario("several-faults", NOW);
  assert.equal(store.table("MCC_Run__c").rows.length, 0);
});

test("after a visit to the past, the rows are the present ones again", async () => {
  const overrides = {
    User: [
      { Id: VIEWER, Name: "Ada Meadow" },
      { Id: "005000000000002", Name: "Gone Since" }
    ]
  };
  const { store } = await load({ ...VISIT, overrides }, { ...VISIT, at: "now-10d" });
  assert.deepEqual(
    store.table("User").rows.map(({ values }) => values.Name),
    ["Ada Fields"]
  );
});

for (const { name, visit, says } of [
  { name: "a moment that is none", visit: { at: "yesterday" }, says: /visits\[0\]\.at: "yesterday" is not a moment/ },
  {
    name: "an unknown visitor",
    visit: { by: "x@example.com" },
    says: /visits\[0\]\.by: no User row .*"x@example.com"/
  },
  { name: "an unknown person", visit: { impactedUsers: ["x"] }, says: /visits\[0\]\.impactedUsers\[0\]: no User row/ },
  {
    name: "an unknown field of the overrides",
    visit: { overrides: { User: [{ Nam: "x" }] } },
    says: /visits\[0\]\.overrides\.User\[0\]\.Nam/
  },
  {
    name: "confirming what needs no confirming",
    visit: { confirmed: [{ check: "app-installed", holds: true }] },
    says: /visits\[0\]\.confirmed\[0\]\.check: "app-installed" did not ask for a confirmation at that time/
  },
  { name: "an unknown key", visit: { then: {} }, says: /visits\[0\]\.then: unknown key\.$/ }
])
  test(`${name} is an error at its place`, async () => {
    await assert.rejects(load({ ...VISIT, ...visit }), { name: "ScenarioError", message: says });
  });

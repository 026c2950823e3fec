import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { after, before, describe, test } from "node:test";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import type { PrintedReport } from "../../checklist/index.ts";
import { VARIABLES } from "../../command-line/marketing-cloud/settings.ts";
import { startMarketingCloud } from "../../local/embedded-marketing-cloud/server.ts";
import { seedHistory } from "../../local/embedded-org/history.ts";
import { startOrg, type EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { freshSf, type Ended, type FreshSf } from "../../scripts/fresh-sf.ts";

interface Envelope<Result> {
  readonly status: number;
  readonly name?: string;
  readonly message?: string;
  readonly result: Result;
}
interface Found {
  readonly records: readonly Record<string, unknown>[];
  readonly totalSize: number;
}

const COMMANDS = readdirSync(new URL("../../command-line/commands/mcc", import.meta.url)).map((file) =>
  basename(file, ".ts")
);

let fresh: FreshSf;
let org: EmbeddedOrg;
before(async () => {
  fresh = await freshSf("home");
  org = await startOrg({ scenario: await seedHistory(await loadScenario("several-faults")) });
  const login = ["org", "login", "access-token", "--instance-url", org.url, "--no-prompt", "--alias", "org"];
  const { code, stderr } = await fresh.sf(login, { SF_ACCESS_TOKEN: org.accessToken });
  assert.equal(code, 0, stderr);
});
after(() => org.close());

async function sf<Result>(...args: string[]): Promise<Envelope<Result>> {
  const { stdout, stderr, code } = await fresh.sf([...args, "--target-org", "org", "--json"]);
  const envelope = JSON.parse(stdout || `{ "message": ${JSON.stringify(stderr)} }`) as Envelope<Result>;
  assert.equal(envelope.status, code, envelope.message);
  return envelope;
}

const valuesOf = (object: string): readonly Readonly<Record<string, unknown>>[] =>
  org.scenario.store.table(object).rows.map(({ values }) => values);

describe("the published sf on the embedded org", () => {
  test("sf data query: the rows of the scenario, with their parents", async () => {
    const soql = "SELECT Id, Username, IsActive, Profile.Name FROM User ORDER BY Id";
    const { result } = await sf<Found>("data", "query", "--query", soql);
    const profiles = new Map(valuesOf("Profile").map(({ Id, Name }) => [Id, Name]));
    assert.deepEqual(
      result.records.map(({ Id, Username, IsActive, Profile }) => [
        Id,
        Username,
        IsActive,
        (Profile as { Name: string }).Name
      ]),
      [...valuesOf("User")]
        .sort((a, b) => (String(a.Id) < String(b.Id) ? -1 : 1))
        .map(({ Id, Username, IsActive, ProfileId }) => [Id, Username, IsActive, profiles.get(ProfileId)])
    );
  });

  test("sf data query --file: a query of the checklist as it stands", async () => {
    const file = new URL("../../checklist/queries/connected-apps.soql", import.meta.url).pathname;
    const { result } = await sf<Found>("data", "query", "--file", file);
    const names = valuesOf("ConnectedApplication").map(({ Name }) => Name);
    assert.deepEqual(
      result.records.map(({ Name }) => Name).sort(),
      names.filter((name) => /Marketing Cloud/.test(String(name))).sort()
    );
  });

  test("sf data query: a field that is not there is told as an org tells it", async () => {
    const { status, name, message } = await sf("data", "query", "--query", "SELECT Nope FROM User");
    assert.deepEqual([status, name], [1, "INVALID_FIELD"]);
    assert.match(message ?? "", /No such column 'Nope' on entity 'User'/);
  });

  test("sf sobject describe: the fields of the schema", async () => {
    const { result } = await sf<{ name: string; fields: { name: string; type: string; referenceTo: string[] }[] }>(
      "sobject",
      "describe",
      "--sobject",
      "SetupEntityAccess"
    );
    assert.equal(result.name, "SetupEntityAccess");
    const parent = result.fields.find(({ name }) => name === "ParentId");
    assert.deepEqual([parent?.type, parent?.referenceTo], ["reference", ["PermissionSet"]]);
  });

  test("sf data create, update, get and delete record: what was written is there, and then gone", async () => {
    const object = ["--sobject", "MCC_Run__c"];
    const { result: created } = await sf<{ id: string }>(
      "data",
      "create",
      "record",
      ...object,
      "--values",
      "Verdict__c=problems"
    );
    const record = [...object, "--record-id", created.id];
    await sf("data", "update", "record", ...record, "--values", "Verdict__c=healthy");
    const { result: got } = await sf<Record<string, unknown>>("data", "get", "record", ...record);
    assert.equal(got.Verdict__c, "healthy");
    const savedVerdict = (): unknown => valuesOf("MCC_Run__c").find(({ Id }) => Id === created.id)?.Verdict__c;
    assert.equal(savedVerdict(), "healthy");
    assert.equal((await sf("data", "delete", "record", ...record)).status, 0);
    assert.equal(savedVerdict(), undefined);
  });
});

describe("our plugin, packed, installed into the published sf", () => {
  const reportIn = ({ stdout }: Ended): unknown => {
    const { result } = JSON.parse(stdout) as Envelope<CheckResult>;
    const [checked] = result.orgs;
    assert.ok(checked && "report" in checked, stdout.slice(0, 500));
    // The time of day is all that two runs differ in.
    return JSON.parse(JSON.stringify(checked.report).replace(/T\d\d:\d\d:\d\d\.\d{3}Z/g, ""));
  };

  test("sf mcc check: the verdict first, silence beside it, and the exit code", async () => {
    const { code, stdout, stderr } = await fresh.sf(["mcc", "check", "--target-org", "org"]);
    assert.match(stdout, /^Marketing Cloud Connect can't work in this org\n/);
    assert.deepEqual([code, stderr], [1, ""]);
  });

  test("the same report by alias from sf, and by token without it", async () => {
    const bySf = await fresh.sf(["mcc", "check", "--target-org", "org", "--json"]);
    const alone = await fresh.mccHealth(["check", "--json"], {
      SF_ACCESS_TOKEN: org.accessToken,
      SF_ORG_INSTANCE_URL: org.url
    });
    assert.deepEqual(reportIn(alone), reportIn(bySf));
    assert.ok(!alone.stdout.includes(org.accessToken) && !alone.stderr.includes(org.accessToken), "the token is shown");
  });

  test("with --marketing-cloud: Marketing Cloud's own side is judged, and neither secret nor token is told", async (t) => {
    const { marketingCloud: account } = org.scenario;
    assert.ok(account, "the scenario says nothing of Marketing Cloud");
    const cloud = await startMarketingCloud({ account });
    t.after(() => cloud.close());
    const credentials = {
      [VARIABLES.subdomain]: cloud.url,
      [VARIABLES.clientId]: cloud.clientId,
      [VARIABLES.clientSecret]: cloud.clientSecret
    };
    const args = ["mcc", "check", "--target-org", "org", "--json"];
    const [asked, plain] = [await fresh.sf([...args, "--marketing-cloud"], credentials), await fresh.sf(args)];
    const stateOf = (ended: Ended, id: string): string | undefined =>
      (reportIn(ended) as PrintedReport).findings.find(({ check }) => check === id)?.state;
    for (const check of ["api-user-flag", "api-user-roles", "api-user-business-units"])
      assert.deepEqual([stateOf(plain, check), stateOf(asked, check)], ["confirm", "confirmed"]);
    for (const secret of [cloud.clientSecret, org.accessToken])
      assert.ok(!`${asked.stdout}${asked.stderr}`.includes(secret), "a secret is shown");
  });

  test("a default org beside a token of another one: sf takes the first and says so, mcc-health the second", async () => {
    const environment = { SF_TARGET_ORG: "org", SF_ORG_INSTANCE_URL: "http://127.0.0.1:1" };
    const token = "00D000000000009!AQEAQanothers";
    const bySf = await fresh.sf(["mcc", "check"], { ...environment, SF_ACCESS_TOKEN: token });
    assert.equal(bySf.code, 1);
    assert.match(bySf.stderr, /default org "org" is used, although SF_ACCESS_TOKEN is set[^]+http:\/\/127\.0\.0\.1:1/);
    const alone = await fresh.mccHealth(["check"], { ...environment, SF_ACCESS_TOKEN: token });
    assert.equal(alone.code, 3);
    assert.match(alone.stderr, /http:\/\/127\.0\.0\.1:1: the connection to Salesforce failed/);
    for (const { stdout, stderr } of [bySf, alone])
      assert.ok(!`${stdout}${stderr}`.includes(token), "the token is shown");
  });

  test("several orgs: a table of them after their reports, and the one that failed beside them", async () => {
    const { code, stdout, stderr } = await fresh.sf(["mcc", "check", "-o", "org", "-o", "nowhere"]);
    assert.equal(code, 3);
    assert.match(stdout, /=== org\n\nMarketing Cloud Connect can't work[^]+=== nowhere\n/);
    assert.match(
      stdout,
      /\nOrg +Verdict +Findings\norg +Marketing Cloud Connect can't work.+\nnowhere +Couldn't be checked/
    );
    assert.match(stderr, /"nowhere"/);
  });

  test("an error is one sentence without a stack", async () => {
    const { code, stdout, stderr } = await fresh.sf(["mcc", "check", "-o", "nowhere"]);
    assert.deepEqual([code, stdout], [3, ""]);
    assert.match(stderr, /sf org login web --alias nowhere/);
    assert.doesNotMatch(stderr, /^\s+at /m);
  });

  for (const command of COMMANDS)
    test(`sf mcc ${command} --help: what it does, its flags and examples`, async () => {
      const { code, stdout } = await fresh.sf(["mcc", command, "--help"]);
      assert.equal(code, 0);
      for (const part of ["USAGE", "FLAGS", "GLOBAL FLAGS", "DESCRIPTION", "EXAMPLES", "--target-org"])
        assert.ok(stdout.includes(part), `${part} is missing`);
    });

  for (const { args, names } of [
    { args: ["--help"], names: ["$ mcc-health [COMMAND]", ...COMMANDS.map((command) => `\n  ${command} `)] },
    ...COMMANDS.map((command) => ({ args: [command, "--help"], names: [`$ mcc-health ${command} `] }))
  ])
    test(`mcc-health ${args.join(" ")}, without sf: speaks of itself only`, async () => {
      const { code, stdout } = await fresh.mccHealth(args);
      assert.equal(code, 0);
      for (const name of names) assert.ok(stdout.includes(name), `${name} is missing`);
      assert.doesNotMatch(stdout, /\bsf mcc|\$ sf\b|mcc-health mcc/);
    });

  test("mcc-health, without sf: a command that it doesn't have ends with 3, in one sentence", async () => {
    const { code, stderr } = await fresh.mccHealth(["chek"]);
    assert.equal(code, 3);
    assert.match(stderr, /command chek not found/);
    assert.doesNotMatch(stderr, /^\s+at /m);
  });
});

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test, type TestContext } from "node:test";
import type { CheckId, PrintedReport } from "../../checklist/index.ts";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import type { ConfirmResult } from "../../command-line/commands/mcc/confirm.ts";
import { VARIABLES } from "../../command-line/marketing-cloud/settings.ts";
import type { Account } from "../../local/embedded-marketing-cloud/account.ts";
import { runScript } from "../../local/embedded-marketing-cloud/run-script.ts";
import { startMarketingCloud, type MarketingCloudOptions } from "../../local/embedded-marketing-cloud/server.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccConfirm } = await import("../../command-line/commands/mcc/confirm.ts");

const QUESTIONS: readonly CheckId[] = ["api-user-flag", "api-user-roles", "api-user-business-units"];

const orgs = {
  "several-faults": await signedIn("mc-faults", "several-faults"),
  "healthy-to-confirm": await signedIn("mc-confirm", "healthy-to-confirm")
};
after(() => Promise.all(Object.values(orgs).map((org) => org.close())));

const aliasOf = { "several-faults": "mc-faults", "healthy-to-confirm": "mc-confirm" } as const;

const accountOf = async (scenario: keyof typeof orgs): Promise<Account> => {
  const { marketingCloud } = await loadScenario(scenario);
  assert.ok(marketingCloud, "the scenario says nothing of Marketing Cloud");
  return marketingCloud;
};
const ACCOUNT = await accountOf("several-faults");

/** Checks an org, and its own Marketing Cloud, whose credentials are in the environment as a person would set them. */
async function reportOn(t: TestContext, scenario: keyof typeof orgs, options: Partial<MarketingCloudOptions> = {}) {
  const cloud = await startMarketingCloud({ account: await accountOf(scenario), ...options });
  const set = {
    [VARIABLES.subdomain]: cloud.url,
    [VARIABLES.clientId]: cloud.clientId,
    [VARIABLES.clientSecret]: cloud.clientSecret
  };
  Object.assign(process.env, set);
  t.after(async () => {
    for (const name of Object.keys(set)) Reflect.deleteProperty(process.env, name);
    await cloud.close();
  });
  const { result, error } = await run<CheckResult>(MccCheck, "-o", aliasOf[scenario], "--marketing-cloud");
  assert.ok(!error, String(error));
  assert.ok(!JSON.stringify(result).includes(cloud.clientSecret));
  const [org] = result?.orgs ?? [];
  assert.ok(org && "report" in org);
  return org.report;
}

const statesIn = (report: PrintedReport): Record<string, string> =>
  Object.fromEntries(
    report.findings.filter(({ check }) => QUESTIONS.includes(check)).map(({ check, state }) => [check, state])
  );

const checked = async (...given: Parameters<typeof reportOn>) => statesIn(await reportOn(...given));

test("when the API user last signed in stands beside the question whether their login expires, and decides nothing", async (t) => {
  const { findings } = await reportOn(t, "several-faults");
  const asked = findings.find(({ check }) => check === "mc-login-inactivity");
  assert.equal(asked?.state, "confirm");
  assert.match(asked.actual, /Marketing Cloud showed Nov 20, 2026 as the last sign-in of api\.user@mc\.example\.com/);
});

test("a healthy side answers all three questions", async (t) => {
  assert.deepEqual(await checked(t, "several-faults"), {
    "api-user-flag": "confirmed",
    "api-user-roles": "confirmed",
    "api-user-business-units": "confirmed"
  });
});

test("a missing role and a wrong default business unit are told", async (t) => {
  assert.deepEqual(await checked(t, "healthy-to-confirm"), {
    "api-user-flag": "confirmed",
    "api-user-roles": "refuted",
    "api-user-business-units": "refuted"
  });
});

test("where Marketing Cloud can't be asked, the questions stay with the person", async (t) => {
  const states = await checked(t, "several-faults", { answer: () => ({ status: 503, body: "" }) });
  assert.deepEqual([...new Set(Object.values(states))], ["confirm"]);
});

test("a package of another account is not believed: the questions stay with the person", async (t) => {
  const account = { businessUnits: [{ ID: "7", Name: "Elsewhere", ParentID: "0" }], users: [] };
  const states = await checked(t, "several-faults", { account });
  assert.deepEqual([...new Set(Object.values(states))], ["confirm"]);
});

test("without credentials, the command says which variables are missing", async () => {
  const { error, code } = await run<CheckResult>(MccCheck, "-o", "mc-faults", "--marketing-cloud");
  assert.match(error?.message ?? "", /MCC_MARKETING_CLOUD_CLIENT_SECRET/);
  assert.equal(code, 3);
});

const folder = await mkdtemp(join(tmpdir(), "mcc-marketing-cloud-"));
after(() => rm(folder, { recursive: true }));

/** Has the script printed for the org, and run in a Marketing Cloud. @returns paths of the answer and of a new confirmations file */
async function answered(name: string, account = ACCOUNT): Promise<{ answer: string; confirmations: string }> {
  const [answer, confirmations] = [join(folder, `${name}.txt`), join(folder, `${name}.json`)];
  const { result } = await run<ConfirmResult>(
    MccConfirm,
    ...["-o", "mc-faults", "--confirmations-file", confirmations, "--marketing-cloud-script"]
  );
  await writeFile(answer, `Hi,\n> ${runScript(result?.script ?? "", account, new Date())}\n`);
  return { answer, confirmations };
}

const recorded = (answer: string, confirmations: string) =>
  run<ConfirmResult>(
    MccConfirm,
    ...["-o", "mc-faults", "--confirmations-file", confirmations, "--marketing-cloud-answer", answer]
  );

test("an answer from a file is recorded, and counts in the next check", async () => {
  const { answer, confirmations } = await answered("healthy");
  const { result } = await recorded(answer, confirmations);
  assert.deepEqual([...(result?.answered ?? [])].sort(), [...QUESTIONS].sort());
  const checked = await run<CheckResult>(MccCheck, "-o", "mc-faults", "--confirmations-file", confirmations);
  const [org] = checked.result?.orgs ?? [];
  assert.ok(org && "report" in org);
  assert.deepEqual([...new Set(Object.values(statesIn(org.report)))], ["confirmed"]);
});

test("what the answer does not tell stays open", async () => {
  const users = ACCOUNT.users.map(({ Roles: _, ...user }) => ({ ...user, IsAPIUser: false }));
  const { answer, confirmations } = await answered("partly", { ...ACCOUNT, users });
  const { result } = await recorded(answer, confirmations);
  assert.ok(!result?.answered?.includes("api-user-roles"));
  assert.ok(result?.answered?.includes("api-user-flag"));
});

for (const { name, account, text, says } of [
  { name: "nothing", text: "", says: /nothing to read/ },
  { name: "another file", text: "<html></html>", says: /isn't in this text/ },
  {
    name: "an answer of another account",
    account: { ...ACCOUNT, businessUnits: [{ ID: "7", Name: "Elsewhere", ParentID: "0" }] },
    says: /a Marketing Cloud account that this org isn't connected to/
  }
] as readonly { name: string; account?: Account; text?: string; says: RegExp }[]) {
  test(`${name} is refused in one sentence, and nothing is recorded`, async () => {
    const { answer, confirmations } = await answered(name.replaceAll(" ", "-"), account);
    if (text !== undefined) await writeFile(answer, text);
    const { error, code } = await recorded(answer, confirmations);
    assert.match(error?.message ?? "", says);
    assert.equal(code, 3);
    const after = await run<CheckResult>(MccCheck, "-o", "mc-faults", "--confirmations-file", confirmations);
    assert.match(after.error?.message ?? "", /ENOENT/);
  });
}

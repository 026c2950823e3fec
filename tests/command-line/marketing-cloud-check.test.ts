import assert from "node:assert/strict";
import { after, test, type TestContext } from "node:test";
import type { CheckId, PrintedReport } from "../../checklist/index.ts";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import { VARIABLES } from "../../command-line/marketing-cloud/settings.ts";
import { startMarketingCloud, type MarketingCloudOptions } from "../../local/embedded-marketing-cloud/server.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");

const QUESTIONS: readonly CheckId[] = ["api-user-flag", "api-user-roles", "api-user-business-units"];

const orgs = {
  "several-faults": await signedIn("mc-faults", "several-faults"),
  "healthy-to-confirm": await signedIn("mc-confirm", "healthy-to-confirm")
};
after(() => Promise.all(Object.values(orgs).map((org) => org.close())));

const aliasOf = { "several-faults": "mc-faults", "healthy-to-confirm": "mc-confirm" } as const;

/** Checks an org, and its own Marketing Cloud, whose credentials are in the environment as a person would set them. */
async function checked(t: TestContext, scenario: keyof typeof orgs, options: Partial<MarketingCloudOptions> = {}) {
  const { marketingCloud: account } = await loadScenario(scenario);
  assert.ok(account, "the scenario says nothing of Marketing Cloud");
  const cloud = await startMarketingCloud({ account, ...options });
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
  return statesIn(org.report);
}

const statesIn = (report: PrintedReport): Record<string, string> =>
  Object.fromEntries(
    report.findings.filter(({ check }) => QUESTIONS.includes(check)).map(({ check, state }) => [check, state])
  );

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

test("without credentials, the command says which variables are missing", async () => {
  const { error, code } = await run<CheckResult>(MccCheck, "-o", "mc-faults", "--marketing-cloud");
  assert.match(error?.message ?? "", /MCC_MARKETING_CLOUD_CLIENT_SECRET/);
  assert.equal(code, 3);
});

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import type { ConfirmResult } from "../../command-line/commands/mcc/confirm.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccConfirm } = await import("../../command-line/commands/mcc/confirm.ts");

interface Scenario {
  readonly records: { readonly ConnectedApplication: Record<string, unknown>[] };
}

const folder = await mkdtemp(join(tmpdir(), "mcc-apps-"));
const path = new URL("../../local/scenarios/healthy-to-confirm.json", import.meta.url);
const orgs: Awaited<ReturnType<typeof signedIn>>[] = [];
after(async () => {
  await Promise.all(orgs.map((org) => org.close()));
  await rm(folder, { recursive: true });
});

/** The healthy org with apps of these names; the first one has its settings and its permission set. */
async function orgWith(alias: string, ...names: string[]): Promise<void> {
  const scenario = JSON.parse(await readFile(path, "utf8")) as Scenario;
  const { ConnectedApplication: apps } = scenario.records;
  const [first] = apps.splice(0);
  apps.push(...names.map((Name, at) => ({ ...first, Id: `0H400000000000${String(at + 1)}`, Name })));
  const file = join(folder, `${alias}.json`);
  await writeFile(file, JSON.stringify(scenario));
  orgs.push(await signedIn(alias, file));
}

const stateOf = async (check: string, ...args: string[]): Promise<string | undefined> => {
  const { result, error } = await run<CheckResult>(MccCheck, ...args);
  const [org] = result?.orgs ?? [];
  assert.ok(org && "report" in org, error?.message);
  return org.report.findings.find((finding) => finding.check === check)?.state;
};

describe("an org with several apps of Marketing Cloud", async () => {
  await orgWith("two", "Marketing Cloud A", "Marketing Cloud B");
  await orgWith("none");
  await orgWith("alike", "Salesforce Marketing Cloud", "salesforce marketing cloud");

  test("says how to name the right one where several have its name", async () => {
    await orgWith("twice", "Salesforce Marketing Cloud", "Salesforce Marketing Cloud");
    const { result } = await run<CheckResult>(MccCheck, "-o", "twice");
    assert.ok(JSON.stringify(result).includes("Name the right connected app with --app."), "it says so");
    assert.equal(await stateOf("app-permission-set", "-o", "twice"), "unknown");
  });

  test("says how to name the right one where names are only similar, and judges none of them", async () => {
    const { result } = await run<CheckResult>(MccCheck, "-o", "two");
    assert.ok(JSON.stringify(result).includes("name it with --app."), "it says so");
    assert.equal(await stateOf("app-installed", "-o", "two"), "fail");
    assert.equal(await stateOf("app-permission-set", "-o", "two"), "not-applicable");
  });

  for (const { app, state } of [
    { app: "Marketing Cloud A", state: "pass" },
    { app: "marketing cloud b", state: "fail" }
  ])
    test(`is checked for the one that is named: ${app}`, async () => {
      assert.equal(await stateOf("app-permission-set", "-o", "two", "--app", app), state);
    });

  test("asks of the one that is named what a person must see", async () => {
    const { result } = await run<ConfirmResult>(
      MccConfirm,
      ...["-o", "two", "--app", "Marketing Cloud A", "--confirmations-file", join(folder, "words.json")]
    );
    assert.ok(result?.open?.some(({ check }) => check === "ip-relaxation"));
  });

  for (const { name, org, message } of [
    {
      name: "names those that there are",
      org: "two",
      message: /"Marketing Cloud C".*"Marketing Cloud A", "Marketing Cloud B"/
    },
    { name: "says that there is none to choose", org: "none", message: /no connected app.*Leave --app out/ }
  ])
    test(`without the one that is named, ${name}`, async () => {
      const { code, error } = await run<CheckResult>(MccCheck, "-o", org, "--app", "Marketing Cloud C");
      assert.equal(code, 3);
      assert.match(error?.message ?? "", message);
    });

  for (const app of ["Salesforce Marketing Cloud", "SALESFORCE MARKETING CLOUD"])
    test(`takes none of two that ${app} may mean, and says how to name one`, async () => {
      const { code, error } = await run<CheckResult>(MccCheck, "-o", "alike", "--app", app);
      assert.equal(code, 3);
      assert.match(error?.message ?? "", /several connected apps.*\(0H4\w+\), .*\(0H4\w+\)\. Give the Id/);
    });

  for (const { app, state } of [
    { app: "0H4000000000001", state: "pass" },
    { app: "0H4000000000002", state: "fail" }
  ])
    test(`is checked for the one of that Id: ${app}`, async () => {
      assert.equal(await stateOf("app-permission-set", "-o", "alike", "--app", app), state);
    });

  test("has one message for all values that an option takes once", async () => {
    const { code, error } = await run<CheckResult>(MccCheck, "-o", "two", "--app", "a", "--app", "b");
    assert.equal(code, 3);
    assert.match(error?.message ?? "", /--app can only be specified once/);
  });
});

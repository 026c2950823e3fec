import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { CompareResult } from "../../command-line/comparison/compare-sides.ts";
import { typeNamed } from "../../local/embedded-org/run-store.ts";
import { Writes } from "../../local/embedded-org/writes.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");
const { default: MccConfirm } = await import("../../command-line/commands/mcc/confirm.ts");
const { default: MccCompare } = await import("../../command-line/commands/mcc/compare.ts");

const folder = await mkdtemp(join(tmpdir(), "mcc-compare-"));
const faulty = await signedIn("compare-faulty", "several-faults");
const other = await signedIn("compare-other", "several-faults");
const inFile = await signedIn("compare-file", "several-faults");
const bare = await signedIn("compare-bare", "package-missing");
after(async () => {
  await Promise.all([faulty, other, inFile, bare].map((org) => org.close()));
  await rm(folder, { recursive: true });
});

type Json = Record<string, unknown>;
const file = (name: string): string => join(folder, `${name}.json`);
const write = async (name: string, value: unknown): Promise<string> => {
  await writeFile(file(name), typeof value === "string" ? value : JSON.stringify(value));
  return file(name);
};
const compare = (...args: string[]) => run<CompareResult>(MccCompare, ...args);
const summary = ({ result }: { readonly result?: CompareResult }) =>
  result?.differences.map(({ check, before: was, after: is }) => [check, was.state, is.state]);

/** What only a person can see, and nobody has said. */
const CHECK = "api-user-flag";
const PRIYA = "005000000000004";
await run(MccCheck, "-o", "compare-faulty", "--output-file", file("before"));
faulty.change("User", PRIYA, { UserPermissionsMarketingUser: true });
await run(MccCheck, "-o", "compare-faulty", "--output-file", file("after"));
faulty.change("User", PRIYA, { UserPermissionsMarketingUser: false });
const before = JSON.parse(await readFile(file("before"), "utf8")) as Json;

describe("two reports", () => {
  test("that differ in one setting: exactly that is told, with exit code 1", async () => {
    const ended = await compare(file("before"), file("after"));
    assert.deepEqual(summary(ended), [["marketing-user", "fail", "pass"]]);
    assert.equal(ended.result?.differences[0]?.subject?.username, "priya.anand@example.com");
    assert.equal(ended.code, 1);
  });

  test("that do not differ, in whatever shape mcc check wrote them", async () => {
    const wrapped = await write("wrapped", { status: 0, result: { orgs: [{ targetOrg: "x", report: before }] } });
    for (const one of [file("before"), wrapped, await write("bom", `\uFEFF${JSON.stringify(before)}`)]) {
      const ended = await compare(one, file("before"));
      assert.deepEqual(summary(ended), []);
      assert.equal(ended.code, ended.result?.unknown ? 2 : 0);
    }
  });

  test("are told to a person, each with how it was and how it is", async () => {
    let text = "";
    class Heard extends MccCompare {
      override log(line = ""): void {
        text += line;
      }
      override jsonEnabled(): boolean {
        return false;
      }
    }
    await run(Heard, file("before"), file("after"));
    assert.match(text, /1 difference\./);
    assert.match(
      text,
      /Marketing User, priya\.anand@example\.com\n {2}.*before\.json: Problem\. .*\n {2}.*after\.json: OK\. /
    );
  });
});

describe("what can't be compared: one sentence, exit code 3, no result", async () => {
  const masked = await write("masked", { ...before, masked: true });
  const CASES: readonly (readonly [string, string[], RegExp])[] = [
    ["a file that is not there", [file("none"), file("before")], /none\.json can't be read \(ENOENT\)/],
    ["what is no JSON", [await write("text", "{"), file("before")], /n't valid JSON/],
    ["what is no report", [await write("list", []), file("before")], /n't a report/],
    [
      "a report without findings",
      [await write("bald", { ...before, findings: undefined }), file("before")],
      /findings/
    ],
    [
      "a report of an earlier shape",
      [await write("old", { ...before, findings: [{ check: "user-active", subject: null }] }), file("before")],
      /can be compared \(findings\.0\.\w+\)\. Write it again/
    ],
    [
      "another schemaVersion",
      [await write("next", { ...before, schemaVersion: 2 }), file("before")],
      /schemaVersion 2/
    ],
    ["a masked and an unmasked one", [masked, file("before")], /masked\.json is masked and .*before\.json isn't/],
    [
      "the reports of two orgs",
      [await write("two", { orgs: [{ report: before }, { report: before }] }), file("before")],
      /reports of 2 orgs/
    ],
    [
      "two reports and a file of confirmations",
      [file("before"), file("after"), "--confirmations-file", file("none")],
      /Two reports contain their own/
    ],
    ["nothing", [], /Name what to compare/],
    ["two reports and an org", [file("before"), file("after"), "-o", "compare-faulty"], /Name what to compare/],
    ["a report and two orgs", [file("before"), "--with-org", "compare-other"], /Name what to compare/],
    ["an org that never was without problems", ["-o", "compare-bare", "--with-last-healthy"], /compare-bare/]
  ];
  for (const [name, args, message] of CASES)
    test(name, async () => {
      const { code, error, result } = await compare(...args);
      assert.match(error?.message ?? "", message);
      assert.equal(result, undefined);
      assert.equal(code, 3);
    });
});

test("a report and the org now: of the people in the report", async () => {
  const ended = await compare(file("after"), "-o", "compare-faulty");
  assert.deepEqual(summary(ended), [["marketing-user", "pass", "fail"]]);
});

test("two orgs: what one of them has otherwise", async () => {
  other.change("User", PRIYA, { UserPermissionsMarketingUser: true });
  const ended = await compare("-o", "compare-faulty", "--with-org", "compare-other");
  assert.deepEqual(summary(ended), [["marketing-user", "fail", "pass"]]);
});

test("what a person confirmed in a file counts, where an org is checked, and only of that org", async () => {
  const said = file("confirmations");
  await run(MccConfirm, "-o", "compare-faulty", "--confirmations-file", said, "--check", CHECK, "--result", "pass");
  assert.deepEqual(summary(await compare(file("before"), "-o", "compare-faulty")), []);
  const now = await compare(file("before"), "-o", "compare-faulty", "--confirmations-file", said);
  assert.deepEqual(summary(now), [[CHECK, "confirm", "confirmed"]]);
  const elsewhere = (await readFile(said, "utf8")).replaceAll(
    faulty.scenario.organizationId.slice(0, 15),
    "00D0000000000Zz"
  );
  const there = ["--confirmations-file", await write("elsewhere", elsewhere)];
  assert.deepEqual(summary(await compare(file("before"), "-o", "compare-faulty", ...there)), []);
});

test("the last check without problems and now, from a report that is saved in a file", async () => {
  const whole = await compare("-o", "compare-file", "--with-last-healthy");
  const { scenario } = inFile;
  const writes = new Writes(scenario);
  for (const { values } of [...scenario.store.table("MCC_Run__c").rows]) {
    const VersionData = Buffer.from(String(values.Report__c)).toString("base64");
    const version = { PathOnClient: "mcc-health-report.json", VersionData };
    const Report_File__c = writes.create(typeNamed(scenario, "ContentVersion"), version);
    inFile.change("MCC_Run__c", String(values.Id), { Report__c: null, Report_File__c });
  }
  const filed = await compare("-o", "compare-file", "--with-last-healthy");
  assert.ok(whole.result?.differences.length);
  assert.deepEqual(filed.result?.differences, whole.result.differences);
  assert.equal(filed.code, 1);
});

test("the last check without problems and now: what broke, and who did it", async () => {
  const { result, code } = await compare("-o", "compare-faulty", "--with-last-healthy");
  assert.equal(code, 1);
  const access = result?.differences.find(
    ({ check, subject }) => check === "app-access" && subject?.role === "system-user"
  );
  assert.deepEqual([access?.before.state, access?.after.state, access?.changed?.by], ["pass", "fail", "Ada Fields"]);
});

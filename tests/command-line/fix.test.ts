import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { FixResult } from "../../command-line/commands/mcc/fix.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import type { Row } from "../../local/embedded-org/store.ts";
import { contentOf } from "../product/org-content.ts";
import { run, signedIn, type Ended } from "./signed-in.ts";

const { default: MccFix } = await import("../../command-line/commands/mcc/fix.ts");

const SYSTEM_USER = ["--system-user", "mcc.system@example.com"];
const PRIYA = ["--user", "priya.anand@example.com"];
const PRIYA_ID = "005000000000004";

const folder = await mkdtemp(join(tmpdir(), "mcc-fix-"));
after(() => rm(folder, { recursive: true }));
let orgs = 0;

/** An org of its own for each test, since each writes to it. */
async function inOrg(work: (org: EmbeddedOrg, alias: string) => Promise<void>): Promise<void> {
  const alias = `to-fix-${String(++orgs)}`;
  const org = await signedIn(alias, "several-faults");
  try {
    await work(org, alias);
  } finally {
    await org.close();
  }
}

/** What a person is asked, and what happens in the org before they answer: by default, they agree. */
let asked: string[] = [];
let said: string[] = [];
let answer: (question: string) => boolean | Promise<boolean> = () => true;
class Attended extends MccFix {
  protected override canAsk(): boolean {
    return true;
  }
  override confirm({ message }: { message: string }): Promise<boolean> {
    asked.push(message);
    return Promise.resolve(answer(message));
  }
  override log(text = ""): void {
    said.push(text);
  }
  override logJson(): void {
    // The result is at hand.
  }
}
async function fix(
  alias: string,
  args: readonly string[],
  answering: typeof answer = () => true
): Promise<Ended<FixResult> & { said: string }> {
  [asked, said, answer] = [[], [], answering];
  const ended = await run<FixResult>(Attended, "-o", alias, ...args);
  return { ...ended, said: said.join("\n") };
}

const rowOf = ({ scenario }: EmbeddedOrg, id: string): Row => {
  const row = scenario.store.find(id);
  assert.ok(row, id);
  return row;
};
const rowsOf = ({ scenario }: EmbeddedOrg, object: string): readonly Row[] => scenario.store.table(object).rows;
/** Rows of setup objects; what MCC Health keeps of its changes is apart. */
const setupOf = (org: EmbeddedOrg): string =>
  JSON.stringify(
    ["User", "UserLogin", "PermissionSetAssignment", "SetupEntityAccess", "UserLicense"].map((name) =>
      rowsOf(org, name)
    )
  );
const recordsOf = (org: EmbeddedOrg): string[] =>
  rowsOf(org, "MCC_Change__c").map(({ values }) =>
    [values.Status__c, values.Reason__c].filter((each) => typeof each === "string").join(" ")
  );

describe("a plan", () => {
  test("is told with what else will happen, and nothing is written", () =>
    inOrg(async (org, alias) => {
      const before = setupOf(org);
      const { result, said: text, code } = await fix(alias, [...SYSTEM_USER, ...PRIYA]);
      assert.equal(code, 0);
      assert.deepEqual(result?.outcomes, null);
      assert.match(text, /Assign the permission set “Marketing Cloud Connected App” to Marketing Cloud Integration/);
      assert.match(text, /Not assigned > Assigned\n {3}.*can use .*\n/);
      assert.match(text, /add --apply/);
      assert.deepEqual([setupOf(org) === before, asked, recordsOf(org)], [true, [], []]);
    }));

  test("is made line by line: what nobody agrees to is not written", () =>
    inOrg(async (org, alias) => {
      const { result, code } = await fix(alias, [...SYSTEM_USER, ...PRIYA, "--apply"], (question) =>
        question.includes("“Marketing User”")
      );
      assert.equal(code, 0);
      assert.ok(asked.length > 1);
      assert.deepEqual(
        result?.outcomes?.map(({ change, done }) => [change.field, done]),
        [["UserPermissionsMarketingUser", true]]
      );
      assert.deepEqual(recordsOf(org), ["done"]);
      assert.equal(rowOf(org, PRIYA_ID).values.UserPermissionsMarketingUser, true);
    }));

  test("says what became of the findings, and how to undo", () =>
    inOrg(async (_org, alias) => {
      const { said: text } = await fix(alias, [...SYSTEM_USER, ...PRIYA, "--check", "marketing-user", "--apply"]);
      assert.match(text, /Done: Select “Marketing User” for Priya Anand \(aM\w+\)/);
      assert.match(text, /Now: Marketing User is selected for Priya Anand/);
      assert.match(text, /--undo/);
    }));

  test("that nobody agrees to writes nothing, not even a record", () =>
    inOrg(async (org, alias) => {
      const before = setupOf(org);
      await fix(alias, [...SYSTEM_USER, "--apply"], () => false);
      assert.deepEqual([setupOf(org) === before, recordsOf(org)], [true, []]);
    }));

  test("is saved, made without questions, and undone by its number", () =>
    inOrg(async (org, alias) => {
      const path = join(folder, "plan.json");
      const before = setupOf(org).replace(/"(?:LastModified|SystemMod)\w+":"[^"]*",?/g, "");
      await fix(alias, [...SYSTEM_USER, "--check", "app-access", "--save-plan", path]);
      const made = await fix(alias, ["--apply", "--plan", path, "--no-prompt"]);
      assert.deepEqual(asked, []);
      assert.deepEqual(
        made.result?.outcomes?.map(({ done }) => done),
        [true]
      );
      const again = await fix(alias, ["--apply", "--plan", path, "--no-prompt"]);
      assert.deepEqual([again.code, again.result?.outcomes?.map(({ reason }) => reason)], [1, ["already"]]);
      const undone = await fix(alias, ["--undo", "F-000001", "--no-prompt"]);
      assert.deepEqual(
        undone.result?.outcomes?.map(({ done }) => done),
        [true]
      );
      assert.equal(setupOf(org).replace(/"(?:LastModified|SystemMod)\w+":"[^"]*",?/g, ""), before);
      assert.deepEqual(recordsOf(org), ["undone", "failed already", "done"]);
      const twice = await fix(alias, ["--undo", "F-000001", "--no-prompt"]);
      assert.match(twice.error?.message ?? "", /F-000001 can't be undone: Undone/);
      const undoOfUndo = await fix(alias, ["--undo", "F-000003", "--no-prompt"]);
      assert.match(undoOfUndo.error?.message ?? "", /F-000003 can't be undone/);
    }));

  test("of every fixable fault is made in one go and undone: the org is as before, but for the records", () =>
    inOrg(async (org, alias) => {
      const others = ["priya.anand", "tom.okafor", "lena.marsh", "jonas.weiler", "rosa.lindgren", "siobhan.odell"];
      const people = [...SYSTEM_USER, ...others.flatMap((name) => ["--user", `${name}@example.com`])];
      const before = contentOf(org);
      // What waits for another change is offered once that is made.
      let made = 0;
      for (let round = 0; round < 4; round++) {
        const { result } = await fix(alias, [...people, "--apply"]);
        if (!result?.outcomes) break;
        assert.deepEqual(
          result.outcomes.filter(({ done, recorded }) => !done || !recorded),
          []
        );
        made += result.outcomes.length;
      }
      assert.ok(made > 2);
      assert.notEqual(contentOf(org), before);
      assert.deepEqual((await fix(alias, people)).result?.changes, []);
      for (let number = made; number > 0; number--) {
        const undone = await fix(alias, ["--undo", `F-${String(number).padStart(6, "0")}`, "--no-prompt"]);
        assert.deepEqual([undone.error, undone.code], [undefined, 0]);
      }
      assert.equal(contentOf(org), before);
      assert.deepEqual([...new Set(recordsOf(org))].sort(), ["done", "undone"]);
    }));

  for (const { name, args, says } of [
    { name: "--no-prompt alone", args: ["--apply", "--no-prompt"], says: /needs --plan or --undo/ },
    { name: "a plan that is no file", args: ["--apply", "--no-prompt", "--plan", "/nowhere"], says: /can't be read/ },
    { name: "a change that nobody made", args: ["--undo", "F-000099", "--no-prompt"], says: /has no change F-000099/ }
  ])
    test(`is refused for ${name}`, () =>
      inOrg(async (org, alias) => {
        const { error, code } = await fix(alias, args);
        assert.match(error?.message ?? "", says);
        assert.notEqual(code, 0);
        assert.deepEqual(recordsOf(org), []);
      }));

  for (const { name, forged, says } of [
    { name: "another org's", forged: () => ({ orgId: "00D999999999999AAA" }), says: /for another org/ },
    { name: "of another kind", forged: () => ({ format: "x" }), says: /isn't a plan/ },
    {
      name: "with a field outside the closed list",
      forged: (changes: readonly object[]) => ({ changes: changes.map((each) => ({ ...each, field: "ProfileId" })) }),
      says: /isn't a plan/
    },
    {
      name: "turned around",
      forged: (changes: readonly object[]) => ({
        changes: changes.map((each) => ({ ...each, before: true, after: false }))
      }),
      says: /a change that MCC Health doesn't make/
    }
  ])
    test(`from a file is refused when it is ${name}`, () =>
      inOrg(async (org, alias) => {
        const path = join(folder, `forged-${String(orgs)}.json`);
        await fix(alias, [...SYSTEM_USER, "--check", "app-access", "--save-plan", path]);
        const plan = JSON.parse(await readFile(path, "utf8")) as { changes: object[] };
        await writeFile(path, JSON.stringify({ ...plan, ...forged(plan.changes) }));
        const before = setupOf(org);
        const { error } = await fix(alias, ["--apply", "--plan", path, "--no-prompt"]);
        assert.match(error?.message ?? "", says);
        assert.deepEqual([setupOf(org) === before, recordsOf(org)], [true, []]);
      }));

  for (const [when, args] of [
    ["a plan", [...SYSTEM_USER, "--apply"]],
    ["an undo", ["--undo", "aM0000000000000"]]
  ] as const)
    test(`that broke off before ${when} is closed: nobody knows what became of it`, () =>
      inOrg(async (org, alias) => {
        const earlier = [...SYSTEM_USER, ...PRIYA, "--check", "marketing-user", "--apply"];
        org.disturb(({ objects }) => (objects.includes("MCC_Change__c") ? "CUT" : undefined));
        await fix(alias, earlier);
        org.disturb();
        assert.deepEqual(recordsOf(org), ["intended"]);
        const [left] = rowsOf(org, "MCC_Change__c");
        org.scenario.store.change(left as Row, { CreatedDate: "2020-01-01T00:00:00.000Z" });
        await fix(alias, args, () => false);
        assert.deepEqual(recordsOf(org), ["failed unknown"]);
      }));

  test("is not made without somebody to ask", () =>
    inOrg(async (org, alias) => {
      const { error } = await run<FixResult>(MccFix, "-o", alias, ...SYSTEM_USER, "--apply");
      assert.match(error?.message ?? "", /no terminal to ask you in/);
      assert.deepEqual(recordsOf(org), []);
    }));

  test("is not made without the permission to fix, and nobody is asked", () =>
    inOrg(async (org, alias) => {
      org.scenario.store.remove(rowOf(org, "0J0000000000002"));
      const { error } = await fix(alias, [...SYSTEM_USER, "--apply"]);
      assert.match(error?.message ?? "", /"MCC Health Fixer"/);
      assert.deepEqual([asked, recordsOf(org)], [[], []]);
    }));
});

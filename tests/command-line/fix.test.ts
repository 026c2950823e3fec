import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import type { FixResult } from "../../command-line/commands/mcc/fix.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import type { Row } from "../../local/embedded-org/store.ts";
import { run, signedIn, type Ended } from "./signed-in.ts";

const { default: MccFix } = await import("../../command-line/commands/mcc/fix.ts");

const SYSTEM_USER = ["--system-user", "mcc.system@example.com"];
const PRIYA = ["--user", "priya.anand@example.com"];
const LENA = ["--user", "lena.marsh@example.com"];
const [SYSTEM_ID, PRIYA_ID, LENA_ID] = ["005000000000002", "005000000000004", "005000000000006"];
const APP_SET = "0PS000000000011";

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
const assign = (org: EmbeddedOrg, userId: string, setId: string): void =>
  org.scenario.store.add("PermissionSetAssignment", {
    Id: "0Pa000000000900AAA",
    AssigneeId: String(rowOf(org, userId).values.Id),
    PermissionSetId: String(rowOf(org, setId).values.Id),
    IsActive: true
  });
const lose = (org: EmbeddedOrg, permission: string): void => {
  const [held] = rowsOf(org, "UserPermissionAccess");
  assert.ok(held);
  Object.assign(held.values, { [permission]: false });
};
const refuse = ({ scenario }: EmbeddedOrg, object: string, code: string, message: string): void => {
  Object.assign(scenario.refusals, { [object]: { code, message } });
};

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
    { name: "of another kind", forged: () => ({ format: "x" }), says: /is not a plan/ },
    {
      name: "with a field outside the closed list",
      forged: (changes: readonly object[]) => ({ changes: changes.map((each) => ({ ...each, field: "ProfileId" })) }),
      says: /is not a plan/
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

  test("is not made without somebody to ask", () =>
    inOrg(async (org, alias) => {
      const { error } = await run<FixResult>(MccFix, "-o", alias, ...SYSTEM_USER, "--apply");
      assert.match(error?.message ?? "", /Nobody can be asked here/);
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

interface Race {
  readonly name: string;
  readonly args: readonly string[];
  /** What happens once the plan was shown, before the person agrees. */
  readonly meanwhile: (org: EmbeddedOrg) => void;
  /** Reasons of the lines, in their order; null is done. */
  readonly then: readonly (string | null)[];
  readonly says?: RegExp;
}
const ACCESS = [...SYSTEM_USER, "--check", "app-access", "--apply"];
const BOX = [...SYSTEM_USER, ...PRIYA, "--check", "marketing-user", "--apply"];
const ACTIVATE = [...SYSTEM_USER, ...LENA, "--check", "user-active", "--apply"];
const RACES: readonly Race[] = [
  {
    name: "somebody else has selected the box",
    args: BOX,
    meanwhile: (org) => org.change("User", PRIYA_ID, { UserPermissionsMarketingUser: true }),
    then: ["already"]
  },
  {
    name: "somebody else has assigned the set",
    args: ACCESS,
    meanwhile: (org) => assign(org, SYSTEM_ID, APP_SET),
    then: ["already"]
  },
  {
    name: "the permission in Setup is lost: Assign Permission Sets",
    args: ACCESS,
    meanwhile: (org) => lose(org, "PermissionsAssignPermissionSets"),
    then: ["no-access"],
    says: /insufficient access rights/
  },
  {
    name: "the permission in Setup is lost: Manage Users",
    args: BOX,
    meanwhile: (org) => lose(org, "PermissionsManageUsers"),
    then: ["no-access"],
    says: /insufficient access rights/
  },
  {
    name: "the last license is taken",
    args: ACTIVATE,
    meanwhile: (org) => org.change("UserLicense", "100000000000001", { UsedLicenses: 50 }),
    then: ["no-license"],
    says: /license limit exceeded/
  },
  {
    name: "somebody else has activated the user",
    args: ACTIVATE,
    meanwhile: (org) => org.change("User", LENA_ID, { IsActive: true }),
    then: ["already"]
  },
  {
    name: "a validation rule refuses",
    args: BOX,
    meanwhile: (org) => refuse(org, "User", "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask the Center of Excellence first."),
    then: ["refused"],
    says: /Salesforce refused\. Ask the Center of Excellence first\./
  },
  {
    name: "a trigger refuses",
    args: ACCESS,
    meanwhile: (org) =>
      refuse(
        org,
        "PermissionSetAssignment",
        "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY",
        "GuardTrigger: execution of BeforeInsert: no."
      ),
    then: ["refused"],
    says: /GuardTrigger/
  },
  {
    name: "the user is deactivated",
    args: BOX,
    meanwhile: (org) => org.change("User", PRIYA_ID, { IsActive: false }),
    then: ["inactive"]
  },
  {
    name: "the user can no longer be seen",
    args: BOX,
    meanwhile: (org) => org.scenario.store.remove(rowOf(org, PRIYA_ID)),
    then: ["gone"]
  },
  {
    name: "the permission set is deleted",
    args: ACCESS,
    meanwhile: (org) => org.scenario.store.remove(rowOf(org, APP_SET)),
    then: ["gone"]
  },
  {
    name: "the permission set has come to give administrator permissions",
    args: ACCESS,
    meanwhile: (org) => org.change("PermissionSet", APP_SET, { PermissionsModifyAllData: true }),
    then: ["powerful"]
  },
  {
    name: "half of the plan is done when it breaks",
    args: [
      ...SYSTEM_USER,
      ...PRIYA,
      ...LENA,
      "--check",
      "app-access",
      "--check",
      "user-active",
      "--check",
      "marketing-user",
      "--apply"
    ],
    meanwhile: (org) => org.change("UserLicense", "100000000000001", { UsedLicenses: 50 }),
    then: [null, "no-license", "untried"],
    says: /Not tried, because an earlier change failed/
  }
];

describe("between plan and act", () => {
  for (const { name, args, meanwhile, then, says } of RACES)
    test(`${name}: ${then.map((reason) => reason ?? "done").join(", ")}`, () =>
      inOrg(async (org, alias) => {
        let changed: string | undefined;
        const {
          result,
          said: text,
          code
        } = await fix(alias, args, () => {
          if (changed === undefined) {
            meanwhile(org);
            changed = setupOf(org);
          }
          return true;
        });
        assert.deepEqual(
          result?.outcomes?.map(({ reason }) => reason),
          then
        );
        assert.equal(code, 1);
        assert.match(text, /Not done: /);
        if (says) assert.match(text, says);
        assert.deepEqual(
          recordsOf(org),
          then.map((reason) => (reason === null ? "done" : `failed ${reason}`))
        );
        if (!then.includes(null)) assert.ok(setupOf(org) === changed);
      }));

  test("the permission to fix is lost: nothing is written, not even a record", () =>
    inOrg(async (org, alias) => {
      let changed = "";
      const { error } = await fix(alias, ACCESS, () => {
        org.change("PermissionSetAssignment", "0Pa000000000027", { IsActive: false });
        changed = setupOf(org);
        return true;
      });
      assert.match(error?.message ?? "", /"MCC Health Fixer"/);
      assert.deepEqual(recordsOf(org), []);
      assert.ok(setupOf(org) === changed);
    }));
});

describe("an undo", () => {
  for (const { name, meanwhile, then } of [
    {
      name: "is not made where the set was taken away",
      meanwhile: (org: EmbeddedOrg, id: string) => org.scenario.store.remove(rowOf(org, id)),
      then: "already"
    },
    {
      name: "leaves an assignment that somebody else has made since",
      meanwhile: (org: EmbeddedOrg, id: string) => {
        org.scenario.store.remove(rowOf(org, id));
        assign(org, SYSTEM_ID, APP_SET);
      },
      then: "moved"
    }
  ])
    test(name, () =>
      inOrg(async (org, alias) => {
        const made = await fix(alias, ACCESS);
        assert.deepEqual(
          made.result?.outcomes?.map(({ done }) => done),
          [true]
        );
        meanwhile(org, String(rowsOf(org, "MCC_Change__c")[0]?.values.Record__c));
        const { result, code } = await fix(alias, ["--undo", "F-000001"]);
        assert.match(asked[0] ?? "", /Remove the permission set “Marketing Cloud Connected App” from/);
        assert.deepEqual([code, result?.outcomes?.map(({ reason }) => reason)], [1, [then]]);
        assert.deepEqual(recordsOf(org), ["done", `failed ${then}`]);
      })
    );
});

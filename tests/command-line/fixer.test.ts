import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { SetupChange } from "../../checklist/index.ts";
import { changeOf } from "../../checklist/changes/change.ts";
import { TransportError } from "../../command-line/evidence/transport.ts";
import { fixerOver, type Fixer } from "../../command-line/fix/fixer.ts";
import { orgRecords, type OrgRecords } from "../../command-line/fix/org-records.ts";
import { runPlan } from "../../command-line/fix/run-plan.ts";
import { storedOf } from "../../command-line/fix/stored-change.ts";
import { connectTo } from "../../local/embedded-org/connect.ts";
import { startOrg, type EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import type { Row } from "../../local/embedded-org/store.ts";

const PRIYA = "005000000000004AAA";
const CHANGE: SetupChange = changeOf(
  { set: "UserPermissionsMarketingUser", recordId: PRIYA, of: PRIYA, effects: [] },
  { finding: `marketing-user/${PRIYA}`, check: "marketing-user", advice: false, values: {} }
);
const AGREED = { ...storedOf(CHANGE, null), Finding__c: CHANGE.finding, Check__c: CHANGE.check };

interface Terminals {
  readonly org: EmbeddedOrg;
  readonly records: OrgRecords;
  /** @returns one terminal of several; `hours` is how late it is there */
  readonly fixer: (hours?: number, over?: OrgRecords) => Fixer;
  /** @returns the Id of the record of a change that was agreed to */
  readonly agreed: () => Promise<string>;
}

async function inOrg(work: (terminals: Terminals) => Promise<void>): Promise<void> {
  const org = await startOrg({ scenario: await loadScenario("several-faults") });
  const records = orgRecords(await connectTo(org));
  const { viewerId, organizationId: orgId, clock } = org.scenario;
  const fixer = (hours = 0, over = records): Fixer =>
    fixerOver({ records: over, viewerId, orgId, now: () => new Date(clock().getTime() + hours * 3_600_000) });
  const agreed = async (): Promise<string> => {
    const { changeIds } = await fixer().intend("plan", [AGREED]);
    assert.ok(changeIds?.[0]);
    return changeIds[0];
  };
  try {
    await work({ org, records, fixer, agreed });
  } finally {
    await org.close();
  }
}

const rowsOf = (org: EmbeddedOrg): readonly Row[] => org.scenario.store.table("MCC_Change__c").rows;
const isSelected = (org: EmbeddedOrg): unknown => org.scenario.store.find(PRIYA)?.values.UserPermissionsMarketingUser;

describe("between agreement and act", () => {
  for (const { name, meanwhile, hours, then } of [
    {
      name: "an hour and more has passed",
      meanwhile: () => undefined,
      hours: 1.1,
      then: "expired"
    },
    {
      name: "somebody else has edited the record",
      meanwhile: (org: EmbeddedOrg, id: string) =>
        org.change("MCC_Change__c", id, { LastModifiedById: "005000000000003" }),
      then: "expired"
    },
    {
      name: "the record is somebody else's",
      meanwhile: (org: EmbeddedOrg, id: string) => org.change("MCC_Change__c", id, { CreatedById: "005000000000003" }),
      then: "expired"
    },
    {
      name: "the record was copied into another org",
      meanwhile: (org: EmbeddedOrg, id: string) => org.change("MCC_Change__c", id, { Org__c: "AAA999999999999D00" }),
      then: "expired"
    },
    {
      name: "the record has come to name a field outside the closed list",
      meanwhile: (org: EmbeddedOrg, id: string) => org.change("MCC_Change__c", id, { Field__c: "ProfileId" }),
      then: "moved"
    },
    {
      name: "the record has come to name the other direction",
      meanwhile: (org: EmbeddedOrg, id: string) =>
        org.change("MCC_Change__c", id, { Before__c: true, After__c: false }),
      then: "moved"
    },
    {
      name: "the record has come to name an undo of nothing",
      meanwhile: (org: EmbeddedOrg, id: string) => org.change("MCC_Change__c", id, { Undoes__c: id }),
      then: "moved"
    }
  ])
    test(`${name}: ${then}, and nothing is written`, () =>
      inOrg(async ({ org, fixer, agreed }) => {
        const id = await agreed();
        meanwhile(org, id);
        const { done, reason } = await fixer(hours).act(id);
        assert.deepEqual([done, reason, isSelected(org)], [false, then, false]);
      }));

  test("a second terminal has done the same: already, and recorded so", () =>
    inOrg(async ({ org, fixer, agreed }) => {
      const [first, second] = [await agreed(), await agreed()];
      assert.equal((await fixer().act(first)).done, true);
      const { reason } = await fixer().act(second);
      await fixer().close(first, null, null);
      await fixer().close(second, reason, null);
      assert.equal(reason, "already");
      assert.deepEqual(
        rowsOf(org).map(({ values }) => values.Status__c),
        ["done", "failed"]
      );
    }));

  test("the same act comes twice: once done, then already, and after it was closed expired", () =>
    inOrg(async ({ fixer, agreed }) => {
      const id = await agreed();
      const answers = [await fixer().act(id), await fixer().act(id), await fixer().close(id, null, null)];
      answers.push(await fixer().act(id), await fixer().close(id, null, null));
      assert.deepEqual(
        answers.map(({ done, reason }) => reason ?? done),
        [true, "already", true, "expired", "expired"]
      );
    }));
});

describe("a permission that the org doesn't have as a field", () => {
  const ASSIGNMENT = changeOf(
    { assign: "0PS000000000011AAA", to: PRIYA, effects: [] },
    { finding: `app-access/${PRIYA}`, check: "app-access", advice: false, values: {} }
  );
  for (const { name, more, then } of [
    { name: "keeps nobody from assigning a permission set", more: {}, then: null },
    { name: "doesn't hide that it gives another one", more: { PermissionsManageUsers: true }, then: "powerful" }
  ])
    test(name, async () => {
      const file = JSON.parse(await readFile("local/scenarios/several-faults.json", "utf8")) as {
        records: Record<string, { Id: string; AssigneeId?: string }[]>;
      };
      const folder = await mkdtemp(join(tmpdir(), "mcc-fixer-"));
      const path = join(folder, "scenario.json");
      await writeFile(
        path,
        JSON.stringify({
          ...file,
          visits: [],
          unavailable: { "PermissionSet.PermissionsModifyMetadata": "INVALID_FIELD" }
        })
      );
      const org = await startOrg({ scenario: await loadScenario(path) });
      try {
        org.change("PermissionSet", "0PS000000000011", more);
        for (const row of org.scenario.store.table("PermissionSetAssignment").rows)
          if (row.values.AssigneeId === org.scenario.store.find(PRIYA)?.values.Id) org.scenario.store.remove(row);
        const { viewerId, organizationId: orgId, clock: now } = org.scenario;
        const fixer = fixerOver({ records: orgRecords(await connectTo(org)), viewerId, orgId, now });
        const outcomes = await runPlan(fixer, [ASSIGNMENT]);
        assert.deepEqual(
          outcomes.map(({ reason }) => reason),
          [then]
        );
      } finally {
        await org.close();
        await rm(folder, { recursive: true });
      }
    });
});

describe("what is recorded", () => {
  test("is done only where the org shows it, whatever the caller says", () =>
    inOrg(async ({ org, fixer, agreed }) => {
      const { done, reason } = await fixer().close(await agreed(), null, null);
      assert.deepEqual([done, reason], [false, "moved"]);
      assert.equal(rowsOf(org)[0]?.values.Status__c, "failed");
    }));

  test("is that nobody knows, where the answer to a write is lost; the rest is not tried", () =>
    inOrg(async ({ org, records, fixer }) => {
      const lossy: OrgRecords = {
        ...records,
        async update(object, id, body) {
          await records.update(object, id, body);
          throw new TransportError("TIMEOUT", "Salesforce did not answer within 30 seconds.");
        }
      };
      const outcomes = await runPlan(fixer(0, lossy), [CHANGE, CHANGE]);
      assert.deepEqual(
        outcomes.map(({ reason }) => reason),
        ["unknown", "untried"]
      );
      assert.match(outcomes[0]?.message ?? "", /did not answer/);
      assert.deepEqual(
        rowsOf(org).map(({ values }) => `${String(values.Status__c)} ${String(values.Reason__c)}`),
        ["failed unknown", "failed untried"]
      );
    }));

  test("can't share a transaction with what it is about: Salesforce refuses both", () =>
    inOrg(async ({ org, records }) => {
      const writes = [
        { object: "MCC_Change__c", body: { ...AGREED, Plan__c: "p", Position__c: 1, Status__c: "done" } },
        { object: "User", id: PRIYA, body: { UserPermissionsMarketingUser: true } }
      ];
      await assert.rejects(records.together(writes), { errorCode: "MIXED_DML_OPERATION" });
      assert.deepEqual([rowsOf(org).length, isSelected(org)], [0, false]);
    }));
});

describe("what an org answers to writes of setup objects", () => {
  for (const { name, object, body, code } of [
    {
      name: "an assignment twice",
      object: "PermissionSetAssignment",
      body: { AssigneeId: PRIYA, PermissionSetId: "0PS000000000011" },
      code: "DUPLICATE_VALUE"
    },
    {
      name: "an assignment of nothing",
      object: "PermissionSetAssignment",
      body: { AssigneeId: PRIYA },
      code: "REQUIRED_FIELD_MISSING"
    },
    {
      name: "an assignment to an inactive user",
      object: "PermissionSetAssignment",
      body: { AssigneeId: "005000000000006", PermissionSetId: "0PS000000000014" },
      code: "FIELD_INTEGRITY_EXCEPTION"
    },
    {
      name: "an attachment without the permission",
      object: "SetupEntityAccess",
      body: { ParentId: "0PS000000000011", SetupEntityId: "0H4000000000001" },
      code: "INSUFFICIENT_ACCESS_OR_READONLY"
    },
    {
      name: "an attachment that says its type",
      object: "SetupEntityAccess",
      body: { ParentId: "0PS000000000011", SetupEntityId: "0H4000000000001", SetupEntityType: "ConnectedApplication" },
      code: "INVALID_FIELD_FOR_INSERT_UPDATE"
    },
    {
      name: "a permission set without the permission",
      object: "PermissionSet",
      body: { Name: "New_One", Label: "New one" },
      code: "INSUFFICIENT_ACCESS_OR_READONLY"
    },
    { name: "a new user", object: "User", body: { IsActive: true }, code: "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY" }
  ])
    test(`${name}: ${code}`, () =>
      inOrg(async ({ records }) => {
        await assert.rejects(records.create(object, body), { errorCode: code });
      }));

  const SET = { Name: "New_One", Label: "New one" };
  for (const { name, write, code } of [
    {
      name: "a permission set whose API name is taken, in other capitals",
      write: (records: OrgRecords) =>
        records.create("PermissionSet", { ...SET, Name: "marketing_cloud_connected_app" }),
      code: "DUPLICATE_DEVELOPER_NAME"
    },
    {
      name: "a permission set whose API name ends in an underscore",
      write: (records: OrgRecords) => records.create("PermissionSet", { ...SET, Name: "New_" }),
      code: "INVALID_API_NAME"
    },
    {
      name: "a permission set without a label",
      write: (records: OrgRecords) => records.create("PermissionSet", { Name: "New_One" }),
      code: "REQUIRED_FIELD_MISSING"
    },
    {
      name: "an attachment to what no permission set opens",
      write: (records: OrgRecords) =>
        records.create("SetupEntityAccess", { ParentId: "0PS000000000011", SetupEntityId: PRIYA }),
      code: "FIELD_INTEGRITY_EXCEPTION"
    },
    {
      name: "an attachment twice",
      write: (records: OrgRecords) =>
        records.create("SetupEntityAccess", { ParentId: "0PS000000000011", SetupEntityId: "0H4000000000001" }),
      code: "DUPLICATE_VALUE"
    },
    {
      name: "the removal of a permission set that is assigned",
      write: (records: OrgRecords) => records.remove("PermissionSet", "0PS000000000011"),
      code: "DELETE_FAILED"
    },
    {
      name: "the removal of a profile's own permission set",
      write: (records: OrgRecords) => records.remove("PermissionSet", "0PS000000000001"),
      code: "INSUFFICIENT_ACCESS_OR_READONLY"
    }
  ])
    test(`${name}: ${code}`, () =>
      inOrg(async ({ org, records }) => {
        const [held] = org.scenario.store.table("UserPermissionAccess").rows;
        assert.ok(held);
        org.scenario.store.change(held, { PermissionsManageProfilesPermissionsets: true });
        await assert.rejects(write(records), { errorCode: code });
      }));

  test("a permission set that is removed takes along what it opens", () =>
    inOrg(async ({ org, records }) => {
      const { store } = org.scenario;
      const [held] = store.table("UserPermissionAccess").rows;
      assert.ok(held);
      store.change(held, { PermissionsManageProfilesPermissionsets: true });
      const before = store.table("SetupEntityAccess").rows.length;
      const set = await records.create("PermissionSet", SET);
      await records.create("SetupEntityAccess", { ParentId: set, SetupEntityId: "0H4000000000001" });
      assert.equal(store.table("SetupEntityAccess").rows.length, before + 1);
      await records.remove("PermissionSet", set);
      assert.equal(store.table("SetupEntityAccess").rows.length, before);
    }));

  test("a field of a user that MCC Health does not write is refused", () =>
    inOrg(async ({ records }) => {
      await assert.rejects(records.update("User", PRIYA, { ProfileId: "00e000000000001" }), {
        errorCode: "INVALID_FIELD_FOR_INSERT_UPDATE"
      });
    }));

  test("an active user takes a license, an inactive one gives it back, and the last is the last", () =>
    inOrg(async ({ org, records }) => {
      const used = (): unknown => org.scenario.store.find("100000000000001")?.values.UsedLicenses;
      const before = Number(used());
      await records.update("User", "005000000000006", { IsActive: true });
      assert.equal(used(), before + 1);
      await records.update("User", "005000000000006", { IsActive: false });
      assert.equal(used(), before);
      org.change("UserLicense", "100000000000001", { TotalLicenses: before });
      await assert.rejects(records.update("User", "005000000000006", { IsActive: true }), {
        errorCode: "LICENSE_LIMIT_EXCEEDED"
      });
    }));
});

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { CALIBRATION, type Calibration } from "../../checklist/index.ts";
import type { FixResult } from "../../command-line/commands/mcc/fix.ts";
import type { Attaching } from "../../command-line/calibration/try-attaching.ts";
import { merged } from "../../command-line/calibration/merge.ts";
import { readBlocks } from "../../command-line/calibration/read-blocks.ts";
import type { Block } from "../../command-line/calibration/schema.ts";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { run, signedIn } from "./signed-in.ts";

// From a scratch org that tried it to a button: what an org has shown is offered in others, and nothing else is.

const { default: MccCalibrate } = await import("../../command-line/commands/mcc/calibrate.ts");
const { default: MccFix } = await import("../../command-line/commands/mcc/fix.ts");

const folder = await mkdtemp(join(tmpdir(), "mcc-attach-"));
after(() => rm(folder, { recursive: true }));

class AgreeingCalibrate extends MccCalibrate {
  override log(): void {
    // The block is at hand.
  }
  override logJson(): void {
    // As above.
  }
  override logToStderr(): void {
    // What it says, calibrate-try.test.ts reads.
  }
}
class AgreeingFix extends MccFix {
  protected override canAsk(): boolean {
    return true;
  }
  override confirm(): Promise<boolean> {
    return Promise.resolve(true);
  }
  override log(): void {
    // The result is at hand.
  }
  override logJson(): void {
    // As above.
  }
}

const grant = ({ scenario: { store } }: EmbeddedOrg): void => {
  const [held] = store.table("UserPermissionAccess").rows;
  assert.ok(held);
  store.change(held, { PermissionsManageProfilesPermissionsets: true });
};
const attachmentsOf = ({ scenario: { store } }: EmbeddedOrg): readonly unknown[] =>
  store
    .table("SetupEntityAccess")
    .rows.filter(({ values }) => values.SetupEntityType === "ConnectedApplication")
    .map(({ values }) => [values.ParentId, values.SetupEntityId].map((id) => String(id).slice(0, 15)));

let orgs = 0;

/** @returns the tables after a scratch org has tried it */
async function triedTables(answers?: Partial<Attaching>): Promise<Calibration> {
  const alias = `scratch-${String(++orgs)}`;
  const org = await signedIn(alias, "healthy-to-confirm");
  grant(org);
  org.change("Organization", "00D000000000001", { IsSandbox: true, TrialExpirationDate: "2026-12-24T00:00:00Z" });
  try {
    const { result } = await run<Block>(AgreeingCalibrate, "-o", alias, "--try", "--no-prompt");
    assert.ok(result && "answer" in result.answers.attaching);
    // As an org would say that does not stand on this machine.
    const attaching = { answer: { ...result.answers.attaching.answer, ...answers } };
    const block = { ...result, demonstration: false, answers: { ...result.answers, attaching } };
    const path = join(folder, `${alias}.json`);
    await writeFile(path, JSON.stringify(block));
    return merged(CALIBRATION, await readBlocks(path)).tables;
  } finally {
    await org.close();
  }
}

/** What happens in an org whose app has no permission set attached, to somebody who agrees to everything. */
async function mendedWith(attaching: Calibration["attaching"], work: (mended: Mended) => Promise<void>): Promise<void> {
  const alias = `to-attach-${String(++orgs)}`;
  const org = await signedIn(alias, "several-faults");
  grant(org);
  for (const row of org.scenario.store.table("SetupEntityAccess").rows)
    if (row.values.SetupEntityType === "ConnectedApplication") org.scenario.store.remove(row);
  const table = CALIBRATION.attaching as Calibration["attaching"][number][];
  const before = [...table];
  table.splice(0, table.length, ...attaching);
  const fix = async (...args: string[]): Promise<FixResult> => {
    const { result, error } = await run<FixResult>(AgreeingFix, "-o", alias, ...args);
    assert.ok(result, error?.message);
    return result;
  };
  try {
    await work({ org, fix });
  } finally {
    table.splice(0, table.length, ...before);
    await org.close();
  }
}
interface Mended {
  readonly org: EmbeddedOrg;
  readonly fix: (...args: string[]) => Promise<FixResult>;
}
const ASKED = ["--system-user", "mcc.system@example.com", "--check", "app-permission-set", "--apply"];

describe("attaching a permission set to the app", () => {
  test("is offered, made and taken back once a scratch org has shown that it works", async () => {
    const { attaching } = await triedTables();
    assert.deepEqual(
      attaching.map(({ works, how }) => [works, how]),
      [[true, "observed"]]
    );
    await mendedWith(attaching, async ({ org, fix }) => {
      const { outcomes } = await fix(...ASKED);
      assert.deepEqual(
        outcomes?.map(({ change, done }) => [change.operation, change.object, done]),
        [["attach", "SetupEntityAccess", true]]
      );
      assert.deepEqual(attachmentsOf(org), [["0PS000000000011", "0H4000000000001"]]);
      const undone = await fix("--undo", "F-000001");
      assert.deepEqual(
        undone.outcomes?.map(({ change, done }) => [change.operation, done]),
        [["detach", true]]
      );
      assert.deepEqual(attachmentsOf(org), []);
    });
  });

  for (const { name, tables } of [
    { name: "no org has tried it: today's table", tables: () => Promise.resolve(CALIBRATION) },
    { name: "an org did not take it", tables: () => triedTables({ attached: false, shown: false, detached: false }) },
    { name: "an org did not show it afterwards", tables: () => triedTables({ shown: false }) },
    { name: "an org did not take it back", tables: () => triedTables({ detached: false }) },
    {
      name: "two orgs contradict each other",
      tables: async () => {
        const [one, other] = [await triedTables(), await triedTables({ attached: false })];
        return { ...one, attaching: [...one.attaching, ...other.attaching] };
      }
    }
  ])
    test(`is not offered where ${name}`, async () => {
      const { attaching } = await tables();
      await mendedWith(attaching, async ({ org, fix }) => {
        const { changes, outcomes } = await fix(...ASKED);
        assert.deepEqual([changes, outcomes, attachmentsOf(org)], [[], null, []]);
      });
    });
});

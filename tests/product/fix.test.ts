import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  changesIn,
  savedChanges,
  undoOf,
  type Report,
  type SavedChange,
  type SetupChange
} from "../../checklist/index.ts";
import { readRows } from "../../checklist/evidence/read-rows.ts";
import { checkOrg } from "../../command-line/check-org.ts";
import { queryText } from "../../command-line/evidence/query-texts.ts";
import { fixerOver } from "../../command-line/fix/fixer.ts";
import { orgRecords } from "../../command-line/fix/org-records.ts";
import { runPlan } from "../../command-line/fix/run-plan.ts";
import { connectTo } from "../../local/embedded-org/connect.ts";
import { startOrg, type EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { contentOf } from "./org-content.ts";

const SYSTEM_USER = "mcc.system@example.com";
const OTHERS = ["priya", "tom", "lena", "jonas", "rosa", "siobhan"];
const USERNAMES: Readonly<Record<string, string>> = {
  priya: "priya.anand@example.com",
  tom: "tom.okafor@example.com",
  lena: "lena.marsh@example.com",
  jonas: "jonas.weiler@example.com",
  rosa: "rosa.lindgren@example.com",
  siobhan: "siobhan.odell@example.com"
};

async function opened(org: EmbeddedOrg) {
  const connection = await connectTo(org);
  const { viewerId, organizationId: orgId, clock: now } = org.scenario;
  const records = orgRecords(connection);
  const fixer = fixerOver({ records, viewerId, orgId, now });
  const target = { name: "org", login: "x", connection, orgId, viewerId } as never;
  const report = (): Promise<Report> =>
    checkOrg(target, {
      systemUser: SYSTEM_USER,
      users: OTHERS.map((name) => USERNAMES[name] ?? ""),
      everyone: false,
      confirmations: [],
      warn: (text) => assert.equal(text, "")
    });
  const saved = async (): Promise<SavedChange[]> =>
    changesIn(readRows(await records.query(queryText(savedChanges.name)), savedChanges.fields), orgId);
  return { fixer, report, saved, records };
}

describe("fixes in an org with several faults", () => {
  let org: EmbeddedOrg;
  before(async () => {
    org = await startOrg({ scenario: await loadScenario("several-faults") });
  });
  after(() => org.close());

  test("mend every finding that they are proposed for, and undone leave the org as it was", async () => {
    const { fixer, report, saved } = await opened(org);
    const start = contentOf(org);
    const proposed: SetupChange[] = [];
    // What waits for another change is proposed once that is made.
    for (let round = 0; round < 4; round++) {
      const { changes } = await report();
      if (!changes.length) break;
      proposed.push(...changes);
      const outcomes = await runPlan(fixer, changes);
      assert.deepEqual(
        outcomes.filter(({ done }) => !done),
        []
      );
      const after = await report();
      for (const { finding, check } of changes) {
        const now = after.findings.find((each) => `${each.check}/${each.subject?.id ?? ""}` === finding);
        assert.ok(now && ["pass", "not-applicable"].includes(now.state), `${check}: ${JSON.stringify(now)}`);
      }
    }
    assert.deepEqual((await report()).changes, []);
    const kinds = new Set<string>(proposed.map(({ operation, field }) => field ?? operation));
    for (const kind of ["assign", "IsActive", "UserPermissionsMarketingUser"]) assert.ok(kinds.has(kind), kind);
    assert.notEqual(contentOf(org), start);

    const made = await saved();
    assert.equal(made.length, proposed.length);
    assert.ok(made.every(({ status }) => status === "done"));
    // The newest first, as the query answers.
    for (const change of made) {
      const [outcome] = await runPlan(fixer, [undoOf(change)], change.id);
      assert.ok(outcome?.done, JSON.stringify(outcome));
    }
    assert.equal(contentOf(org), start);
    const statuses = (await saved()).map(({ status, undoes }) => `${undoes === null ? "change" : "undo"} ${status}`);
    assert.deepEqual([...new Set(statuses)].sort(), ["change undone", "undo done"]);
  });
});

import assert from "node:assert/strict";
import { describe, mock, test } from "node:test";
import type { Block } from "../../command-line/calibration/schema.ts";
import { TRIED_LABEL, tryAttaching, type Trying } from "../../command-line/calibration/try-attaching.ts";
import { TransportError } from "../../command-line/evidence/transport.ts";
import { orgRecords, type OrgRecords } from "../../command-line/fix/org-records.ts";
import { connectTo } from "../../local/embedded-org/connect.ts";
import { startOrg, type EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { run, signedIn } from "./signed-in.ts";

const { default: MccCalibrate } = await import("../../command-line/commands/mcc/calibrate.ts");

const ORG = "00D000000000001";
const APP = "0H4000000000001AAA";
const NAME = "MCC_Health_Calibration_0";
const WORKED = { answer: { attached: true, shown: true, detached: true, refusal: null } };

/** Every row of the org, so that what was left anywhere is seen. */
const contentOf = ({ scenario: { store, schema } }: EmbeddedOrg): string =>
  JSON.stringify(schema.objectNames().map((name) => [name, store.table(name).rows.map(({ values }) => values)]));
const grant = ({ scenario: { store } }: EmbeddedOrg, may = true): void => {
  const [held] = store.table("UserPermissionAccess").rows;
  assert.ok(held);
  store.change(held, { PermissionsManageProfilesPermissionsets: may });
};
const refuse = ({ scenario }: EmbeddedOrg, object: string, code: string, message = "planted"): void => {
  Object.assign(scenario.refusals, { [object]: { code, message } });
};
const lost = (): Promise<never> => Promise.reject(new TransportError("TIMEOUT", "Salesforce did not answer."));
const refused = (errorCode: string): Promise<never> =>
  Promise.reject(Object.assign(new Error("planted"), { errorCode }));

interface Situation {
  readonly name: string;
  /** What is different in the org, or in what comes of requests. */
  readonly planted?: (org: EmbeddedOrg, records: OrgRecords) => Partial<OrgRecords>;
  readonly isStopped?: () => boolean;
  readonly attempt: object;
  /** What is left in the org; nothing where absent. */
  readonly left?: readonly string[];
}

const SITUATIONS: readonly Situation[] = [
  { name: "the org takes it, shows it, and takes it back", attempt: WORKED },
  {
    name: "the org does not take a permission set of a connected app",
    planted: (org) => {
      refuse(org, "SetupEntityAccess", "FIELD_INTEGRITY_EXCEPTION");
      return {};
    },
    attempt: { answer: { attached: false, shown: false, detached: false, refusal: "FIELD_INTEGRITY_EXCEPTION" } }
  },
  {
    name: "the person may not manage permission sets: that proves nothing",
    planted: (org) => {
      grant(org, false);
      return {};
    },
    attempt: { error: "INSUFFICIENT_ACCESS_OR_READONLY" }
  },
  {
    name: "the person may not attach: that proves nothing",
    planted: (org) => {
      refuse(org, "SetupEntityAccess", "INSUFFICIENT_ACCESS_OR_READONLY");
      return {};
    },
    attempt: { error: "INSUFFICIENT_ACCESS_OR_READONLY" }
  },
  {
    name: "the answer to the new permission set is lost",
    planted: (_org, records) => ({
      create: async (object, body) => {
        await records.create(object, body);
        return lost();
      }
    }),
    attempt: { error: "TIMEOUT" }
  },
  {
    name: "the answer to attaching is lost",
    planted: (_org, records) => ({
      create: async (object, body) => {
        const id = await records.create(object, body);
        return object === "SetupEntityAccess" ? lost() : id;
      }
    }),
    attempt: { error: "TIMEOUT" }
  },
  {
    name: "it can be attached and not be read back",
    planted: (_org, records) => {
      let reads = 0;
      return { query: (soql) => (soql.includes("SetupEntityAccess") && ++reads === 1 ? lost() : records.query(soql)) };
    },
    attempt: { error: "TIMEOUT" }
  },
  {
    name: "it is said to be attached, and the org does not show it",
    planted: (_org, records) => {
      let reads = 0;
      return {
        query: (soql) =>
          soql.includes("SetupEntityAccess") && ++reads === 1 ? Promise.resolve([]) : records.query(soql)
      };
    },
    attempt: { answer: { attached: true, shown: false, detached: true, refusal: null } }
  },
  {
    name: "it can't be detached: deleting the permission set takes it along",
    planted: (_org, records) => ({
      remove: (object, id) =>
        object === "SetupEntityAccess" ? refused("INVALID_CROSS_REFERENCE_KEY") : records.remove(object, id)
    }),
    attempt: { answer: { attached: true, shown: true, detached: false, refusal: "INVALID_CROSS_REFERENCE_KEY" } }
  },
  {
    name: "the person stops it once the permission set is there",
    isStopped: () => true,
    attempt: { open: "Stopped before it was tried." }
  },
  {
    name: "removing fails once, and works the second time",
    planted: (_org, records) => {
      let tries = 0;
      return {
        remove: (object, id) =>
          object === "PermissionSet" && ++tries === 1 ? refused("UNABLE_TO_LOCK_ROW") : records.remove(object, id)
      };
    },
    attempt: WORKED
  },
  {
    name: "somebody assigns the permission set meanwhile, so that it can't be deleted",
    planted: ({ scenario }, records) => ({
      create: async (object, body) => {
        const id = await records.create(object, body);
        if (object === "SetupEntityAccess")
          await records.create("PermissionSetAssignment", {
            AssigneeId: scenario.viewerId,
            PermissionSetId: body.ParentId
          });
        return id;
      }
    }),
    attempt: WORKED,
    left: ["permission-set"]
  },
  {
    name: "nothing can be removed",
    planted: () => ({ remove: () => refused("INSUFFICIENT_ACCESS_OR_READONLY") }),
    attempt: { error: "INSUFFICIENT_ACCESS_OR_READONLY" },
    left: ["attachment", "permission-set"]
  },
  {
    name: "the session ends in the middle: what is left is not known",
    planted: () => ({ query: () => refused("INVALID_SESSION_ID") }),
    attempt: { error: "INVALID_SESSION_ID" },
    left: ["unknown"]
  }
];

describe("attaching is tried", () => {
  for (const { name, planted, isStopped, attempt, left = [] } of SITUATIONS)
    test(name, async () => {
      const org = await startOrg({ scenario: await loadScenario("healthy-to-confirm") });
      try {
        grant(org);
        const records = orgRecords(await connectTo(org));
        const more = planted?.(org, records);
        const before = contentOf(org);
        const trying: Trying = {
          records: { ...records, ...more },
          appId: APP,
          name: NAME,
          ...(isStopped && { isStopped })
        };
        const tried = await tryAttaching(trying);
        assert.deepEqual(tried.attempt, attempt);
        assert.deepEqual(
          tried.left.map(({ what }) => what),
          left
        );
        if (!left.length) assert.equal(contentOf(org), before);
        else assert.ok(tried.left.every(({ why }) => why));
      } finally {
        await org.close();
      }
    });
});

let [asked, printed]: [string[], string[]] = [[], []];
let agrees = true;
let signal = (): void => undefined;
class Attended extends MccCalibrate {
  protected override canAsk(): boolean {
    signal = () => {
      this.exit(130);
    };
    return true;
  }
  override confirm({ message }: { message: string }): Promise<boolean> {
    asked.push(message);
    return Promise.resolve(agrees);
  }
  override log(): void {
    // The block is at hand.
  }
  override logJson(): void {
    // As above.
  }
  override logToStderr(text = ""): void {
    printed.push(text);
  }
  override warn(text: string): string {
    printed.push(text);
    return text;
  }
}

let orgs = 0;
interface InOrg {
  readonly org: EmbeddedOrg;
  readonly calibrate: (...args: string[]) => ReturnType<typeof run<Block>>;
}
async function inOrg(work: (given: InOrg) => Promise<void>): Promise<void> {
  const alias = `to-try-${String(++orgs)}`;
  const org = await signedIn(alias, "healthy-to-confirm");
  [asked, printed, agrees] = [[], [], true];
  grant(org);
  org.change("Organization", ORG, { IsSandbox: true, TrialExpirationDate: "2026-12-24T00:00:00Z" });
  try {
    await work({ org, calibrate: (...args) => run<Block>(Attended, "-o", alias, ...args) });
  } finally {
    await org.close();
  }
}

describe("sf mcc calibrate --try", () => {
  test("says what it will do, asks, writes what came of it into the block, and leaves nothing", () =>
    inOrg(async ({ org, calibrate }) => {
      const before = contentOf(org);
      const { result, code } = await calibrate("--try");
      assert.equal(code, 0);
      assert.deepEqual(result?.answers.attaching, WORKED);
      assert.equal(contentOf(org), before);
      assert.deepEqual(asked, ["Try it"]);
      const [plan = "", ...after] = printed;
      assert.match(
        plan,
        /1\. Create the permission set.+gives no permission.+\n2\. Attach it.+\n3\. Read.+\n4\. Remove/
      );
      assert.ok(plan.includes(TRIED_LABEL));
      assert.deepEqual(after, ["What was created has been removed."]);
    }));

  test("asks nobody with --no-prompt", () =>
    inOrg(async ({ calibrate }) => {
      const { result } = await calibrate("--try", "--no-prompt");
      assert.deepEqual([asked, result?.answers.attaching], [[], WORKED]);
    }));

  test("tries nothing where nobody agrees, and answers the rest", () =>
    inOrg(async ({ org, calibrate }) => {
      agrees = false;
      const before = contentOf(org);
      const { result } = await calibrate("--try");
      assert.deepEqual(result?.answers.attaching, { open: "Not tried: nobody agreed to it." });
      assert.ok("answer" in result.answers["group-access"]);
      assert.equal(contentOf(org), before);
      assert.match(printed.at(-1) ?? "", /nothing was changed/);
    }));

  test("tries nothing without being told to", () =>
    inOrg(async ({ org, calibrate }) => {
      const before = contentOf(org);
      const { result } = await calibrate();
      assert.deepEqual(result?.answers.attaching, {
        open: "Not tried, because it writes. In a scratch org, add --try."
      });
      assert.deepEqual([asked, contentOf(org) === before], [[], true]);
    }));

  test("tries nothing where it is not known which app is meant", () =>
    inOrg(async ({ org, calibrate }) => {
      org.change("ConnectedApplication", APP, { Name: "Something else" });
      const { result } = await calibrate("--try");
      assert.deepEqual([asked, result?.answers.attaching && "open" in result.answers.attaching], [[], true]);
    }));

  test("tells what it could not remove, and where to remove it", () =>
    inOrg(async ({ org, calibrate }) => {
      const { store } = org.scenario;
      // A flow of the org assigns each new permission set.
      const add = store.add.bind(store);
      store.add = (object, values) => {
        add(object, values);
        if (object === "PermissionSet")
          add("PermissionSetAssignment", {
            Id: "0Pa000000000901AAA",
            AssigneeId: org.scenario.viewerId,
            PermissionSetId: values.Id
          });
      };
      const { result } = await calibrate("--try");
      assert.deepEqual(result?.answers.attaching, WORKED);
      assert.match(printed.at(-1) ?? "", /couldn't be removed: .*assigned to users\. Delete it in Setup/);
    }));

  test("ends at a signal only once what it made is removed", () =>
    inOrg(async ({ org, calibrate }) => {
      const { store } = org.scenario;
      const before = contentOf(org);
      const add = store.add.bind(store);
      store.add = (object, values) => {
        add(object, values);
        // What sf-plugins-core calls at Ctrl+C.
        if (object === "PermissionSet") signal();
      };
      const left: string[] = [];
      const exit = mock.method(process, "exit", (code?: number) => {
        left.push(`${String(code)}: ${contentOf(org) === before ? "nothing" : "something"} is left`);
        throw new Error("ended");
      });
      try {
        assert.match((await calibrate("--try")).error?.message ?? "", /ended/);
      } finally {
        exit.mock.restore();
      }
      assert.equal(left[0], "130: nothing is left");
      assert.match(printed.join("\n"), /Stopping\. First removing what was created\./);
    }));

  for (const { name, fields, says } of [
    { name: "production", fields: { IsSandbox: false, TrialExpirationDate: null }, says: /isn't a scratch org\./ },
    {
      name: "a trial of production",
      fields: { IsSandbox: false, TrialExpirationDate: "2026-12-24T00:00:00Z" },
      says: /isn't a scratch org\./
    },
    { name: "a sandbox", fields: { IsSandbox: true, TrialExpirationDate: null }, says: /is a sandbox\./ }
  ])
    test(`is refused in ${name}: nothing is written, and nobody is asked`, () =>
      inOrg(async ({ org, calibrate }) => {
        org.change("Organization", ORG, fields);
        const before = contentOf(org);
        const { error, code } = await calibrate("--try", "--no-prompt");
        assert.match(error?.message ?? "", says);
        assert.match(error?.message ?? "", /Nothing was changed/);
        assert.notEqual(code, 0);
        assert.deepEqual([asked, contentOf(org) === before], [[], true]);
      }));

  test("is refused where nobody can be asked", () =>
    inOrg(async ({ org }) => {
      const before = contentOf(org);
      const { error } = await run<Block>(MccCalibrate, "-o", `to-try-${String(orgs)}`, "--try");
      assert.match(error?.message ?? "", /no terminal to ask you in/);
      assert.equal(contentOf(org), before);
    }));
});

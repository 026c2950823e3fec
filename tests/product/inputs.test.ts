import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isPassed, type Confirmation, type Selection, type State, type Verdict } from "../../checklist/index.ts";
import { readInput, runOf, YESTERDAY, type Change } from "./changed-org.ts";
import { allConfirmed } from "./run.ts";

const SYSTEM_USER = "mcc.system@example.com";
const SENDER = "sender.one@example.com";
const HARBOUR_SENDER = "priya.anand@example.com";
const APP = "Salesforce Marketing Cloud";

const changes = await readInput<Record<string, Change>>("changes.json");
const { confirmations: earlier } = await readInput<{ confirmations: Confirmation[] }>("confirmations.json");

/** The change to Enforce is older than many changes of another app. */
const flooded = (count: number): Change => ({
  of: "harbour-lane",
  records: {
    SetupAuditTrail: [APP, ...Array.from({ length: count }, () => "Some Other App")].map((app, i) => ({
      Id: `0Ym${String(1000 + i).padStart(12, "0")}`,
      Action: "changeIpRelaxationPolicy",
      Section: "Application",
      Display: `Changed connected app ${app} IP relaxation setting from Relax IP restrictions to Enforce IP restrictions`,
      CreatedDate: i ? "now-1d" : "now-5d",
      CreatedById: "005000000000001"
    }))
  }
});

const named = (...users: string[]): Selection => ({
  systemUser: { username: SYSTEM_USER },
  impactedUsers: users.map((username) => ({ username }))
});
const nobody: Selection = { impactedUsers: [] };

interface Input {
  readonly name: string;
  readonly change: Change;
  readonly selection: Selection;
  /** With no confirmation, with those that an earlier version wrote, and with all that the run asks for. */
  readonly verdicts: readonly [none: Verdict, earlier: Verdict, all: Verdict];
  /** By check, or by check and username. */
  readonly states: Readonly<Record<string, State>>;
  readonly first?: string;
}

const NAMED: readonly Omit<Input, "change">[] = [
  {
    name: "08-inactive-and-not-named",
    selection: nobody,
    verdicts: ["incomplete", "incomplete", "incomplete"],
    states: { "system-user-chosen": "unknown", [`user-active ${SYSTEM_USER}`]: "fail" },
    first: "system-user-chosen"
  },
  {
    name: "16-admin-box-lost-not-named",
    selection: nobody,
    verdicts: ["incomplete", "incomplete", "incomplete"],
    states: { "system-user-chosen": "unknown", [`appexchange-admin ${SYSTEM_USER}`]: "fail" },
    first: "system-user-chosen"
  },
  {
    name: "10-only-a-similar-app",
    selection: named(SENDER),
    verdicts: ["blocked", "blocked", "blocked"],
    states: { "app-installed": "fail", "permitted-users": "not-applicable" },
    first: "app-installed"
  },
  {
    name: "21-group-calculation-failed",
    selection: named(SENDER),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { [`app-access ${SYSTEM_USER}`]: "pass", [`app-access ${SENDER}`]: "warn" }
  },
  {
    name: "green-clone-0",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { [`user-profile ${SYSTEM_USER}`]: "warn" }
  },
  {
    name: "green-group-outdated",
    selection: named(HARBOUR_SENDER),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { [`app-access ${HARBOUR_SENDER}`]: "warn" }
  },
  {
    name: "green-session-based-set",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { [`app-access ${SYSTEM_USER}`]: "warn" }
  },
  {
    name: "green-two-apps-of-one-name",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "incomplete"],
    states: { "app-installed": "unknown", "permitted-users": "unknown" },
    first: "app-installed"
  },
  {
    name: "green-two-apps-of-one-name",
    selection: nobody,
    verdicts: ["incomplete", "incomplete", "incomplete"],
    states: { "system-user-chosen": "unknown" },
    first: "app-installed"
  },
  {
    name: "session-level-demanded",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { "session-level": "warn" }
  },
  ...["system-set-missing", "system-set-ended"].map((name): Omit<Input, "change"> => ({
    name,
    selection: named(HARBOUR_SENDER),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: {
      [`connector-permission-sets ${SYSTEM_USER}`]: "warn",
      [`connector-permission-sets ${HARBOUR_SENDER}`]: "pass"
    }
  })),
  {
    name: "legal-connector-sets-in-a-group",
    selection: named(HARBOUR_SENDER),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { [`connector-permission-sets ${SYSTEM_USER}`]: "pass" }
  },
  {
    name: "api-not-enabled",
    selection: named(),
    verdicts: ["blocked", "blocked", "blocked"],
    states: { [`user-api-enabled ${SYSTEM_USER}`]: "fail" },
    first: "user-api-enabled/005000000000002AAA"
  },
  {
    name: "api-enabled-through-a-set",
    selection: named(),
    // The profile is a custom one.
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { [`user-api-enabled ${SYSTEM_USER}`]: "pass" }
  },
  ...["no-phishing-resistant-factor", "system-user-api-only", "system-user-sso-only"].map(
    (name): Omit<Input, "change"> => ({
      name,
      selection: named(HARBOUR_SENDER),
      verdicts: ["incomplete", "incomplete", "warnings"],
      states: { [`user-sign-in ${SYSTEM_USER}`]: "warn" }
    })
  ),
  {
    name: "legal-no-single-sign-on",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { [`user-sign-in ${SYSTEM_USER}`]: "pass" }
  },
  ...["opt-out-read-only", "email-hidden"].map((name): Omit<Input, "change"> => ({
    name,
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { [`system-user-data-access ${SYSTEM_USER}`]: "warn" }
  })),
  ...["legal-leads-switched-off", "legal-field-without-security", "legal-fields-through-a-set"].map(
    (name): Omit<Input, "change"> => ({
      name,
      selection: named(HARBOUR_SENDER),
      verdicts: ["incomplete", "incomplete", "healthy"],
      states: { [`system-user-data-access ${SYSTEM_USER}`]: "pass" }
    })
  ),
  {
    name: "confirm-all-1-changed",
    selection: named(),
    verdicts: ["problems", "problems", "problems"],
    states: { "ip-relaxation": "fail" }
  },
  {
    name: "confirm-all-2-unreadable",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "incomplete"],
    states: { "system-user-plausible": "unknown" }
  },
  {
    name: "threshold-unknown",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "incomplete"],
    states: { [`user-profile ${SYSTEM_USER}`]: "unknown", [`appexchange-admin ${SYSTEM_USER}`]: "unknown" }
  },
  {
    name: "kept-basis-0",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "ip-relaxation": "confirm" }
  },
  // These two have no configuration of the connector.
  ...["kept-touched-by-a-job", "sandbox-copied-confirmations"].map((name): Omit<Input, "change"> => ({
    name,
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { "ip-relaxation": "confirm", "connector-configured": "warn" }
  })),
  {
    name: "never-connected",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { "connector-configured": "warn" }
  },
  {
    name: "disconnected",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { "connector-configured": "warn" }
  },
  {
    name: "policies-changed",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "app-changes": "warn", "permitted-users": "pass" }
  },
  {
    name: "another-app-changed",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "app-changes": "not-applicable" }
  },
  {
    name: "two-share-a-marketing-cloud-user",
    selection: named(),
    verdicts: ["problems", "problems", "problems"],
    states: { "shared-mc-user": "fail" }
  },
  {
    name: "sender-mapped-to-api-user",
    selection: named(),
    verdicts: ["problems", "problems", "problems"],
    states: { "shared-mc-user": "fail" }
  },
  {
    name: "sender-mapped-to-nobody",
    selection: named(HARBOUR_SENDER),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "shared-mc-user": "confirm" }
  },
  {
    name: "inactive-shares",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "shared-mc-user": "pass" }
  },
  {
    name: "no-unit-enabled",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { "business-units-enabled": "warn", "connector-configured": "pass" }
  },
  {
    name: "awaiting-units",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "warnings"],
    states: { "business-units-enabled": "warn" }
  },
  {
    name: "multi-org",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "business-units-enabled": "confirm" }
  },
  {
    name: "seven-units",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "business-units-enabled": "warn" }
  },
  {
    name: "sandbox-wired-to-production",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "sandbox-copy": "confirm", "connector-configured": "pass" }
  },
  {
    name: "sandbox-fed-by-production",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "sandbox-copy": "confirm" }
  },
  {
    name: "sandbox-on-purpose",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "sandbox-copy": "pass" }
  },
  {
    name: "sandbox-written-since",
    selection: named(),
    verdicts: ["incomplete", "incomplete", "healthy"],
    states: { "sandbox-copy": "pass" }
  }
];
const INPUTS = NAMED.map((input): Input => ({ ...input, change: changes[input.name] ?? flooded(0) }));

const FLOODED: readonly Input[] = [
  {
    name: "confirm-9-trail-flooded, but the trail is read to its end",
    change: flooded(201),
    selection: named(),
    verdicts: ["problems", "problems", "problems"],
    states: { "ip-relaxation": "fail" }
  },
  {
    name: "confirm-9-trail-flooded beyond what is read",
    change: flooded(2000),
    selection: named(),
    verdicts: ["incomplete", "incomplete", "incomplete"],
    states: { "ip-relaxation": "confirm" }
  }
];

for (const { name, change, selection, verdicts, states, first } of [...INPUTS, ...FLOODED])
  describe(`${name}, ${selection.systemUser ? "the system user named" : "nobody named"}`, async () => {
    const run = await runOf(change, selection);
    const plain = run();

    test("is found as it is", () => {
      const found = new Map(
        plain.findings.map(({ check, subject, state }) => [[check, subject?.username ?? []].flat().join(" "), state])
      );
      assert.deepEqual(Object.fromEntries(Object.keys(states).map((key) => [key, found.get(key)])), states);
      if (first !== undefined) assert.equal(plain.first, first);
    });

    test("has a verdict with no confirmation, with those of an earlier version, and with all that is asked for", () => {
      assert.deepEqual(
        [plain, run(earlier), run(allConfirmed({ report: plain }, YESTERDAY))].map(({ verdict }) => verdict),
        verdicts
      );
    });
  });

describe("what an earlier version wrote", async () => {
  const run = await runOf(changes["threshold-unknown"] ?? flooded(0), named());

  test("is read, and says of each what it does not rest on", () => {
    const lapsed = run(earlier).findings.flatMap((finding) =>
      finding.lapsed ? [[finding.check, finding.lapsed]] : []
    );
    assert.deepEqual(Object.fromEntries(lapsed), {
      "api-user-flag": { why: "unsaid", parts: ["configuration"] },
      "api-user-roles": { why: "unsaid", parts: ["configuration"] },
      "api-user-business-units": { why: "unsaid", parts: ["configuration"] },
      "scope-by-user": { why: "unsaid", parts: ["configuration"] }
    });
  });
});

test("what was confirmed before a change is unknown once the change can't be seen, and not held", async () => {
  const before = await runOf({ of: "harbour-lane", records: {} }, named());
  const said = allConfirmed({ report: before() }, YESTERDAY);
  assert.equal(before(said).verdict, "healthy");
  for (const { name, verdict, still } of [
    // Nobody wrote the configuration anew, on which alone this rests.
    { name: "confirm-all-1-changed", verdict: "problems", still: ["scope-by-user"] },
    { name: "confirm-all-2-unreadable", verdict: "incomplete", still: [] }
  ]) {
    const report = (await runOf(changes[name] ?? flooded(0), named()))(said);
    assert.equal(report.verdict, verdict);
    const held = report.findings.filter((finding) => finding.basis !== null && isPassed(finding));
    assert.deepEqual(
      held.map(({ check }) => check),
      still
    );
  }
});

test("a record that does not count says why, at the very finding", async () => {
  const why = async (name: string) => {
    const { findings } = (await runOf(changes[name] ?? flooded(0), named()))();
    return findings.find(({ check }) => check === "ip-relaxation")?.lapsed?.why;
  };
  assert.deepEqual(
    await Promise.all(["kept-basis-0", "kept-touched-by-a-job", "sandbox-copied-confirmations"].map(why)),
    ["unreadable", "touched", "other-org"]
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Finding, Report, Severity, State } from "../checklist/index.ts";
import type { CheckedOrg } from "./checked-org.ts";
import { exitCodeOf, THRESHOLDS } from "./exit-code.ts";

type Stands = readonly [Severity, State];

const org = (...stands: readonly Stands[]): CheckedOrg => ({
  name: "org",
  report: { findings: stands.map(([severity, state]) => ({ severity, state }) as Finding) } as unknown as Report
});
const HELD: Stands = ["blocker", "pass"];

const SITUATIONS: readonly {
  name: string;
  org: CheckedOrg;
  codes: Readonly<Record<(typeof THRESHOLDS)[number], number>>;
}[] = [
  { name: "everything holds", org: org(HELD), codes: { blocker: 0, problem: 0, warning: 0 } },
  {
    name: "a person confirmed the rest",
    org: org(HELD, ["problem", "confirmed"]),
    codes: { blocker: 0, problem: 0, warning: 0 }
  },
  { name: "a blocker fails", org: org(HELD, ["blocker", "fail"]), codes: { blocker: 1, problem: 1, warning: 1 } },
  {
    name: "a blocker was refuted",
    org: org(HELD, ["blocker", "refuted"]),
    codes: { blocker: 1, problem: 1, warning: 1 }
  },
  { name: "a problem fails", org: org(HELD, ["problem", "fail"]), codes: { blocker: 0, problem: 1, warning: 1 } },
  {
    name: "something is to be watched",
    org: org(HELD, ["problem", "warn"]),
    codes: { blocker: 0, problem: 0, warning: 1 }
  },
  {
    name: "a blocker is unknown",
    org: org(HELD, ["blocker", "unknown"]),
    codes: { blocker: 2, problem: 2, warning: 2 }
  },
  {
    name: "a problem is unknown",
    org: org(HELD, ["problem", "unknown"]),
    codes: { blocker: 2, problem: 2, warning: 2 }
  },
  {
    name: "advice is unknown",
    org: org(HELD, ["advice", "unknown"]),
    codes: { blocker: 0, problem: 0, warning: 0 }
  },
  {
    name: "a problem is open to confirm",
    org: org(HELD, ["problem", "confirm"]),
    codes: { blocker: 2, problem: 2, warning: 2 }
  },
  {
    name: "a problem fails and a blocker is unknown",
    org: org(HELD, ["problem", "fail"], ["blocker", "unknown"]),
    codes: { blocker: 2, problem: 1, warning: 1 }
  },
  { name: "only advice fails", org: org(HELD, ["advice", "fail"]), codes: { blocker: 0, problem: 0, warning: 0 } },
  {
    name: "nothing holds, because nothing applies",
    org: org(["blocker", "not-applicable"]),
    codes: { blocker: 2, problem: 2, warning: 2 }
  },
  { name: "nothing was judged", org: org(), codes: { blocker: 2, problem: 2, warning: 2 } },
  {
    name: "the org could not be checked",
    org: { name: "org", error: "…" },
    codes: { blocker: 3, problem: 3, warning: 3 }
  }
];

for (const { name, org, codes } of SITUATIONS)
  for (const threshold of THRESHOLDS)
    test(`${name}, failing on ${threshold}: ${String(codes[threshold])}`, () => {
      assert.equal(exitCodeOf([org], threshold), codes[threshold]);
    });

const [WELL, BROKEN, OPEN, LOST] = [
  org(HELD),
  org(["blocker", "fail"]),
  org(HELD, ["blocker", "confirm"]),
  { name: "lost", error: "…" }
];
for (const { name, orgs, code } of [
  { name: "all well", orgs: [WELL, WELL], code: 0 },
  { name: "one open", orgs: [WELL, OPEN], code: 2 },
  { name: "one broken, one open", orgs: [OPEN, BROKEN], code: 1 },
  { name: "one broken, one not checked", orgs: [BROKEN, LOST, WELL], code: 3 }
])
  test(`of several orgs, ${name}: ${String(code)}`, () => assert.equal(exitCodeOf(orgs, "problem"), code));

test("what fails of a guessed system user is no reason for 1, and what is open beside it is one for 2", () => {
  const findings = [
    { severity: "blocker", state: "fail", tentative: true },
    { severity: "problem", state: "unknown", tentative: false },
    { severity: "problem", state: "pass", tentative: false }
  ] as Finding[];
  assert.equal(exitCodeOf([{ name: "org", report: { findings } as unknown as Report }], "problem"), 2);
});

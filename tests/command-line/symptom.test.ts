import assert from "node:assert/strict";
import { after, test } from "node:test";
import { CHECKS, complaintIn, reportOf, SYMPTOM_IDS, SYMPTOMS } from "../../checklist/index.ts";
import { situation, systemUser } from "../../checklist/testing/situation.ts";
import type { CheckResult } from "../../command-line/commands/mcc/check.ts";
import { english } from "../../command-line/formats/english.ts";
import { explanationLines } from "../../command-line/formats/explanation.ts";
import { run, signedIn, type Ended } from "./signed-in.ts";

const { default: MccCheck } = await import("../../command-line/commands/mcc/check.ts");

const org = await signedIn("symptom", "several-faults");
after(() => org.close());
const check = (...args: string[]): Promise<Ended<CheckResult>> => run(MccCheck, "-o", "symptom", ...args);

/** What was found, without the values: some move on with the time. */
const withoutTime = (ended: Ended<CheckResult>): unknown =>
  ended.result?.orgs.map(
    (each) =>
      "report" in each &&
      each.report.findings.map(({ check: id, state, severity, subject }) => [id, state, severity, subject?.username])
  );

for (const said of ["sends-stuck", "invalid_grant: user hasn't approved this consumer"])
  test(`${said}: what explains it comes first; report and exit code are the same as without`, async () => {
    const [plain, asked] = [await check(), await check("--symptom", said)];
    assert.equal(asked.code, plain.code);
    assert.deepEqual(withoutTime(asked), withoutTime(plain));
    const [only] = asked.result?.orgs ?? [];
    assert.ok(only && "report" in only && only.explanation);
    const [first] = only.explanation.causes;
    assert.deepEqual([first?.check, first?.outcome], ["app-access", "explains"]);
    assert.equal(only.explanation.causes.length, complaintIn(said)?.checks.length);
  });

test("what is no symptom and no known text is refused, with the list", async () => {
  const { error, code, result } = await check("--symptom", "the printer is on fire");
  assert.equal(code, 3);
  assert.equal(result, undefined);
  for (const id of SYMPTOM_IDS) assert.match(error?.message ?? "", new RegExp(`^ +${id} `, "m"));
});

test("the lines for a terminal name what explains it, what is still to check, what is not it, and what else is broken", () => {
  const report = reportOf(CHECKS, situation({ rows: { users: [systemUser({ IsActive: false })] } }));
  for (const symptom of SYMPTOMS) {
    const lines = explanationLines(
      [
        { name: "one", report },
        { name: "gone", error: "gone" }
      ],
      { ...symptom, named: [] },
      english
    );
    assert.match(lines, new RegExp(`^=== one\\n${english({ key: `symptom.${symptom.id}` })}: `));
    const own = symptom.checks.includes("user-active") ? "This would explain it" : "Other problems found";
    assert.match(lines, new RegExp(`${own}:\\n(?: {4}.*\\n)*? {4}Blocker: .* inactive`));
    assert.match(lines, /OK or not applicable/);
    assert.doesNotMatch(lines, /\[[\w.-]+\]|\{\w+\}/);
  }
});

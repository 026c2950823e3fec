import assert from "node:assert/strict";
import { test } from "node:test";
import { complaintIn, explain, isPassed, SYMPTOM_IDS } from "../../checklist/index.ts";
import { changes, confirmedBut, SEEN } from "./symptom-cases.ts";

for (const [symptom, name, check] of SEEN)
  test(`${symptom}, where ${name.replaceAll("-", " ")}: ${check} comes first, and is not ruled out`, async () => {
    const change = changes[name];
    const complaint = complaintIn(symptom);
    assert.ok(change && complaint);
    const report = await confirmedBut(change, check);
    const { causes } = explain(report, complaint);
    const own = report.findings.filter((finding) => finding.check === check);
    assert.equal(causes[0]?.check, check, JSON.stringify(causes.slice(0, 3)));
    assert.equal(causes[0].outcome, own.some(({ state }) => state === "fail") ? "explains" : "maybe");
    assert.ok(own.some((finding) => !isPassed(finding)));
  });

test("each symptom has an org in which it is seen", () => {
  assert.deepEqual(
    SYMPTOM_IDS.filter((id) => !SEEN.some(([symptom]) => symptom === id)),
    []
  );
});

for (const [name, change] of Object.entries(changes).filter(([, { cause }]) => cause !== undefined))
  test(`what is wrong where ${name.replaceAll("-", " ")}: some symptom leads to it, and none rules it out or hides a blocker`, async () => {
    const report = await confirmedBut(change, change.asked && change.cause);
    const explanations = SYMPTOM_IDS.map((id) => {
      const complaint = complaintIn(id);
      assert.ok(complaint);
      return explain(report, complaint);
    });
    const named = explanations.flatMap(({ causes }) => causes.filter(({ check }) => check === change.cause));
    assert.ok(named.length > 0);
    assert.deepEqual(
      named.filter(({ outcome }) => outcome === "not"),
      []
    );
    const blockers = report.findings.filter(({ state, severity }) => state === "fail" && severity === "blocker");
    for (const { causes, others } of explanations)
      for (const { check } of blockers)
        assert.ok(
          others.some((other) => other.check === check) ||
            causes.some((cause) => cause.check === check && cause.outcome === "explains"),
          check
        );
  });

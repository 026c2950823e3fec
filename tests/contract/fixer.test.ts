import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { SETTABLE } from "../../checklist/changes/change.ts";
import { ROOT } from "../../build/project.ts";
import { FIX_REASONS } from "../../command-line/fix/fix-answer.ts";
import { POWERS } from "../../command-line/fix/setup-state.ts";
import { connectTo } from "../../local/embedded-org/connect.ts";
import { startOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import { fixerMethods } from "../../local/page/fixer.ts";
import { SITUATIONS } from "../product/race-cases.ts";

// MccFixer's page may count on the same of Apex and of the local page's stand-in. Apex's own tests hold Apex to it, by name.

const CLASSES = join(ROOT, "force-app/main/default/classes");
const source = (name: string): string => readFileSync(join(CLASSES, `${name}.cls`), "utf8");
const found = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = ""]) => name);
const PROPERTY = /@AuraEnabled\s+public \w+(?:<\w+>)? (\w+) \{ get; set; \}/g;

type Fields = Readonly<Record<string, unknown>>;
const PRIYA = "005000000000004AAA";
const ASSIGNMENT: Fields = {
  finding: `app-access/${PRIYA}`,
  check: "app-access",
  operation: "assign",
  objectName: "PermissionSetAssignment",
  recordId: null,
  personId: PRIYA,
  permissionSetId: "0PS000000000014",
  appId: null,
  field: null,
  before: false,
  after: true,
  undoes: null
};
const MADE = { done: true, reason: null, message: null };
const not = (reason: string): Fields => ({ done: false, reason });

/** `$n` is the Id of the nth saved change, `#n` the Id of the record that it made. */
type Step = readonly [method: string, input: Fields, answer: Fields | RegExp];
interface Row {
  readonly name: string;
  readonly apex: string;
  readonly mayFix?: false;
  readonly steps: readonly Step[];
  readonly records: readonly string[];
}
const intend = (...changes: Fields[]): Step => ["intend", { plan: "plan", changes }, MADE];
const UNDO = { ...ASSIGNMENT, operation: "unassign", before: true, after: false, recordId: "#0", undoes: "$0" };

const ROWS: readonly Row[] = [
  {
    name: "a person who may fix is told so",
    apex: "MccFixerTest.thePermissionSet_mayFix",
    steps: [["mayFix", {}, { fix: true }]],
    records: []
  },
  {
    name: "a person who may not is told so beforehand, and refused",
    apex: "MccFixerTest.withoutTheCustomPermission_everyMethodRefuses",
    mayFix: false,
    steps: [
      ["mayFix", {}, { fix: false }],
      ["intend", { plan: "plan", changes: [ASSIGNMENT] }, /permission set "MCC Health Fixer"/],
      ["act", { changeId: "a0C000000000001AAA" }, /permission set "MCC Health Fixer"/],
      ["close", { changeId: "a0C000000000001AAA" }, /permission set "MCC Health Fixer"/]
    ],
    records: []
  },
  {
    name: "a plan is saved before any of it is made",
    apex: "MccFixerTest.aPlan_isSavedBeforeAnyOfItIsMade",
    steps: [intend(ASSIGNMENT)],
    records: ["intended"]
  },
  {
    name: "a change is made, recorded and taken back",
    apex: "MccFixerTest.anAssignment_isMadeRecordedAndTakenBack",
    steps: [
      intend(ASSIGNMENT),
      ["act", { changeId: "$0" }, MADE],
      ["close", { changeId: "$0", reason: null, message: null }, MADE],
      intend(UNDO),
      ["act", { changeId: "$1" }, MADE],
      ["close", { changeId: "$1", reason: null, message: null }, MADE]
    ],
    records: ["undone", "done"]
  },
  {
    name: "a change that is acted on twice is made once",
    apex: "MccFixerRaceTest.oneChangeActedOnTwice_isMadeOnce",
    steps: [
      intend(ASSIGNMENT),
      ["act", { changeId: "$0" }, MADE],
      ["act", { changeId: "$0" }, not("already")],
      ["close", { changeId: "$0", reason: null }, MADE],
      ["act", { changeId: "$0" }, not("expired")],
      ["close", { changeId: "$0", reason: "unknown" }, not("expired")]
    ],
    records: ["done"]
  },
  {
    name: "the second of two tabs is told that it is so already",
    apex: "MccFixerRaceTest.theSecondOfTwoTabs_isToldThatItIsSoAlready",
    steps: [
      intend(ASSIGNMENT),
      intend(ASSIGNMENT),
      ["act", { changeId: "$0" }, MADE],
      ["act", { changeId: "$1" }, not("already")],
      ["close", { changeId: "$1", reason: "already" }, not("already")],
      ["close", { changeId: "$0" }, MADE]
    ],
    records: ["done", "failed"]
  },
  {
    name: "what is said to be made and is not, is saved as failed",
    apex: "MccFixerRaceTest.whatIsSaidToBeMadeAndIsNot_isSavedAsFailed",
    steps: [intend(ASSIGNMENT), ["close", { changeId: "$0", reason: null }, not("moved")]],
    records: ["failed"]
  },
  {
    name: "a change off the list is refused and nothing is saved",
    apex: "MccFixerRefusalTest.aChangeOffTheList_isRefusedAndNothingIsSaved",
    steps: [
      ["intend", { plan: "plan", changes: [{ ...ASSIGNMENT, operation: "delete" }] }, /does not make this change/],
      [
        "intend",
        { plan: "plan", changes: [{ ...ASSIGNMENT, before: true, after: false }] },
        /does not make this change/
      ]
    ],
    records: []
  },
  {
    name: "an undo that differs from what was done is refused",
    apex: "MccFixerRefusalTest.anUndoThatDiffersFromWhatWasDone_isRefused",
    steps: [
      intend(ASSIGNMENT),
      ["act", { changeId: "$0" }, MADE],
      ["close", { changeId: "$0" }, MADE],
      ["intend", { plan: "plan", changes: [{ ...UNDO, personId: "005000000000003AAA" }] }, not("moved")]
    ],
    records: ["done"]
  }
];

describe("what MccFixer answers, on the local page", () => {
  for (const { name, mayFix = true, steps, records } of ROWS)
    test(name, async () => {
      const org = await startOrg({ scenario: await loadScenario("several-faults") });
      try {
        if (!mayFix) org.change("PermissionSetAssignment", "0Pa000000000027", { IsActive: false });
        const methods = fixerMethods(await connectTo(org), org.scenario);
        const ids: string[] = [];
        const made: unknown[] = [];
        const filled = (input: Fields): Fields =>
          JSON.parse(
            JSON.stringify(input).replace(/"([$#])(\d)"/g, (_all, kind: string, at: string) =>
              JSON.stringify((kind === "$" ? ids : made)[Number(at)])
            )
          ) as Fields;
        for (const [method, input, expected] of steps) {
          const call = methods[`MccFixer.${method}`];
          assert.ok(call, method);
          if (expected instanceof RegExp) {
            await assert.rejects(call(filled(input)), expected);
            continue;
          }
          const answer = (await call(filled(input))) as Fields;
          for (const [field, value] of Object.entries(expected))
            assert.equal(answer[field], value, `${method}: ${field}`);
          ids.push(...((answer.changeIds ?? []) as string[]));
          if (method === "act" && answer.done === true) made.push(answer.recordId);
          if (method !== "mayFix")
            assert.deepEqual(Object.keys(answer).sort(), found(source("MccFixAnswer"), PROPERTY).sort());
        }
        assert.deepEqual(
          org.scenario.store.table("MCC_Change__c").rows.map(({ values }) => values.Status__c),
          records
        );
      } finally {
        await org.close();
      }
    });
});

/** Apex tests without a row here or among the races, with the reason. */
const APEX_ONLY: Readonly<Record<string, string>> = {
  "MccFixerTest.withoutMccHealth_evenMayFixRefuses": "The local page knows no permission MCC_Health_Use.",
  "MccFixerTest.aFrozenUser_isUnfrozenRecordedAndFrozenAgain": "tests/product/fix.test.ts makes each kind of change.",
  "MccFixerTest.anInactiveUser_isMadeActiveRecordedAndInactiveAgain": "tests/product/fix.test.ts does.",
  "MccFixerRaceTest.aPermissionThatTheOrgDoesNotHave_isNotAskedFor":
    "tests/command-line/fixer.test.ts does, over REST.",
  "MccFixerRefusalTest.aPlanThatLacksSomething_isRefused": "The page's stand-in reads with a schema of its own.",
  "MccFixerRefusalTest.aRecordThatMccFixerDidNotWrite_isNoReasonToAct": "tests/command-line/fixer.test.ts does.",
  "MccFixerRefusalTest.aRecordOfSomebodyElseOrElsewhere_isNotActedOn": "tests/command-line/fixer.test.ts does.",
  "MccFixerRefusalTest.anUnknownReason_isRefusedAndALongMessageIsCut": "Reads what Apex throws, and cuts.",
  "MccFixerRefusalTest.whatSalesforceRefuses_isToldInItsOwnWords": "Reads what Apex throws."
};

test("each Apex test of MccFixer has a row, a race, or a reason for having none", () => {
  const classes = readdirSync(CLASSES).flatMap((file) => /^(MccFixer\w*Test)\.cls$/.exec(file)?.[1] ?? []);
  const tests = classes.flatMap((name) =>
    found(source(name), /@IsTest\s+static void (\w+)\(/g).map((method) => `${name}.${method}`)
  );
  const races = SITUATIONS.flatMap(({ apex }) => (typeof apex === "string" ? apex : []));
  const mirrored = new Set([...ROWS.map(({ apex }) => apex), ...races, ...Object.keys(APEX_ONLY)]);
  assert.ok(tests.length);
  assert.deepEqual([...mirrored].sort(), tests.sort());
});

test("the stand-in has each method of MccFixer, and no other", async () => {
  const org = await startOrg({ scenario: await loadScenario("several-faults") });
  const methods = Object.keys(fixerMethods(await connectTo(org), org.scenario));
  await org.close();
  const apex = found(source("MccFixer"), /@AuraEnabled\s+public static \w+ (\w+)\(/g);
  assert.deepEqual(methods.sort(), apex.map((name) => `MccFixer.${name}`).sort());
});

test("what a page sends is what MccChangeInput reads", () => {
  assert.deepEqual(Object.keys(ASSIGNMENT).sort(), found(source("MccChangeInput"), PROPERTY).sort());
});

const listed = (name: string, list: RegExp): string[] =>
  found(list.exec(source(name))?.[0] ?? "", /'([\w.-]+)'/g).sort();

test("reasons, checkboxes and administrator permissions are the same in Apex and in TypeScript", () => {
  assert.deepEqual(listed("MccFixer", /REASONS = [^;]*;/), [...FIX_REASONS].sort());
  assert.deepEqual(listed("MccSetupReader", /adminPermissions = [^;]*;/), [...POWERS].sort());
  const boxes = Object.entries(SETTABLE).map(([field, { object }]) => `${object}.${field}`);
  assert.deepEqual(listed("MccChangeRules", /CHECKBOXES = [^;]*;/), boxes.sort());
});

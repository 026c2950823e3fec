import { changeOf, SETTABLE, type SavedChange, type SettableField } from "../changes/change.ts";
import { ENGLISH } from "../catalogue.ts";
import { translatorOf } from "../messages/text.ts";
import { changeTexts } from "../presentation/change-text.ts";
import type { RowOf } from "../evidence/query.ts";
import type { savedChanges } from "../queries/saved-changes.ts";
import { IMPACTED_USER, ORG } from "../testing/situation.ts";
import { canUndo, changesIn, isLeftOpen, undoOf } from "./changes.ts";

const words = translatorOf(ENGLISH, "en");
const SET = "0PS000000000001AAA";
const MARK = Array.from(ORG).reverse().join("");

/** What differs in a row; undefined takes a field away. */
type Changed = { readonly [Field in keyof RowOf<typeof savedChanges>]?: RowOf<typeof savedChanges>[Field] | undefined };

const row = (changes: Changed = {}) =>
  ({
    Id: "a00000000000001AAA",
    Name: "F-000001",
    CreatedDate: "2026-05-04T12:00:00.000+00:00",
    CreatedById: "005000000000009AAA",
    CreatedBy: { Name: "Grace Admin" },
    Plan__c: "00000000-0000-4000-8000-000000000001",
    Position__c: 1,
    Finding__c: `app-access/${IMPACTED_USER}`,
    Check__c: "app-access",
    Operation__c: "assign",
    Object__c: "PermissionSetAssignment",
    Record__c: "0Pa000000000001AAA",
    Person__c: IMPACTED_USER,
    Permission_Set__c: SET,
    Before__c: false,
    After__c: true,
    Status__c: "done",
    Org__c: MARK,
    ...changes
  }) as RowOf<typeof savedChanges>;
const names = new Map([
  [IMPACTED_USER, "Ada Fields"],
  [SET, "Marketing Cloud Connected App"]
]);
const saved = (changes: Changed = {}): SavedChange | undefined => changesIn([row(changes)], ORG, names)[0];

const setField = (Field__c: SettableField, after: boolean) => ({
  Operation__c: "set",
  Object__c: SETTABLE[Field__c].object,
  Record__c: IMPACTED_USER,
  Permission_Set__c: undefined,
  Field__c,
  Before__c: !after,
  After__c: after
});

describe("what is saved of changes", () => {
  test.each<[what: string, changes: Changed, counts: boolean]>([
    ["one that this version knows counts", {}, true],
    ["one of another org does not", { Org__c: "DAAA100000000000D01" }, false],
    ["one without the org's mark does not", { Org__c: undefined }, false],
    ["an operation that this version does not know does not", { Operation__c: "delete" }, false],
    ["a status that it does not know does not", { Status__c: "?" }, false],
    ["a field outside the closed list does not", { Operation__c: "set", Field__c: "ProfileId" }, false],
    ["a field by a name that every object has does not", { Operation__c: "set", Field__c: "constructor" }, false],
    ["a set that names no field does not", { Operation__c: "set" }, false]
  ])("%s", (_what, changes, counts) => {
    expect(changesIn([row(changes)], ORG)).toHaveLength(counts ? 1 : 0);
  });

  test("none counts where the org could not be read", () => {
    expect(changesIn([row()], undefined)).toEqual([]);
  });

  test("what nobody wrote is empty, and who saved it may be unknown", () => {
    expect(saved({ CreatedBy: undefined, Finding__c: undefined })).toMatchObject({
      by: "–",
      message: "",
      finding: "",
      reason: null,
      undoes: null,
      advice: false
    });
  });

  test("what it writes is what its operation writes, whatever the record says", () => {
    expect(saved({ Object__c: "User" })?.object).toBe("PermissionSetAssignment");
  });
});

describe("what undoes a change", () => {
  test.each<[changes: Changed, then: string, from: string, to: string]>([
    [{}, "Remove the permission set “Marketing Cloud Connected App” from Ada Fields", "Assigned", "Not assigned"],
    [
      { Operation__c: "attach", Person__c: undefined, App__c: "0H4000000000001AAA" },
      "Remove the permission set “Marketing Cloud Connected App” from 0H4000000000001AAA",
      "Attached",
      "Not attached"
    ],
    [setField("IsActive", true), "Deactivate Ada Fields", "Active", "Inactive"],
    [setField("IsFrozen", false), "Freeze Ada Fields", "Not frozen", "Frozen"],
    [
      setField("UserPermissionsMarketingUser", true),
      "Clear “Marketing User” for Ada Fields",
      "Selected",
      "Not selected"
    ]
  ])("of %j is: %s", (changes, then, from, to) => {
    const change = saved(changes);
    if (!change) throw new Error("nothing is saved");
    const texts = changeTexts(undoOf(change), words);
    expect([texts.order, texts.before, texts.after]).toEqual([then, from, to]);
    expect(undoOf(change).recordId).toBe(change.recordId);
    expect(Object.values(texts).flat().join(" ")).not.toMatch(/\{\w+\}|\[/);
  });

  test.each<[changes: Changed, recordId: string | null, effect: string]>([
    [{}, "0Pa000000000001AAA", "change.effect.fault-returns"],
    [{ Operation__c: "unassign" }, null, "change.effect.fault-returns"],
    [{ Operation__c: "detach" }, null, "change.effect.fault-returns"],
    [setField("IsActive", true), IMPACTED_USER, "change.effect.signs-out"],
    [setField("IsFrozen", false), IMPACTED_USER, "change.effect.signs-out"],
    [setField("UserPermissionsMarketingUser", true), IMPACTED_USER, "change.effect.fault-returns"]
  ])("of %j writes to a record that there is, and says what else it does", (changes, recordId, effect) => {
    const change = saved(changes);
    expect(change && undoOf(change)).toMatchObject({ recordId, advice: false, effects: [{ key: effect }] });
  });

  test.each<[what: string, changes: Changed, may: boolean]>([
    ["what was done can be undone", {}, true],
    ["what failed cannot", { Status__c: "failed" }, false],
    ["what was undone cannot, twice", { Status__c: "undone" }, false],
    ["what is open cannot", { Status__c: "intended" }, false],
    ["an undoing cannot", { Undoes__c: "a00000000000000AAA" }, false]
  ])("%s", (_what, changes, may) => {
    const change = saved(changes);
    expect(change && canUndo(change)).toBe(may);
  });
});

describe("a change that was agreed to", () => {
  const MADE = "2026-11-26T10:00:00.000Z";

  test.each<[what: string, changes: Changed, now: string, left: boolean]>([
    ["five minutes ago may still be made", {}, "2026-11-26T10:05:00.000Z", false],
    ["longer ago, and of which nobody said more, is left open", {}, "2026-11-26T10:05:00.001Z", true],
    ["and was done is not open", { Status__c: "done" }, "2026-11-27T10:00:00.000Z", false],
    ["and failed is not open", { Status__c: "failed" }, "2026-11-27T10:00:00.000Z", false]
  ])("%s", (_what, changes, now, left) => {
    const change = saved({ Status__c: "intended", CreatedDate: MADE, ...changes });
    expect(change && isLeftOpen(change, new Date(now))).toBe(left);
  });
});

test.each([
  [{ assign: SET, to: IMPACTED_USER }, "Assign the permission set “S” to U", ["“Assign Permission Sets”"]],
  [{ attach: SET, app: "0H4" }, "Attach the permission set “S” to A", ["“Manage Profiles and Permission Sets”"]],
  [{ set: "IsFrozen", recordId: "0Yw", of: IMPACTED_USER } as const, "Unfreeze U", ["“Manage Users”"]],
  [{ set: "IsActive", recordId: IMPACTED_USER, of: IMPACTED_USER } as const, "Activate U", ["“Manage Users”"]]
])("%j is said, with what it needs", (mend, order, needs) => {
  const values = { user: "U", app: "A" };
  const change = changeOf(
    { ...mend, values: { set: "S" }, effects: [] },
    { finding: "a", check: "a", advice: false, values }
  );
  expect(changeTexts(change, words)).toMatchObject({ order, needs });
});

import act from "@salesforce/apex/MccFixer.act";
import close from "@salesforce/apex/MccFixer.close";
import intend from "@salesforce/apex/MccFixer.intend";
import mayFix from "@salesforce/apex/MccFixer.mayFix";
import runQueries from "@salesforce/apex/MccGateway.runQueries";
import { fixer, type Outcome } from "c/mccFixer";
import { answersOf, IMPACTED_USER, ORG, type Changes } from "../../mccHealth/__tests__/support";
import type { SetupChange } from "c/mccChecklist";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccFixer.act", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccFixer.close", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccFixer.intend", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccFixer.mayFix", () => ({ default: jest.fn() }), { virtual: true });

const apex = {
  act: jest.mocked(act),
  close: jest.mocked(close),
  intend: jest.mocked(intend),
  mayFix: jest.mocked(mayFix)
};

const change = (permissionSetId: string): SetupChange => ({
  operation: "assign",
  object: "PermissionSetAssignment",
  recordId: null,
  personId: IMPACTED_USER,
  permissionSetId,
  appId: null,
  field: null,
  before: false,
  after: true,
  finding: `app-access/${IMPACTED_USER}`,
  check: "app-access",
  advice: false,
  effects: [],
  needs: ["PermissionsAssignPermissionSets"],
  values: {}
});
const PLAN = ["one", "two", "three"].map(change);

const answer = (parts: Partial<FixAnswer>): FixAnswer => ({
  done: false,
  reason: null,
  message: null,
  recordId: null,
  changeIds: null,
  ...parts
});
const DONE = answer({ done: true });
const apexError = (message: string, more: object = {}) => Object.assign(new Error(), { body: { message }, ...more });

/** What the second of three changes comes to; the others are made. */
const actsAs = (second: () => Promise<FixAnswer>): void => {
  apex.act.mockImplementation(({ changeId }) => (changeId === "two" ? second() : Promise.resolve(DONE)));
};

async function applied(undoes: string | null = null): Promise<string[]> {
  const outcomes: (readonly [number, Outcome])[] = [];
  await fixer.apply(PLAN, undoes, (index, outcome) => outcomes.push([index, outcome]));
  const last = new Map(outcomes);
  return PLAN.map((_change, index) => {
    const { state, reason, message, recorded } = last.get(index) ?? {};
    return [state, reason, message, recorded ? "" : "unrecorded"].filter(Boolean).join(" ");
  });
}
const calls = (): string[] => apex.act.mock.calls.map(([{ changeId }]) => changeId);
const closings = (): string[] =>
  apex.close.mock.calls.map(([{ changeId, reason, message }]) => [changeId, reason, message].filter(Boolean).join(" "));

describe("a plan", () => {
  beforeEach(() => {
    apex.intend.mockResolvedValue(answer({ done: true, changeIds: ["one", "two", "three"] }));
    apex.close.mockImplementation(({ reason }) =>
      Promise.resolve(answer({ done: reason === null, reason: reason as FixAnswer["reason"] }))
    );
    actsAs(() => Promise.resolve(DONE));
  });
  afterEach(() => jest.resetAllMocks());

  it("is saved whole before any of it is made, then made and closed one after the other", async () => {
    expect(await applied()).toEqual(["done", "done", "done"]);
    expect(apex.intend).toHaveBeenCalledTimes(1);
    const [{ plan, changes }] = apex.intend.mock.calls[0] ?? [{ plan: "", changes: [] }];
    expect(plan.length).toBeLessThanOrEqual(36);
    expect(changes.map(({ permissionSetId, undoes }) => [permissionSetId, undoes])).toEqual([
      ["one", null],
      ["two", null],
      ["three", null]
    ]);
    expect(calls()).toEqual(["one", "two", "three"]);
    expect(closings()).toEqual(["one", "two", "three"]);
  });

  it("names what it takes back", async () => {
    await applied("a saved change");
    expect(apex.intend.mock.calls[0]?.[0].changes[0]?.undoes).toBe("a saved change");
  });

  it.each([
    ["somebody was faster", answer({ reason: "already" }), "failed already"],
    ["what was to be undone has moved on", answer({ reason: "moved" }), "failed moved"],
    ["the user is inactive meanwhile", answer({ reason: "inactive" }), "failed inactive"],
    ["the licenses are used up", answer({ reason: "no-license", message: "limit" }), "failed no-license limit"],
    ["the permission is gone", answer({ reason: "no-access", message: "no" }), "failed no-access no"],
    ["a trigger refuses", answer({ reason: "refused", message: "<b>rule</b>" }), "failed refused <b>rule</b>"],
    ["the page was open for too long", answer({ reason: "expired" }), "failed expired"],
    ["Apex leaves out why", { done: false } as FixAnswer, "failed refused"]
  ])("stops where %s: what was made stays, the rest is not tried", async (_when, second, said) => {
    actsAs(() => Promise.resolve(second));
    expect(await applied()).toEqual(["done", said, "untried untried"]);
    expect(calls()).toEqual(["one", "two"]);
    expect(closings()[2]).toBe("three untried");
    expect(closings()[1]).toBe(said.replace("failed", "two"));
  });

  it.each([
    ["Apex throws", apexError("planted"), "failed refused planted"],
    ["the connection breaks, and nobody knows whether it was made", new Error("lost"), "failed unknown lost"],
    [
      "the connection breaks, as Aura tells it",
      apexError("Disconnected or Canceled", { status: 500 }),
      "failed unknown Disconnected or Canceled"
    ],
    [
      "the connection breaks, as the local page tells it",
      apexError("The connection was lost.", { status: 0 }),
      "failed unknown The connection was lost."
    ],
    ["a proxy gives up", apexError("Gateway Timeout", { status: 504 }), "failed unknown Gateway Timeout"],
    ["the permission is taken away", apexError("You may not", { status: 500 }), "failed refused You may not"]
  ])("stops where %s", async (_when, error, said) => {
    actsAs(() => Promise.reject(error));
    expect(await applied()).toEqual(["done", said, "untried untried"]);
    expect(calls()).toEqual(["one", "two"]);
  });

  it.each([
    ["the page may not fix", () => Promise.resolve(answer({ reason: "no-access" })), "failed no-access unrecorded"],
    ["Apex refuses it", () => Promise.reject(apexError("planted")), "failed refused planted unrecorded"],
    ["no Ids come back", () => Promise.resolve(answer({ done: true })), "unrecorded"]
  ])("makes nothing where it could not be saved: %s", async (_when, intended, said) => {
    apex.intend.mockImplementation(intended);
    expect((await applied())[0]).toBe(said);
    expect(apex.act).not.toHaveBeenCalled();
    expect(apex.close).not.toHaveBeenCalled();
  });

  it("stops where a change was made and its record could not be closed, and says so", async () => {
    apex.close.mockImplementation(({ changeId, reason }) =>
      changeId === "two"
        ? Promise.reject(new Error("planted"))
        : Promise.resolve(answer({ reason: reason as FixAnswer["reason"] }))
    );
    expect(await applied()).toEqual(["done", "done planted unrecorded", "untried untried"]);
    expect(calls()).toEqual(["one", "two"]);
  });

  it("takes a change for failed that the org does not show afterwards", async () => {
    apex.close.mockImplementation(({ changeId, reason }) =>
      Promise.resolve(answer({ reason: changeId === "two" ? "moved" : (reason as FixAnswer["reason"]) }))
    );
    expect(await applied()).toEqual(["done", "failed moved", "untried untried"]);
  });
});

const MINUTES = 60_000;
const saved = (Id: string, Status__c: string, minutesAgo: number) => ({
  Id,
  Name: "F-000001",
  CreatedDate: new Date(Date.now() - minutesAgo * MINUTES).toISOString(),
  CreatedById: "005000000000009AAA",
  CreatedBy: { Name: "Fia Fixer" },
  Plan__c: "plan",
  Position__c: 1,
  Finding__c: `app-access/${IMPACTED_USER}`,
  Check__c: "app-access",
  Operation__c: "assign",
  Object__c: "PermissionSetAssignment",
  Person__c: IMPACTED_USER,
  Permission_Set__c: "0PS000000000001AAA",
  Before__c: false,
  After__c: true,
  Status__c,
  Org__c: Array.from(ORG).reverse().join("")
});

const orgIs = (changes: Changes): void => {
  jest.mocked(runQueries).mockImplementation(({ requests }) =>
    Promise.resolve(
      answersOf(
        changes,
        requests.map(({ name }) => ({ name, binds: {} }))
      )
    )
  );
};

describe("what was changed", () => {
  afterEach(() => jest.resetAllMocks());
  beforeEach(() => {
    apex.mayFix.mockResolvedValue({ fix: true });
    apex.close.mockResolvedValue(answer({ reason: "unknown" }));
  });

  it("is read with the names of whom and what it is about", async () => {
    orgIs({
      rows: {
        "saved-changes": [saved("one", "done", 90)],
        "permission-set-labels": [{ Id: "0PS000000000001AAA", Label: "MC Connect" }]
      }
    });
    const { may, saved: found } = await fixer.load();
    expect(may).toBe(true);
    expect(found.map(({ by, values }) => [by, values.set])).toEqual([["Fia Fixer", "MC Connect"]]);
    expect(apex.close).not.toHaveBeenCalled();
  });

  it.each([
    ["five minutes later, by whoever may fix", true, 6, ["one unknown"]],
    ["not while its page may be at it", true, 4, []],
    ["not by somebody who may not fix", false, 90, []]
  ])("is closed where a page was closed in the midst of it: %s", async (_when, fix, minutesAgo, expected) => {
    apex.mayFix.mockResolvedValue({ fix });
    orgIs({ rows: { "saved-changes": [saved("one", "intended", minutesAgo)] } });
    await fixer.load();
    expect(closings()).toEqual(expected);
  });

  it.each([
    ["the class is not theirs", () => apex.mayFix.mockRejectedValue(new Error("no access"))],
    ["the custom permission is not theirs", () => apex.mayFix.mockResolvedValue({ fix: false })]
  ])("leaves nothing to fix for somebody where %s", async (_when, given) => {
    given();
    orgIs({ rows: { "saved-changes": [] } });
    expect(await fixer.load()).toMatchObject({ may: false, saved: [] });
  });

  it("is nothing where it can't be read", async () => {
    orgIs({ faults: { "saved-changes": "no-object" } });
    expect(await fixer.load()).toMatchObject({ may: true, saved: [] });
  });

  it.each([
    [
      "one row",
      [
        {
          PermissionsManageUsers: true,
          PermissionsAssignPermissionSets: false,
          PermissionsManageProfilesPermissionsets: false
        }
      ],
      ["PermissionsManageUsers"]
    ],
    ["no row", [], null]
  ])("names the permissions in Setup that the person has: %s", async (_when, rows, expected) => {
    orgIs({ rows: { "fix-permissions": rows } });
    const permissions = await fixer.permissions();
    expect(permissions && [...permissions]).toEqual(expected);
  });
});

import { createElement } from "lwc";
import MccFix from "c/mccFix";
import type { Fixer, Outcome } from "c/mccFixer";
import type { FixPermission, SetupChange } from "c/mccChecklist";
import {
  allInside,
  clear,
  heard,
  IMPACTED_USER,
  inside,
  settled,
  shown,
  SYSTEM_USER,
  textOf
} from "../../mccHealth/__tests__/support";

const mockApply = jest.fn<ReturnType<Fixer["apply"]>, Parameters<Fixer["apply"]>>();
const mockPermissions = jest.fn<ReturnType<Fixer["permissions"]>, []>();
jest.mock("c/mccFixer", () => ({
  fixer: {
    apply: (...given: Parameters<Fixer["apply"]>) => mockApply(...given),
    permissions: () => mockPermissions()
  }
}));

const [apply, permissions] = [mockApply, mockPermissions];
const ALL: readonly FixPermission[] = ["PermissionsAssignPermissionSets", "PermissionsManageUsers"];

const assignTo = (personId: string, user: string): SetupChange => ({
  operation: "assign",
  object: "PermissionSetAssignment",
  recordId: null,
  personId,
  permissionSetId: "0PS000000000001AAA",
  appId: null,
  field: null,
  before: false,
  after: true,
  finding: `app-access/${personId}`,
  check: "app-access",
  advice: false,
  effects: [{ key: "change.effect.app-access" }],
  needs: ["PermissionsAssignPermissionSets"],
  values: { user, set: "<b>MC Connect</b>", app: "the app" }
});
const unfreeze: SetupChange = {
  ...assignTo(SYSTEM_USER, "Sam System"),
  operation: "set",
  object: "UserLogin",
  recordId: "0Yw000000000001AAA",
  permissionSetId: null,
  field: "IsFrozen",
  before: true,
  after: false,
  finding: `user-locked/${SYSTEM_USER}`,
  needs: ["PermissionsManageUsers"],
  effects: []
};
const CHANGES = [unfreeze, assignTo(SYSTEM_USER, "Sam System"), assignTo(IMPACTED_USER, "Ada Lind")];

type Input = HTMLElement & { checked: boolean; label: string };
const boxes = (element: Element) => allInside<Input>(element, "[data-index]");
const button = (element: Element, id: string) =>
  inside<HTMLElement & { label: string; disabled: boolean }>(element, `[data-id=${id}]`);
const tick = async (box: HTMLElement, checked = true): Promise<void> => {
  box.dispatchEvent(new CustomEvent("change", { detail: { checked } }));
  await settled();
};
const states = (element: Element) => allInside(element, "li").map(({ dataset }) => dataset.state);

async function mount(properties: object = {}) {
  const element = shown(createElement("c-mcc-fix", { is: MccFix }), { changes: CHANGES, ...properties });
  await settled();
  return element;
}

const outcome = (parts: Partial<Outcome>): Outcome => ({
  state: "done",
  reason: null,
  message: "",
  recorded: true,
  ...parts
});
const comesTo = (...outcomes: Partial<Outcome>[]): void => {
  apply.mockImplementation((_changes, _undoes, tell) => {
    outcomes.forEach((each, index) => tell(index, outcome(each)));
    return Promise.resolve();
  });
};

describe("a plan of changes", () => {
  beforeEach(() => permissions.mockResolvedValue(new Set(ALL)));
  afterEach(() => {
    clear();
    jest.resetAllMocks();
  });

  it("says of each line who, what, before, after, and what else happens, as text; nothing is selected", async () => {
    const element = await mount();
    expect(boxes(element).map(({ label }) => label)).toEqual([
      "Unfreeze Sam System",
      "Assign the permission set “<b>MC Connect</b>” to Sam System",
      "Assign the permission set “<b>MC Connect</b>” to Ada Lind"
    ]);
    expect(textOf(element)).toContain("From “Frozen” to “Not frozen”.");
    expect(textOf(element)).toContain("From “Not assigned” to “Assigned”.");
    expect(textOf(element)).toContain("The assignment doesn't expire.");
    expect(boxes(element).map(({ checked }) => checked)).toEqual([false, false, false]);
    expect(button(element, "apply").disabled).toBe(true);
    expect(button(element, "apply").label).toBe("Apply changes");
    expect(element.shadowRoot?.activeElement?.tagName).toBe("H2");
    await expect(element).toBeAccessible();
  });

  it("applies what was agreed to, in its order, and nothing else", async () => {
    comesTo({}, {});
    const element = await mount();
    await tick(boxes(element)[2] as Input);
    await tick(boxes(element)[1] as Input);
    await tick(boxes(element)[1] as Input, false);
    await tick(boxes(element)[0] as Input);
    expect(button(element, "apply").label).toBe("Apply 2 changes");
    button(element, "apply").click();
    await settled();
    expect(apply.mock.calls[0]?.[0]).toEqual([CHANGES[0], CHANGES[2]]);
    expect(states(element)).toEqual(["done", "left", "done"]);
    expect(inside(element, "[data-id=outcome]").textContent).toBe("2 changes were made.");
  });

  it("selects all at once, but for what the person may not do, which it names", async () => {
    permissions.mockResolvedValue(new Set(["PermissionsAssignPermissionSets"] as const));
    comesTo({}, {});
    const element = await mount();
    expect(boxes(element)).toHaveLength(2);
    expect(inside(element, "[data-id=lacks]").textContent).toContain("“Manage Users”");
    await tick(inside(element, "[data-id=all]"));
    button(element, "apply").click();
    await settled();
    expect(apply.mock.calls[0]?.[0]).toEqual([CHANGES[1], CHANGES[2]]);
  });

  it("says that permissions could not be read, and lets Salesforce decide", async () => {
    permissions.mockResolvedValue(null);
    const element = await mount();
    expect(inside(element, "[data-id=unread]").textContent).toContain("may refuse");
    expect(boxes(element)).toHaveLength(3);
  });

  it("waits while the org is being checked", async () => {
    const element = await mount({ isChecking: true });
    await tick(inside(element, "[data-id=all]"));
    expect(button(element, "apply").disabled).toBe(true);
  });

  it("is applied once, however often it is clicked", async () => {
    apply.mockReturnValue(new Promise(() => undefined));
    const element = await mount();
    await tick(inside(element, "[data-id=all]"));
    const once = button(element, "apply");
    once.click();
    once.click();
    await settled();
    expect(apply).toHaveBeenCalledTimes(1);
    expect(allInside(element, "[data-id=apply], [data-id=close]")).toHaveLength(0);
  });

  it.each([
    [
      "half of it",
      [{}, { state: "failed", reason: "refused", message: "<b>trigger</b>" }, { state: "untried", reason: "untried" }],
      ["done", "failed", "untried"],
      "1 of 3 changes were made.",
      [CHANGES[0]?.finding],
      "<b>trigger</b>"
    ],
    [
      "nothing of it",
      [
        { state: "failed", reason: "moved" },
        { state: "untried", reason: "untried" },
        { state: "untried", reason: "untried" }
      ],
      ["failed", "untried", "untried"],
      "No change was made.",
      [],
      "Somebody has changed this"
    ],
    [
      "one that is not recorded",
      [
        { recorded: false, message: "planted" },
        { state: "untried", reason: "untried" },
        { state: "untried", reason: "untried" }
      ],
      ["done", "untried", "untried"],
      "1 of 3 changes were made.",
      [CHANGES[0]?.finding],
      "isn't recorded in this org. planted"
    ]
  ] as const)("tells what was done and what was not: %s", async (_when, outcomes, expected, said, findings, words) => {
    comesTo(...outcomes);
    const element = await mount();
    const applied = heard(element, "applied");
    const announced = heard(element, "announce");
    await tick(inside(element, "[data-id=all]"));
    button(element, "apply").click();
    await settled();
    expect(states(element)).toEqual(expected);
    expect(inside(element, "[data-id=outcome]").textContent).toContain(said);
    expect(element.shadowRoot?.activeElement).toBe(inside(element, "[data-id=outcome]"));
    expect(textOf(element)).toContain(words);
    expect(announced.join("\n")).toContain(words);
    expect(announced.at(-1)).toContain(said);
    expect(applied).toEqual([findings]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["moved", "Somebody has changed this since the plan was made."],
    ["already", "This is set already."],
    ["gone", "This no longer exists."],
    ["inactive", "The user is inactive now."],
    ["no-license", "No license is available."],
    ["no-access", "You don't have permission for this."],
    ["powerful", "This permission set gives administrator permissions"],
    ["expired", "You agreed to this more than an hour ago"],
    ["refused", "Salesforce refused."],
    ["unknown", "This may or may not have been done."]
  ] as const)("says why a change was not made: %s", async (reason, words) => {
    comesTo({ state: "failed", reason });
    const element = await mount({ changes: [unfreeze] });
    await tick(boxes(element)[0] as Input);
    button(element, "apply").click();
    await settled();
    expect(states(element)).toEqual(["failed"]);
    expect(inside(element, "li").textContent).toContain(words);
  });

  it("takes one change back", async () => {
    comesTo({});
    const element = await mount({ changes: [unfreeze], undoes: "a saved change" });
    expect(inside(element, "h2").textContent).toBe("Undo a change in Setup");
    await tick(boxes(element)[0] as Input);
    button(element, "apply").click();
    await settled();
    expect(apply.mock.calls[0]?.[1]).toBe("a saved change");
  });

  it("is closed without a change", async () => {
    const element = await mount();
    const closed = heard(element, "closefix");
    button(element, "close").click();
    expect(closed).toHaveLength(1);
    expect(apply).not.toHaveBeenCalled();
  });
});

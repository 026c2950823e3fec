import { createElement } from "lwc";
import runQueries from "@salesforce/apex/MccGateway.runQueries";
import mayWrite from "@salesforce/apex/MccRecordsController.mayWrite";
import MccHealth from "c/mccHealth";
import type { SetupChange } from "c/mccChecklist";
import type { View } from "c/mccSession";
import {
  allInside,
  answersOf,
  assignment,
  clear,
  IMPACTED_USER,
  inside,
  ORG,
  settled,
  shown,
  SYSTEM_USER,
  type Changes
} from "./support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.confirm", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.savePeople", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.saveRun", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.mayWrite", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.undo", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/user/Id", () => ({ default: "005000000000009AAA" }), { virtual: true });
const mockLoad = jest.fn();
jest.mock("c/mccFixer", () => ({
  fixer: { load: () => mockLoad() as unknown, permissions: () => Promise.resolve(null) }
}));

const chosen = (key: string, role: string, user: string) => ({
  Id: "a01000000000001AAA",
  Key__c: key,
  Role__c: role,
  User__c: user,
  Org__c: Array.from(ORG).reverse().join("")
});
const PEOPLE = [
  chosen("system-user", "system-user", SYSTEM_USER),
  chosen(`impacted-user/${IMPACTED_USER}`, "impacted-user", IMPACTED_USER)
];
const NO_ACCESS: Changes = { rows: { "permission-set-assignments": [], "saved-people": PEOPLE } };
const FIXED: Changes = {
  rows: {
    "permission-set-assignments": [assignment(SYSTEM_USER), assignment(IMPACTED_USER)],
    "saved-people": PEOPLE
  }
};
const KEYS = [SYSTEM_USER, IMPACTED_USER].map((id) => `app-access/${id}`);

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
type Plan = HTMLElement & { changes: readonly SetupChange[]; afterwards: string; undoes: string | null };
const plans = (page: Element) => allInside<Plan>(page, "c-mcc-fix");
const steps = (page: Element) => inside<HTMLElement & { target: unknown; view: View }>(page, "c-mcc-steps");
const send = async (page: Element, name: string, detail: unknown): Promise<void> => {
  (plans(page)[0] ?? steps(page)).dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
  for (let turn = 0; turn < 10; turn++) await settled();
};

async function mount(may = true) {
  mockLoad.mockResolvedValue({ may, permissions: null, saved: [] });
  const page = shown(createElement("c-mcc-health", { is: MccHealth }), {});
  for (let turn = 0; turn < 10; turn++) await settled();
  return page;
}

describe("fixing from the tab", () => {
  beforeEach(() => {
    jest.mocked(mayWrite).mockResolvedValue({ confirm: false, undo: false, savePeople: false, saveRun: false });
    orgIs(NO_ACCESS);
  });
  afterEach(() => {
    clear();
    jest.resetAllMocks();
  });

  it("opens a plan of all that can be fixed, or of one card", async () => {
    const page = await mount();
    await send(page, "openfix", []);
    expect(plans(page)[0]?.changes.map(({ finding }) => finding)).toEqual(KEYS);
    await send(page, "openfix", [KEYS[1]]);
    expect(plans(page).map(({ changes }) => changes.map(({ finding }) => finding))).toEqual([[KEYS[1]]]);
  });

  it("opens nothing for those who may change nothing", async () => {
    const page = await mount(false);
    await send(page, "openfix", []);
    expect(plans(page)).toHaveLength(0);
    expect(steps(page).view.fixes.offered).toEqual([]);
  });

  it("checks again what was to be fixed, and says how it stands", async () => {
    const page = await mount();
    await send(page, "openfix", []);
    orgIs(FIXED);
    await send(page, "applied", KEYS);
    expect(plans(page)[0]?.afterwards).toContain("Fixed");
    expect(inside(page, "[role=status]").textContent).toContain("Fixed");
    expect(mockLoad).toHaveBeenCalledTimes(2);
  });

  const calls = (): number => jest.mocked(runQueries).mock.calls.length;

  it.each([
    ["after changes that were made", KEYS],
    ["after none was made", []]
  ])("does not lose a check that is asked for while changes are being made: it comes %s", async (_when, keys) => {
    const page = await mount();
    await send(page, "openfix", []);
    await send(page, "applying", null);
    const before = calls();
    steps(page).dispatchEvent(new CustomEvent("checkall", { bubbles: true }));
    await send(page, "checkstep", { step: "access", findings: [] });
    expect(calls()).toBe(before);
    expect(plans(page)[0]?.afterwards).toContain("when the changes are done");
    orgIs(FIXED);
    await send(page, "applied", keys);
    expect(calls()).toBeGreaterThan(before + 1);
    expect(plans(page)[0]?.afterwards ?? "").toBe(keys.length ? "Fixed." : "");
    await settled();
  });

  it("keeps the plan whose changes are being made, whatever else is opened or chosen", async () => {
    const page = await mount();
    await send(page, "openfix", [KEYS[0]]);
    await send(page, "applying", null);
    const [plan] = plans(page);
    steps(page).dispatchEvent(new CustomEvent("openfix", { detail: [KEYS[1]], bubbles: true }));
    steps(page).dispatchEvent(
      new CustomEvent("choosepeople", { detail: { choose: "remove-user", id: IMPACTED_USER }, bubbles: true })
    );
    for (let turn = 0; turn < 10; turn++) await settled();
    expect(plans(page)).toEqual([plan]);
    expect(plan?.changes.map(({ finding }) => finding)).toEqual([KEYS[0]]);
  });

  it("says where it did not help", async () => {
    const page = await mount();
    await send(page, "openfix", []);
    await send(page, "applied", KEYS);
    expect(plans(page)[0]?.afterwards).toMatch(/still|same/i);
  });

  it("checks nothing where nothing was changed", async () => {
    const page = await mount();
    await send(page, "openfix", []);
    const asked = jest.mocked(runQueries).mock.calls.length;
    await send(page, "applied", []);
    expect(jest.mocked(runQueries).mock.calls).toHaveLength(asked);
  });

  it("gives the focus back to the card when the plan is closed, or to the step where the card is done", async () => {
    const page = await mount();
    await send(page, "openfix", [KEYS[0]]);
    await send(page, "closefix", null);
    expect(plans(page)).toHaveLength(0);
    expect(steps(page).target).toEqual({ finding: KEYS[0] });
    await send(page, "openfix", [KEYS[0]]);
    orgIs(FIXED);
    await send(page, "applied", [KEYS[0]]);
    await send(page, "closefix", null);
    expect(steps(page).target).toEqual({ finding: null });
  });

  it("drops a plan that was made for other people", async () => {
    const page = await mount();
    await send(page, "openfix", []);
    steps(page).dispatchEvent(
      new CustomEvent("choosepeople", { detail: { choose: "remove-user", id: IMPACTED_USER }, bubbles: true })
    );
    await settled();
    expect(plans(page)).toHaveLength(0);
  });
});

import { createElement } from "lwc";
import { breakingChangesOf } from "c/mccChecklist";
import MccWhatBroke from "c/mccWhatBroke";
import type { SavedRun } from "c/mccRecords";
import {
  allInside,
  clear,
  heard,
  IMPACTED_USER,
  impactedUser,
  inside,
  shown,
  systemUser,
  textOf,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const DEACTIVATED = {
  Id: "0Ym000000000001AAA",
  Action: "deactivateduser",
  Display: `Deactivated user Ada Fields (UserID: [${IMPACTED_USER.slice(0, 15)}])`,
  CreatedDate: "2026-05-01T12:00:00.000Z",
  CreatedBy: { Name: "Otto Berg" }
};
const users = [systemUser(), impactedUser({ IsActive: false })];
const inactive: Changes = { rows: { users, "setup-changes": [DEACTIVATED] } };
const unexplained: Changes = { rows: { users } };

const mount = (changes: Changes, healthyAt?: string) => {
  const view = viewOf(changes);
  const healthy = healthyAt === undefined ? null : ({ CreatedDate: healthyAt } as SavedRun);
  const causes = breakingChangesOf(view.report.findings, healthyAt ?? null);
  const history = { ...view.history, healthy, causes };
  return shown(createElement("c-mcc-what-broke", { is: MccWhatBroke }), { view: viewOf(changes, { history }) });
};
const notes = (element: Element): string =>
  allInside(element, "[data-id=note]")
    .map(({ textContent }) => textContent)
    .join(" ");

describe("what broke it", () => {
  afterEach(clear);

  it("says who did what since the last check without problems, and leads to what it explains", async () => {
    const element = mount(inactive, "2026-04-20T12:00:00.000Z");
    expect(inside(element, "[data-id=healthy]").textContent).toBe("Last check without problems: Apr 20, 2026.");
    const [cause] = allInside(element, "li");
    expect(cause?.textContent).toMatch(/May 1, 2026\s*Otto Berg deactivated Ada Fields\s*Deactivated user Ada Fields/);
    expect(notes(element)).not.toMatch(/no change that explains/);
    const asked = heard(element, "showfinding");
    inside(element, "button").click();
    expect(asked).toEqual([`user-active/${IMPACTED_USER}`]);
    await expect(element).toBeAccessible();
  });

  it("leaves out what was done before that check", () => {
    const element = mount(inactive, "2026-05-02T12:00:00.000Z");
    expect(allInside(element, "li")).toHaveLength(0);
    expect(notes(element)).toMatch(/no change that explains/);
  });

  it("says that no such check is saved", () => {
    expect(inside(mount(inactive), "[data-id=healthy]").textContent).toMatch(/^No earlier check without problems/);
  });

  it("says how far back the audit trail was read, where that is not far enough", () => {
    expect(notes(mount(unexplained, "2025-04-20T12:00:00.000Z"))).toMatch(/read back to Nov 5, 2025/);
    expect(notes(mount(unexplained, "2026-04-20T12:00:00.000Z"))).not.toMatch(/read back/);
  });

  it.each<[string, Changes, RegExp]>([
    ["can't be read", { ...unexplained, faults: { "setup-changes": "no-access" } }, /couldn't be read/],
    ["may be hidden", { ...unexplained, lacks: ["PermissionsViewSetup"] }, /View Setup and Configuration/]
  ])("says that the audit trail %s, not that it is empty", (_what, changes, expected) => {
    const element = mount(changes);
    expect(notes(element)).toMatch(expected);
    expect(notes(element)).not.toMatch(/no change that explains/);
  });

  it("is not there while nothing is wrong", () => {
    expect(textOf(mount({}))).toBe("");
  });
});

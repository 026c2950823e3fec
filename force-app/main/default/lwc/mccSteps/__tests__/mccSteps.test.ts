import { createElement } from "lwc";
import MccSteps from "c/mccSteps";
import { allInside, clear, heard, inside, shown, viewOf, type Changes } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (properties: object = {}, changes: Changes = {}) =>
  shown(createElement("c-mcc-steps", { is: MccSteps }), { view: viewOf(changes), ...properties });
const buttons = (element: Element) => allInside(element, "button");

describe("the steps", () => {
  afterEach(clear);

  it("are listed in order with number, name and how many of the worst there are", async () => {
    const element = mount({ selected: "access" }, { rows: { "permission-set-assignments": [] } });
    expect(buttons(element).map(({ textContent }) => textContent)).toEqual([
      "1People",
      "2Package",
      "3Connected app2",
      "4Access1",
      "5Users",
      "6Marketing Cloud5",
      "7Reconnect1"
    ]);
    expect(allInside<HTMLElement & { status: string }>(element, "c-mcc-status").map(({ status }) => status)).toEqual([
      "passed",
      "passed",
      "confirm",
      "blocker",
      "passed",
      "confirm",
      "confirm"
    ]);
    await expect(element).toBeAccessible();
  });

  it("say which one is open, and hold its findings below its name", () => {
    const element = mount({ selected: "users" });
    expect(buttons(element).map((button) => button.getAttribute("aria-current"))).toEqual([
      null,
      null,
      null,
      null,
      "step",
      null,
      null
    ]);
    const step = inside<HTMLElement & { step: string }>(element, "c-mcc-step");
    expect(step.step).toBe("users");
    expect(step.closest("li")).toBe(buttons(element)[4]?.closest("li"));
  });

  it("are opened in any order, without moving the focus", () => {
    const element = mount({ selected: "users" });
    const asked = heard(element, "openstep");
    buttons(element)[6]?.click();
    buttons(element)[1]?.click();
    expect(asked).toEqual([
      { step: "reconnect", moveFocus: false },
      { step: "package", moveFocus: false }
    ]);
  });

  it.each([
    "announce",
    "checkstep",
    "choosepeople",
    "confirmfinding",
    "leavefor",
    "openstep",
    "showfinding",
    "undoconfirmation"
  ])("hand on %s of the open step, once", (name) => {
    const element = mount({ selected: "users" });
    const passed = heard(element, name);
    inside(element, "c-mcc-step").dispatchEvent(new CustomEvent(name, { detail: "detail", bubbles: true }));
    expect(passed).toEqual(["detail"]);
  });

  it("wait in place of findings until one is open", async () => {
    const element = mount({ selected: null });
    expect(allInside(element, "c-mcc-step")).toHaveLength(0);
    expect(allInside(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["access", true],
    ["users", false]
  ])("offer to check again in the step that was left for Setup: in %s, %s", (selected, offered) => {
    expect(inside<HTMLElement & { offered: boolean }>(mount({ selected, offer: "access" }), "c-mcc-step").offered).toBe(
      offered
    );
  });
});

import { createElement } from "lwc";
import { STEP_IDS, withDone, type StepId } from "c/mccChecklist";
import { label } from "c/mccLabels";
import MccSteps from "c/mccSteps";
import { placesIn } from "../places";
import {
  allInside,
  assignment,
  clear,
  heard,
  IMPACTED_USER,
  inDays,
  inside,
  settled,
  shown,
  SYSTEM_USER,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (properties: object = {}, changes: Changes = {}) =>
  shown(createElement("c-mcc-steps", { is: MccSteps }), { view: viewOf(changes), ...properties });
const buttons = (element: Element) => allInside(element, "button");
const buttonOf = (element: Element, step: StepId) => inside(element, `[data-step=${step}]`);

describe("the steps", () => {
  afterEach(clear);

  it("are listed in order of repair, each with its number in the plan, its name and how much there is to do", async () => {
    const changes = { rows: { "permission-set-assignments": [] } };
    const element = mount({ selected: "access" }, changes);
    const { plan } = viewOf(changes);
    const listed = buttons(element).map(({ textContent }) => textContent);
    const texts = listed.map((text) => text.replace(/\d+ to do|No\. .*$/g, ""));
    const numberOf = (step: StepId) => plan.findIndex(({ key }) => key === step) + 1;
    expect(texts).toEqual(STEP_IDS.map((step) => `${String(numberOf(step) || "")}${label(`step.${step}`)}`));
    expect(texts[0]).toBe(label("step.package"));
    expect(texts.at(-1)).toBe(label("step.results"));
    expect(listed.find((text) => text.includes(label("step.access")))).toContain("1 to do");
    expect(listed.find((text) => text.includes(label("step.users")))).toMatch(/\D$/);
    const statuses = allInside<HTMLElement & { status: string }>(element, "c-mcc-status").map(({ status }) => status);
    const byStep = Object.fromEntries(STEP_IDS.map((step, at) => [step, statuses[at]]));
    expect(byStep).toMatchObject({ people: "passed", access: "blocker", "marketing-cloud": "confirm" });
    expect(statuses).toHaveLength(STEP_IDS.length);
    await expect(element).toBeAccessible();
  });

  it("that a line of several steps is about have that line's number, unless they have one of their own", () => {
    const soon = assignment(SYSTEM_USER, { ExpirationDate: inDays(2) });
    const { plan } = viewOf({
      rows: { "permission-set-assignments": [soon, assignment(IMPACTED_USER)] },
      faults: { profiles: "server" }
    });
    expect(plan.map(({ key }) => key)).toEqual(["unchecked", "connected-app", "marketing-cloud", "reconnect", "watch"]);
    expect(Object.fromEntries(placesIn(plan))).toEqual({
      users: 1,
      "connected-app": 2,
      "marketing-cloud": 3,
      reconnect: 4,
      access: 5
    });
  });

  it("that are done keep the number of their line, unless something else is left in them", () => {
    const before = viewOf({ rows: { "permission-set-assignments": [] } }).plan;
    const places = placesIn(withDone(viewOf().plan, before));
    expect(places.get("access")).toBe(1);
    expect(places.get("connected-app")).toBe(2);
  });

  it("say which one is open, and hold its findings beside the list", () => {
    const element = mount({ selected: "users" });
    expect(buttons(element).map((button) => button.getAttribute("aria-current"))).toEqual(
      STEP_IDS.map((step) => (step === "users" ? "step" : null))
    );
    const step = inside<HTMLElement & { step: string }>(element, "c-mcc-step");
    expect(step.step).toBe("users");
    expect(step.closest("li")).toBeNull();
  });

  it("are opened in any order, without moving the focus", () => {
    const element = mount({ selected: "users" });
    const asked = heard(element, "openstep");
    for (const step of ["reconnect", "package"] as const) buttons(element)[STEP_IDS.indexOf(step)]?.click();
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
    const element = mount({ selected: null, view: viewOf({}, { lastCompleteReport: null }) });
    expect(allInside(element, "c-mcc-step")).toHaveLength(0);
    expect(allInside(element, "lightning-spinner")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("that are being checked again stand as they stood, and say so", () => {
    const { steps } = viewOf();
    const view = viewOf({}, { steps: steps.map((step) => ({ ...step, isChecking: step.step === "people" })) });
    const element = mount({ selected: "users", view });
    expect(buttonOf(element, "people").textContent).toContain("Checking");
    expect(buttonOf(element, "users").textContent).not.toContain("Checking");
  });

  describe("where it is narrow", () => {
    const matchMedia = jest.spyOn(window, "matchMedia");
    beforeEach(() => {
      const narrow = Object.assign(new EventTarget(), { matches: true });
      matchMedia.mockReturnValue(narrow as unknown as MediaQueryList);
    });
    afterEach(() => matchMedia.mockReset());

    it("open below their names, and say which one is", async () => {
      const element = mount({ selected: "users" });
      await settled();
      expect(inside(element, "c-mcc-step").closest("li")).toBe(buttonOf(element, "users").closest("li"));
      expect(buttons(element).map((button) => button.getAttribute("aria-expanded"))).toEqual(
        STEP_IDS.map((step) => String(step === "users"))
      );
      expect(buttonOf(element, "users").getAttribute("aria-current")).toBeNull();
      await expect(element).toBeAccessible();
    });

    it("close on a second tap, and come to the top when they open", async () => {
      const scrolled = jest.spyOn(Element.prototype, "scrollIntoView");
      const element = mount({ selected: "users" });
      const asked = heard(element, "openstep");
      buttonOf(element, "users").click();
      buttonOf(element, "package").click();
      expect(asked).toEqual([
        { step: null, moveFocus: false },
        { step: "package", moveFocus: false }
      ]);
      Object.assign(element, { selected: "package" });
      await settled();
      expect(scrolled.mock.contexts).toEqual([buttonOf(element, "package")]);
      scrolled.mockRestore();
    });
  });
});

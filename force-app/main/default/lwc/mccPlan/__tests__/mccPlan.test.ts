import { createElement } from "lwc";
import MccPlan from "c/mccPlan";
import { withDone } from "c/mccChecklist";
import {
  allInside,
  clear,
  fixable,
  heard,
  inside,
  shown,
  SYSTEM_USER,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const NO_ACCESS: Changes = { rows: { "permission-set-assignments": [] } };
const mount = (view = viewOf(NO_ACCESS)) => shown(createElement("c-mcc-plan", { is: MccPlan }), { view });
const texts = (element: Element) =>
  allInside(element, "li").map(({ textContent }) => textContent.replace(/\s+/g, " ").trim());

describe("the repair plan", () => {
  afterEach(clear);

  it("lists what is left in order of repair: the first line can be shown, what waits says for what", async () => {
    const element = mount();
    const [first, ...others] = texts(element);
    expect(first).toMatch(/^1Give 2 people access .*First/);
    expect(others.join()).toMatch(/Waiting\s*· After 1/);
    const asked = heard(element, "showfinding");
    inside(element, "[data-id=show]").click();
    expect(asked).toEqual([`app-access/${SYSTEM_USER}`]);
    await expect(element).toBeAccessible();
  });

  it("leads to each line by its words", () => {
    const element = mount();
    const asked = heard(element, "showfinding");
    for (const line of allInside(element, "button.text")) line.click();
    expect(asked).toHaveLength(allInside(element, "li").length);
  });

  it("keeps what is done in sight", () => {
    const before = viewOf(NO_ACCESS).report.plan;
    const { plan } = viewOf().report;
    const element = mount(viewOf({}, { plan: withDone(plan, before) }));
    expect(texts(element).some((text) => text.includes("Done"))).toBe(true);
  });

  it("offers to fix from here what can be, to those who may", () => {
    const element = mount(fixable(NO_ACCESS));
    const asked = heard(element, "openfix");
    const button = inside<HTMLElement & { label: string }>(element, "[data-id=fix]");
    expect(button.label).toBe("Fix 2 of these here");
    button.click();
    expect(asked).toEqual([[]]);
    expect(allInside(mount(), "[data-id=fix]")).toHaveLength(0);
  });

  it("is not there when nothing is left", () => {
    expect(allInside(mount(viewOf({}, { plan: [] })), "section")).toHaveLength(0);
  });
});

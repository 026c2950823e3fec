import { createElement } from "lwc";
import { STATUSES } from "c/mccChecklist";
import MccStatus from "c/mccStatus";
import { ICONS } from "../icons.ts";
import { clear, inside, settled, shown, textOf } from "../../mccHealth/__tests__/support";

const mount = (properties: object) => shown(createElement("c-mcc-status", { is: MccStatus }), properties);
const icon = (element: Element) => inside<HTMLElement & { alternativeText?: string }>(element, "lightning-icon");

describe("a status", () => {
  afterEach(clear);

  it("has an icon of its own for each status", () => {
    expect(new Set(STATUSES.map((status) => ICONS[status].name)).size).toBe(STATUSES.length);
  });

  it("is green only where it holds", () => {
    const green = STATUSES.filter((status) => ICONS[status].variant === "success");
    expect(green).toEqual(["confirmed", "passed"]);
  });

  it.each(STATUSES)("%s has its name beside its icon", async (status) => {
    const element = mount({ status });
    await settled();
    expect(textOf(element)).not.toBe("");
    await expect(element).toBeAccessible();
  });

  it("is named by the icon's alternative text where there is no room for the name", () => {
    const element = mount({ status: "blocker", iconOnly: true });
    expect(textOf(element)).toBe("");
    expect(icon(element).alternativeText).toBe("Blocker");
  });
});

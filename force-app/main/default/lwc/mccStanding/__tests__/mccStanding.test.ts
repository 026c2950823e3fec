import { createElement } from "lwc";
import { STANDINGS } from "c/mccChecklist";
import MccStanding from "c/mccStanding";
import { ICONS } from "../icons.ts";
import { clear, inside, settled, shown, textOf } from "../../mccHealth/__tests__/support";

const mount = (properties: object) => shown(createElement("c-mcc-standing", { is: MccStanding }), properties);
const icon = (element: Element) => inside<HTMLElement & { alternativeText?: string }>(element, "lightning-icon");

describe("how something stands", () => {
  afterEach(clear);

  it("has an icon of its own for each standing", () => {
    expect(new Set(STANDINGS.map((standing) => ICONS[standing].name)).size).toBe(STANDINGS.length);
  });

  it("is green only where it holds", () => {
    const green = STANDINGS.filter((standing) => ICONS[standing].variant === "success");
    expect(green).toEqual(["confirmed", "holds"]);
  });

  it.each(STANDINGS)("%s is told in a word beside its icon", async (standing) => {
    const element = mount({ standing });
    await settled();
    expect(textOf(element)).not.toBe("");
    await expect(element).toBeAccessible();
  });

  it("is told by the icon's alternative text where there is no room for the word", () => {
    const element = mount({ standing: "blocker", iconOnly: true });
    expect(textOf(element)).toBe("");
    expect(icon(element).alternativeText).toBe("Blocker");
  });
});

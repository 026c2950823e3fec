import { createElement } from "lwc";
import MccLink from "c/mccLink";
import { clear, heard, inside, shown, textOf } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/client/formFactor", () => ({ default: "Small" }), { virtual: true });

const mount = (properties: object = {}) =>
  shown(createElement("c-mcc-link", { is: MccLink }), {
    address: "/lightning/setup/x",
    label: "Open X",
    ...properties
  });

describe("a link to a page beside the wizard", () => {
  afterEach(clear);

  it("opens in a new tab, says so, and tells that it was followed", async () => {
    const element = mount();
    const anchor = inside<HTMLAnchorElement>(element, "a");
    expect(anchor).toMatchObject({ target: "_blank", rel: "noopener" });
    expect(anchor.getAttribute("href")).toBe("/lightning/setup/x");
    expect(inside<HTMLElement & { alternativeText: string }>(element, "lightning-icon").alternativeText).toBe(
      "opens in a new tab"
    );
    const left = heard(element, "leave");
    anchor.click();
    expect(left).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["into Setup", true, true],
    ["elsewhere", false, false]
  ])("%s says on a phone that it wants a desktop: %s", (_where, isSetup, says) => {
    expect(textOf(mount({ isSetup })).includes("desktop")).toBe(says);
  });
});

import { createElement } from "lwc";
import MccButton from "c/mccButton";
import { clear, inside, shown, textOf } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (properties: object) => shown(createElement("c-mcc-button", { is: MccButton }), properties);

describe("a button", () => {
  afterEach(clear);

  it("says what it is about to those who can't see where it stands", async () => {
    const element = mount({ label: "Open", about: "Permitted Users" });
    expect(textOf(element)).toMatch(/^Open\s*: Permitted Users$/);
    expect(inside(element, ".slds-assistive-text").textContent).toBe(": Permitted Users");
    await expect(element).toBeAccessible();
  });

  it("is clicked as one, and takes the focus", () => {
    const element = mount({ label: "Open", isBrand: true });
    const clicked = jest.fn();
    element.addEventListener("click", clicked);
    inside(element, "button").click();
    element.focus();
    expect(clicked).toHaveBeenCalledTimes(1);
    expect(document.activeElement).toBe(element);
    expect(inside(element, "button").classList).toContain("slds-button_brand");
  });
});

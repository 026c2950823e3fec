import { createElement } from "lwc";
import MccCheckbox from "c/mccCheckbox";
import { clear, heard, inside, settled, shown } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (properties: object) => shown(createElement("c-mcc-checkbox", { is: MccCheckbox }), properties);

describe("a checkbox", () => {
  afterEach(clear);

  it("tells what the person wants, and shows what it is then told", async () => {
    const element = mount({ label: "Sends are paused" });
    const changed = heard(element, "change");
    const box = inside<HTMLInputElement>(element, "input");
    box.click();
    expect(changed).toEqual([{ checked: true }]);
    Object.assign(element, { checked: false });
    await settled();
    expect(box.checked).toBe(false);
    await expect(element).toBeAccessible();
  });

  it("that is disabled tells nothing", () => {
    const element = mount({ label: "Sends are paused", checked: true, disabled: true });
    const changed = heard(element, "change");
    inside(element, "input").click();
    expect(changed).toEqual([]);
    expect(inside<HTMLInputElement>(element, "input").checked).toBe(true);
  });
});

import { createElement } from "lwc";
import MccAsk from "c/mccAsk";
import { allInside, clear, heard, inside, shown } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (parts: object = {}) =>
  shown(createElement("c-mcc-ask", { is: MccAsk }), { findings: ["a", "b"], about: "Permitted Users", ...parts });

describe("asking a colleague", () => {
  afterEach(clear);

  it.each([
    ["named", false],
    ["masked", true]
  ])("sends what is asked for, %s", (value, masked) => {
    const element = mount();
    const asked = heard(element, "askcolleague");
    inside(element, "[data-id=ask]").dispatchEvent(new CustomEvent("select", { detail: { value } }));
    expect(asked).toEqual([{ findings: ["a", "b"], masked }]);
  });

  it("says beside it what came of it", () => {
    expect(allInside(mount(), "[data-id=said]")).toHaveLength(0);
    expect(inside(mount({ said: "Copied." }), "[data-id=said]").textContent).toBe("Copied.");
  });
});

import { createElement } from "lwc";
import MccActions from "c/mccActions";
import { allInside, clear, heard, inside, shown } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const ERRAND = { step: "users", findings: ["a", "b"] } as const;
const mount = (parts: object = {}) =>
  shown(createElement("c-mcc-actions", { is: MccActions }), { errand: ERRAND, about: "Permitted Users", ...parts });
const here = (parts: object = {}) => ({ here: { canFix: false, withheld: [], ...parts } });

describe("what can be done about a card", () => {
  afterEach(clear);

  it.each([
    ["named", false],
    ["masked", true]
  ])("is to ask a colleague: sends what is asked for, %s", (value, masked) => {
    const element = mount();
    const asked = heard(element, "askcolleague");
    inside(element, "[data-id=ask]").dispatchEvent(new CustomEvent("select", { detail: { value } }));
    expect(asked).toEqual([{ findings: ["a", "b"], masked }]);
  });

  it("says beside it what came of asking", () => {
    expect(allInside(mount(), "[data-id=said]")).toHaveLength(0);
    expect(inside(mount({ said: "Copied." }), "[data-id=said]").textContent).toBe("Copied.");
  });

  it.each([
    ["fix", "openfix", here({ canFix: true }), ERRAND.findings],
    ["check", "checkstep", { checkLabel: "Check again" }, ERRAND]
  ] as const)("is to %s it, where that is offered", async (id, name, parts, detail) => {
    const element = mount(parts);
    const asked = heard(element, name);
    inside(element, `[data-id=${id}]`).click();
    expect(asked).toEqual([detail]);
    expect(allInside(mount(here()), `[data-id=${id}]`)).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("says why it can't be fixed here, each reason once", () => {
    const element = mount(here({ withheld: ["No license.", "Inactive."] }));
    expect(allInside(element, "[data-id=withheld]").map(({ textContent }) => textContent)).toEqual([
      "No license.",
      "Inactive."
    ]);
  });
});

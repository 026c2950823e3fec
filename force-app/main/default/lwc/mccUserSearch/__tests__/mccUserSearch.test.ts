import { createElement } from "lwc";
import runQueries, { type Answer } from "@salesforce/apex/MccGateway.runQueries";
import MccUserSearch from "c/mccUserSearch";
import { allInside, clear, heard, inside, settled, shown, textOf } from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const apex = jest.mocked(runQueries);
const ADA = { Id: "005000000000002AAA", Name: "Ada Fields", Username: "ada@example.com", IsActive: true };
const OLE = { Id: "005000000000003AAA", Name: "Ole <b>Berg</b>", Username: "ole@example.com", IsActive: false };
const answer = (...rows: object[]): Answer[] => [
  { name: "user-search", rows: JSON.stringify(rows), errorType: null, errorMessage: null }
];
const mount = (properties: object = {}) =>
  shown(createElement("c-mcc-user-search", { is: MccUserSearch }), { taken: [], ...properties });

function type(element: Element, value: string): void {
  inside(element, "lightning-input").dispatchEvent(new CustomEvent("change", { detail: { value } }));
}

async function search(element: Element, value: string): Promise<void> {
  type(element, value);
  inside(element, "[data-id=search]").click();
  await settled();
}

describe("searching for people", () => {
  afterEach(() => {
    clear();
    apex.mockReset();
  });

  it("lists who was found, says who is not active, and announces how many", async () => {
    apex.mockResolvedValue(answer(ADA, OLE));
    const element = mount();
    const said = heard(element, "announce");
    await search(element, "a");
    expect(allInside(element, "li")).toHaveLength(2);
    expect(textOf(element)).toContain("Ole <b>Berg</b>ole@example.com (inactive)");
    expect(said).toEqual(["Users found: 2"]);
    await expect(element).toBeAccessible();
  });

  it("also starts with Enter, and asks nothing for an empty text", async () => {
    apex.mockResolvedValue(answer(ADA));
    const element = mount();
    type(element, "  ");
    inside(element, "lightning-input").dispatchEvent(new CustomEvent("commit"));
    await settled();
    expect(apex).not.toHaveBeenCalled();
    type(element, "ada");
    inside(element, "lightning-input").dispatchEvent(new CustomEvent("commit"));
    await settled();
    expect(allInside(element, "li")).toHaveLength(1);
  });

  it.each([
    ["impacted", 0],
    ["systemuser", 1]
  ])("picks somebody as %s", async (as, button) => {
    apex.mockResolvedValue(answer(ADA));
    const element = mount();
    await search(element, "ada");
    const picked = heard(element, as);
    allInside(element, "li c-mcc-button")[button]?.click();
    expect(picked).toEqual([{ id: ADA.Id, name: ADA.Name, username: ADA.Username }]);
  });

  it("hands the focus to the word that takes the button's place", async () => {
    apex.mockResolvedValue(answer(ADA));
    const element = mount();
    await search(element, "ada");
    const focus = jest.spyOn(HTMLElement.prototype, "focus");
    allInside(element, "li c-mcc-button")[0]?.click();
    element.taken = [ADA.Id];
    await settled();
    expect(focus.mock.contexts).toEqual([inside(element, "[data-taken]")]);
    focus.mockRestore();
  });

  it("offers nobody twice", async () => {
    apex.mockResolvedValue(answer(ADA));
    const element = mount({ taken: [ADA.Id] });
    await search(element, "ada");
    expect(allInside(element, "li c-mcc-button")).toHaveLength(0);
    expect(textOf(element)).toContain("Added");
  });

  it("says when nobody was found", async () => {
    apex.mockResolvedValue(answer());
    const element = mount();
    await search(element, "zed");
    expect(inside(element, "[data-id=trouble]").textContent).toBe("No user found for zed.");
  });

  it("says when the search did not work", async () => {
    apex.mockRejectedValue({ body: { message: "No access." } });
    const element = mount();
    await search(element, "ada");
    expect(inside(element, "[data-id=trouble]").textContent).toBe("The search didn't work. No access.");
    await expect(element).toBeAccessible();
  });

  it("drops the answer to an older search that arrives late", async () => {
    let answerFirst: (answers: Answer[]) => void = () => undefined;
    apex.mockImplementationOnce(() => new Promise((resolve) => (answerFirst = resolve)));
    apex.mockResolvedValueOnce(answer(OLE));
    const element = mount();
    await search(element, "ada");
    await search(element, "ole");
    answerFirst(answer(ADA));
    await settled();
    expect(textOf(element)).toContain("ole@example.com");
    expect(textOf(element)).not.toContain("ada@example.com");
  });
});

import { createElement } from "lwc";
import MccPeople from "c/mccPeople";
import {
  allInside,
  clear,
  heard,
  IMPACTED_USER,
  inside,
  NOW,
  settled,
  shown,
  SYSTEM_USER,
  unchosenView,
  viewOf
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (view: object = viewOf()) => shown(createElement("c-mcc-people", { is: MccPeople }), { view });
interface Combobox extends HTMLElement {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string; readonly description?: string }[];
}

describe("people", () => {
  afterEach(clear);

  it("with nobody chosen, has nobody as the choice, and tells what speaks for and against each", () => {
    const writer = { Name: "Otto Berg", Username: "otto@example.com", IsActive: false };
    const rows = {
      "tracking-writers": [{ Id: "a1", CreatedDate: NOW.toISOString(), CreatedById: "005T", CreatedBy: writer }]
    };
    const { value, options } = inside<Combobox>(mount(unchosenView({ rows })), "lightning-combobox");
    expect(value).toBe("");
    expect(options.map(({ description }) => description)).toEqual([
      expect.stringMatching(/selected, but didn't create the latest email results$/),
      "created the latest email results, but is inactive, doesn't have both Marketing Cloud for AppExchange checkboxes selected, and isn't the user mapped to mc-api-user"
    ]);
  });

  it("with nobody chosen and no trace of anybody, lets the person search for the system user", async () => {
    const element = mount(unchosenView({ rows: { "candidate-users": [], "mapped-users": [] } }));
    expect(allInside(element, "lightning-combobox")).toHaveLength(0);
    expect(inside(element, "h3").textContent).toBe("System user");
    const [search] = allInside<HTMLElement & { purpose: string | null }>(element, "c-mcc-user-search");
    expect(search?.purpose).toBe("system-user");
    const chosen = heard(element, "choosepeople");
    search?.dispatchEvent(new CustomEvent("systemuser", { detail: { id: "005x" } }));
    expect(chosen).toEqual([{ choose: "system-user", id: "005x" }]);
    await expect(element).toBeAccessible();
  });

  it("shows the chosen system user, what speaks for them, and each candidate with their reasons", async () => {
    const element = mount();
    const combobox = inside<Combobox>(element, "lightning-combobox");
    expect(combobox.value).toBe(SYSTEM_USER);
    expect(combobox.options[0]).toMatchObject({ label: "Marketing Cloud Integration (mc@example.com)" });
    expect(combobox.options[0]?.description).toContain("both Marketing Cloud for AppExchange checkboxes");
    expect(inside(element, "[data-id=suggested]").textContent).toContain(
      "both Marketing Cloud for AppExchange checkboxes"
    );
    expect(allInside(element, "[data-id=guess]")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("shows a chosen system user whom nothing speaks for", () => {
    const element = mount(viewOf({ selection: { systemUser: { id: IMPACTED_USER }, impactedUsers: [] } }));
    const { value, options } = inside<Combobox>(element, "lightning-combobox");
    expect(value).toBe(IMPACTED_USER);
    expect(options[0]).toMatchObject({ value: IMPACTED_USER, label: "Ada Fields (ada@example.com)" });
    expect(allInside(element, "[data-id=suggested]")).toHaveLength(0);
  });

  it.each([
    [
      "another candidate",
      "lightning-combobox",
      "change",
      { value: IMPACTED_USER },
      { choose: "system-user", id: IMPACTED_USER }
    ],
    [
      "somebody found as system user",
      "c-mcc-user-search",
      "systemuser",
      { id: "005x" },
      { choose: "system-user", id: "005x" }
    ],
    [
      "somebody found as impacted",
      "c-mcc-user-search",
      "impacted",
      { id: "005x" },
      { choose: "impacted-user", id: "005x" }
    ],
    ["nobody, by removing them", ".remove", "click", {}, { choose: "remove-user", id: IMPACTED_USER }]
  ])("chooses %s", (_whom, selector, event, detail, expected) => {
    const element = mount();
    const chosen = heard(element, "choosepeople");
    inside(element, selector).dispatchEvent(new CustomEvent(event, { detail }));
    expect(chosen).toEqual([expected]);
  });

  it("shows the first of many, and the next ones on a click", async () => {
    const impactedUsers = Array.from({ length: 30 }, (_, index) => ({ id: `005${index}`, name: `Person ${index}` }));
    const element = mount(viewOf({ selection: { impactedUsers } }));
    expect(allInside(element, ".pill")).toHaveLength(25);
    allInside(element, "lightning-button").at(-1)?.click();
    await settled();
    expect(allInside(element, ".pill")).toHaveLength(30);
  });
});

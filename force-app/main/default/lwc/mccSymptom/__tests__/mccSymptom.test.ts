import { createElement } from "lwc";
import MccSymptom from "c/mccSymptom";
import {
  allInside,
  clear,
  heard,
  inside,
  settled,
  shown,
  SYSTEM_USER,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const NO_ACCESS: Changes = { rows: { "permission-set-assignments": [] } };
const ACCESS = `app-access/${SYSTEM_USER}`;
const mount = (view = viewOf(NO_ACCESS)) => shown(createElement("c-mcc-symptom", { is: MccSymptom }), { view });
type Mounted = ReturnType<typeof mount>;

async function choose(element: Mounted, symptom: string): Promise<void> {
  const radio = inside<HTMLInputElement>(element, `[data-id=choose] input[value="${symptom}"]`);
  radio.checked = true;
  radio.dispatchEvent(new Event("change", { bubbles: true }));
  await settled();
}
async function paste(element: Mounted, value: string): Promise<void> {
  const field = inside(element, "[data-id=text]");
  field.dispatchEvent(new CustomEvent("paste"));
  field.dispatchEvent(new CustomEvent("change", { detail: { value } }));
  await settled();
}
const chosen = (element: Mounted): string[] =>
  allInside<HTMLInputElement>(element, "[data-id=choose] input").flatMap((radio) => (radio.checked ? radio.value : []));
const group = (element: Mounted, key: string): string =>
  allInside(element, `[data-group=${key}]`)
    .map(({ textContent }) => textContent)
    .join();

describe("what do you see?", () => {
  afterEach(clear);

  it("shows nothing until something is said", async () => {
    const element = mount();
    expect(allInside(element, "[data-group]")).toHaveLength(0);
    expect(allInside(element, "[data-id=clear]")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("shows what would explain a symptom, and leads to it; says so, and opens its step, once", async () => {
    const element = mount();
    const [opened, announced, asked, said] = [
      heard(element, "openstep"),
      heard(element, "announce"),
      heard(element, "showfinding"),
      heard(element, "saysymptom")
    ];
    await choose(element, "sends-stuck");
    expect(group(element, "explains")).toMatch(/have access.*, and 1 more/);
    expect(group(element, "explains")).not.toMatch(/Permitted Users/);
    expect(opened).toEqual([{ step: "access", moveFocus: false }]);
    expect(announced).toHaveLength(1);
    await choose(element, "sends-stuck");
    expect([opened, announced].map(({ length }) => length)).toEqual([1, 1]);
    inside(element, `[data-finding="${ACCESS}"]`).click();
    expect(asked).toEqual([ACCESS]);
    inside(element, "[data-id=clear]").dispatchEvent(new CustomEvent("click"));
    expect(said).toEqual(["sends-stuck", "sends-stuck", null]);
    await expect(element).toBeAccessible();
  });

  it("keeps what was said when the org is checked again", async () => {
    const element = mount();
    await choose(element, "sends-stuck");
    Object.assign(element, { view: viewOf() });
    await settled();
    expect(group(element, "explains")).toBe("");
    expect(group(element, "maybe")).not.toBe("");
    expect(group(element, "not")).toMatch(/OK/);
  });

  it("knows an error text", async () => {
    const element = mount();
    await paste(element, "invalid_grant: user hasn't approved this consumer");
    expect(group(element, "explains")).toMatch(/have access/);
  });

  it("says that it doesn't know a text, as soon as it is whole", async () => {
    const element = mount();
    const announced = heard(element, "announce");
    inside(element, "[data-id=text]").dispatchEvent(new CustomEvent("change", { detail: { value: "The <b>em" } }));
    await settled();
    expect(allInside(element, "[data-id=not-known]")).toHaveLength(0);
    inside(element, "[data-id=text]").dispatchEvent(new CustomEvent("commit"));
    await settled();
    expect(allInside(element, "[data-id=not-known]")).toHaveLength(1);
    expect(announced).toHaveLength(1);
    expect(allInside(element, "b")).toHaveLength(0);
  });

  it("names what else is broken", async () => {
    const element = mount();
    await choose(element, "data-missing");
    expect(group(element, "others")).toMatch(/have access/);
  });

  it("forgets what was said when it is cleared, and takes the focus back", async () => {
    const element = mount();
    await choose(element, "sends-stuck");
    inside(element, "[data-id=clear]").click();
    await settled();
    expect(allInside(element, "[data-group]")).toHaveLength(0);
    expect(allInside(element, "[data-id=clear]")).toHaveLength(0);
    expect(chosen(element)).toEqual([]);
    expect(element.shadowRoot?.activeElement).toBe(inside(element, "[data-id=choose] input"));
  });

  it("says one thing at a time: a text takes the place of a choice", async () => {
    const element = mount();
    await choose(element, "sends-stuck");
    expect(chosen(element)).toEqual(["sends-stuck"]);
    await paste(element, "invalid_grant: user hasn't approved this consumer");
    expect(chosen(element)).toEqual([]);
  });

  it("folds only what nobody has looked at yet, and not even that where the org shows nothing", async () => {
    const open = (element: Mounted) =>
      allInside<HTMLDetailsElement>(element, "details[data-group]").flatMap(({ open: isOpen, dataset }) =>
        isOpen ? (dataset["group"] ?? "") : []
      );
    const warned = mount(viewOf({ rows: { "system-user-verifications": [] } }));
    await choose(warned, "after-password");
    expect(open(warned)).toEqual(["seen"]);
    const asked = mount(viewOf());
    await choose(asked, "after-refresh");
    expect(open(asked)).toEqual(["maybe"]);
  });
});

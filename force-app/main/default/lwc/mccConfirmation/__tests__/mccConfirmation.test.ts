import { createElement } from "lwc";
import MccConfirmation from "c/mccConfirmation";
import {
  allInside,
  clear,
  CONFIRMING,
  findingOf,
  heard,
  inDays,
  inside,
  settled,
  shown,
  textOf
} from "../../mccHealth/__tests__/support";

const open = findingOf("api-user-flag");
const given = (holds: boolean, note = "") =>
  findingOf("api-user-flag", {
    confirmations: [
      { check: "api-user-flag", subjectId: null, holds, note, by: "Vera Lind", at: inDays(0), basis: open.basis ?? {} }
    ]
  });
const mount = (finding: object, confirming: object = {}) =>
  shown(createElement("c-mcc-confirmation", { is: MccConfirmation }), {
    finding,
    setting: "API User",
    confirming: { ...CONFIRMING, ...confirming }
  });

describe("confirming", () => {
  afterEach(clear);

  it("asks with two buttons that look alike, ticks nothing beforehand, and says how long it is kept", async () => {
    const element = mount(open);
    const [yes, no] = ["yes", "no"].map((id) => inside<HTMLElement & { variant?: string }>(element, `[data-id=${id}]`));
    expect(yes?.variant).toBe(no?.variant);
    expect(textOf(element)).toContain("Saved in this org with your name and the time.");
    expect(element.shadowRoot?.querySelector("[data-id=undo]")).toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    ["yes", true],
    ["no", false]
  ])("with %s says that it holds: %s, with the note", (id, holds) => {
    const element = mount(open);
    const said = heard(element, "confirmfinding");
    inside(element, "lightning-input").dispatchEvent(
      new CustomEvent("change", { detail: { value: " ticked on page 2 " } })
    );
    inside(element, `[data-id=${id}]`).click();
    expect(said).toEqual([{ finding: "api-user-flag", holds, note: "ticked on page 2" }]);
  });

  it.each([
    [true, "As it should be"],
    [false, "Not as it should be"]
  ])("shows who said that it holds (%s), when, the note, and a way back", async (holds, words) => {
    const element = mount(given(holds, "<b>seen</b>"));
    expect(textOf(element)).toMatch(new RegExp(`^${words}<b>seen</b>Vera Lind, .*2026`));
    const undone = heard(element, "undoconfirmation");
    inside(element, "[data-id=undo]").click();
    expect(undone).toEqual(["api-user-flag"]);
    await expect(element).toBeAccessible();
  });

  it("hands the focus to the way back, when the button that had it is gone", async () => {
    const element = mount(open);
    const focus = jest.spyOn(HTMLElement.prototype, "focus");
    inside(element, "[data-id=yes]").click();
    element.finding = given(true);
    await settled();
    expect(focus.mock.contexts).toEqual([inside(element, "[data-id=undo]")]);
    inside(element, "[data-id=undo]").click();
    element.finding = open;
    await settled();
    expect(focus.mock.contexts.at(-1)).toBe(inside(element, "[data-id=yes]"));
    focus.mockRestore();
  });

  it.each([
    [open, "yes"],
    [given(true), "undo"]
  ])("waits while it is being saved", (finding, id) => {
    const element = mount(finding, { saving: ["api-user-flag"] });
    expect(inside<HTMLElement & { disabled: boolean }>(element, `[data-id=${id}]`).disabled).toBe(true);
    expect(inside(element, "[data-id=status]").textContent).toBe("Saving…");
  });

  it("says when it is kept for this visit only", () => {
    expect(textOf(mount(open, { where: "visit" }))).toContain("Counts only until you leave this page");
  });

  it.each([
    ["what is open", open],
    ["what is answered", given(true)]
  ])("shows %s without buttons to whoever may not write", async (_what, finding) => {
    const element = mount(finding, { where: "nowhere" });
    expect(allInside(element, "lightning-button")).toHaveLength(0);
    expect(allInside(element, "[data-id=read-only]")).toHaveLength(finding === open ? 1 : 0);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["changed", "Vera Lind", "Vera Lind answered before you."],
    ["changed", null, "Somebody else changed this before you."],
    ["no-access", null, "You can view this, but not save anything in the org."],
    ["failed", null, "This couldn't be saved in the org. planted"]
  ])("says what came in the way (%s, by %s), also to the live region", (reason, by, words) => {
    const finding = findingOf("api-user-flag");
    const said: unknown[] = [];
    document.body.addEventListener("announce", (event) => said.push((event as CustomEvent).detail), { once: true });
    const element = mount(finding, { trouble: { finding: "api-user-flag", reason, message: "planted", by } });
    expect(inside(element, "[data-id=trouble]").textContent).toContain(words);
    expect(said).toEqual([inside(element, "[data-id=trouble]").textContent]);
  });

  it("says nothing of what came in the way elsewhere", () => {
    const trouble = { finding: "api-user-roles", reason: "failed", message: "planted", by: null };
    expect(allInside(mount(open, { trouble }), "[data-id=trouble]")).toHaveLength(0);
  });
});

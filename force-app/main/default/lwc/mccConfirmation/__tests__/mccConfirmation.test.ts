import { createElement } from "lwc";
import { checkOf, ENGLISH } from "c/mccChecklist";
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
const said = (check: string, said: { readonly answer?: string; readonly holds?: boolean; readonly note?: string }) => {
  const { basis } = findingOf(check);
  const word = { check, subjectId: null, holds: true, note: "", by: "Vera Lind", at: inDays(0), basis: basis ?? {} };
  return findingOf(check, { confirmations: [{ ...word, ...said }] });
};
const given = (answer: string, note = "") => said("api-user-flag", { answer, note });
const choice = (element: HTMLElement, answer: string) => inside(element, `[data-answer=${answer}]`);
const mount = (finding: object, confirming: object = {}) =>
  shown(createElement("c-mcc-confirmation", { is: MccConfirmation }), {
    finding,
    setting: "API User",
    confirming: { ...CONFIRMING, ...confirming }
  });

describe("confirming", () => {
  afterEach(clear);

  it.each(["api-user-flag", "scope-by-user", "ip-relaxation", "api-user-integrated", "marketing-cloud-tab"])(
    "asks of %s with the values that there are, in buttons that look alike, and says how long it is kept",
    async (check) => {
      const element = mount(findingOf(check));
      const buttons = allInside<HTMLElement & { variant?: string; label?: string }>(element, "lightning-button");
      expect(new Set(buttons.map(({ variant }) => variant)).size).toBe(1);
      expect(buttons.map(({ label: text }) => text)).toEqual([
        ...Object.keys(checkOf(check).answers ?? {}).map((answer) => ENGLISH[`${check}.answer.${answer}`]),
        "I can't see it"
      ]);
      expect(textOf(element)).toContain("Saved in this org with your name and the time.");
      await expect(element).toBeAccessible();
    }
  );

  it.each(["selected", "not-selected"])("says the answer %s, with the note", (answer) => {
    const element = mount(open);
    const heardOf = heard(element, "confirmfinding");
    inside(element, "lightning-input").dispatchEvent(
      new CustomEvent("change", { detail: { value: " seen on page 2 " } })
    );
    choice(element, answer).click();
    expect(heardOf).toEqual([{ finding: "api-user-flag", answer, note: "seen on page 2" }]);
  });

  it.each([
    ["api-user-flag", "Nothing was saved. Ask somebody with the role Administrator in Marketing Cloud."],
    ["ip-relaxation", "Nothing was saved. Ask an admin who can open the app in Manage Connected Apps."],
    ["scope-by-user", "Nothing was saved. Ask Salesforce Support whether Scope By User is on or off for your account."]
  ])("says nothing of %s where somebody can't see it, and who could", async (check, words) => {
    const element = mount(findingOf(check));
    const [answered, announced] = [heard(element, "confirmfinding"), heard(element, "announce")];
    inside(element, "[data-id=cannot-see]").click();
    await settled();
    expect(inside(element, "[data-id=who-can]").textContent).toBe(words);
    expect(announced).toEqual([words]);
    expect(answered).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["selected", "Selected"],
    ["not-selected", "Not selected"]
  ])("shows what was seen (%s), who said so and when, the note, and a way back", async (answer, words) => {
    const element = mount(given(answer, "<b>seen</b>"));
    expect(textOf(element)).toMatch(new RegExp(`^${words}<b>seen</b>Vera Lind, .*2026`));
    const undone = heard(element, "undoconfirmation");
    inside(element, "[data-id=undo]").click();
    expect(undone).toEqual(["api-user-flag"]);
    await expect(element).toBeAccessible();
  });

  it.each(["selected", "not-selected"])("offers no way back from what Marketing Cloud says each time", (answer) => {
    const finding = given(answer);
    const confirmation = { ...finding.confirmation, by: "Marketing Cloud", isJustAsked: true };
    const element = mount({ ...finding, confirmation });
    expect(textOf(element)).toContain("Marketing Cloud, ");
    expect(allInside(element, "lightning-button")).toEqual([]);
  });

  it("shows of what only said whether it is right who said so, and invents no value", () => {
    expect(textOf(mount(said("api-user-flag", {})))).toMatch(/^Vera Lind, /);
  });

  it("fixed after a wrong answer is the right one, with no note of how it was before", () => {
    const element = mount(given("not-selected", "It was off"));
    const answered = heard(element, "confirmfinding");
    inside(element, "[data-id=fixed]").click();
    expect(answered).toEqual([{ finding: "api-user-flag", answer: "selected", note: "" }]);
  });

  it("fixed, where several answers are right, asks which it is now, with no note of how it was before", async () => {
    const element = mount(said("scope-by-user", { answer: "should-be-off", holds: false, note: "It was on" }));
    const answered = heard(element, "confirmfinding");
    const focus = jest.spyOn(HTMLElement.prototype, "focus");
    inside(element, "[data-id=fixed]").click();
    await settled();
    expect(answered).toEqual([]);
    expect(focus.mock.contexts.at(-1)).toBe(choice(element, "on"));
    focus.mockRestore();
    choice(element, "off").click();
    expect(answered).toEqual([{ finding: "scope-by-user", answer: "off", note: "" }]);
  });

  it("hands the focus to the way back, when the button that had it is gone", async () => {
    const element = mount(open);
    const focus = jest.spyOn(HTMLElement.prototype, "focus");
    choice(element, "selected").click();
    element.finding = given("selected");
    await settled();
    expect(focus.mock.contexts).toEqual([inside(element, "[data-id=undo]")]);
    inside(element, "[data-id=undo]").click();
    element.finding = open;
    await settled();
    expect(focus.mock.contexts.at(-1)).toBe(choice(element, "selected"));
    focus.mockRestore();
  });

  it.each([
    [open, "choice"],
    [given("selected"), "undo"]
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
    ["what is answered", given("selected")]
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

import { createElement } from "lwc";
import MccMarketingCloud from "c/mccMarketingCloud";
import type { View } from "c/mccSession";
import { allInside, clear, heard, inside, settled, shown, textOf, viewOf } from "../../mccHealth/__tests__/support";

const view = (outcome: View["marketingCloud"]["outcome"] = null): View => {
  const { marketingCloud } = viewOf();
  return viewOf({}, { marketingCloud: { ...marketingCloud, outcome } });
};
const mount = async (outcome: View["marketingCloud"]["outcome"] = null) => {
  const element = shown(createElement("c-mcc-marketing-cloud", { is: MccMarketingCloud }), { view: view(outcome) });
  await settled();
  return element;
};
const unfold = async (element: Element): Promise<void> => {
  const details = inside<HTMLDetailsElement>(element, "details");
  details.open = true;
  details.dispatchEvent(new CustomEvent("toggle"));
  await settled();
};

describe("asking Marketing Cloud", () => {
  afterEach(clear);

  it("says whom it asks about, and shows the script only when it is asked for", async () => {
    const element = await mount();
    expect(textOf(element)).toContain("mc-api-user");
    expect(allInside(element, "[data-id=script]")).toEqual([]);
    await unfold(element);
    expect(inside<HTMLTextAreaElement>(element, "[data-id=script]").value).toContain("AccountUser");
    await expect(element).toBeAccessible();
  });

  it("hands on what was pasted, as it is", async () => {
    const element = await mount();
    await unfold(element);
    const brought = heard(element, "bringanswer");
    inside(element, "[data-id=answer]").dispatchEvent(new CustomEvent("change", { detail: { value: "> <b>x</b>" } }));
    inside(element, "[data-id=read]").click();
    expect(brought).toEqual(["> <b>x</b>"]);
  });

  it.each<[string, View["marketingCloud"]["outcome"], RegExp]>([
    ["refused", { refused: "too-old" }, /more than an hour old/],
    ["about another user", { refused: "other-user" }, /mc-api-user/],
    ["settling two questions", { settled: 2 }, /2 questions/],
    ["settling one question", { settled: 1 }, /one question/],
    ["settling nothing", { settled: 0 }, /none of the questions/]
  ])("of an answer that is %s, says so in one sentence", async (_how, outcome, says) => {
    const element = await mount(outcome);
    expect(inside(element, "[data-id=outcome]").textContent).toMatch(says);
    await expect(element).toBeAccessible();
  });
});

import { createElement } from "lwc";
import MccReconnect from "c/mccReconnect";
import { allInside, clear, inside, settled, shown, textOf } from "../../mccHealth/__tests__/support";

const mount = () => shown(createElement("c-mcc-reconnect", { is: MccReconnect }), {});
const steps = (element: Element) => allInside(element, "li").map(({ textContent }) => textContent);

describe("connecting again", () => {
  afterEach(clear);

  it("warns before anything else, and shows no step before the question is answered", async () => {
    const element = mount();
    expect(textOf(element)).toMatch(/^Before you reconnect/);
    expect(steps(element)).toEqual([]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["settings", 1, "Confirm it below"],
    ["send", 1, "Configure Marketing Cloud Connector"],
    ["connect", 4, "Connect the MC API User"],
    ["other", 1, "Salesforce Support"]
  ])("after %s shows only what belongs to it: %i", async (value, count, words) => {
    const element = mount();
    inside(element, "lightning-radio-group").dispatchEvent(new CustomEvent("change", { detail: { value } }));
    await settled();
    expect(steps(element)).toHaveLength(count);
    expect(steps(element)[0]).toContain(words);
    expect(textOf(element)).toContain("First pause scheduled sends");
    await expect(element).toBeAccessible();
  });
});

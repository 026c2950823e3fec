import { createElement } from "lwc";
import { ENGLISH } from "c/mccChecklist";
import MccCase from "c/mccCase";
import { clear, heard, inside, settled, shown } from "../../mccHealth/__tests__/support";

const mount = (masked: boolean) =>
  shown(createElement("c-mcc-case", { is: MccCase }), { text: "<b>1 blocker</b>\nOrg: 00D", masked });

/** jsdom has no clipboard. */
function clipboard(write: () => Promise<void>): jest.Mock {
  const writeText = jest.fn(write);
  Object.defineProperty(navigator, "clipboard", { value: { writeText }, configurable: true });
  return writeText;
}

describe("the text for a support case", () => {
  afterEach(clear);

  it.each([
    [true, "ui.report.preview.masked", "ui.report.copied-masked"],
    [false, "ui.report.preview.whole", "ui.report.copied"]
  ])(
    "is shown as it is before it is copied (masked: %s), and both say what is masked",
    async (masked, about, copied) => {
      const writeText = clipboard(() => Promise.resolve());
      const element = mount(masked);
      const announced = heard(element, "announce");
      expect(inside(element, "[data-id=case]").textContent).toBe("<b>1 blocker</b>\nOrg: 00D");
      expect(inside(element, "[data-id=about]").textContent).toBe(ENGLISH[about]);
      expect(writeText).not.toHaveBeenCalled();
      inside(element, "[data-id=copy-case]").click();
      await settled();
      expect(writeText).toHaveBeenCalledWith("<b>1 blocker</b>\nOrg: 00D");
      expect(inside(element, "[data-id=outcome]").textContent).toBe(ENGLISH[copied]);
      expect(announced).toEqual([ENGLISH[copied]]);
      await expect(element).toBeAccessible();
    }
  );

  it("says where the browser doesn't let it be copied, and can be closed", async () => {
    clipboard(() => Promise.reject(new Error("no")));
    const element = mount(true);
    const closed = heard(element, "closecase");
    inside(element, "[data-id=copy-case]").click();
    await settled();
    expect(inside(element, "[data-id=outcome]").textContent).toBe(ENGLISH["ui.report.not-copied"]);
    inside(element, "[data-id=close-case]").click();
    expect(closed).toEqual([null]);
  });
});

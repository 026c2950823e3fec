import { createElement } from "lwc";
import runQueries from "@salesforce/apex/MccGateway.runQueries";
import mayWrite from "@salesforce/apex/MccRecordsController.mayWrite";
import MccHealth from "c/mccHealth";
import { allInside, answersOf, clear, inside, settled, shown } from "./support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.mayWrite", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("c/mccFixer", () => ({
  fixer: { load: () => Promise.resolve({ may: false, permissions: null, saved: [] }) }
}));
jest.mock("@salesforce/user/Id", () => ({ default: "005000000000009AAA" }), { virtual: true });

const mockLoadScript = jest.fn<Promise<void>, []>();
jest.mock("lightning/platformResourceLoader", () => ({ loadScript: () => mockLoadScript() }));

const FAULTY = { rows: { "permission-set-assignments": [] } };
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await settled();
};
const opened = async (): Promise<HTMLElement> => {
  const page = shown(createElement("c-mcc-health", { is: MccHealth }), {});
  await rest();
  return page;
};
/** What of the page stands there: verdict, steps, history. */
const parts = (page: Element): string[] =>
  allInside(page, "c-mcc-verdict, c-mcc-steps, c-mcc-what-broke, c-mcc-history").map(({ tagName }) => tagName);
const stepsShow = (page: Element) => {
  const { selected, isLoading } = inside<HTMLElement & { selected: string | null; isLoading: boolean }>(
    page,
    "c-mcc-steps"
  );
  return { selected, isLoading };
};
const hasSymptom = (page: Element): boolean => allInside(inside(page, "c-mcc-verdict"), "c-mcc-symptom").length > 0;

describe("the tab, while its details", () => {
  beforeEach(() => {
    jest.mocked(mayWrite).mockResolvedValue({ confirm: false, undo: false, savePeople: false, saveRun: false });
    jest.mocked(runQueries).mockImplementation(({ requests }) =>
      Promise.resolve(
        answersOf(
          FAULTY,
          requests.map(({ name }) => ({ name, binds: {} }))
        )
      )
    );
  });
  afterEach(clear);

  it("are not there, shows the verdict and the plan; says that they can't be loaded, and tries again", async () => {
    let fail: (error: Error) => void = () => undefined;
    mockLoadScript.mockReturnValueOnce(
      new Promise((_resolve, reject) => {
        fail = reject;
      })
    );
    const page = await opened();
    expect(parts(page)).toEqual(["C-MCC-VERDICT", "C-MCC-STEPS"]);
    expect(allInside(inside(page, "c-mcc-verdict"), "c-mcc-plan")).toHaveLength(1);
    expect(hasSymptom(page)).toBe(false);
    expect(stepsShow(page)).toEqual({ selected: null, isLoading: true });

    fail(new Error("offline"));
    await rest();
    expect(inside(page, "[data-id=details-failed]").textContent).toMatch(/couldn.t be loaded.*offline/);
    expect(inside(page, "[role=status]").textContent).toMatch(/offline/);
    expect(stepsShow(page)).toEqual({ selected: null, isLoading: false });
    await expect(page).toBeAccessible();

    mockLoadScript.mockResolvedValueOnce();
    inside(page, "[data-id=load-details]").click();
    await rest();
    expect(parts(page)).toEqual(["C-MCC-VERDICT", "C-MCC-WHAT-BROKE", "C-MCC-STEPS", "C-MCC-HISTORY"]);
    expect(hasSymptom(page)).toBe(true);
    expect(stepsShow(page)).toEqual({ selected: "people", isLoading: false });
  });
});

import type { LightningElement } from "lwc";
import type * as Module from "../mccOnDemand";

const component = {} as LightningElement;
const mockLoadScript = jest.fn<Promise<void>, [unknown, string]>();
jest.mock("lightning/platformResourceLoader", () => ({
  loadScript: (...given: [unknown, string]) => mockLoadScript(...given)
}));

const scriptsSet = (global: object | undefined) => () => {
  Object.assign(window, { mccHealthOnDemand: global, mccHealthDetails: { english: {} } });
  return Promise.resolve();
};

/** The module as a page finds it that was just opened. */
async function opened(): Promise<typeof Module> {
  jest.resetModules();
  mockLoadScript.mockReset();
  Object.assign(window, { mccHealthOnDemand: undefined, mccHealthDetails: undefined });
  return import("../mccOnDemand");
}

it("loads each script once, whoever asks", async () => {
  const { onDemand } = await opened();
  const writers = { caseText: () => "" };
  mockLoadScript.mockImplementation(scriptsSet(writers));
  expect(await Promise.all([onDemand(component), onDemand(component)])).toEqual([writers, writers]);
  expect(await onDemand(component)).toBe(writers);
  expect(mockLoadScript.mock.calls.map(([, url]) => url)).toEqual([
    expect.stringContaining("MCC_Health_On_Demand"),
    expect.stringContaining("MCC_Health_Details")
  ]);
});

it("has the English of the details once they are there", async () => {
  const { loadDetails } = await opened();
  const { label } = await import("c/mccLabels");
  mockLoadScript.mockImplementation(() => {
    Object.assign(window, { mccHealthDetails: { english: { "ui.plan": "", "later.name": "Brought later" } } });
    return Promise.resolve();
  });
  const before = label("ui.plan");
  await loadDetails(component);
  expect([label("ui.plan"), label("later.name")]).toEqual([before, "Brought later"]);
});

it("tries again after a failure", async () => {
  const { onDemand } = await opened();
  mockLoadScript.mockRejectedValueOnce(new Error("offline"));
  await expect(onDemand(component)).rejects.toThrow("offline");
  mockLoadScript.mockImplementation(scriptsSet({}));
  await expect(onDemand(component)).resolves.toEqual({});
});

it("says so when the script sets nothing", async () => {
  const { onDemand } = await opened();
  mockLoadScript.mockImplementation(scriptsSet(undefined));
  await expect(onDemand(component)).rejects.toThrow("MCC_Health_On_Demand");
});

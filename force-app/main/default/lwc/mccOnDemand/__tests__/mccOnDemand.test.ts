import type { LightningElement } from "lwc";
import type * as Module from "../mccOnDemand";

const component = {} as LightningElement;
const mockLoadScript = jest.fn<Promise<void>, [unknown, string]>();
jest.mock("lightning/platformResourceLoader", () => ({
  loadScript: (...given: [unknown, string]) => mockLoadScript(...given)
}));

const scriptSets = (global: object | undefined) => () => {
  Object.assign(window, { mccHealthOnDemand: global });
  return Promise.resolve();
};

/** The module as a page finds it that was just opened. */
async function opened(): Promise<typeof Module> {
  jest.resetModules();
  mockLoadScript.mockReset();
  Object.assign(window, { mccHealthOnDemand: undefined });
  return import("../mccOnDemand");
}

it("loads the script once, whoever asks", async () => {
  const { onDemand } = await opened();
  const writers = { caseText: () => "" };
  mockLoadScript.mockImplementation(scriptSets(writers));
  expect(await Promise.all([onDemand(component), onDemand(component)])).toEqual([writers, writers]);
  expect(await onDemand(component)).toBe(writers);
  expect(mockLoadScript).toHaveBeenCalledTimes(1);
});

it("tries again after a failure", async () => {
  const { onDemand } = await opened();
  mockLoadScript.mockRejectedValueOnce(new Error("offline"));
  await expect(onDemand(component)).rejects.toThrow("offline");
  mockLoadScript.mockImplementation(scriptSets({}));
  await expect(onDemand(component)).resolves.toEqual({});
});

it("says so when the script sets nothing", async () => {
  const { onDemand } = await opened();
  mockLoadScript.mockImplementation(scriptSets(undefined));
  await expect(onDemand(component)).rejects.toThrow("MCC_Health_On_Demand");
});

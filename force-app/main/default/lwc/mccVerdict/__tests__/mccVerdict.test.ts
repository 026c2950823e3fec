import { createElement } from "lwc";
import MccVerdict from "c/mccVerdict";
import type { View } from "c/mccSession";
import {
  allInside,
  clear,
  heard,
  inDays,
  inside,
  NOW,
  impactedUser,
  settled,
  shown,
  systemUser,
  textOf,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (changes: Changes = {}, parts: Partial<View> = {}, properties: object = {}) =>
  shown(createElement("c-mcc-verdict", { is: MccVerdict }), { view: viewOf(changes, parts), ...properties });
const heading = (element: Element) => inside(element, "h1").textContent;
const isGreen = (element: Element) => inside(element, ".verdict").classList.contains("healthy");

const EVERYTHING_CONFIRMED = (
  [
    "ip-relaxation",
    "refresh-token-policy",
    "api-user-flag",
    "api-user-roles",
    "api-user-business-units",
    "api-user-integrated",
    "scope-by-user",
    "marketing-cloud-tab"
  ] as const
).map((check) => {
  const { basis } = viewOf().report.findings.find((finding) => finding.check === check) ?? {};
  return { check, subjectId: null, holds: true, note: "", by: "Vera Lind", at: inDays(-1), basis: basis ?? {} };
});

describe("the verdict", () => {
  afterEach(() => {
    clear();
    jest.useRealTimers();
  });

  it.each([
    ["blocked", "a blocker", { rows: { "app-grants": [] } }, "can't work", "app-permission-set"],
    [
      "problems",
      "a problem",
      { rows: { users: [systemUser({ UserPermissionsMarketingUser: false }), impactedUser()] } },
      "has problems",
      "marketing-user"
    ],
    ["open confirmations", "nothing wrong but things to look at", {}, "only you can see", "ip-relaxation"],
    [
      "unknown",
      "something that could not be read",
      { faults: { "app-policies": "no-field" } },
      "could not be checked",
      "permitted-users"
    ]
  ] satisfies [string, string, Changes, string, string][])(
    "%s: with %s says so in one sentence and names what comes first",
    async (_name, _why, changes, words, first) => {
      const element = mount(changes);
      expect(heading(element)).toContain(words);
      expect(isGreen(element)).toBe(false);
      const asked = heard(element, "showfinding");
      inside(element, "[data-id=first] lightning-button").click();
      expect(asked).toEqual([expect.stringContaining(first)]);
      await expect(element).toBeAccessible();
    }
  );

  it("is green only when everything holds, and then nothing comes first", async () => {
    const element = mount({ confirmations: EVERYTHING_CONFIRMED });
    expect(heading(element)).toBe("Marketing Cloud Connect is set up as Salesforce asks");
    expect(isGreen(element)).toBe(true);
    expect(element.shadowRoot?.querySelector("[data-id=first]")).toBeNull();
    await expect(element).toBeAccessible();
  });

  it.each([
    ["the first run", { lastCompleteReport: null, checkedAt: null }],
    ["a run of everything, after a healthy one", {}]
  ])("during %s says that it is checking, and is not green", (_when, parts) => {
    const element = mount({ confirmations: EVERYTHING_CONFIRMED }, { running: "all", ...parts });
    expect(heading(element)).toBe("Checking Marketing Cloud Connect…");
    expect(isGreen(element)).toBe(false);
  });

  it("leaves out counts of nothing", () => {
    const counts = inside(mount(), "[data-id=counts]").textContent;
    expect(counts).toMatch(/\d+ to confirm · .*\d+ passed/);
    expect(counts).not.toMatch(/\b0\b|blocker/);
  });

  it("says why nothing could be read, and what to ask for", async () => {
    const element = mount({}, { refusal: "You may not." });
    expect(heading(element)).toBe("Nothing could be read from this org. You may not.");
    expect(textOf(element)).toContain("permission set MCC Health");
    expect(isGreen(element)).toBe(false);
    await expect(element).toBeAccessible();
  });

  it("says to check again, and asks for no permission, where an answer never came", () => {
    const element = mount(
      { faults: { organization: "timeout", "package-license": "timeout" } },
      { refusal: "No answer." }
    );
    expect(textOf(element)).toContain("check again in a minute");
    expect(textOf(element)).not.toContain("permission set MCC Health");
  });

  it.each([
    [0, "checked just now"],
    [20_000, "checked 20 s ago"],
    [180_000, "checked 3 min ago"]
  ])("after %s ms says: %s", async (passed, words) => {
    jest.useFakeTimers({ now: NOW });
    const element = mount();
    jest.advanceTimersByTime(passed);
    await settled();
    expect(inside(element, "[data-id=facts]").textContent).toBe(`Northern Trail · Production · ${words}`);
  });

  it("says the time of day after an hour", async () => {
    jest.useFakeTimers({ now: NOW });
    const element = mount();
    jest.advanceTimersByTime(3_600_000);
    await settled();
    expect(inside(element, "[data-id=facts]").textContent).toMatch(/checked at \d+:\d\d/);
  });

  it("stops its clock when it is taken away", () => {
    jest.useFakeTimers({ now: NOW });
    mount();
    clear();
    expect(jest.getTimerCount()).toBe(0);
  });

  it("says when the org itself could not be read", () => {
    expect(textOf(mount({ faults: { organization: "server" } }))).toContain("Org could not be read");
  });

  it.each([["checkall", "lightning-button", "click"]])("asks for %s", (name, selector, event) => {
    const element = mount();
    const asked = heard(element, name);
    inside(element, selector).dispatchEvent(new CustomEvent(event));
    expect(asked).toHaveLength(1);
  });

  it("exports the report without names, until the person asks for names", async () => {
    const element = mount();
    const asked = heard(element, "exportreport");
    const choose = async (value: string): Promise<void> => {
      inside(element, "lightning-button-menu").dispatchEvent(new CustomEvent("select", { detail: { value } }));
      await settled();
    };
    const mask = () => allInside<HTMLElement & { checked: boolean }>(element, "lightning-menu-item").at(-1)?.checked;
    expect(mask()).toBe(true);
    await choose("markdown");
    await choose("mask");
    expect(mask()).toBe(false);
    await choose("html");
    expect(asked).toEqual([
      { format: "markdown", masked: true },
      { format: "html", masked: false }
    ]);
  });
});

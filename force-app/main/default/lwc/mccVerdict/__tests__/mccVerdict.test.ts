import { createElement } from "lwc";
import MccVerdict from "c/mccVerdict";
import { findingKey } from "c/mccChecklist";
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
    ["open confirmations", "nothing wrong but things to review", {}, "need your confirmation", "ip-relaxation"],
    [
      "unknown",
      "something that could not be read",
      { faults: { "app-policies": "no-field" } },
      "couldn't be completed",
      "permitted-users"
    ]
  ] satisfies [string, string, Changes, string, string][])(
    "%s: with %s says so in one sentence and names what comes first",
    async (_name, _why, changes, words, first) => {
      const element = mount(changes);
      expect(heading(element)).toContain(words);
      expect(isGreen(element)).toBe(false);
      const asked = heard(element, "showfinding");
      inside(inside(element, "c-mcc-plan"), "[data-id=show]").click();
      expect(asked).toEqual([expect.stringContaining(first)]);
      await expect(element).toBeAccessible();
    }
  );

  it("is green only when everything holds, and then nothing comes first", async () => {
    const element = mount({ confirmations: EVERYTHING_CONFIRMED });
    expect(heading(element)).toBe("Marketing Cloud Connect is set up as Salesforce recommends");
    expect(isGreen(element)).toBe(true);
    expect(allInside(inside(element, "c-mcc-plan"), "li")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["the first run", { running: "all", lastCompleteReport: null, checkedAt: null }],
    ["a check of other people than before", { running: "people" }]
  ] as const)("during %s says that it is checking, and is not green", (_when, parts) => {
    const element = mount({ confirmations: EVERYTHING_CONFIRMED }, parts);
    expect(heading(element)).toBe("Checking Marketing Cloud Connect…");
    expect(isGreen(element)).toBe(false);
  });

  it("stays while the same is checked again, says so, and is not green meanwhile", () => {
    const { report } = viewOf();
    const asking = { running: "all", report: { ...report, org: null } } as const;
    const element = mount({ confirmations: EVERYTHING_CONFIRMED }, asking);
    expect(heading(element)).toBe("Marketing Cloud Connect is set up as Salesforce recommends");
    expect(isGreen(element)).toBe(false);
    expect(inside(element, "[data-id=facts]").textContent).toBe("Northern Trail · Production · checking again…");
  });

  it("stays where the last check brought no answer, says so with the time, and is not green", async () => {
    const miss = { at: NOW, message: "The connection was lost." };
    const element = mount({ confirmations: EVERYTHING_CONFIRMED }, { miss });
    expect(heading(element)).toBe("Marketing Cloud Connect is set up as Salesforce recommends");
    expect(inside(element, "[data-id=miss]").textContent).toMatch(/^Couldn't be checked again at .* was lost\.$/);
    expect(isGreen(element)).toBe(false);
    await expect(element).toBeAccessible();
  });

  it("counts what is done, and leads to it", async () => {
    const done = viewOf().report.findings.slice(0, 2);
    const element = mount({}, { progress: { total: 9, done } });
    expect(inside(element, "[data-id=progress] summary").textContent).toBe("2 of 9 done");
    const asked = heard(element, "showfinding");
    allInside(element, "[data-id=progress] button")[1]?.click();
    expect(asked).toEqual(done.slice(1).map(findingKey));
    await expect(element).toBeAccessible();
  });

  it("counts nothing that is done while the details, which have its words, are not there", () => {
    const done = viewOf().report.findings.slice(0, 2);
    const element = mount({}, { progress: { total: 9, done } }, { isIncomplete: true });
    expect(allInside(element, "[data-id=progress]")).toEqual([]);
  });

  it("tells apart that the tab worked when somebody looked, and that something can stop it", () => {
    const blocked = { rows: { "app-grants": [] } };
    const basis = viewOf(blocked).report.findings.find(({ check }) => check === "marketing-cloud-tab")?.basis ?? {};
    const answer = { check: "marketing-cloud-tab", subjectId: null, holds: true, note: "", by: "Vera Lind", basis };
    const confirmations = [{ ...answer, at: inDays(-1) }];
    expect(textOf(mount({ ...blocked, confirmations }))).toContain("can still stop it");
    expect(textOf(mount({ confirmations }))).not.toContain("can still stop it");
  });

  it("leaves out counts of nothing", () => {
    const counts = inside(mount(), "[data-id=counts]").textContent;
    expect(counts).toMatch(/\d+ to confirm · .*\d+ OK/);
    expect(counts).not.toMatch(/\b0\b|blocker/);
  });

  it("says why nothing could be read, and what to ask for", async () => {
    const element = mount({}, { refusal: "You may not." });
    expect(heading(element)).toBe("Nothing could be read from this org. You may not.");
    expect(textOf(element)).toContain("permission set “MCC Health”");
    expect(isGreen(element)).toBe(false);
    await expect(element).toBeAccessible();
  });

  it("asks for no permission where the connection was lost", () => {
    const element = mount({}, { refusal: "The connection to Salesforce was lost.", wasLost: true });
    expect(textOf(element)).toContain("Check your connection");
    expect(textOf(element)).not.toContain("permission set “MCC Health”");
  });

  it("says to check again, and asks for no permission, where an answer never came", () => {
    const element = mount(
      { faults: { organization: "timeout", "package-license": "timeout" } },
      { refusal: "No answer." }
    );
    expect(textOf(element)).toContain("Check again in a minute");
    expect(textOf(element)).not.toContain("permission set “MCC Health”");
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
    expect(textOf(mount({ faults: { organization: "server" } }))).toContain("Org couldn't be read");
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
    const mask = () => inside<HTMLElement & { checked: boolean }>(element, "[data-id=mask]").checked;
    expect(mask()).toBe(true);
    await choose("text");
    const changed = new CustomEvent("change", { detail: { checked: false } });
    inside(element, "[data-id=mask]").dispatchEvent(changed);
    await settled();
    expect(mask()).toBe(false);
    await choose("html");
    expect(asked).toEqual([
      { format: "text", masked: true },
      { format: "html", masked: false }
    ]);
  });
});

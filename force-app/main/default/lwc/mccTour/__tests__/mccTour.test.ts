import { createElement } from "lwc";
import MccTour from "c/mccTour";
import { findingKey, wordingOf, type Finding } from "c/mccChecklist";
import { translator } from "c/mccLabels";
import { givenConfirmation } from "../../../../../../checklist/testing/given-confirmation.ts";
import {
  allInside,
  clear,
  CONFIRMING,
  heard,
  inside,
  shown,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const QUESTIONS = [
  "api-user-flag",
  "api-user-roles",
  "api-user-business-units",
  "scope-by-user",
  "api-user-integrated"
];
const found = (changes: Changes = {}): Finding[] =>
  viewOf(changes).report.findings.filter(({ check }) => QUESTIONS.includes(check));
const mount = (findings: readonly Finding[]) =>
  shown(createElement("c-mcc-tour", { is: MccTour }), { findings, confirming: CONFIRMING });
const answered = (check: string, answer: string, holds: boolean): Changes => ({
  confirmations: [givenConfirmation(check, { answer, holds })]
});
const stopOf = (element: Element, check: string) => inside(element, `[data-check=${check}]`);

describe("the tour of Marketing Cloud", () => {
  afterEach(clear);

  it("moves the focus to the very question that somebody looks for, and says where it has none", () => {
    const element = mount(found());
    expect(element.focusQuestion("scope-by-user")).toBe(true);
    expect(element.shadowRoot?.activeElement).toBe(stopOf(element, "scope-by-user").querySelector("h5"));
    expect(element.focusQuestion("user-active/005")).toBe(false);
  });

  it("goes from page to page once, and has each question's own steps and answers together", async () => {
    const findings = found();
    const element = mount(findings);
    const pages = allInside(element, "[data-id=place]").map((place) => [
      place
        .querySelector("h4")
        ?.textContent.replace(/\. \(.*/, "")
        .replace(/^.* > /, "")
        .replace(/\.$/, ""),
      [...place.querySelectorAll<HTMLElement>("[data-check]")].map(({ dataset }) => dataset["check"])
    ]);
    expect(pages).toEqual([
      ["Users", ["api-user-flag", "api-user-business-units", "api-user-integrated"]],
      ["Roles", ["api-user-roles"]],
      ["Salesforce Integration", ["scope-by-user"]]
    ]);
    for (const finding of findings) {
      const stop = stopOf(element, finding.check);
      const { title, fix } = wordingOf(finding, translator());
      expect(stop.querySelector("h5")?.textContent).toBe(title);
      for (const [at, step] of fix.steps.entries())
        if (!finding.fix.steps[at]?.startsWith("open")) expect(stop.textContent).toContain(step);
      expect(stop.querySelectorAll("c-mcc-confirmation")).toHaveLength(1);
    }
    expect(allInside(element, "c-mcc-link")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("warns of what a change does only where something is to be changed", () => {
    const risks = (element: Element) => stopOf(element, "scope-by-user").querySelectorAll("[data-id=risk]").length;
    expect(risks(mount(found()))).toBe(0);
    expect(risks(mount(found(answered("scope-by-user", "should-be-off", false))))).toBe(1);
  });

  it("says how to fix what is not as it should be, on the page where that is done", () => {
    const element = mount(found(answered("api-user-roles", "neither", false)));
    const stop = stopOf(element, "api-user-roles");
    expect(stop.textContent).toContain("Manage Roles");
    expect(stop.closest("[data-id=place]")?.querySelector("h4")?.textContent).toMatch(/> Users\.$/);
  });

  it("has only the answer of what is settled", () => {
    const element = mount(found(answered("api-user-flag", "selected", true)));
    const stop = stopOf(element, "api-user-flag");
    expect(stop.querySelectorAll("dt")).toHaveLength(0);
    expect(stop.querySelectorAll("c-mcc-confirmation")).toHaveLength(1);
  });

  it("tells when somebody leaves for Marketing Cloud, and hands on answers, once", () => {
    const findings = found();
    const element = mount(findings);
    const left = heard(element, "leavefor");
    inside(element, "c-mcc-link").dispatchEvent(new CustomEvent("leave"));
    expect(left).toEqual([{ step: "marketing-cloud", findings: findings.map(findingKey) }]);
    const given = heard(element, "confirmfinding");
    inside(element, "c-mcc-confirmation").dispatchEvent(
      new CustomEvent("confirmfinding", { detail: "detail", bubbles: true })
    );
    expect(given).toEqual(["detail"]);
  });
});

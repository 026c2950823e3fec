import { createElement } from "lwc";
import MccVisit from "c/mccVisit";
import { findingKey, visitsOf, wordingOf, type Finding } from "c/mccChecklist";
import { givenConfirmation } from "../../../../../../checklist/testing/given-confirmation.ts";
import { translator } from "c/mccLabels";
import {
  allInside,
  APP,
  assignment,
  clear,
  CONFIRMING,
  heard,
  inside,
  IMPACTED_USER,
  impactedUser,
  inDays,
  NOW,
  settled,
  shown,
  systemUser,
  textOf,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const isOpen = ({ state }: Finding): boolean => !["pass", "confirmed", "not-applicable"].includes(state);
/** The findings of the visit that has this check in it. */
function visitWith(check: string, changes: Changes): readonly Finding[] {
  const found = visitsOf(viewOf(changes).report.findings.filter(isOpen)).find(({ findings }) =>
    findings.some((finding) => finding.check === check)
  );
  return found?.findings ?? [];
}
const mount = (findings: readonly Finding[], properties: object = {}) =>
  shown(createElement("c-mcc-visit", { is: MccVisit }), { findings, confirming: CONFIRMING, ...properties });
const SELF_AUTHORIZED: Changes = {
  rows: {
    "app-policies": [{ Id: APP, OptionsAllowAdminApprovedUsersOnly: false, OptionsRefreshTokenValidityMetric: false }]
  }
};
const NO_ACCESS: Changes = { rows: { "permission-set-assignments": [] } };
const NOT_SET = { answer: "not-selected", holds: false };
const steps = (element: Element) => allInside(element, "ol li").map(({ textContent }) => textContent);

describe("one visit to Setup", () => {
  afterEach(clear);

  it("to an app is one card with its settings, one link, and one save", async () => {
    const findings = visitWith("permitted-users", SELF_AUTHORIZED);
    expect(findings.length).toBeGreaterThan(1);
    const element = mount(findings);
    expect(allInside(element, "[data-id=fields] tbody tr")).toHaveLength(findings.length);
    expect(inside(element, "h3").textContent).toBe(
      `Salesforce Marketing Cloud: ${findings.length} settings on one page`
    );
    expect(steps(element).filter((text) => /Save\.$/.test(text))).toHaveLength(1);
    expect(allInside(element, "[data-id=source]")).toHaveLength(1);
    expect(allInside(element, "[data-id=way] c-mcc-link")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("on which people need different things says of each what to do, and for whom", async () => {
    const rows = { "permission-set-assignments": [assignment(IMPACTED_USER, { ExpirationDate: inDays(9) })] };
    const findings = visitWith("app-access", { rows });
    expect(findings.map(({ state }) => state)).toEqual(["fail", "warn"]);
    const element = mount(findings);
    expect(allInside(element, "[data-id=of]").map(({ textContent }) => textContent)).toEqual(
      findings.map(({ subject }) => subject?.name)
    );
    const ways = allInside(element, "[data-id=way]").map(({ textContent }) => textContent);
    for (const [at, finding] of findings.entries()) {
      expect(ways[at]).toContain(finding.subject?.name);
      for (const step of wordingOf(finding, translator()).fix.steps) expect(ways[at]).toContain(step);
    }
    expect(allInside(element, "[data-id=way] c-mcc-link")).toHaveLength(1);
    await expect(element).toBeAccessible();
  });

  it("on which people need the same says it once, for nobody by name", () => {
    const element = mount(visitWith("app-access", NO_ACCESS));
    expect(allInside(element, "[data-id=way]")).toHaveLength(1);
    expect(allInside(element, "[data-id=way] strong")).toHaveLength(0);
  });

  it("with many people who need different things names ten of each, and counts the others", () => {
    const [first] = visitWith("app-access", NO_ACCESS);
    const many = Array.from({ length: 12 }, (_each, at): Finding => {
      const id = `00500000000${String(1000 + at)}AAA`;
      return { ...(first as Finding), subject: { ...first?.subject, id, name: `Person ${String(at)}` } as never };
    });
    const other: Finding = { ...(first as Finding), case: "ends", state: "warn" };
    expect(inside(mount([...many, other]), "[data-id=of]").textContent).toMatch(/Person 9 and 2 more$/);
  });

  it("to Marketing Cloud is a tour in place of a table, with no check of what only an answer settles", () => {
    const element = mount(visitWith("api-user-flag", { confirmations: [givenConfirmation("api-user-flag", NOT_SET)] }));
    expect(allInside(element, "c-mcc-tour")).toHaveLength(1);
    expect(allInside(element, "table, [data-id=way]")).toHaveLength(0);
    expect(allInside(inside(element, "c-mcc-actions"), "[data-id=check]")).toHaveLength(0);
  });

  it("asks for each answer that only a person can give, and checks all of it again", () => {
    const findings = visitWith("permitted-users", SELF_AUTHORIZED);
    const element = mount(findings);
    const asks = findings.filter(({ basis }) => basis !== null);
    expect(allInside(element, "c-mcc-confirmation")).toHaveLength(asks.length);
    const asked = heard(element, "checkstep");
    inside(inside(element, "c-mcc-actions"), "[data-id=check]").click();
    expect(asked).toEqual([{ step: "connected-app", findings: findings.map(findingKey) }]);
    const left = heard(element, "leavefor");
    inside(element, "c-mcc-link").dispatchEvent(new CustomEvent("leave"));
    expect(left).toEqual(asked);
  });

  it("for several people is one card with their names, and usernames to copy", async () => {
    const findings = visitWith("app-access", NO_ACCESS);
    const element = mount(findings);
    expect(inside(element, "h3").textContent).toMatch(/^.+ doesn.t have access to the app \(and 1 other\)$/);
    expect(allInside(element, "[data-id=people] bdi")).toHaveLength(2);
    const writeText = jest.fn(() => Promise.resolve());
    Object.assign(navigator, { clipboard: { writeText } });
    const said = heard(element, "announce");
    inside(element, "[data-id=copy]").click();
    await settled();
    expect(writeText).toHaveBeenCalledWith(findings.map(({ subject }) => subject?.username).join("\n"));
    expect(said).toEqual(["2 usernames are copied."]);
    await expect(element).toBeAccessible();
  });

  it("to one person names them, with all that is to be changed", () => {
    const user = impactedUser({ IsActive: false, UserPermissionsMarketingUser: false });
    const findings = visitWith("marketing-user", { rows: { users: [systemUser(), user] } });
    expect(findings.map(({ subject }) => subject?.id)).toEqual([IMPACTED_USER, IMPACTED_USER]);
    expect(inside(mount(findings), "h3").textContent).toBe("Ada Fields: 2 settings on one page");
  });

  it("says what it waits for, as of when it stands, and what came of checking again", () => {
    const findings = visitWith("permitted-users", SELF_AUTHORIZED);
    const recheck = { step: "connected-app", findings: [], at: NOW, outcome: "same", text: "Still the same." } as const;
    const element = mount(findings, { recheck, waits: "After 1.", asOf: new Map([["permitted-users", NOW]]) });
    expect(inside(element, "[data-id=answer]").textContent).toBe("Still the same.");
    expect(inside(element, "[data-id=waits]").textContent).toBe("After 1.");
    expect(textOf(element)).toContain("Not checked again");
  });
});

import { createElement } from "lwc";
import MccFinding from "c/mccFinding";
import {
  allInside,
  APP,
  clear,
  CONFIRMING,
  findingOf,
  heard,
  inDays,
  inside,
  NOW,
  settled,
  shown,
  SYSTEM_USER,
  systemUser,
  textOf,
  unchosenView,
  viewOf
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const mount = (finding: object, properties: object = {}) =>
  shown(createElement("c-mcc-finding", { is: MccFinding }), { finding, confirming: CONFIRMING, ...properties });
const selfAuthorized = {
  rows: {
    "app-policies": [{ Id: APP, OptionsAllowAdminApprovedUsersOnly: false, OptionsRefreshTokenValidityMetric: false }]
  }
};
const broken = findingOf("permitted-users", selfAuthorized);
const terms = (element: Element) => allInside(element, "dt").map(({ textContent }) => textContent);
const links = (element: Element) => allInside<HTMLElement & { address: string; label: string }>(element, "c-mcc-link");
/** The choice of the app: each value with its words. */
const appsIn = (element: Element) =>
  allInside<HTMLInputElement>(element, "[type=radio]").map(({ value, labels }) => [value, labels?.[0]?.textContent]);
const has = (element: Element, selector: string) => allInside(element, selector).length > 0;

describe("a finding", () => {
  afterEach(clear);

  it("that is broken is open: the condition, the setting's name, and all that leads to the fix", async () => {
    const element = mount(broken);
    expect(inside(element, "h3").textContent).toBe("Any user can authorize this app on their own");
    expect(inside(element, ".label").textContent).toBe("Permitted Users");
    expect(terms(element)).toEqual(["Is", "Should be", "Why", "Before you start", "Fix", "Source"]);
    expect(allInside(element, "li")).toHaveLength(4);
    expect(inside(element, "c-mcc-actions")).toMatchObject({
      checkLabel: "I've fixed it: check again",
      about: "Any user can authorize this app on their own"
    });
    await expect(element).toBeAccessible();
  });

  it("stands its link with the step that opens the page, and tells that the person left for it", () => {
    const element = mount(broken);
    const [link] = links(element);
    expect(link).toMatchObject({
      address: "/lightning/setup/ConnectedApplication/page?address=%2F0H4000000000001AAA",
      label: "Open the app in Manage Connected Apps"
    });
    expect(link?.closest("li")).toBe(inside(element, "li"));
    const left = heard(element, "leavefor");
    link?.dispatchEvent(new CustomEvent("leave"));
    expect(left).toEqual([{ step: "connected-app", findings: ["permitted-users"] }]);
  });

  it("asks to check its step again", () => {
    const element = mount(broken);
    const asked = heard(element, "checkstep");
    inside(inside(element, "c-mcc-actions"), "[data-id=check]").click();
    expect(asked).toEqual([{ step: "connected-app", findings: ["permitted-users"] }]);
  });

  it("that holds is one folded line, and unfolds to what is and what should be", async () => {
    const element = mount(findingOf("permitted-users"), { folded: true });
    expect(inside<HTMLDetailsElement>(element, "details").open).toBe(false);
    expect(inside(element, "summary").textContent).toContain("Only users approved by an admin can use the app");
    expect(terms(element)).toEqual([]);
    const details = inside<HTMLDetailsElement>(element, "details");
    details.open = true;
    details.dispatchEvent(new CustomEvent("toggle"));
    await settled();
    expect(terms(element)).toEqual(["Is", "Should be", "How to check"]);
    expect(inside(element, "c-mcc-actions")).toMatchObject({ checkLabel: "" });
    await expect(element).toBeAccessible();
  });

  it("that could not be read says whom to ask, and warns of nothing it does not lead to", async () => {
    const element = mount(findingOf("permitted-users", { faults: { "app-policies": "no-field" } }));
    expect(textOf(element)).toContain("Ask an admin for");
    expect(terms(element)).not.toContain("Before you start");
    expect(inside(element, "c-mcc-actions")).toMatchObject({ checkLabel: "Check this step again" });
    await expect(element).toBeAccessible();
  });

  it("that stands for others names all that was not checked, and no setting of its own", async () => {
    const faults = { users: "server" } as const;
    const element = mount(findingOf("user-active", { faults }), { alike: [findingOf("user-license", { faults })] });
    expect(terms(element)).toEqual(["Is", "Not checked", "Why", "Fix"]);
    expect(allInside(element, "[data-id=unchecked] p")).toHaveLength(2);
    expect(has(element, ".label")).toBe(false);
    await expect(element).toBeAccessible();
  });

  it("that could not be judged of one person names them", () => {
    const element = mount(findingOf("user-active", { faults: { users: "server" } }));
    expect(inside(element, "[data-id=unchecked]").textContent).toMatch(/^Active, ./);
  });

  it("that a person must look at says how to check, and asks for their word instead of checking again", async () => {
    const element = mount(findingOf("api-user-flag"));
    expect(terms(element)).toContain("How to check");
    expect(has(element, "c-mcc-confirmation")).toBe(true);
    expect(inside(element, "c-mcc-actions")).toMatchObject({ checkLabel: "" });
    await expect(element).toBeAccessible();
  });

  it("hands on what a person answers", () => {
    const element = mount(findingOf("api-user-flag"));
    const answers = heard(element, "confirmfinding");
    inside(inside(element, "c-mcc-confirmation"), "[data-answer=not-selected]").click();
    expect(answers).toEqual([{ finding: "api-user-flag", answer: "not-selected", note: "" }]);
  });

  it("whose confirmation lapsed says why", () => {
    const confirmation = {
      check: "api-user-flag",
      subjectId: null,
      holds: true,
      note: "",
      by: "Vera Lind",
      at: inDays(-200)
    } as const;
    const { basis } = findingOf("api-user-flag");
    const element = mount(findingOf("api-user-flag", { confirmations: [{ ...confirmation, basis: basis ?? {} }] }));
    expect(inside(element, "[data-id=lapsed]").textContent).toContain("180 days");
  });

  it.each([
    ["several of its name, told apart by Id", ["Salesforce Marketing Cloud", "Salesforce Marketing Cloud"], " (A)"],
    ["similar names only", ["Marketing Cloud Account Engagement", "Salesforce Marketing Cloud Mobile"], ""]
  ])("about connected apps of %s lets the person choose", (_what, names, mark) => {
    const rows = names.map((Name, at) => ({ Id: "AB"[at] ?? "", Name, LastModifiedDate: NOW.toISOString() }));
    const { apps } = viewOf({ rows: { "connected-apps": rows } });
    const element = mount(findingOf("app-installed", { rows: { "connected-apps": rows } }), { apps });
    expect(appsIn(element)).toEqual([
      ["A", `${names[0] ?? ""}${mark}`],
      ["B", `${names[1] ?? ""}${mark.replace("A", "B")}`]
    ]);
    const chosen = heard(element, "choosepeople");
    inside(element, "[value=B]").click();
    expect(chosen).toEqual([{ choose: "app", id: "B" }]);
  });

  it("keeps the steps of the fix beside similar apps: the right one may be none of them", () => {
    const rows = [{ Id: "A", Name: "Marketing Cloud Mobile", LastModifiedDate: NOW.toISOString() }];
    const { apps } = viewOf({ rows: { "connected-apps": rows } });
    const element = mount(findingOf("app-installed", { rows: { "connected-apps": rows } }), { apps });
    expect(appsIn(element)).toHaveLength(1);
    expect(has(element, "ol")).toBe(true);
  });

  it("lets a person take back which app they chose", () => {
    const rows = [{ Id: "A", Name: "Marketing Cloud Mobile", LastModifiedDate: NOW.toISOString() }];
    const changes = { rows: { "connected-apps": rows }, selection: { appId: "A" } };
    const { apps } = viewOf(changes);
    const element = mount(findingOf("app-installed", changes), { apps, appId: "A" });
    expect(appsIn(element).map(([value]) => value)).toEqual(["A", ""]);
    expect(inside<HTMLInputElement>(element, "[type=radio]:checked").value).toBe("A");
    const chosen = heard(element, "choosepeople");
    inside(element, "[type=radio][value='']").click();
    expect(chosen).toEqual([{ choose: "app", id: "" }]);
  });

  it("that was fixed a moment ago says so, and needs no more", async () => {
    const recheck = {
      step: "connected-app",
      findings: ["permitted-users"],
      at: NOW,
      outcome: "fixed",
      text: "Fixed. Nothing is left in Connected app."
    } as const;
    const element = mount(findingOf("permitted-users"), { recheck });
    expect(inside(element, "[data-id=answer]").textContent).toBe(recheck.text);
    expect(terms(element)).toEqual([]);
    Object.assign(element, { finding: broken, recheck: { ...recheck, outcome: "same", text: "Still the same." } });
    await settled();
    expect(inside(element, "[data-id=answer]").textContent).toBe("Still the same.");
    expect(terms(element)).toContain("Fix");
    await expect(element).toBeAccessible();
  });

  it("that asks who the system user is tells the best guess and why, and makes it the choice on a click", async () => {
    const { report } = unchosenView();
    const finding = report.findings.find(({ check }) => check === "system-user-chosen");
    const element = mount(finding as object, { candidates: report.people.candidates });
    expect(inside(element, "[data-id=guess]").textContent).toContain("Marketing Cloud Integration");
    expect(has(inside(element, "c-mcc-actions"), "[data-id=check]")).toBe(false);
    const chosen = heard(element, "choosepeople");
    inside(element, "[data-id=use-guess]").click();
    expect(chosen).toEqual([{ choose: "system-user", id: SYSTEM_USER }]);
    await expect(element).toBeAccessible();
  });

  it("that could not be checked again says as of when it stands", () => {
    const element = mount(broken, { asOf: new Map([["permitted-users", NOW]]) });
    expect(inside(element, "[data-id=as-of]").textContent).toMatch(/^Not checked again, as of \d/);
    expect(has(mount(broken, { asOf: new Map([["ip-relaxation", NOW]]) }), "[data-id=as-of]")).toBe(false);
  });

  it("that somebody confirmed tells on its folded line who, and until when that counts", () => {
    const { basis } = findingOf("api-user-flag");
    const confirmation = { check: "api-user-flag", subjectId: null, holds: true, note: "", by: "Vera Lind" };
    const confirmations = [{ ...confirmation, at: inDays(-10), basis: basis ?? {} }];
    const element = mount(findingOf("api-user-flag", { confirmations }), { folded: true });
    expect(inside(element, "[data-id=confirmed-by]").textContent).toMatch(/^Vera Lind, valid until /);
  });

  it("shows names that hold markup as text", () => {
    const users = [systemUser({ Name: "<img src=x onerror=alert(1)>", IsActive: false })];
    const element = mount(findingOf("user-active", { rows: { users } }));
    expect(has(element, "img")).toBe(false);
    expect(inside(element, "h3").textContent).toContain("<img src=x");
  });
});

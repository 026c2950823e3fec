import { createElement } from "lwc";
import MccStep from "c/mccStep";
import { findingKey, STEP_IDS, type Finding, type FixPermission } from "c/mccChecklist";
import {
  adminProfile,
  allInside,
  APP,
  clear,
  fixable,
  heard,
  IMPACTED_USER,
  impactedUser,
  inside,
  NOW,
  SENDER_PROFILE,
  settled,
  shown,
  SYSTEM_USER,
  systemUser,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

interface Shown extends HTMLElement {
  readonly finding: Finding;
  readonly folded: boolean;
}
const mount = (step: string, changes: Changes = {}, properties: object = {}) =>
  shown(createElement("c-mcc-step", { is: MccStep }), { step, view: viewOf(changes), ...properties });
const keys = (element: Element) =>
  allInside<Shown>(element, "c-mcc-finding, c-mcc-visit").map(({ dataset }) => dataset["key"]);
const INACTIVE: Changes = { rows: { users: [systemUser(), impactedUser({ IsActive: false })] } };
const SELF_AUTHORIZED: Changes = {
  rows: {
    "app-policies": [{ Id: APP, OptionsAllowAdminApprovedUsersOnly: false, OptionsRefreshTokenValidityMetric: false }]
  }
};
const KEY = `user-active/${IMPACTED_USER}`;

/** What its cards offer or say of fixing it here, each in the actions of a card. */
const inActions = (element: Element, selector: string): HTMLElement[] =>
  allInside(element, "c-mcc-finding, c-mcc-visit")
    .flatMap((card) => allInside(card, "c-mcc-actions"))
    .flatMap((actions) => allInside(actions, selector));

async function unfold(element: Element): Promise<void> {
  const details = inside<HTMLDetailsElement>(element, "details");
  details.open = true;
  details.dispatchEvent(new CustomEvent("toggle"));
  await settled();
}

describe("a step", () => {
  afterEach(clear);

  it("offers in each card to fix it from here, to those who may, and keeps the card open", async () => {
    const unticked: Changes = {
      rows: {
        users: [
          systemUser({ UserPermissionsMarketingUser: false }),
          impactedUser({ UserPermissionsMarketingUser: false })
        ]
      }
    };
    const element = mount("users", unticked, { view: fixable(unticked) });
    const asked = heard(element, "openfix");
    const [button] = inActions(element, "[data-id=fix]");
    button?.click();
    await settled();
    expect(asked).toEqual([[`marketing-user/${SYSTEM_USER}`, `marketing-user/${IMPACTED_USER}`]]);
    Object.assign(element, { view: viewOf() });
    await settled();
    expect(keys(element)).toContain(`marketing-user/${SYSTEM_USER}`);
    expect(inActions(mount("users", unticked), "[data-id=fix]")).toHaveLength(0);
  });

  const FULL: Changes = {
    rows: {
      users: [systemUser(), impactedUser({ IsActive: false })],
      "license-pools": [
        {
          Id: "100000000000001AAA",
          Name: "Salesforce",
          LicenseDefinitionKey: "SFDC",
          TotalLicenses: 5,
          UsedLicenses: 5
        }
      ]
    }
  };
  const UNTICKED: Changes = {
    rows: { users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false })] }
  };
  it.each([
    [
      "no license is left",
      FULL,
      null,
      ["You can't fix this here. No “Salesforce” license is available: all 5 are in use."],
      0
    ],
    [
      "the person lacks the permission in Setup",
      UNTICKED,
      ["PermissionsAssignPermissionSets"],
      ["You can't fix this here. You don't have the permission for this: “Manage Users”."],
      0
    ],
    ["it is not known what the person may do", UNTICKED, null, [], 1],
    ["the person may", UNTICKED, ["PermissionsManageUsers"], [], 1]
  ] as const)(
    "says where the button would be why it can't be fixed here: %s",
    (_when, changes, held, said, buttons) => {
      const { fixes } = fixable(changes);
      const permissions = held && new Set<FixPermission>(held);
      const element = mount("users", changes, { view: viewOf(changes, { fixes: { ...fixes, permissions } }) });
      expect(inActions(element, "[data-id=withheld]").map(({ textContent }) => textContent)).toEqual(said);
      expect(inActions(element, "[data-id=fix]")).toHaveLength(buttons);
      expect(inActions(mount("users", changes), "[data-id=withheld]")).toHaveLength(0);
    }
  );

  it("shows what is recommended to many people as one card, and keeps it whole where somebody has been at it", async () => {
    const ids = [1, 2, 3].map((number) => `00500000000010${String(number)}AAA`);
    const senders: Changes = {
      selection: { impactedUsers: ids.map((id) => ({ id })) },
      rows: {
        users: [systemUser(), ...ids.map((Id) => impactedUser({ Id, Name: Id, Username: `${Id}@example.com` }))],
        profiles: [adminProfile(), adminProfile({ Id: SENDER_PROFILE, Name: "Sales", PermissionsModifyAllData: false })]
      }
    };
    const element = mount("users", senders);
    const notes = inside<HTMLDetailsElement>(element, "[data-id=notes]");
    notes.open = true;
    notes.dispatchEvent(new CustomEvent("toggle"));
    await settled();
    const inNotes = (): readonly Finding[][] =>
      [...notes.querySelectorAll<HTMLElement & { findings: Finding[] }>("c-mcc-visit")].map(({ findings }) => findings);
    const [first = [], ...others] = inNotes();
    expect(new Set(first.map(({ subject }) => subject?.id))).toEqual(new Set(ids));
    expect(notes.querySelectorAll("c-mcc-finding")).toHaveLength(0);
    expect(notes.querySelector("summary")?.textContent).toBe(
      `${String([first, ...others].flat().length)} recommendations`
    );
    await expect(element).toBeAccessible();
    notes.querySelector("c-mcc-visit")?.dispatchEvent(new CustomEvent("checkstep", { bubbles: true }));
    await settled();
    expect(inNotes()).toEqual(others);
    expect(keys(element)).toContain(findingKey(first[0] as Finding));
  });

  it("names whom it can't be fixed for, where it can be for others of the card", () => {
    const both: Changes = {
      rows: {
        users: [
          systemUser({ UserPermissionsMarketingUser: false }),
          impactedUser({ UserPermissionsMarketingUser: false })
        ]
      }
    };
    const { fixes } = fixable(both);
    const withheld = [
      { finding: `marketing-user/${IMPACTED_USER}`, why: { key: "change.withheld.inactive" } as const }
    ];
    const element = mount("users", both, { view: viewOf(both, { fixes: { ...fixes, withheld } }) });
    expect(inActions(element, "[data-id=withheld]").map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^You can't fix this here for .+\. The user is inactive\. Activate the user first\.$/)
    ]);
    expect(inActions(element, "[data-id=fix]")).toHaveLength(1);
  });

  it("shows what is broken open, and folds away what holds", async () => {
    const element = mount("users", INACTIVE);
    expect(keys(element)).toEqual([KEY]);
    expect(inside(element, "summary").textContent).toMatch(/OK or not applicable$/);
    await unfold(element);
    expect(keys(element).length).toBeGreaterThan(8);
    await expect(element).toBeAccessible();
  });

  it("in which everything holds says that there is nothing to do", () => {
    expect(inside(mount("access"), "[data-id=clear]").textContent).toBe("Nothing to do in this step.");
  });

  it("that is being checked says so, and never that there is nothing to do", () => {
    const checking = { status: "checking", findings: [], isChecking: true } as const;
    const steps = viewOf().steps.map((summary) => ({ ...summary, ...checking }));
    const element = mount("access", {}, { view: viewOf({}, { steps }) });
    expect(inside<HTMLElement & { status: string }>(element, "c-mcc-status").status).toBe("checking");
    expect(allInside(element, "[data-id=clear]")).toHaveLength(0);
  });

  it.each([
    ["people", 1],
    ["access", 0]
  ])("%s shows who is checked: %i", (step, count) => {
    const element = mount(step);
    expect(allInside(element, "c-mcc-people")).toHaveLength(count);
    expect(allInside(element, "c-mcc-matrix")).toHaveLength(count);
  });

  it.each(["announce", "checkstep", "choosepeople", "confirmfinding", "leavefor", "openfix", "undoconfirmation"])(
    "hands on %s of a finding, once",
    (name) => {
      const element = mount("users", INACTIVE);
      const passed = heard(element, name);
      inside(element, "c-mcc-finding").dispatchEvent(new CustomEvent(name, { detail: "detail", bubbles: true }));
      expect(passed).toEqual(["detail"]);
    }
  );

  it("keeps a finding open, in its place, after the person asked to check it again and it holds", async () => {
    const element = mount("users", INACTIVE);
    inside(element, "c-mcc-finding").dispatchEvent(
      new CustomEvent("checkstep", { detail: { step: "users", findings: [KEY] }, bubbles: true })
    );
    element.view = viewOf();
    await settled();
    expect(keys(element)).toEqual([KEY]);
    expect(inside<Shown>(element, "c-mcc-finding").finding.state).toBe("pass");
  });

  it("moves the focus to the finding that is asked for, even when it holds", async () => {
    const focus = jest.spyOn(HTMLElement.prototype, "focus");
    const element = mount("users", {}, { target: { finding: `user-active/${SYSTEM_USER}` } });
    await settled();
    const title = inside(inside(element, "c-mcc-finding"), "h3");
    expect(focus.mock.contexts).toEqual([title]);
    element.view = viewOf();
    await settled();
    expect(focus).toHaveBeenCalledTimes(1);
    focus.mockRestore();
  });

  it("tells once what could not be read, with all that was not checked for it", async () => {
    const element = mount("users", { faults: { users: "server" } });
    const cards = allInside<Shown & { alike: Finding[] }>(element, "c-mcc-finding");
    expect(cards.map(({ finding }) => finding.case)).toEqual(["server"]);
    expect(cards[0]?.alike.length).toBeGreaterThan(5);
    await expect(element).toBeAccessible();
  });

  it("moves the focus to the card that tells the finding asked for with others", async () => {
    const element = mount("users", { faults: { users: "server" } });
    const [card] = allInside<Shown & { alike: Finding[] }>(element, "c-mcc-finding");
    const last = card?.alike.at(-1) as Finding;
    Object.assign(element, { target: { finding: findingKey(last) } });
    await settled();
    expect(element.shadowRoot?.activeElement).toBe(card);
  });

  it("moves the focus to its name when it is asked to, and not by itself", async () => {
    const focus = jest.spyOn(HTMLElement.prototype, "focus");
    const element = mount("users");
    await settled();
    expect(focus).not.toHaveBeenCalled();
    element.target = { finding: null };
    await settled();
    expect(focus.mock.contexts).toEqual([inside(element, "h2")]);
    focus.mockRestore();
  });

  it.each([
    ["the card", INACTIVE, [KEY], 0],
    ["the step, where no card is about it", {}, [], 1]
  ] satisfies [string, Changes, string[], number][])(
    "shows in %s what came of a check, and moves the focus there",
    async (_where, changes, findings, here) => {
      const recheck = { step: "users", findings, at: NOW, outcome: "same", text: "Still the same." } as const;
      const element = mount("users", changes, { view: viewOf(changes, { recheck }) });
      Object.assign(element, { answer: recheck });
      await settled();
      expect(allInside(element, "[data-id=answer]")).toHaveLength(here);
      const { activeElement } = element.shadowRoot as ShadowRoot;
      expect(activeElement).toBe(here ? inside(element, "[data-id=answer]") : inside(element, "c-mcc-finding"));
      await expect(element).toBeAccessible();
    }
  );

  it("leaves the focus where the person has gone on to", async () => {
    const elsewhere = document.body.appendChild(document.createElement("button"));
    const recheck = { step: "users", findings: [KEY], at: NOW, outcome: "same", text: "Still the same." } as const;
    const element = mount("users", INACTIVE, { view: viewOf(INACTIVE, { recheck }) });
    elsewhere.focus();
    Object.assign(element, { answer: recheck });
    await settled();
    expect(document.activeElement).toBe(elsewhere);
  });

  it.each([
    [
      "the next problem, across steps",
      "people",
      { rows: { "permission-set-assignments": [] } },
      "Next problem",
      "access"
    ],
    ["the next problem, round to the first steps", "users", SELF_AUTHORIZED, "Next problem", "connected-app"],
    ["what is next in the plan, without problems", "users", {}, "Next: Connected app", "connected-app"]
  ] satisfies [string, string, Changes, string, string][])("leads on to %s", (_what, step, changes, label, next) => {
    const element = mount(step, changes);
    const asked = heard(element, "openstep");
    const button = inside<HTMLElement & { label: string }>(element, "[data-id=next]");
    expect(button.label).toBe(label);
    button.click();
    expect(asked).toEqual([{ step: next, moveFocus: true }]);
  });

  it("leads back to the step before; the first one does not", () => {
    const element = mount("access");
    const asked = heard(element, "openstep");
    inside(element, "[data-id=previous]").click();
    expect(asked).toEqual([{ step: "people", moveFocus: true }]);
    expect(allInside(mount(STEP_IDS[0]), "[data-id=previous]")).toHaveLength(0);
  });

  it("shows the first 25 of many findings, and the next ones on a click", async () => {
    const people = Array.from({ length: 30 }, (_, index) => `005${1e11 + index}AAA`);
    const element = mount("users", {
      selection: { impactedUsers: people.map((id) => ({ id })) },
      rows: {
        users: [systemUser(), ...people.map((Id) => impactedUser({ Id, IsActive: false }))],
        "user-checkboxes": []
      }
    });
    expect(keys(element)).toHaveLength(25);
    inside(element, "[data-id=more]").click();
    await settled();
    expect(keys(element)).toHaveLength(50);
  });

  it.each([
    ["", "utility:chevronleft", "utility:chevronright"],
    ["rtl", "utility:chevronright", "utility:chevronleft"]
  ])("points on and back in the direction of writing (%s)", (dir, back, on) => {
    document.documentElement.dir = dir;
    const element = mount(STEP_IDS[1]);
    const icon = (id: string) => inside<HTMLElement & { iconName: string }>(element, `[data-id=${id}]`).iconName;
    expect([icon("previous"), icon("next")]).toEqual([back, on]);
    document.documentElement.dir = "";
  });
});

import { createElement } from "lwc";
import { changesSince, savedReport, type SavedChange } from "c/mccChecklist";
import { label } from "c/mccLabels";
import MccHistory from "c/mccHistory";
import type { SavedRun } from "c/mccRecords";
import type { History } from "c/mccSession";
import {
  allInside,
  clear,
  heard,
  IMPACTED_USER,
  impactedUser,
  inside,
  settled,
  shown,
  systemUser,
  textOf,
  viewOf,
  type Changes
} from "../../mccHealth/__tests__/support";

const run = (changes: Partial<SavedRun> = {}): SavedRun => ({
  Id: "a02000000000001AAA",
  CreatedDate: "2026-10-01T08:00:00.000Z",
  CreatedBy: { Name: "Vera Lind" },
  Verdict__c: "blocked",
  Blockers__c: 2,
  Problems__c: 1,
  Passed__c: 14,
  ...changes
});
const NOTHING: History = {
  runs: [],
  previous: null,
  healthy: null,
  causes: [],
  events: [],
  changes: null,
  notSaved: null,
  notDropped: ""
};
const unticked: Changes = {
  rows: { users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false })] }
};
const mount = (history: Partial<History>) =>
  shown(createElement("c-mcc-history", { is: MccHistory }), {
    view: viewOf(unticked, { history: { ...NOTHING, ...history } })
  });
const open = (element: Element): void => {
  const details = inside<HTMLDetailsElement>(element, "[data-id=changes]");
  details.open = true;
  details.dispatchEvent(new CustomEvent("toggle"));
};

const made = (changes: Partial<SavedChange> = {}): SavedChange => ({
  operation: "assign",
  object: "PermissionSetAssignment",
  recordId: "0Pa000000000001AAA",
  personId: IMPACTED_USER,
  permissionSetId: "0PS000000000001AAA",
  appId: null,
  field: null,
  before: false,
  after: true,
  finding: `app-access/${IMPACTED_USER}`,
  check: "app-access",
  advice: false,
  effects: [],
  needs: [],
  values: { user: "Ada Lind", set: "MC <b>Connect</b>" },
  id: "a03000000000001AAA",
  name: "F-000001",
  plan: "plan",
  position: 1,
  status: "done",
  reason: null,
  message: "",
  undoes: null,
  by: "Fia Fixer",
  byId: "005000000000009AAA",
  at: "2026-04-24T12:00:00.000Z",
  ...changes
});

describe("changes", () => {
  afterEach(clear);

  const shownAs = (saved: readonly SavedChange[], may = true) =>
    shown(createElement("c-mcc-history", { is: MccHistory }), {
      view: viewOf({}, { fixes: { may, permissions: null, offered: [], withheld: [], saved } })
    });

  it.each([
    ["another verdict", "healthy", 1],
    ["the same verdict", "problems", 0]
  ] as const)(
    "of which the newest check had %s says whether what was fixed since is missing",
    (_what, verdict, times) => {
      const element = mount({ runs: [run({ Verdict__c: verdict })] });
      expect(allInside(element, "[data-id=newer]")).toHaveLength(times);
    }
  );

  it("are told with who, what and what became of them, though no run is kept", async () => {
    const element = shownAs([made(), made({ id: "2", status: "failed", reason: "refused", message: "<i>rule</i>" })]);
    const text = textOf(element);
    expect(text).toContain("2 changes made or tried here");
    expect(text).toContain("Fia Fixer: Assign the permission set “MC <b>Connect</b>” to Ada Lind.");
    expect(text).toContain("Not done. Salesforce refused. <i>rule</i>");
    await expect(element).toBeAccessible();
  });

  it.each([
    ["made", {}, true, true],
    ["undone", { status: "undone" }, true, false],
    ["not made", { status: "failed" }, true, false],
    ["asked for only", { status: "intended" }, true, false],
    ["an undoing itself", { undoes: "a03000000000002AAA" }, true, false],
    ["made, and the person may change nothing", {}, false, false]
  ] as const)("can be undone or not: %s", (_when, changes, may, expected) => {
    const element = shownAs([made(changes)], may);
    const asked = heard(element, "openundo");
    const buttons = allInside(element, "[data-id=made] c-mcc-button");
    buttons[0]?.click();
    expect(asked).toEqual(expected ? ["a03000000000001AAA"] : []);
  });
});

describe("earlier checks", () => {
  afterEach(clear);

  it("are not there while none is kept", () => {
    expect(textOf(mount({}))).toBe("");
  });

  const healthy = run({
    Id: "a02000000000002AAA",
    CreatedDate: "2026-04-04T12:00:00.000Z",
    Verdict__c: "healthy",
    Blockers__c: 0,
    Problems__c: 0
  });
  const blocked = run({ CreatedDate: "2026-04-24T12:00:00.000Z" });
  const chart = (element: Element) => inside(element, "[data-id=chart]");
  const cardOf = (element: Element) => inside(element, "[data-id=card]").textContent;

  it("stand along the time, oldest first: each as long as it lasted, with its words", async () => {
    const element = mount({ runs: [blocked, healthy] });
    const [first, second] = allInside(element, ".stretch");
    expect([first?.className, second?.className]).toEqual(["stretch healthy", "stretch blocked chosen"]);
    expect(parseFloat(first?.style.inlineSize ?? "")).toBeGreaterThan(60);
    expect(parseFloat(second?.style.inlineSize ?? "")).toBeLessThan(40);
    expect(cardOf(element)).toMatch(
      /^Apr 24, 2026.*, Vera Lind: Marketing Cloud Connect can't work in this org\. 2 blockers · 1 problem · 14 OK$/
    );
    expect(allInside(element, ".entry").map(({ textContent }) => textContent)).toEqual(["Can't work", "OK"]);
    await expect(element).toBeAccessible();
  });

  it("are told once as long as nothing changed: reloads don't fill the chart", () => {
    const again = ["28", "29"].map((at) => run({ Id: at, CreatedDate: `2026-04-${at}T12:00:00.000Z` }));
    const element = mount({ runs: [...again.reverse(), blocked, healthy] });
    expect(allInside(element, ".stretch")).toHaveLength(2);
    expect(cardOf(element)).toMatch(/^Apr 24, 2026.*\. Found 3 times in a row\.$/);
  });

  it.each([
    ["one", [blocked]],
    ["several alike", [run({ Id: "b", CreatedDate: "2026-04-25T12:00:00.000Z" }), blocked]]
  ])("are a sentence where there is %s", (_what, runs) => {
    const element = mount({ runs });
    expect(allInside(element, "[data-id=chart]")).toHaveLength(0);
    expect(inside(element, "[data-id=sentence]").textContent).toMatch(/^The same since Apr 24, 2026: .* can't work/);
  });

  it("have the changes of the app pinned to them, reached by keys, pointer, and tap alike", async () => {
    const events = [{ at: "2026-04-20T12:00:00.000Z", by: "Otto Berg", text: "Relaxed" }];
    const element = mount({ runs: [blocked, healthy], events });
    const press = async (key: string): Promise<void> => {
      chart(element).dispatchEvent(new KeyboardEvent("keydown", { key }));
      await settled();
    };
    expect(chart(element).getAttribute("aria-valuemax")).toBe("2");
    await press("ArrowLeft");
    expect(cardOf(element)).toMatch(/^Apr 20, 2026, .*, Otto Berg: Relaxed$/);
    expect(chart(element).getAttribute("aria-valuetext")).toBe(cardOf(element));
    await press("Home");
    expect(cardOf(element)).toMatch(/^Apr 4, 2026/);
    await press("End");
    expect(cardOf(element)).toMatch(/^Apr 24, 2026/);
    inside(element, ".event").dispatchEvent(new MouseEvent("mouseover", { bubbles: true }));
    await settled();
    expect(cardOf(element)).toMatch(/Otto Berg: Relaxed$/);
    inside(element, ".stretch").click();
    await settled();
    expect(cardOf(element)).toMatch(/^Apr 4, 2026/);
    await expect(element).toBeAccessible();
  });

  it("stand in a table too, newest first, the next ones on a click", async () => {
    const runs = Array.from({ length: 30 }, (_, index) => run({ Id: `a02${index}` }));
    const element = mount({ runs });
    expect(allInside(element, "tbody tr")).toHaveLength(25);
    inside(element, "lightning-button").click();
    await settled();
    expect(allInside(element, "tbody tr")).toHaveLength(30);
    expect(allInside(element, "tbody tr:first-child > *").map(({ textContent }) => textContent)).toContain("Vera Lind");
  });

  it.each([
    ["no-access", "", "You can view this, but not save anything in the org."],
    ["too-large", "", "The report is too large to be saved in the org."],
    ["failed", "Storage is full.", "This couldn't be saved in the org. Storage is full."]
  ])("say that the last one is not kept (%s)", (reason, message, words) => {
    expect(inside(mount({ notSaved: { reason, message } }), "[data-id=not-saved]").textContent).toContain(words);
  });

  it("say why older ones could not be deleted, and nothing where they were", () => {
    const dropped = inside(mount({ runs: [run()], notDropped: "Not yours." }), "[data-id=not-dropped]");
    expect(dropped.textContent).toBe(label("ui.history.not-dropped", { message: "Not yours." }));
    expect(allInside(mount({ runs: [run()] }), "[data-id=not-dropped]")).toHaveLength(0);
  });

  it("ask what has changed only when somebody wants to know", () => {
    const element = mount({ runs: [run()], previous: run() });
    const asked = heard(element, "showchanges");
    expect(asked).toHaveLength(0);
    open(element);
    expect(asked).toHaveLength(1);
  });

  it("tell each change and who changed the app, and lead to the finding", async () => {
    const { report } = viewOf(unticked);
    const findings = changesSince(savedReport(viewOf().report), report);
    const entries = [{ at: "2026-10-02T08:00:00.000Z", by: "Otto Berg", text: "<b>Relaxed</b>" }];
    const element = mount({ runs: [run()], previous: run(), changes: { findings, entries } });
    const change = inside(element, "[data-finding]");
    expect(change.textContent).toBe("Marketing User, Ada Fields: was “OK”, now “Problem”");
    expect(inside(element, "[data-id=entry]").textContent).toMatch(/^Oct 2, 2026, .*, Otto Berg: <b>Relaxed<\/b>$/);
    const asked = heard(element, "showfinding");
    change.click();
    expect(asked).toEqual([`marketing-user/${IMPACTED_USER}`]);
    await expect(element).toBeAccessible();
  });

  it.each([
    ["nothing has changed", { findings: [], entries: [] }, "unchanged", "Nothing has changed."],
    ["it can't be told", { message: "gone" }, "unreadable", "That check's report can't be read. gone"]
  ])("say when %s", (_what, changes, id, words) => {
    const element = mount({ runs: [run()], previous: run(), changes });
    expect(inside(element, `[data-id=${id}]`).textContent).toBe(words);
    expect(allInside(element, "[data-finding]")).toHaveLength(0);
  });
});

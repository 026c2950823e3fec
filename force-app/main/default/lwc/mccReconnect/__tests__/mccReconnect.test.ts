import { createElement } from "lwc";
import MccReconnect from "c/mccReconnect";
import { ENGLISH, TASKS, tickName, type Confirmation, type MessageKey, type TaskId } from "c/mccChecklist";
import {
  allInside,
  clear,
  CONFIRMING,
  heard,
  inDays,
  inside,
  settled,
  shown,
  textOf,
  viewOf,
  viewWith,
  type Changes
} from "../../mccHealth/__tests__/support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const tick = (task: TaskId, days: number, note = ""): Confirmation => ({
  check: tickName(task),
  subjectId: null,
  holds: true,
  note,
  by: "Ada Fields",
  at: inDays(days),
  basis: {}
});
/** An answer to the question which page opens, on what the org shows now. */
const opened = (answer: string): Confirmation => ({
  ...tick("closed", -1),
  check: "marketing-cloud-tab",
  answer,
  basis: viewOf().report.findings.find(({ check }) => check === "marketing-cloud-tab")?.basis ?? {}
});
const RECONNECT = [opened("connect"), ...TASKS.during.map((task) => tick(task, -1))];
const LATER: Changes = {
  rows: {
    "email-sends": [{ Id: "a04", CreatedDate: inDays(-0.5), et4ae5__SendStatus__c: "Completed" }],
    "tracking-writers": [],
    "login-history": []
  }
};

const mount = (view = viewOf()) => shown(createElement("c-mcc-reconnect", { is: MccReconnect }), { view });
type Mounted = ReturnType<typeof mount>;
const box = (element: Mounted, task: TaskId) =>
  inside<HTMLElement & { checked: boolean }>(element, `[data-task=${task}]`);
const boxes = (element: Mounted): boolean[] =>
  allInside<HTMLElement & { checked: boolean }>(element, "[data-task]").map(({ checked }) => checked);

/** How the message begins, up to its first value. */
const start = (key: MessageKey): RegExp => new RegExp(ENGLISH[key]?.split("{")[0] || "without a beginning");

describe("reconnecting", () => {
  afterEach(clear);

  const scheduled = (Id: string, days: number) => ({ Id, et4ae5__Scheduled_Date_Time__c: inDays(days) });
  const texts = (element: Mounted, list: string) =>
    allInside(element, `[data-id=${list}] li`).map(({ textContent }) => textContent);
  const SEES_ALL = { "viewer-reach": [{ PermissionsViewAllData: true }] };

  it("warns first, counts what stops, says when the next send leaves, and shows no step before a page is chosen", async () => {
    const element = mount(
      viewOf({
        rows: {
          ...SEES_ALL,
          "scheduled-sends": [scheduled("a04", -1), scheduled("a05", 1)],
          "scheduled-sms": [scheduled("a06", 2)],
          "waiting-triggered-sends": [scheduled("a07", 3)],
          "active-triggered-sends": [{ total: 1 }],
          journeys: [{ total: 2 }]
        }
      })
    );
    expect(textOf(element)).toMatch(/Before you reconnect/);
    expect(texts(element, "stops")).toEqual([
      "2 scheduled email sends",
      "1 scheduled SMS send",
      "1 active triggered send",
      "1 triggered email waiting to be sent",
      "2 journeys that use Salesforce data, running or not"
    ]);
    expect(texts(element, "moment").join(" ")).toMatch(
      /next send goes out on .*1 should have been sent.*No send is scheduled before .*longest time.* begins on .*can run at any time.*time zone, /
    );
    expect(allInside(element, "[data-id=hidden]")).toHaveLength(0);
    expect(inside(element, "[data-id=ready]").textContent).toMatch(start("runbook.not-ready"));
    expect(allInside(element, "[data-id=connect], [data-id=after], [data-id=finish]")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("never says that nothing stops to somebody who may not see it", () => {
    const element = mount(
      viewOf({
        rows: {
          "viewer-reach": [{ PermissionsViewAllData: false }],
          "scheduled-sends": [scheduled("a05", 1)],
          "scheduled-sms": Array.from({ length: 200 }, () => scheduled("a06", 2))
        }
      })
    );
    expect(texts(element, "stops")).toEqual([
      "At least 1 scheduled email send",
      "At least 200 scheduled SMS sends",
      "0 active triggered sends, as far as you can see",
      "0 triggered emails waiting to be sent, as far as you can see",
      "0 journeys that use Salesforce data, running or not, as far as you can see"
    ]);
    expect(inside(element, "[data-id=hidden]").textContent).toMatch(/View All Data/);
  });

  it.each<[string, number[], RegExp, RegExp]>([
    ["nothing is scheduled", [], /No send is scheduled in the next 7 days/, /better moment|longest/],
    ["the next send leaves soon", [0.01], /A better time: after /, /longest/],
    ["a gap comes first that is not the longest", [0.01, 0.2], /A better time: .* to .*The longest/, /in the next/],
    [
      "one leaves every half hour",
      Array.from({ length: 8 * 48 }, (_, half) => (half + 1) / 48),
      /No hour is free of scheduled sends/,
      /better moment|longest/
    ]
  ])("where %s", (_where, days, shown, hidden) => {
    const rows = { ...SEES_ALL, "scheduled-sends": days.map((day) => scheduled("a05", day)).slice(0, 199) };
    const more = { "scheduled-sms": days.slice(199).map((day) => scheduled("a06", day)) };
    const moment = texts(mount(viewOf({ rows: { ...rows, ...more } })), "moment").join(" ");
    expect(moment).toMatch(shown);
    expect(moment).not.toMatch(hidden);
  });

  it("knows no better moment where what is scheduled can't be read", () => {
    const element = mount(viewOf({ faults: { "scheduled-sms": "no-access" } }));
    expect(texts(element, "stops")[1]).toBe("Scheduled SMS sends couldn't be counted");
    expect(texts(element, "moment").join(" ")).toMatch(/can.t suggest a better time/);
  });

  it.each([
    ["settings", "as they should"],
    ["send", "Configure Marketing Cloud Connector"],
    ["other", "Salesforce Support"]
  ])("after %s shows only what belongs to it", (answer, words) => {
    const element = mount(viewWith([opened(answer)]));
    expect(inside(element, "[data-id=then]").textContent).toContain(words);
    expect(allInside(element, "[data-id=connect]")).toHaveLength(0);
  });

  it("is where it was left, with who did what", async () => {
    const element = mount(viewWith(RECONNECT.slice(0, 3)));
    expect(boxes(element)).toEqual([false, false, false, false, true, true, false, false]);
    expect(textOf(element)).toMatch(/Ada Fields, .*2026/);
    expect(allInside(element, "[data-id=after]")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("hands on what is ticked and taken back; the box shows what is saved", () => {
    const element = mount(viewWith(RECONNECT.slice(0, 2)));
    const asked = heard(element, "ticktask");
    const change = (target: HTMLElement, detail: object) => target.dispatchEvent(new CustomEvent("change", { detail }));
    change(box(element, "pause-sends"), { checked: true });
    change(box(element, "connect-1"), { checked: false });
    expect(asked).toEqual([
      { task: "pause-sends", isDone: true, note: "" },
      { task: "connect-1", isDone: false, note: "" }
    ]);
    expect([box(element, "pause-sends").checked, box(element, "connect-1").checked]).toEqual([false, true]);
  });

  it("leads to the card that asks which page opens, while nobody has answered", () => {
    const element = mount();
    const shows = heard(element, "showfinding");
    inside(element, "[data-id=question]").click();
    expect(shows).toEqual(["marketing-cloud-tab"]);
    expect(allInside(mount(viewWith([opened("send")])), "[data-id=question]")).toHaveLength(0);
  });

  it.each([
    ["the last tick", -700, start("runbook.reconnected")],
    ["the configuration, saved soon after it", -0.99, start("runbook.saved")]
  ])("says from when on what is newer counts: %s", (_what, days, text) => {
    const saved = { Id: "a00", CreatedDate: inDays(-700), LastModifiedDate: inDays(days) };
    const element = mount(viewWith(RECONNECT, { rows: { "connector-configuration": [saved] } }));
    expect(inside(element, "[data-id=after]").textContent).toMatch(text);
  });

  it("after the four steps shows what works again, green only by what is newer", async () => {
    const element = mount(viewWith(RECONNECT, LATER));
    expect(
      allInside(element, "[data-proof]").map(({ dataset }) => `${dataset["proof"] ?? ""} ${dataset["state"] ?? ""}`)
    ).toEqual(["send-left holds", "result-came waiting", "signed-in waiting", "none-requeued waiting"]);
    expect(allInside(element, "[data-id=proven]")).toHaveLength(0);
    await expect(element).toBeAccessible();
  });

  it("is finished only with a word on what remains, as long as something is open", async () => {
    const element = mount(viewWith(RECONNECT, LATER));
    const asked = heard(element, "ticktask");
    const remains = inside<HTMLElement & { reportValidity: () => boolean }>(element, "[data-id=remains]");
    remains.reportValidity = jest.fn();
    inside(element, "[data-id=finish]").click();
    expect(asked).toEqual([]);
    expect(remains.reportValidity).toHaveBeenCalled();
    remains.dispatchEvent(new CustomEvent("change", { detail: { value: " Journeys wait " } }));
    inside(element, "[data-id=finish]").click();
    await settled();
    expect(asked).toEqual([{ task: "closed", isDone: true, note: "Journeys wait" }]);
  });

  it("says who finished the last one, and what remained", () => {
    const element = mount(viewWith([...RECONNECT, tick("closed", -0.5, "Journeys wait")]));
    expect(inside(element, "[data-id=finished]").textContent).toMatch(
      /Ada Fields finished .*What remained: Journeys wait/
    );
    expect(boxes(element)).not.toContain(true);
  });

  it("says what came in the way, and that somebody may only look", () => {
    const trouble = { finding: tickName("pause-sends"), reason: null, message: "", by: "Grace" };
    expect(textOf(mount(viewOf({}, { confirming: { ...CONFIRMING, trouble } })))).toContain(
      "Grace answered before you"
    );
    const looking = mount(viewOf({}, { confirming: { ...CONFIRMING, where: "nowhere" } }));
    expect(textOf(looking)).toContain("not confirm it");
    expect(box(looking, "pause-sends")).toHaveProperty("disabled", true);
  });
});

import { createElement } from "lwc";
import MccReconnect from "c/mccReconnect";
import { TASKS, tickName, type Confirmation, type TaskId } from "c/mccChecklist";
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

describe("reconnecting", () => {
  afterEach(clear);

  it("warns first, counts what stops, says when the next send leaves, and shows no step before a page is chosen", async () => {
    const element = mount(
      viewOf({
        rows: {
          "scheduled-sends": [
            { Id: "a04", et4ae5__Scheduled_Date_Time__c: inDays(1) },
            { Id: "a05", et4ae5__Scheduled_Date_Time__c: inDays(-1) }
          ],
          "active-triggered-sends": [{ total: 1 }],
          journeys: [{ total: 2 }]
        }
      })
    );
    expect(textOf(element)).toMatch(/Before you reconnect/);
    expect(allInside(element, "[data-id=stops] li").map(({ textContent }) => textContent)).toEqual([
      "2 scheduled email sends",
      "1 active triggered send",
      "2 journeys that use Salesforce data, running or not"
    ]);
    expect(inside(element, "[data-id=moment]").textContent).toMatch(/next one leaves on .*1 should have left/);
    expect(inside(element, "[data-id=ready]").textContent).toMatch(/^First settle /);
    expect(allInside(element, "[data-id=connect], [data-id=after], [data-id=finish]")).toHaveLength(0);
    await expect(element).toBeAccessible();
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

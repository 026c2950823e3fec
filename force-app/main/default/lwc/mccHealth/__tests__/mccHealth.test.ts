import { createElement } from "lwc";
import runQueries, { type Answer, type Request } from "@salesforce/apex/MccGateway.runQueries";
import confirm from "@salesforce/apex/MccRecordsController.confirm";
import savePeople from "@salesforce/apex/MccRecordsController.savePeople";
import mayWrite from "@salesforce/apex/MccRecordsController.mayWrite";
import undo from "@salesforce/apex/MccRecordsController.undo";
import MccHealth from "c/mccHealth";
import type { View } from "c/mccSession";
import { CHECKS } from "c/mccChecklist";
import { label } from "c/mccLabels";
import { allInside, answersOf, clear, inside, ORG, settled, shown, SYSTEM_USER, type Changes } from "./support";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.confirm", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.savePeople", () => ({ default: jest.fn() }), { virtual: true });
jest.mock(
  "@salesforce/apex/MccRecordsController.saveRun",
  () => ({ default: jest.fn(() => Promise.reject(new Error("full"))) }),
  {
    virtual: true
  }
);
jest.mock("@salesforce/apex/MccRecordsController.mayWrite", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.undo", () => ({ default: jest.fn() }), { virtual: true });
jest.mock("c/mccFixer", () => ({
  fixer: { load: () => Promise.resolve({ may: false, permissions: null, saved: [] }) }
}));
jest.mock("@salesforce/user/Id", () => ({ default: "005000000000009AAA" }), { virtual: true });

const apex = jest.mocked(runQueries);
/** Somebody chose the system user in this org before. */
const CHOSEN = {
  Id: "a01000000000001AAA",
  Key__c: "system-user",
  Role__c: "system-user",
  User__c: SYSTEM_USER,
  Org__c: Array.from(ORG).reverse().join("")
};
const NO_ACCESS: Changes = { rows: { "permission-set-assignments": [], "saved-people": [CHOSEN] } };

const requestsIn = (params: { readonly requests: readonly Request[] }) =>
  params.requests.map(({ name }) => ({ name: name, binds: {} }));
const orgIs = (changes: Changes): void => {
  apex.mockImplementation((params) => Promise.resolve(answersOf(changes, requestsIn(params))));
};
const calls = (): string[][] =>
  apex.mock.calls
    .map(([params]) => requestsIn(params).map(({ name }): string => name))
    .filter((names) => !names.includes("saved-people"));
const asked = (): string[] => calls().flat();
const saved = (rows: readonly object[]): RecordsAnswer => ({
  saved: true,
  reason: null,
  message: null,
  rows: JSON.stringify(rows)
});

const mount = () => shown(createElement("c-mcc-health", { is: MccHealth }), {});
const verdict = (page: Element) => inside<HTMLElement & { view: View; notice: string }>(page, "c-mcc-verdict");
const steps = (page: Element) =>
  inside<HTMLElement & { selected: string | null; answer: { text: string } | null; target: unknown }>(
    page,
    "c-mcc-steps"
  );
const headline = (page: Element) => inside(verdict(page), "h1").textContent;
const said = (page: Element) => inside(page, "[role=status]").textContent;
const send = (page: Element, name: string, detail: unknown = null): void => {
  steps(page).dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
};
const rest = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn++) await settled();
};

describe("the tab", () => {
  beforeEach(() => {
    jest.mocked(mayWrite).mockResolvedValue({ confirm: true, undo: true, savePeople: true, saveRun: true });
    jest.mocked(savePeople).mockResolvedValue(saved([]));
  });
  afterEach(() => {
    clear();
    jest.useRealTimers();
    apex.mockReset();
  });

  it("runs when opened: its frame stands at once, then the verdict, open at the step of the first thing to do", async () => {
    orgIs(NO_ACCESS);
    const page = mount();
    expect(headline(page)).toBe("Checking Marketing Cloud Connect…");
    expect(said(page)).toBe("Check started.");
    expect(steps(page).selected).toBeNull();
    await rest();
    expect(headline(page)).toBe("Marketing Cloud Connect can't work in this org");
    expect(said(page)).toBe("Check complete. Marketing Cloud Connect can't work in this org.");
    expect(steps(page).selected).toBe("access");
    expect(steps(page).target).toBeNull();
    await expect(page).toBeAccessible();
  });

  it("asks in three waves at most, beside what the org remembers, and never twice for the same", async () => {
    let answers = 0;
    const answersBefore: number[] = [];
    apex.mockImplementation(async (params) => {
      answersBefore.push(answers);
      await settled();
      answers += 1;
      return answersOf({}, requestsIn(params));
    });
    mount();
    await rest();
    // Calls of one wave are made before any of them is answered.
    expect(new Set(answersBefore).size).toBe(3);
    expect(asked()).toHaveLength(new Set(asked()).size);
  });

  const throwing = (): never => {
    throw new Error("planted");
  };
  it.each<[string, (page: Element) => void]>([
    [
      "drawing",
      (page) => {
        verdict(page).view = new Proxy(verdict(page).view, { get: throwing });
      }
    ],
    [
      "judging",
      (page) => {
        jest.spyOn(CHECKS, "map").mockImplementationOnce(throwing);
        verdict(page).dispatchEvent(new CustomEvent("checkall", { bubbles: true }));
      }
    ]
  ])("after an error in %s shows no verdict and no age, says so, and offers a way on", async (_what, breakIn) => {
    orgIs({});
    const page = mount();
    await rest();
    expect(headline(page)).toContain("found so far");
    breakIn(page);
    await rest();
    expect(allInside(page, "c-mcc-verdict")).toHaveLength(0);
    expect(allInside(page, "c-mcc-steps")).toHaveLength(0);
    expect(inside(page, "[data-id=failed]").textContent).toBe(label("ui.failed", { message: "planted" }));
    expect(said(page)).toBe(inside(page, "[data-id=failed]").textContent);
    await expect(page).toBeAccessible();
    inside(page, "[data-id=restart]").click();
    await rest();
    expect(headline(page)).toContain("found so far");
    expect(allInside(page, "[data-id=failed]")).toHaveLength(0);
  });

  it("leaves the step that the person opened while it was checking", async () => {
    orgIs(NO_ACCESS);
    const page = mount();
    send(page, "openstep", { step: "people", moveFocus: false });
    await rest();
    expect(steps(page).selected).toBe("people");
  });

  it("says why when Apex refuses, shows no steps, and passes nothing", async () => {
    apex.mockRejectedValue({ body: { message: "You may not use MCC Health." } });
    const page = mount();
    await rest();
    expect(headline(page)).toBe("Nothing could be read from this org. You may not use MCC Health.");
    expect(said(page)).toBe("Nothing could be read from this org. You may not use MCC Health.");
    expect(allInside(page, "c-mcc-steps")).toHaveLength(0);
    expect(verdict(page).view.report.findings.map(({ state }) => state)).not.toContain("pass");
    await expect(page).toBeAccessible();
  });

  it("says after 8 s that Salesforce is slow, and no longer once it has answered", async () => {
    jest.useFakeTimers();
    let answer: (answers: Answer[]) => void = () => undefined;
    apex.mockImplementationOnce(
      (params) => new Promise((resolve) => (answer = () => resolve(answersOf({}, requestsIn(params)))))
    );
    apex.mockImplementation((params) => Promise.resolve(answersOf({}, requestsIn(params))));
    const page = mount();
    jest.advanceTimersByTime(7_999);
    await rest();
    expect(said(page)).toBe("Check started.");
    jest.advanceTimersByTime(1);
    await rest();
    expect(said(page)).toContain("slow to respond");
    expect(verdict(page).notice).toContain("slow to respond");
    answer([]);
    await rest();
    expect(said(page)).toContain("Check complete.");
    expect(verdict(page).notice).toBe("");
  });

  it("does nothing twice when asked to check again while it checks", async () => {
    orgIs({});
    const page = mount();
    verdict(page).dispatchEvent(new CustomEvent("checkall", { bubbles: true }));
    await rest();
    expect(asked()).toHaveLength(new Set(asked()).size);
    verdict(page).dispatchEvent(new CustomEvent("checkall", { bubbles: true }));
    await rest();
    expect(asked().length).toBeGreaterThan(new Set(asked()).size);
  });

  it("checks a step again, asks for no more than it needs, and says what came of it", async () => {
    orgIs(NO_ACCESS);
    const page = mount();
    await rest();
    apex.mockClear();
    orgIs({});
    send(page, "checkstep", { step: "access", findings: [`app-access/${SYSTEM_USER}`] });
    await rest();
    expect(asked()).toContain("permission-set-assignments");
    expect(asked()).not.toContain("app-policies");
    expect(headline(page)).toContain("No problems found so far");
    expect(said(page)).toMatch(/^Fixed\. .*No problems found so far/);
    expect(steps(page).answer?.text).toMatch(/^Fixed\./);
    expect(steps(page).selected).toBe("access");
  });

  it("opens the finding that is asked for and hands on that it wants the focus", async () => {
    orgIs(NO_ACCESS);
    const page = mount();
    await rest();
    send(page, "showfinding", `user-active/${SYSTEM_USER}`);
    await rest();
    expect(steps(page).selected).toBe("users");
    expect(steps(page).target).toEqual({ finding: `user-active/${SYSTEM_USER}` });
  });

  it.each([
    ["selected", "confirmed"],
    ["not-selected", "refuted"]
  ])("keeps what a person saw (%s), and undoes it", async (answer, state) => {
    orgIs({});
    const page = mount();
    await rest();
    const found = () => verdict(page).view.report.findings.find(({ check }) => check === "api-user-flag");
    jest.mocked(confirm).mockImplementation(({ confirmation }) => {
      const { check, holds, note, basis } = confirmation;
      const row = {
        Id: "a00000000000001AAA",
        Check__c: check,
        Answer__c: confirmation.answer,
        Note__c: note,
        Basis__c: basis,
        Version__c: "v1"
      };
      const by = { LastModifiedBy: { Name: "Vera Lind" }, LastModifiedDate: new Date().toISOString() };
      return Promise.resolve(saved([{ ...row, ...by, Holds__c: holds }]));
    });
    jest.mocked(undo).mockResolvedValue(saved([]));
    send(page, "confirmfinding", { finding: "api-user-flag", answer, note: "seen" });
    await rest();
    expect(found()).toMatchObject({ state, case: answer, confirmation: { by: "Vera Lind", answer, note: "seen" } });
    expect(said(page)).toContain(headline(page));
    send(page, "undoconfirmation", "api-user-flag");
    await rest();
    expect(found()?.state).toBe("confirm");
  });

  it("checks whom the person chooses", async () => {
    orgIs({});
    const page = mount();
    await rest();
    expect(verdict(page).view.report.people.systemUserChosen).toBe(false);
    send(page, "choosepeople", { choose: "system-user", id: SYSTEM_USER });
    await rest();
    expect(verdict(page).view.report.people.systemUserChosen).toBe(true);
  });

  it("checks the step again when the person comes back from Setup, once, and says what came of it", async () => {
    orgIs(NO_ACCESS);
    const page = mount();
    await rest();
    apex.mockClear();
    window.dispatchEvent(new CustomEvent("focus"));
    await rest();
    expect(asked()).toEqual([]);
    send(page, "leavefor", { step: "access", findings: [`app-access/${SYSTEM_USER}`] });
    window.dispatchEvent(new CustomEvent("focus"));
    await rest();
    expect(asked()).toContain("permission-set-assignments");
    expect(said(page)).toMatch(/^Still the same at /);
    expect(steps(page).answer?.text).toMatch(/^Still the same at /);
    apex.mockClear();
    window.dispatchEvent(new CustomEvent("focus"));
    await rest();
    expect(asked()).toEqual([]);
  });

  it("closes the step that is open when asked to", async () => {
    orgIs(NO_ACCESS);
    const page = mount();
    await rest();
    send(page, "openstep", { step: null, moveFocus: false });
    await rest();
    expect(steps(page).selected).toBeNull();
  });

  it("opens the step of the first thing to do once the org answers after all", async () => {
    apex.mockRejectedValue({ body: { message: "Gone." } });
    const page = mount();
    await rest();
    orgIs(NO_ACCESS);
    verdict(page).dispatchEvent(new CustomEvent("checkall", { bubbles: true }));
    await rest();
    expect(steps(page).selected).toBe("access");
  });

  it("says that there is no report before the first check is done", async () => {
    apex.mockImplementation(() => new Promise(() => undefined));
    const page = mount();
    await rest();
    const detail = { format: "text", masked: true };
    verdict(page).dispatchEvent(new CustomEvent("exportreport", { detail, bubbles: true }));
    await rest();
    expect(verdict(page).notice).toContain("no report yet");
  });

  describe("exports the report", () => {
    const exported = async (format: string, masked: boolean): Promise<Element> => {
      orgIs(NO_ACCESS);
      const page = mount();
      await rest();
      const detail = { format, masked };
      verdict(page).dispatchEvent(new CustomEvent("exportreport", { detail, bubbles: true }));
      await rest();
      return page;
    };

    it.each([
      [true, "Org: 00D", false],
      [false, "Org: Northern Trail", true]
    ])("as plain text to read and copy (masked: %s), until it is closed", async (masked, org, names) => {
      const page = await exported("text", masked);
      const shownCase = inside<HTMLElement & { text: string; masked: boolean }>(page, "c-mcc-case");
      expect(shownCase.text).toContain("Marketing Cloud Connect can't work in this org\n1 blocker");
      expect(shownCase.text).toContain(org);
      expect(shownCase.text.includes("Marketing Cloud Integration")).toBe(names);
      expect(shownCase.masked).toBe(masked);
      shownCase.dispatchEvent(new CustomEvent("closecase"));
      await settled();
      expect(allInside(page, "c-mcc-case")).toHaveLength(0);
    });

    it("as text that follows Mask names while it is read, and only then", async () => {
      const page = await exported("text", true);
      const shownCase = inside<HTMLElement & { text: string; masked: boolean }>(page, "c-mcc-case");
      const mask = async (masked: boolean): Promise<void> => {
        verdict(page).dispatchEvent(new CustomEvent("masknames", { detail: masked, bubbles: true }));
        await rest();
      };
      await mask(false);
      expect([shownCase.text.includes("Marketing Cloud Integration"), shownCase.masked]).toEqual([true, false]);
      shownCase.dispatchEvent(new CustomEvent("closecase"));
      await mask(true);
      expect(allInside(page, "c-mcc-case")).toHaveLength(0);
    });

    it.each([
      ["json", '"verdict": "blocked"'],
      ["html", "<h1>Marketing Cloud Connect can"]
    ])("as a file of %s, with names where these are asked for", async (format, part) => {
      const files: string[] = [];
      class FakeBlob {
        readonly type: string;
        constructor([text]: [string], { type }: { type: string }) {
          files.push(text);
          this.type = type;
        }
      }
      const types: string[] = [];
      const createObjectURL = ({ type }: FakeBlob) => `blob:${types.push(type)}`;
      const revokeObjectURL = jest.fn();
      Object.assign(globalThis, { Blob: FakeBlob });
      Object.assign(URL, { createObjectURL, revokeObjectURL });
      const clicked: string[] = [];
      const click = jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
        this: HTMLAnchorElement
      ) {
        clicked.push(this.download);
      });
      const page = await exported(format, false);
      // In HTML, an address may break before its sign.
      const shownIn = (text: string) => text.replaceAll("<wbr>", "");
      expect(files.map((text) => [text.includes(part), shownIn(text).includes("mc@example.com")])).toEqual([
        [true, true]
      ]);
      expect(types).toEqual(["application/octet-stream"]);
      expect(clicked).toEqual([expect.stringMatching(new RegExp(`^mcc-health-\\d{4}-\\d\\d-\\d\\d\\.${format}$`))]);
      expect(revokeObjectURL).toHaveBeenCalledWith("blob:1");
      expect(said(page)).toBe("The download has started.");
      click.mockRestore();
    });
  });

  it("stops its timers and its run when it is taken away: only calls under way are still waited for", async () => {
    jest.useFakeTimers();
    apex.mockImplementation(() => new Promise(() => undefined));
    mount();
    await rest();
    clear();
    expect(jest.getTimerCount()).toBe(apex.mock.calls.length);
    await jest.advanceTimersByTimeAsync(120_000);
    expect(jest.getTimerCount()).toBe(0);
  });
});

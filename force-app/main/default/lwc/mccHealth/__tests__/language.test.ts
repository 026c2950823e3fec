import * as lwc from "lwc";
import { allInside, clear, inside, settled, shown } from "./support";

const mockApex = jest.fn(() => new Promise(() => undefined));
jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: mockApex }), { virtual: true });
jest.mock("@salesforce/apex/MccRecordsController.mayWrite", () => ({ default: mockApex }), { virtual: true });
jest.mock("c/mccFixer", () => ({
  fixer: { load: () => Promise.resolve({ may: false, permissions: null, saved: [] }) }
}));
jest.mock("@salesforce/user/Id", () => ({ default: "005000000000009AAA" }), { virtual: true });
jest.mock("@salesforce/i18n/lang", () => ({ default: "de" }), { virtual: true });
jest.mock("c/mccLanguages", () => ({ languages: ["de"] }));

/** A language that somebody has begun. */
const TEN_SENTENCES = {
  "verdict.checking": "Marketing Cloud Connect wird geprüft…",
  "ui.check-again": "Erneut prüfen",
  "ui.report": "Bericht",
  "ui.report.copy": "Als Text kopieren",
  "ui.steps": "Schritte",
  "step.people": "Personen",
  "step.package": "Paket",
  "step.access": "Zugriff",
  "step.users": "Benutzer",
  "ui.live.start": "Die Prüfung hat begonnen."
};

let respond: (ok: boolean) => void = () => undefined;

/** A page as it is opened anew, whose language does not come before `respond` is called. */
async function opened(): Promise<HTMLElement> {
  globalThis.fetch = () =>
    new Promise((resolve) => {
      respond = (ok) => resolve({ ok, json: () => Promise.resolve(TEN_SENTENCES) } as Response);
    });
  jest.resetModules();
  // Elements can be defined once only, by the engine that was there first.
  jest.doMock("lwc", () => lwc);
  const { default: MccHealth } = await import("c/mccHealth");
  return shown(lwc.createElement("c-mcc-health", { is: MccHealth }), {});
}

const headline = (page: Element) => inside(inside(page, "c-mcc-verdict"), "h1").textContent;
const button = (page: Element) =>
  inside<HTMLElement & { label: string }>(inside(page, "c-mcc-verdict"), "lightning-button").label;
const steps = (page: Element) => allInside(inside(page, "c-mcc-steps"), ".title").map(({ textContent }) => textContent);
const isWaiting = (page: Element) => allInside(page, "lightning-spinner").length > 0;

describe("the first paint", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    clear();
    mockApex.mockClear();
    jest.useRealTimers();
  });

  it("shows that something goes on while it waits for the language, and then that language, the rest in English", async () => {
    const page = await opened();
    expect(isWaiting(page)).toBe(true);
    expect(allInside(page, "c-mcc-verdict")).toHaveLength(0);
    respond(true);
    await settled();
    expect(isWaiting(page)).toBe(false);
    expect(headline(page)).toBe("Marketing Cloud Connect wird geprüft…");
    expect(button(page)).toBe("Erneut prüfen");
    expect(inside(page, "[role=status]").textContent).toBe("Die Prüfung hat begonnen.");
    expect(steps(page)).toEqual([
      "Paket",
      "Personen",
      "Zugriff",
      "Connected app",
      "Benutzer",
      "Marketing Cloud",
      "Reconnect",
      "Sends and results"
    ]);
  });

  it("is English after a second, and turns into the language when that comes later", async () => {
    const page = await opened();
    jest.advanceTimersByTime(999);
    await settled();
    expect(isWaiting(page)).toBe(true);
    jest.advanceTimersByTime(1);
    await settled();
    expect(isWaiting(page)).toBe(false);
    expect(headline(page)).toBe("Checking Marketing Cloud Connect…");
    respond(true);
    await settled();
    expect(headline(page)).toBe("Marketing Cloud Connect wird geprüft…");
    expect(steps(page)).toContain("Personen");
  });

  it("is English where the language can't be had", async () => {
    const page = await opened();
    respond(false);
    await settled();
    expect(isWaiting(page)).toBe(false);
    expect(headline(page)).toBe("Checking Marketing Cloud Connect…");
  });

  it("starts nothing more when the page was left meanwhile", async () => {
    await opened();
    clear();
    respond(true);
    await settled();
    // The gateway's own, one for each call that is under way.
    expect(jest.getTimerCount()).toBe(mockApex.mock.calls.length);
  });
});

import { ENGLISH } from "../catalogue.ts";
import { translatorOf } from "../messages/text.ts";
import { runbookText } from "./runbook-text.ts";
import type { Runbook } from "./runbook.ts";
import type { Moment } from "./quiet.ts";

const AT = "2026-03-01T12:00:00.000Z";
const LATER = "2026-03-02T12:00:00.000Z";
const TICK = { by: "Ada Fields", at: AT, note: "", holds: true };
const RUNBOOK: Runbook = {
  stops: { stops: [], seesAll: true, overdue: 0, moment: null },
  waitsFor: null,
  signIn: null,
  ticks: new Map(),
  page: null,
  connects: false,
  reconnectedAt: null,
  reconnectedBy: "tick",
  proofs: [],
  isProven: false,
  closed: null
};
const english = translatorOf(ENGLISH, "en");
const format = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
const [at, later] = [AT, LATER].map((iso) => format.format(new Date(iso)));
const textOf = (parts: Partial<Runbook>, user?: string) => runbookText({ ...RUNBOOK, ...parts }, user, english);
const stopsOf = (parts: Partial<Runbook["stops"]>) => textOf({ stops: { ...RUNBOOK.stops, ...parts } });
const MOMENT: Moment = { next: null, soonest: null, isNow: false, longest: null };

describe("the runbook's sentences", () => {
  test.each([
    [
      "the reconnect was ended, with what remains",
      { closed: { ...TICK, note: "Journeys wait" } },
      /Ada Fields.*Journeys wait/
    ],
    ["the reconnect was ended", { closed: TICK }, /Ada Fields/],
    ["none was ended", {}, /^$/]
  ])("say who ended it, where %s", (_when, parts, said) => {
    const { finished } = textOf(parts);
    expect(finished).toMatch(said);
    expect(finished.includes(at ?? "")).toBe("closed" in parts);
  });

  test.each([
    ["not all is checked", null, "runbook.not-checked"],
    ["nothing is left before", [], "runbook.ready"]
  ] as const)("say whether to begin, where %s", (_when, waitsFor, key) =>
    expect(textOf({ waitsFor }).ready).toBe(ENGLISH[key])
  );

  test("name the steps to settle before", () =>
    expect(textOf({ waitsFor: ["access", "users"] }).ready).toContain("Access and Users"));

  test.each([
    [{ count: null, isCutOff: false }, true, ENGLISH["runbook.sends.unknown"]],
    [{ count: 2, isCutOff: false }, true, "2 scheduled email sends"],
    [{ count: 2, isCutOff: true }, true, "At least 2 scheduled email sends"],
    [{ count: 2, isCutOff: false }, false, "At least 2 scheduled email sends"],
    [{ count: 0, isCutOff: false }, false, "0 scheduled email sends, as far as you can see"]
  ])("count %j, seen in full: %s", (stop, seesAll, said) =>
    expect(stopsOf({ seesAll, stops: [{ kind: "sends", ...stop }] }).stops).toEqual([said])
  );

  const first = (parts: Partial<Runbook["stops"]>): string[] => stopsOf(parts).moments.slice(0, -2);
  const fill = (key: string, to = later): string =>
    english({ key: key as "runbook.ready", values: { from: at ?? "", to: to ?? "", days: 7, at: at ?? "" } });
  test.each<[string, Partial<Runbook["stops"]>, string[]]>([
    ["not all was read", {}, [fill("runbook.quiet.unknown")]],
    ["no time is free", { moment: MOMENT }, [fill("runbook.quiet.none")]],
    [
      "it is quiet now, for good",
      { moment: { ...MOMENT, isNow: true, soonest: { from: AT, to: null } } },
      [fill("runbook.quiet.now-open")]
    ],
    [
      "it is quiet later, and longest after that",
      { moment: { ...MOMENT, next: AT, soonest: { from: AT, to: LATER }, longest: { from: AT, to: null } } },
      [fill("runbook.next"), fill("runbook.quiet.later"), fill("runbook.quiet.longest-open")]
    ],
    [
      "some should have left",
      { overdue: 2, moment: MOMENT },
      [english.plural("runbook.overdue", 2), fill("runbook.quiet.none")]
    ]
  ])("say when to begin, where %s", (_when, stops, said) => expect(first(stops)).toEqual(said));

  test("end with what the times leave out, and their zone", () => {
    const [limits, zone] = textOf({}).moments.slice(-2);
    expect(limits).toBe(ENGLISH["runbook.quiet.limits"]);
    expect(zone).toContain(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  test("tell of each task whether it is done, by whom, and when", () => {
    const { tasks } = textOf({ ticks: new Map([["connect-1", TICK]]) });
    expect(tasks.during[0]).toEqual({
      id: "connect-1",
      text: ENGLISH["reconnect.connect.1"],
      isDone: true,
      by: english({ key: "ui.confirm.by", values: { by: "Ada Fields", at: at ?? "" } })
    });
    expect(tasks.during[1]).toMatchObject({ isDone: false, by: "" });
    expect([...tasks.before, ...tasks.after].map(({ text }) => text).filter((text) => /^\[|\{/.test(text))).toEqual([]);
  });

  test.each([
    [undefined, ENGLISH["runbook.nobody"]],
    ["Ada Fields", "Ada Fields"]
  ])("name the system user (%s)", (user, name) => {
    const { about, tasks } = textOf({}, user);
    expect(about).toContain(name);
    expect(tasks.before.find(({ id }) => id === "sign-in")?.text).toContain(name);
  });

  test.each([
    [{ reconnectedAt: null }, ""],
    [{ reconnectedAt: AT }, english({ key: "runbook.reconnected", values: { at: at ?? "" } })],
    [
      { reconnectedAt: AT, reconnectedBy: "configuration" },
      english({ key: "runbook.saved", values: { at: at ?? "" } })
    ],
    [{ reconnectedAt: "soon" }, english({ key: "runbook.reconnected", values: { at: "soon" } })]
  ] as const)("say since when it is reconnected: %j", (parts, said) => expect(textOf(parts).reconnected).toBe(said));

  test("tell of each proof how it stands, and since when", () => {
    const [held, waiting] = textOf({
      proofs: [
        { id: "send-left", state: "holds", at: AT },
        { id: "signed-in", state: "waiting", at: null }
      ]
    }).proofs;
    expect(held).toMatchObject({ id: "send-left", state: "holds" });
    expect(held?.text).toBe(
      `${ENGLISH["runbook.send-left"] ?? ""}: ${english({ key: "runbook.state.holds", values: { at: at ?? "" } })}`
    );
    expect(waiting?.text).toBe(`${ENGLISH["runbook.signed-in"] ?? ""}: ${ENGLISH["runbook.state.waiting"] ?? ""}`);
  });
});

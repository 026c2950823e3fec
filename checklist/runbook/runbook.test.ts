import fc from "fast-check";
import { CHECKS } from "../checks/index.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import { reportOf } from "../judge/report.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import {
  impactedUser,
  inDays,
  NOW,
  noCandidate,
  situation,
  systemUser,
  SYSTEM_USER,
  type Changes,
  type RowsByQuery
} from "../testing/situation.ts";
import { PROOFS } from "./proofs.ts";
import { runbookOf, type Runbook } from "./runbook.ts";
import { TASKS, tickName, type TaskId } from "./ticks.ts";

const RECONNECTED = inDays(-1);
const LATER = inDays(-0.5);
const EARLIER = inDays(-1.5);

const tick = (task: TaskId, at: string, more: Partial<Confirmation> = {}): Confirmation => ({
  check: tickName(task),
  subjectId: null,
  holds: true,
  note: "",
  by: "Ada Fields",
  at,
  basis: {},
  ...more
});
const RECONNECT = TASKS.during.map((task) => tick(task, RECONNECTED));
const DONE = [...RECONNECT, ...TASKS.after.map((task) => tick(task, LATER))];

function runbook(confirmations: readonly Confirmation[], rows: RowsByQuery = {}): Runbook {
  const given = { ...situation({ rows }), confirmations };
  return runbookOf(given, reportOf(CHECKS, given));
}

const signIn = (LoginTime: string, Status: string) => ({
  Id: "0Ya1",
  UserId: SYSTEM_USER,
  LoginTime,
  Application: "Salesforce Marketing Cloud",
  Status
});
const send = (CreatedDate: string, et4ae5__SendStatus__c: string) => ({
  Id: "a041",
  CreatedDate,
  et4ae5__SendStatus__c
});
const result = (CreatedDate: string) => ({
  Id: "a051",
  CreatedDate,
  CreatedById: SYSTEM_USER,
  CreatedBy: { Name: "S", Username: "s@example.com", IsActive: true }
});
const rowsAt = (at: string): RowsByQuery => ({
  "email-sends": [send(at, "Completed")],
  "completed-triggered-sends": [{ Id: "a061", LastModifiedDate: at }],
  "tracking-writers": [result(at)],
  "login-history": [signIn(at, "Success")],
  "requeued-sends": []
});
const statesOf = ({ proofs }: Runbook): Record<string, string> =>
  Object.fromEntries(proofs.map(({ id, state }) => [id, state]));

describe("what works again", () => {
  test("is not asked before the four steps are ticked", () => {
    for (const ticks of [[], RECONNECT.slice(0, 3), RECONNECT.slice(1)]) {
      const { proofs, reconnectedAt, isProven } = runbook(ticks, rowsAt(LATER));
      expect([proofs, reconnectedAt, isProven]).toEqual([[], null, false]);
    }
  });

  test("is proven by rows that are newer, and by what a person ticked since", () => {
    expect(statesOf(runbook(DONE, rowsAt(LATER)))).toEqual(Object.fromEntries(PROOFS.map((id) => [id, "holds"])));
    expect(runbook(DONE, rowsAt(LATER)).isProven).toBe(true);
    expect(runbook(RECONNECT, rowsAt(LATER)).isProven).toBe(false);
    const [resumed] = TASKS.after;
    expect(runbook([...RECONNECT, tick(resumed, LATER)], rowsAt(LATER)).isProven).toBe(false);
    const atOnce = TASKS.after.map((task) => tick(task, RECONNECTED));
    expect(runbook([...RECONNECT, ...atOnce], rowsAt(LATER)).isProven).toBe(true);
    const before = TASKS.after.map((task) => tick(task, EARLIER));
    expect(runbook([...RECONNECT, ...before], rowsAt(LATER)).isProven).toBe(false);
  });

  test.each([
    ["rows of before", rowsAt(EARLIER)],
    ["rows of that very moment", rowsAt(RECONNECTED)],
    [
      "no rows",
      {
        ...rowsAt(LATER),
        "email-sends": [],
        "completed-triggered-sends": [],
        "tracking-writers": [],
        "login-history": []
      }
    ]
  ])("waits where there are %s", (_what, rows) => {
    expect(statesOf(runbook(DONE, rows))).toEqual(Object.fromEntries(PROOFS.map((id) => [id, "waiting"])));
    expect(runbook(DONE, rows).isProven).toBe(false);
  });

  const HOUR = 1 / 24;
  test.each<[string, number[], number, Runbook["reconnectedBy"]]>([
    ["the last tick where the configuration was saved before", [-2], -1, "tick"],
    ["the last tick where it was saved at the same time", [-1], -1, "tick"],
    ["the save where somebody ticked before they clicked", [-2, -1 + HOUR / 2], -1 + HOUR / 2, "configuration"],
    ["the save an hour after the last tick", [-1 + HOUR], -1 + HOUR, "configuration"],
    ["the later of two saves", [-1 + HOUR / 2, -1 + HOUR / 3], -1 + HOUR / 2, "configuration"],
    ["the last tick where it was saved much later, for another reason", [-1 + 2 * HOUR], -1, "tick"],
    ["the last tick where nothing can be read", [], -1, "tick"]
  ])("counts from %s", (_what, saved, at, by) => {
    const rows = {
      "connector-configuration": saved.map((days) => ({
        Id: "a00",
        CreatedDate: inDays(-700),
        LastModifiedDate: inDays(days)
      }))
    };
    expect(runbook(DONE, rows)).toMatchObject({ reconnectedAt: inDays(at), reconnectedBy: by });
  });

  test("counts from the last of the four ticks", () => {
    const ticks = TASKS.during.map((task, at) => tick(task, inDays(-2 + at / 4)));
    expect(runbook(ticks.reverse()).reconnectedAt).toBe(inDays(-1.25));
  });

  test("begins with whether the system user can sign in by hand", () => {
    expect(runbook([]).signIn?.check).toBe("user-sign-in");
  });

  test("is not proven by what came before the configuration was saved", () => {
    const saved = { Id: "a00", CreatedDate: inDays(-700), LastModifiedDate: inDays(-1 + HOUR / 2) };
    const rows = { ...rowsAt(inDays(-1 + HOUR / 3)), "connector-configuration": [saved] };
    expect(statesOf(runbook(DONE, rows))).toEqual(Object.fromEntries(PROOFS.map((id) => [id, "waiting"])));
  });

  test.each<[string, RowsByQuery, Record<string, string>]>([
    [
      "a send that failed last",
      { "email-sends": [send(inDays(-0.1), "Failed"), send(LATER, "Completed")] },
      { "send-left": "broken" }
    ],
    [
      "a send that left after one that failed",
      { "email-sends": [send(inDays(-0.1), "Completed"), send(LATER, "Failed")] },
      { "send-left": "holds" }
    ],
    [
      "a send that left by its schedule, where no triggered one did",
      { "email-sends": [send(LATER, "Completed")], "completed-triggered-sends": [] },
      { "send-left": "holds" }
    ],
    [
      "a send that failed at the moment when another one left",
      { "email-sends": [send(inDays(-0.4), "Failed")] },
      { "send-left": "holds" }
    ],
    [
      "a refused sign-in, though others went well",
      { "login-history": [signIn(LATER, "Failed: Not approved for access"), signIn(inDays(-0.1), "Success")] },
      { "signed-in": "broken" }
    ],
    ["words that are not known", { "login-history": [signIn(LATER, "Kein Zugriff")] }, { "signed-in": "unknown" }],
    [
      "a sign-in of another app",
      { "login-history": [{ ...signIn(LATER, "Success"), Application: "Other" }] },
      { "signed-in": "waiting" }
    ],
    [
      "a sign-in of somebody else",
      { "login-history": [{ ...signIn(LATER, "Success"), UserId: "005X" }] },
      { "signed-in": "waiting" }
    ],
    [
      "a triggered send that is requeued again",
      { "requeued-sends": [{ Id: "a071", CreatedDate: LATER }] },
      { "none-requeued": "broken" }
    ],
    [
      "a triggered send that still waits from before",
      { "requeued-sends": [{ Id: "a071", CreatedDate: EARLIER }] },
      { "none-requeued": "waiting" }
    ]
  ])("%s", (_what, rows, states) => {
    const found = runbook(DONE, {
      ...rowsAt(LATER),
      "completed-triggered-sends": [{ Id: "a061", LastModifiedDate: inDays(-0.4) }],
      ...rows
    });
    expect(statesOf(found)).toMatchObject(states);
  });

  test("is told with the newest row, in whatever order they come", () => {
    const [first, last] = [inDays(-0.6), inDays(-0.2)];
    const at = (rows: RowsByQuery) =>
      Object.fromEntries(runbook(DONE, { ...rowsAt(LATER), ...rows }).proofs.map((proof) => [proof.id, proof.at]));
    const sends = [send(first, "Completed"), send(last, "Completed")];
    const results = [result(first), result(last)];
    expect(at({ "email-sends": sends, "tracking-writers": results })).toMatchObject({
      "send-left": last,
      "result-came": last
    });
    expect(at({ "email-sends": [send(first, "Completed")] })).toMatchObject({ "send-left": LATER });
    const requeued = [first, last].map((CreatedDate) => ({ Id: "a071", CreatedDate }));
    expect(at({ "requeued-sends": requeued })).toMatchObject({ "none-requeued": last });
  });

  test("of signing in is unknown where nobody is the system user", () => {
    const { evidence, ...given } = {
      ...situation({ rows: { ...rowsAt(LATER), ...noCandidate, "tracking-writers": [] } }),
      confirmations: DONE
    };
    const nobody = { ...given, evidence, selection: { impactedUsers: [] } };
    const found = runbookOf(nobody, reportOf(CHECKS, nobody));
    expect(statesOf(found)).toMatchObject({ "signed-in": "unknown" });
  });

  test("is never green without a newer row, whatever the org holds", () => {
    const moment = fc.double({ min: -30, max: -1, noNaN: true }).map(inDays);
    const word = fc.constantFrom("Completed", "Failed", "Send Queued");
    fc.assert(
      fc.property(
        fc.record({
          "email-sends": fc.array(fc.tuple(moment, word).map(([at, status]) => send(at, status))),
          "completed-triggered-sends": fc.array(
            moment.map((LastModifiedDate) => ({ Id: "a061", LastModifiedDate })),
            { maxLength: 1 }
          ),
          "tracking-writers": fc.array(moment.map(result)),
          "login-history": fc.array(
            fc.tuple(moment, fc.constantFrom("Success", "Failed: x", "?")).map(([at, s]) => signIn(at, s))
          ),
          "requeued-sends": fc.array(moment.map((CreatedDate) => ({ Id: "a071", CreatedDate })))
        }),
        (rows) => {
          const { proofs, isProven } = runbook(DONE, rows);
          expect(proofs.map(({ state }) => state)).not.toContain("holds");
          expect(isProven).toBe(false);
        }
      ),
      { numRuns: 40 }
    );
  });

  test.each(["email-sends", "completed-triggered-sends", "tracking-writers", "login-history", "requeued-sends"])(
    "is unknown where %s can't be read, and nothing gets greener",
    (query) => {
      const sound = statesOf(runbook(DONE, rowsAt(LATER)));
      const given = { ...situation({ rows: rowsAt(LATER) }), confirmations: DONE };
      const { [query]: _, ...evidence } = given.evidence;
      const broken = runbookOf({ ...given, evidence }, reportOf(CHECKS, given));
      const changed = PROOFS.filter((id) => statesOf(broken)[id] !== sound[id]);
      expect(changed.map((id) => statesOf(broken)[id])).toEqual(changed.map(() => "unknown"));
      expect(changed).not.toEqual([]);
      expect(broken.isProven).toBe(false);
    }
  );
});

describe("what is ticked", () => {
  test("is where it was left", () => {
    const left = runbook([tick("pause-sends", EARLIER), ...RECONNECT.slice(0, 2)]);
    expect([...left.ticks.keys()]).toEqual(["pause-sends", "connect-1", "connect-2"]);
    expect([left.connects, left.reconnectedAt, left.closed]).toEqual([true, null, null]);
  });

  test.each([
    ["connect", true],
    ["settings", false],
    ["send", false],
    ["other", false]
  ])("shows the four steps by the page that the Marketing Cloud tab opens: %s", (answer, connects) => {
    const said = givenConfirmation("marketing-cloud-tab", { holds: answer === "settings", answer });
    const { page, connects: shows } = runbook([said]);
    expect([page, shows]).toEqual([answer, connects]);
  });

  test("shows the four steps once one of them is ticked, and none before anything is answered", () => {
    expect(runbook(RECONNECT.slice(0, 1))).toMatchObject({ page: null, connects: true });
    expect(runbook([tick("pause-sends", EARLIER)])).toMatchObject({ page: null, connects: false });
  });

  test("does not count when it was copied from another org or written by a job", () => {
    expect(runbook(RECONNECT.map((each) => ({ ...each, void: "other-org" as const }))).ticks.size).toBe(0);
    expect(
      runbook([...RECONNECT.slice(1), { ...RECONNECT[0], void: "touched" } as Confirmation]).reconnectedAt
    ).toBeNull();
  });

  test("is of the next reconnect once the last one is closed", () => {
    const closed = tick("closed", LATER, { note: "Journeys wait for Monday" });
    expect(runbook([...RECONNECT, closed])).toMatchObject({
      closed: { note: "Journeys wait for Monday" },
      reconnectedAt: null
    });
    const next = runbook([...RECONNECT, closed, tick("pause-sends", inDays(-0.1))]);
    expect([...next.ticks.keys()]).toEqual(["pause-sends"]);
    expect(next.closed).toBeNull();
  });

  test("at the moment of the end is behind it", () => {
    expect(runbook([tick("pause-sends", LATER), tick("closed", LATER)]).ticks.size).toBe(0);
  });

  test("has names that no check has", () => {
    expect(CHECKS.filter(({ id }) => id.startsWith(tickName("closed").slice(0, 8)))).toEqual([]);
  });

  test("with a date that can't be read proves nothing", () => {
    expect(runbook(RECONNECT.map((each) => ({ ...each, at: "yesterday" }))).reconnectedAt).toBeNull();
  });
});

describe("what reconnecting stops", () => {
  const scheduled = (at?: string) => ({ Id: "a041", ...(at && { et4ae5__Scheduled_Date_Time__c: at }) });
  const SEES_ALL: RowsByQuery = { "viewer-reach": [{ PermissionsViewAllData: true }] };
  const counts = ({ stops: { stops } }: Runbook) => Object.fromEntries(stops.map(({ kind, count }) => [kind, count]));

  test("is counted, with what should have left and has not", () => {
    const found = runbook([], {
      ...SEES_ALL,
      "scheduled-sends": [scheduled(EARLIER), scheduled(inDays(1)), scheduled(inDays(2)), scheduled()],
      "scheduled-sms": [scheduled(EARLIER), scheduled(inDays(3))],
      "waiting-triggered-sends": [scheduled(EARLIER), scheduled()],
      "active-triggered-sends": [{ total: 3 }],
      journeys: [{ total: 2 }],
      "cdc-journeys": [{ total: 1 }]
    });
    expect(counts(found)).toEqual({ sends: 4, sms: 2, triggered: 3, waiting: 2, journeys: 3 });
    expect(found.stops).toMatchObject({ seesAll: true, overdue: 2 });
    expect(found.stops.stops.filter(({ isCutOff }) => isCutOff)).toEqual([]);
    expect(found.stops.moment?.next).toBe(inDays(1));
  });

  test.each<[string, readonly string[], object]>([
    ["scheduled-sends", ["sends"], { moment: null }],
    ["scheduled-sms", ["sms"], { moment: null }],
    ["waiting-triggered-sends", ["waiting"], { moment: null }],
    ["active-triggered-sends", ["triggered"], {}],
    ["journeys", ["journeys"], {}],
    ["cdc-journeys", ["journeys"], {}],
    ["viewer-reach", [], { seesAll: false }]
  ])("is unknown where %s can't be read, and so is when it leaves", (query, unknown, expected) => {
    const given = situation({ rows: SEES_ALL });
    const { [query]: _, ...evidence } = given.evidence;
    const found = runbookOf({ ...given, evidence }, reportOf(CHECKS, given));
    expect(found.stops).toMatchObject(expected);
    expect(found.stops.stops.flatMap(({ kind, count }) => (count === null ? kind : []))).toEqual(unknown);
  });

  test.each([
    ["who may not see all", [{ PermissionsViewAllData: false }]],
    ["of whom nobody knows what they see", []]
  ])("may be more for somebody %s", (_who, rows) => {
    expect(runbook([], { "viewer-reach": rows }).stops.seesAll).toBe(false);
  });

  test.each([
    ["sends", "scheduled-sends"],
    ["sms", "scheduled-sms"],
    ["waiting", "waiting-triggered-sends"]
  ])("may be more %s than one query reads, and what leaves after those is not known", (kind, query) => {
    const rows = Array.from({ length: 200 }, () => scheduled(inDays(1)));
    const { stops, moment } = runbook([], { ...SEES_ALL, [query]: rows }).stops;
    expect(stops.flatMap((each) => (each.isCutOff ? each.kind : []))).toEqual([kind]);
    expect(moment).toMatchObject({ soonest: { to: inDays(1) }, longest: null });
  });

  test("is known up to where the first of two that were cut off ends", () => {
    const until = (days: number) => [0.2, 0.4, ...Array<number>(198).fill(days)].map((each) => scheduled(inDays(each)));
    for (const [sends, sms] of [
      [2, 4],
      [4, 2]
    ] as const) {
      const found = runbook([], { ...SEES_ALL, "scheduled-sends": until(sends), "scheduled-sms": until(sms) });
      expect(found.stops.moment?.longest?.to).toBe(inDays(2));
    }
  });

  test("should have left at the moment when one looks", () => {
    expect(runbook([], { "scheduled-sends": [scheduled(NOW.toISOString())] }).stops.overdue).toBe(1);
  });

  test("is not said to be cut off where it can't be read", () => {
    const given = situation({ faults: { "scheduled-sends": "server" } });
    const [sends] = runbookOf(given, reportOf(CHECKS, given)).stops.stops;
    expect(sends).toEqual({ kind: "sends", count: null, isCutOff: false });
  });

  test("is known to the end where only those without a date were cut off", () => {
    const rows = [scheduled(inDays(1)), ...Array.from({ length: 199 }, () => scheduled())];
    expect(runbook([], { ...SEES_ALL, "scheduled-sends": rows }).stops.moment?.longest?.to).toBeNull();
  });
});

describe("what must hold before", () => {
  /** @param left a check that nobody confirmed, beside the tab */
  const confirmedAll = (rows: RowsByQuery = {}, left?: string) => {
    const given = situation({ rows });
    const asked = reportOf(CHECKS, given).findings.flatMap(({ check, basis }) =>
      basis && check !== "marketing-cloud-tab" && check !== left
        ? [{ check, subjectId: null, holds: true, note: "", by: "Ada", at: NOW.toISOString(), basis }]
        : []
    );
    return runbook(asked, rows).waitsFor;
  };

  test("is what the plan says", () => {
    expect(confirmedAll()).toEqual([]);
    expect(confirmedAll({ "permission-set-assignments": [] })).toContain("access");
    expect(confirmedAll({ users: [systemUser({ IsActive: false })] })).toContain("users");
    expect(runbook([]).waitsFor).toContain("marketing-cloud");
  });

  const onTab = (changes: Changes) => {
    const given = situation(changes);
    const confirmations = [givenConfirmation("marketing-cloud-tab", { holds: true }, changes)];
    return runbookOf({ ...given, confirmations }, reportOf(CHECKS, { ...given, confirmations })).waitsFor;
  };
  test.each<[string, Changes, readonly string[]]>([
    ["is what is broken", { rows: { users: [systemUser(), impactedUser({ IsActive: false })] } }, ["users"]],
    ["is what could not be read", { faults: { profiles: "server" } }, ["users"]],
    ["is neither what is left to confirm nor a warning", { rows: { "connector-set-assignments": [] } }, []]
  ])("once somebody looked at the tab, %s", (_what, changes, steps) => {
    expect(onTab(changes)).toEqual(steps);
  });

  test("is not known where only the reconnect's own step is open before the tab", () => {
    const configuration = (Id: string, et4ae5__Username__c: string) => ({
      ...{ Id, et4ae5__Username__c, CreatedDate: inDays(-700), LastModifiedDate: inDays(-700) }
    });
    const rows = { "connector-configuration": [configuration("a001", "one"), configuration("a002", "another")] };
    expect(confirmedAll(rows, "connector-configured")).toBeNull();
  });

  test("is unknown while something is on its way", () => {
    const given = situation();
    const report = { ...reportOf(CHECKS, given), pending: ["app-access"] };
    expect(runbookOf(given, report).waitsFor).toBeNull();
  });
});

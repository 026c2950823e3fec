import { Session, type View } from "c/mccSession";
import {
  CHECKS,
  findingKey,
  runToSave,
  savedReport,
  reportOf,
  type MarketingCloudAnswer,
  type SavedConfirmation,
  type StepId,
  type QuerySource
} from "c/mccChecklist";
import type { SaveResult, Records, LoadedRecords, ConfirmationInput } from "c/mccRecords";
import {
  APP,
  assignment,
  emptyMemory,
  IMPACTED_USER,
  heldSource,
  impactedUser,
  inDays,
  noFixer,
  NOW,
  repliesOf,
  settled,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../../mccHealth/__tests__/support";
import { marketingCloudSays } from "../../../../../../checklist/testing/marketing-cloud-answer.ts";

jest.mock("@salesforce/apex/MccGateway.runQueries", () => ({ default: jest.fn() }), { virtual: true });

const viewerId = "005000000000009AAA";
const { selection } = situation();

const nobody = (): Promise<null> => Promise.resolve(null);

function started(
  source: QuerySource,
  records: Records = emptyMemory,
  askMarketingCloud: () => Promise<MarketingCloudAnswer | null> = nobody
) {
  const views: View[] = [];
  const failures: unknown[] = [];
  const session = new Session({
    source,
    records,
    fixer: noFixer,
    viewerId,
    now: () => NOW,
    askMarketingCloud,
    onChange: (view) => views.push(view),
    onFailure: (error) => failures.push(error)
  });
  const last = (): View => {
    const view = views.at(-1);
    if (!view) throw new Error("Nothing was shown.");
    return view;
  };
  return { session, views, failures, last };
}

/** An org that answers at once, and what it was asked. */
function promptSource(changes: { current: Changes }): QuerySource & { readonly asked: string[][] } {
  const asked: string[][] = [];
  return {
    asked,
    runQueries: (requests) => {
      asked.push(requests.map(({ name }) => name));
      return Promise.resolve(repliesOf(changes.current, requests));
    }
  };
}

const statusOf = (view: View, step: string) => view.steps.find((summary) => summary.step === step)?.status;
const finding = (view: View, check: string) => {
  const found = view.report.findings.find((each) => each.check === check);
  if (!found) throw new Error(`There is no finding of ${check}.`);
  return found;
};

it("judges the last answers once", async () => {
  const { session, views } = started(promptSource({ current: {} }));
  await session.checkAll();
  const seen = views.slice(0, views.findIndex(({ running }) => running === null) + 1);
  expect(seen.map(({ report }) => report.pending.length > 0)).toEqual([...seen.slice(1).map(() => true), false]);
});

describe("asking Marketing Cloud over its API", () => {
  const answer = marketingCloudSays();
  const other = { ...answer, asked: "another" };

  it.each<[string, MarketingCloudAnswer | null, string]>([
    ["counts", answer, "confirmed"],
    ["that it has no such user counts", { ...answer, user: null }, "refuted"],
    ["counts for nothing where it is about another user", other, "confirm"],
    ["leaves the question where it gives no answer", null, "confirm"]
  ])("%s", async (_what, said, state) => {
    const { session, last } = started(promptSource({ current: {} }), emptyMemory, () => Promise.resolve(said));
    await session.checkAll();
    await settled();
    expect(finding(last(), "api-user-flag").state).toBe(state);
    expect(last().lastCompleteReport?.findings.find(({ check }) => check === "api-user-flag")?.state).toBe(state);
  });

  it("keeps nobody waiting, and is done again with each run", async () => {
    const asked: ((said: MarketingCloudAnswer | null) => void)[] = [];
    const { session, last } = started(
      promptSource({ current: {} }),
      emptyMemory,
      () => new Promise((resolve) => asked.push(resolve))
    );
    expect(await session.checkAll()).toBe(true);
    expect(finding(last(), "api-user-flag").state).toBe("confirm");
    asked[0]?.(answer);
    await settled();
    expect(finding(last(), "api-user-flag").state).toBe("confirmed");

    await session.checkAll();
    expect(finding(last(), "api-user-flag").state).toBe("confirmed");
    asked[1]?.(null);
    await settled();
    expect(finding(last(), "api-user-flag").state).toBe("confirm");
  });

  it("counts for the last run only", async () => {
    const asked: ((said: MarketingCloudAnswer | null) => void)[] = [];
    const { session, last } = started(
      promptSource({ current: {} }),
      emptyMemory,
      () => new Promise((resolve) => asked.push(resolve))
    );
    await session.checkAll();
    await session.checkStep("marketing-cloud");
    asked[1]?.(null);
    asked[0]?.(answer);
    await settled();
    expect(finding(last(), "api-user-flag").state).toBe("confirm");
  });
});

describe("a run", () => {
  it("shows steps as checking before the first answer, fills them wave by wave, and ends with a whole report", async () => {
    const source = heldSource();
    const { session, last } = started(source);
    const done = session.checkAll();
    expect(last().running).toBe("all");
    expect(last().lastCompleteReport).toBeNull();
    expect(new Set(last().steps.map(({ status }) => status))).toEqual(new Set(["checking"]));

    source.waves[0]?.answer();
    await settled();
    expect(statusOf(last(), "package")).toBe("passed");
    expect(statusOf(last(), "users")).toBe("checking");

    source.waves[1]?.answer();
    await settled();
    source.waves[2]?.answer();
    expect(await done).toBe(true);
    expect(last().running).toBeNull();
    expect(last().report.pending).toEqual([]);
    expect(last().checkedAt).toBe(NOW);
  });

  it("does nothing when one is under way", async () => {
    const source = heldSource();
    const { session } = started(source);
    void session.checkAll();
    await settled();
    expect(await session.checkAll()).toBe(false);
    expect(await session.checkStep("access")).toBe(false);
    expect(source.waves).toHaveLength(1);
  });

  it("drops answers that arrive after other people were chosen", async () => {
    const source = heldSource();
    const { session, last } = started(source);
    const first = session.checkAll();
    const second = session.select(selection);
    source.waves[0]?.answer({ rows: { "package-license": [] } });
    expect(await first).toBe(false);
    expect(last().running).toBe("people");
    expect(source.waves).toHaveLength(2);

    for (const wave of [1, 2, 3]) {
      source.waves[wave]?.answer();
      await settled();
    }
    expect(await second).toBe(true);
    expect(finding(last(), "package-installed").state).toBe("pass");
    expect(last().report.pending).toEqual([]);
  });

  it("drops answers that arrive after the page was left", async () => {
    const source = heldSource();
    const { session, views } = started(source);
    const run = session.checkAll();
    const shown = views.length;
    session.end();
    source.waves[0]?.answer();
    expect(await run).toBe(false);
    expect(views).toHaveLength(shown);
  });

  it("says what Salesforce said when nothing at all was answered, and passes nothing", async () => {
    const refusal = Object.assign(new Error(), { body: { message: "You may not use MCC Health." } });
    const { session, last } = started({ runQueries: () => Promise.reject(refusal) });
    await session.checkAll();
    expect(last().refusal).toBe("You may not use MCC Health.");
    expect(last().report.findings.map(({ state }) => state)).not.toContain("pass");
  });

  it("that waited for an answer in vain asks nothing more, and the next one asks again", async () => {
    const late = Object.assign(new Error("There was no answer."), { code: "TIMEOUT" });
    const runQueries = jest.fn<ReturnType<QuerySource["runQueries"]>, Parameters<QuerySource["runQueries"]>>();
    const { session, last } = started({ runQueries });
    runQueries.mockRejectedValueOnce(late);
    await session.open();
    expect(runQueries).toHaveBeenCalledTimes(1);
    expect(last().refusal).toBe("There was no answer.");
    runQueries.mockImplementation((requests) => Promise.resolve(repliesOf({}, requests)));
    await session.checkAll();
    expect(last().refusal).toBeNull();
  });

  it("is no refusal when only a later wave is refused: the rest is shown", async () => {
    const source = heldSource();
    const { session, last } = started(source);
    const run = session.checkAll();
    source.waves[0]?.answer();
    await settled();
    source.waves[1]?.refuse(new Error("gone"));
    await settled();
    source.waves[2]?.refuse(new Error("gone"));
    await run;
    expect(last().refusal).toBeNull();
    expect(finding(last(), "package-installed").state).toBe("pass");
    expect(finding(last(), "user-active").state).toBe("unknown");
  });
});

describe("a throw while judging", () => {
  /** Evidence that no check expects: reading it throws. */
  const unreadable = new Error("planted");
  const throwing = (view: () => boolean): Records =>
    remembering({}, { load: () => (view() ? Promise.reject(unreadable) : emptyMemory.load()) });

  it("ends the run, says so once, and the next one starts afresh", async () => {
    let isBroken = true;
    const { session, views, failures, last } = started(
      promptSource({ current: {} }),
      throwing(() => isBroken)
    );
    expect(await session.open()).toBe(false);
    expect(failures).toEqual([unreadable]);
    const shown = views.length;
    isBroken = false;
    expect(await session.checkAll()).toBe(true);
    expect(last().running).toBeNull();
    expect(views[shown]?.lastCompleteReport).toBeNull();
    expect(last().report.pending).toEqual([]);
    expect(failures).toHaveLength(1);
  });

  it.each([
    ["before anything is asked", 1],
    ["while answers arrive", 2],
    ["at the end", 4]
  ])("%s leaves no report standing, and saves none", async (_when, atView) => {
    const saveRun = jest.fn(emptyMemory.saveRun);
    const source = promptSource({ current: {} });
    const views: View[] = [];
    const failures: unknown[] = [];
    let throwAt = 0;
    const session = new Session({
      source,
      records: { ...emptyMemory, saveRun },
      fixer: noFixer,
      viewerId,
      now: () => NOW,
      askMarketingCloud: nobody,
      onChange: (view) => {
        throwAt -= 1;
        if (throwAt === 0) throw unreadable;
        views.push(view);
      },
      onFailure: (error) => failures.push(error)
    });
    await session.checkAll();
    await settled();
    const saved = saveRun.mock.calls.length;
    throwAt = atView;
    expect(await session.checkAll()).toBe(false);
    expect(failures).toEqual([unreadable]);
    expect(saveRun).toHaveBeenCalledTimes(saved);
    expect(await session.checkAll()).toBe(true);
    expect(views.at(-1)?.running).toBeNull();
    expect(views.at(-1)?.lastCompleteReport).not.toBeNull();
  });
});

describe("checking a step again", () => {
  it.each([
    ["package", "package-license", "app-policies"],
    ["connected-app", "app-policies", "business-units"],
    ["access", "permission-set-assignments", "app-policies"],
    ["users", "user-checkboxes", "app-policies"]
  ] as const)("of %s asks for %s, and not for %s", async (step, asked, unasked) => {
    const source = promptSource({ current: {} });
    const { session } = started(source);
    await session.select(selection);
    source.asked.length = 0;
    await session.checkStep(step);
    expect(source.asked.flat()).toContain(asked);
    expect(source.asked.flat()).not.toContain(unasked);
  });

  it("shows what was mended, and keeps what other steps know", async () => {
    const changes: { current: Changes } = { current: { rows: { "permission-set-assignments": [] } } };
    const { session, last } = started(promptSource(changes));
    await session.select(selection);
    expect(finding(last(), "app-access").state).toBe("fail");
    changes.current = {};
    await session.checkStep("access");
    expect(finding(last(), "app-access").state).toBe("pass");
    expect(finding(last(), "package-installed").state).toBe("pass");
  });

  it("also asks what follows from the answer: an app that is there now is asked about", async () => {
    const changes: { current: Changes } = { current: { rows: { "connected-apps": [], "app-grants": [] } } };
    const { session, last } = started(promptSource(changes));
    await session.select(selection);
    expect(finding(last(), "app-permission-set").state).toBe("not-applicable");
    changes.current = {};
    await session.checkStep("connected-app");
    expect(finding(last(), "app-permission-set").state).toBe("pass");
    expect(finding(last(), "app-access").state).toBe("pass");
  });

  it("shows the earlier findings until the new ones are there", async () => {
    const source = heldSource();
    const { session, last } = started(source);
    void session.select(selection);
    for (const wave of [0, 1, 2]) {
      source.waves[wave]?.answer();
      await settled();
    }
    void session.checkStep("access");
    expect(statusOf(last(), "access")).toBe("passed");
    expect(
      last()
        .steps.filter(({ isChecking }) => isChecking)
        .map(({ step }) => step)
    ).toContain("access");
    expect(last().report.findings.filter(({ check }) => check === "app-access")).toHaveLength(2);
  });
});

describe("what came of checking a step again", () => {
  const NO_ACCESS: Changes = { rows: { "permission-set-assignments": [] } };
  const KEYS = [SYSTEM_USER, IMPACTED_USER].map((id) => `app-access/${id}`);
  const NOBODY_ELSE: typeof selection = { ...selection, impactedUsers: [] };
  async function broken(changes: { current: Changes }, chosen = NOBODY_ELSE) {
    const all = started(promptSource(changes));
    await all.session.select(chosen);
    return all;
  }

  it.each([
    ["fixed", {}, /^Fixed\. Nothing is left in Access\. Next: /],
    ["same", NO_ACCESS, /^Still the same at \d/],
    ["changed", { faults: { "permission-set-assignments": "no-object" } }, /^Something changed/]
  ] satisfies [string, Changes, RegExp][])("is %s", async (outcome, now, text) => {
    const changes = { current: NO_ACCESS };
    const { session, last } = await broken(changes);
    changes.current = now;
    await session.checkStep("access", KEYS.slice(0, 1));
    expect(last().recheck).toMatchObject({ step: "access", outcome, at: NOW });
    expect(last().recheck?.text).toMatch(text);
  });

  it.each<[string, StepId, Changes, RegExp]>([
    ["something is set in Setup", "access", NO_ACCESS, /^Still the same at .*Did you click Save\?/],
    ["only a person can answer", "marketing-cloud", {}, /^The org can't show this, so answer the questions/],
    ["all is well", "access", {}, /^Nothing was wrong/],
    ["sends and results are waited for", "reconnect", {}, /^Nothing new at .*few minutes/],
    ["they come by themselves", "results", { rows: { "email-sends": [] } }, /^Nothing new at .*few minutes/]
  ])("says what to do where nothing changed and %s", async (_where, step, current, text) => {
    const { session, last } = await broken({ current });
    await session.checkStep(step);
    expect(last().recheck).toMatchObject({ step, outcome: "same" });
    expect(last().recheck?.text).toMatch(text);
  });

  it("tells what is left in the step", async () => {
    const changes = { current: NO_ACCESS };
    const { session, last } = await broken(changes, selection);
    changes.current = { rows: { "permission-set-assignments": [assignment(SYSTEM_USER)] } };
    await session.checkStep("access", KEYS);
    expect(last().recheck?.outcome).toBe("partly");
    expect(last().recheck?.text).toMatch(/^1 of 2 fixed\. 1 left in this step: Ada Fields/);
    await session.checkAll();
    expect(last().recheck).toBeNull();
  });

  it("counts what is done of all that was ever to do", async () => {
    const changes = { current: NO_ACCESS };
    const { session, last } = await broken(changes);
    const { total } = last().progress;
    expect(last().progress.done).toEqual([]);
    changes.current = {};
    await session.checkStep("access");
    expect(last().progress.total).toBe(total);
    expect(last().progress.done.map(findingKey)).toEqual(KEYS.slice(0, 1));
  });
});

describe("a check that brings no answer", () => {
  const NO_ACCESS: Changes = { rows: { "permission-set-assignments": [] } };
  const REFUSED = Object.assign(new Error("The connection was lost."), { status: 0 });

  /** An org that answers until its line is cut. */
  async function cut(scope: "all" | "access") {
    const line = { isCut: false, changes: NO_ACCESS };
    const source: QuerySource = {
      runQueries: (requests) =>
        line.isCut ? Promise.reject(REFUSED) : Promise.resolve(repliesOf(line.changes, requests))
    };
    const saveRun = jest.fn(emptyMemory.saveRun);
    const all = started(source, remembering({ people: selection }, { saveRun }));
    await all.session.open();
    const before = all.last();
    line.isCut = true;
    saveRun.mockClear();
    await (scope === "all" ? all.session.checkAll() : all.session.checkStep(scope, [`app-access/${SYSTEM_USER}`]));
    return { ...all, line, before, saveRun };
  }
  const states = (view: View) => view.report.findings.map(({ check, state }) => [check, state]);

  it.each(["all", "access"] as const)(
    "of %s takes nothing back, marks what is old, and saves nothing",
    async (scope) => {
      const { last, before, saveRun } = await cut(scope);
      expect(states(last())).toEqual(states(before));
      expect(last().lastCompleteReport?.verdict).toBe(before.lastCompleteReport?.verdict);
      expect(last().refusal).toBeNull();
      expect(last().miss).toEqual({ at: NOW, message: "The connection was lost." });
      expect(last().asOf.has("app-access")).toBe(true);
      expect(saveRun).not.toHaveBeenCalled();
    }
  );

  it("says so where it was asked for, and is forgotten once the org answers", async () => {
    const { session, last, line } = await cut("access");
    expect(last().recheck).toMatchObject({ outcome: "not-checked" });
    expect(last().recheck?.text).toContain("The connection was lost.");
    line.isCut = false;
    line.changes = {};
    await session.checkStep("access", [`app-access/${SYSTEM_USER}`]);
    expect(last().recheck?.outcome).toBe("fixed");
    expect(last().miss).toBeNull();
    expect(last().asOf.size).toBe(0);
  });

  it("does not stand in for an answer to another question", async () => {
    const { session, last } = await cut("access");
    await session.select({ systemUser: { id: IMPACTED_USER }, impactedUsers: [] });
    expect(finding(last(), "app-access").state).toBe("unknown");
  });

  it("is no such check where the org says that something is hidden: that is an answer", async () => {
    const changes: { current: Changes } = { current: {} };
    const { session, last } = started(promptSource(changes));
    await session.select(selection);
    changes.current = { faults: { "permission-set-assignments": "no-object" } };
    await session.checkStep("access");
    expect(last().miss).toBeNull();
    expect(finding(last(), "app-access").state).toBe("unknown");
  });

  it.each([
    [REFUSED, true],
    [Object.assign(new Error(), { body: { message: "You may not use MCC Health." } }), false],
    [Object.assign(new Error("x"), { status: 500, body: { message: "You may not use MCC Health." } }), false]
  ])("the first time, tells whether the connection was lost (%#)", async (error, wasLost) => {
    const { session, last } = started({ runQueries: () => Promise.reject(error) });
    await session.open();
    expect(last().refusal).not.toBeNull();
    expect(last().wasLost).toBe(wasLost);
  });
});

describe("choosing", () => {
  it("people asks about them, and not again about the org", async () => {
    const source = promptSource({ current: {} });
    const { session, last } = started(source);
    await session.checkAll();
    expect(last().report.people.systemUserChosen).toBe(false);
    source.asked.length = 0;
    await session.select({ systemUser: { id: SYSTEM_USER }, impactedUsers: [{ id: IMPACTED_USER }] });
    expect(last().report.people.systemUserChosen).toBe(true);
    expect(last().report.people.impactedUsers.map(({ id }) => id)).toEqual([IMPACTED_USER]);
    expect(source.asked.flat()).toContain("users");
    expect(source.asked.flat()).not.toContain("organization");
  });

  it("one of several connected apps asks about that one", async () => {
    const apps = [APP, "0H4000000000002AAA"].map((Id) => ({
      Id,
      Name: "Salesforce Marketing Cloud",
      LastModifiedDate: NOW.toISOString()
    }));
    const { session, last } = started(promptSource({ current: { rows: { "connected-apps": apps } } }));
    await session.checkAll();
    expect(finding(last(), "app-installed").case).toBe("several-apps");
    expect(last().apps.map(({ id }) => id)).toEqual(apps.map(({ Id }) => Id));
    await session.select({ ...selection, appId: APP });
    expect(finding(last(), "app-installed").state).toBe("pass");
  });
});

const ALL_RIGHTS = { confirm: true, undo: true, savePeople: true, saveRun: true };
const NOTHING: LoadedRecords = { people: null, confirmations: [], runs: [], rights: ALL_RIGHTS };

/** Remembers `recalled`, and does otherwise what `methods` say. */
const remembering = (recalled: Partial<LoadedRecords>, methods: Partial<Records> = {}): Records => ({
  ...emptyMemory,
  load: () => Promise.resolve({ ...NOTHING, ...recalled }),
  ...methods
});

/** Keeps confirmations as MccRecordsController does: who saw another version than the one that is kept, is told what is kept. */
function sharedRecords(): (by: string) => Records {
  let stored: SavedConfirmation[] = [];
  let versions = 0;
  const key = ({ check, subjectId }: Pick<ConfirmationInput, "check" | "subjectId">): string =>
    `${check}/${subjectId ?? ""}`;
  const write = (word: ConfirmationInput, add: SavedConfirmation[]): Promise<SaveResult<SavedConfirmation[]>> => {
    const found = stored.find((each) => key(each) === key(word))?.version ?? null;
    const isNewest = found === word.version;
    if (isNewest) stored = [...stored.filter((each) => key(each) !== key(word)), ...add];
    return Promise.resolve({ reason: isNewest ? null : "changed", message: "", saved: stored });
  };
  return (by) => ({
    ...emptyMemory,
    load: () => Promise.resolve({ ...NOTHING, confirmations: stored }),
    confirm: (word) => write(word, [{ ...word, by, at: NOW.toISOString(), version: `v${versions++}` }]),
    undo: (word) => write(word, [])
  });
}

async function opened(records: Records) {
  const all = started(promptSource({ current: {} }), records);
  await all.session.open();
  await all.session.select(selection);
  return all;
}

describe.each([
  ["in the org", () => sharedRecords()("Vera Lind")],
  ["for the visit, when the org can't tell what it keeps", () => remembering({ confirmations: null })]
])("confirming, kept %s", (_where, records) => {
  async function confirmed(answer: string) {
    const all = await opened(records());
    const before = all.last().lastCompleteReport?.counts.toConfirm ?? 0;
    await all.session.confirm("api-user-flag", answer, "seen in Setup");
    return { ...all, before };
  }

  it("that it holds counts it as held, with who, when and the note", async () => {
    const { last, before } = await confirmed("selected");
    const { state, confirmation } = finding(last(), "api-user-flag");
    expect(state).toBe("confirmed");
    expect(confirmation).toMatchObject({
      by: "Vera Lind",
      at: NOW.toISOString(),
      answer: "selected",
      note: "seen in Setup"
    });
    expect(last().lastCompleteReport?.counts.toConfirm).toBe(before - 1);
  });

  it("that it does not hold makes it what must be mended", async () => {
    const { last } = await confirmed("not-selected");
    expect(finding(last(), "api-user-flag").state).toBe("refuted");
    expect(last().lastCompleteReport?.verdict).toBe("blocked");
  });

  it("is undone", async () => {
    const { session, last, before } = await confirmed("selected");
    await session.undo("api-user-flag");
    expect(finding(last(), "api-user-flag").state).toBe("confirm");
    expect(last().lastCompleteReport?.counts.toConfirm).toBe(before);
  });

  it("lapses when the system user becomes another one", async () => {
    const { session, last } = await confirmed("selected");
    await session.select({ systemUser: { id: IMPACTED_USER }, impactedUsers: [] });
    const found = finding(last(), "api-user-flag");
    expect(found.state).toBe("confirm");
    expect(found.lapsed).not.toBeNull();
    expect(findingKey(found)).toBe("api-user-flag");
  });
});

describe("confirming in the org", () => {
  it("is shown only when the org has kept it, and can't be asked for twice meanwhile", async () => {
    const org = sharedRecords()("Vera Lind");
    const words: ConfirmationInput[] = [];
    let keep = (): void => undefined;
    const confirm = async (word: ConfirmationInput) => {
      words.push(word);
      await new Promise<void>((resolve) => (keep = resolve));
      return org.confirm(word);
    };
    const { session, last } = await opened({ ...org, confirm });
    const open = finding(last(), "api-user-flag");
    const saving = session.confirm(findingKey(open), "selected", "");
    void session.confirm(findingKey(open), "not-selected", "");
    await settled();
    expect(last().confirming.saving).toEqual(["api-user-flag"]);
    expect(finding(last(), "api-user-flag").state).toBe("confirm");
    keep();
    await saving;
    expect(words).toHaveLength(1);
    expect(last().confirming.saving).toEqual([]);
    expect(finding(last(), "api-user-flag").state).toBe("confirmed");
  });

  it("of the same in two tabs: one wins, the other is told whose answer it is, and can then undo it", async () => {
    const by = sharedRecords();
    const [one, other] = [await opened(by("Vera Lind")), await opened(by("Otto Berg"))];
    const open = finding(one.last(), "api-user-flag");
    await one.session.confirm(findingKey(open), "selected", "");
    await other.session.confirm(findingKey(open), "not-selected", "");
    expect(other.last().confirming.trouble).toMatchObject({ finding: "api-user-flag", by: "Vera Lind" });
    expect(finding(other.last(), "api-user-flag").state).toBe("confirmed");
    await other.session.undo(findingKey(open));
    expect(other.last().confirming.trouble).toBeNull();
    expect(finding(other.last(), "api-user-flag").state).toBe("confirm");
  });

  it.each(["no-access", "failed"] as const)("that is refused (%s) changes nothing and tells why", async (reason) => {
    const refused = { reason, message: "planted", saved: null };
    const { session, last } = await opened(remembering({}, { confirm: () => Promise.resolve(refused) }));
    await session.confirm("api-user-flag", "selected", "");
    expect(last().confirming.trouble).toMatchObject({ reason, message: "planted" });
    expect(finding(last(), "api-user-flag").state).toBe("confirm");
  });

  it("is not possible without the right to write", async () => {
    const confirm = jest.fn(emptyMemory.confirm);
    const { session, last } = await opened(remembering({ rights: { ...ALL_RIGHTS, confirm: false } }, { confirm }));
    await session.confirm("api-user-flag", "selected", "");
    expect(last().confirming.where).toBe("nowhere");
    expect(confirm).not.toHaveBeenCalled();
  });
});

describe("opening", () => {
  it("asks what can be asked at once, and waits with the rest until it knows whom", async () => {
    const source = heldSource();
    let load: (loaded: LoadedRecords) => void = () => undefined;
    const records = { ...emptyMemory, load: () => new Promise<LoadedRecords>((resolve) => (load = resolve)) };
    const { session, last } = started(source, records);
    const done = session.open();
    source.waves[0]?.answer();
    await settled();
    expect(last().confirming.where).toBe("loading");
    expect(source.waves).toHaveLength(1);
    load({ ...NOTHING, people: selection });
    await settled();
    source.waves[1]?.answer();
    await settled();
    source.waves[2]?.answer();
    expect(await done).toBe(true);
    expect(source.waves).toHaveLength(3);
    expect(last().selection).toEqual(selection);
    expect(last().report.people.systemUserChosen).toBe(true);
  });

  describe("when the org did not tell what it remembers", () => {
    const stored: SavedConfirmation = {
      check: "api-user-flag",
      subjectId: null,
      holds: true,
      note: "",
      by: "Vera Lind",
      at: NOW.toISOString(),
      basis: {},
      version: "v0"
    };
    const saved = { ...NOTHING, people: selection, confirmations: [stored] };
    const failing = () => {
      const load = jest.fn(() => Promise.resolve<LoadedRecords>(saved));
      load.mockResolvedValueOnce({ ...NOTHING, confirmations: null });
      return { ...emptyMemory, load };
    };

    it("asks it again with the next check, and not once it has told", async () => {
      const records = failing();
      const { session, last } = started(promptSource({ current: {} }), records);
      await session.open();
      expect(last().confirming.where).toBe("visit");
      await session.checkAll();
      expect(last().confirming.where).toBe("org");
      expect(last().selection).toBe(selection);
      await session.checkAll();
      expect(records.load).toHaveBeenCalledTimes(2);
    });

    it("keeps what was said and chosen meanwhile", async () => {
      const { session, last } = started(promptSource({ current: {} }), failing());
      await session.open();
      const chosen = { ...selection, impactedUsers: [] };
      await session.select(chosen);
      await session.confirm("api-user-flag", "not-selected", "");
      await session.checkAll();
      expect(last().selection).toBe(chosen);
      expect(finding(last(), "api-user-flag").state).toBe("refuted");
      expect(last().confirming.where).toBe("visit");
    });
  });

  it("goes on without the people that could not be read", async () => {
    const { session, last } = started(promptSource({ current: {} }), remembering({ people: null }));
    expect(await session.open()).toBe(true);
    expect(last().report.people.systemUserChosen).toBe(false);
  });

  it("leaves the choice that was made meanwhile", async () => {
    const { session, last } = started(promptSource({ current: {} }), remembering({ people: { impactedUsers: [] } }));
    const done = session.open();
    await session.select(selection);
    expect(await done).toBe(false);
    expect(last().selection).toBe(selection);
  });
});

describe("a choice of people", () => {
  it("is kept, the last one last", async () => {
    const stored: unknown[] = [];
    const savePeople: Records["savePeople"] = (chosen) => {
      stored.push(chosen);
      return Promise.resolve({ reason: null, message: "", saved: chosen });
    };
    const { session, last } = await opened(remembering({}, { savePeople }));
    const nobody = { impactedUsers: [] };
    await session.select(nobody);
    await settled();
    expect(stored).toEqual([selection, nobody]);
    expect(last().peopleNotSaved).toBeNull();
  });

  it.each([
    ["is refused", {}, "failed"],
    ["is not allowed", { rights: { ...ALL_RIGHTS, savePeople: false } }, "no-access"]
  ])("that %s counts for the visit, and is told", async (_what, recalled, reason) => {
    const { last } = await opened(remembering(recalled));
    await settled();
    expect(last().peopleNotSaved?.reason).toBe(reason);
    expect(last().selection).toBe(selection);
  });
});

describe("a run that is whole", () => {
  it.each([
    ["is kept when the page is opened", (session: Session) => session.open(), 1],
    ["is kept when everything is checked", (session: Session) => session.checkAll(), 1],
    ["does not come of checking one step", (session: Session) => session.checkStep("access"), 0]
  ])("%s", async (_what, act, times) => {
    const saveRun = jest.fn(emptyMemory.saveRun);
    const { session, last } = started(promptSource({ current: {} }), remembering({}, { saveRun }));
    await act(session);
    await settled();
    expect(saveRun).toHaveBeenCalledTimes(times);
    expect(last().history.notSaved?.reason ?? null).toBe(times ? "failed" : null);
  });

  it.each<[RecordsAnswer["reason"], string, string, string]>([
    [null, "is kept, while older ones could not be deleted: both are told", "Not yours.", "Not yours."],
    ["failed", "that is not kept tells nothing of older ones", "Storage is full.", ""]
  ])("%s: %s", async (reason, _what, message, notDropped) => {
    const saveRun = (): ReturnType<Records["saveRun"]> => Promise.resolve({ reason, message, saved: [] });
    const { session, last } = started(promptSource({ current: {} }), remembering({}, { saveRun }));
    await session.checkAll();
    await settled();
    expect(last().history).toMatchObject({ notSaved: reason && { reason, message }, notDropped });
  });

  it("is not kept when nothing was answered", async () => {
    const saveRun = jest.fn(emptyMemory.saveRun);
    const { session } = started({ runQueries: () => Promise.reject(new Error("no")) }, remembering({}, { saveRun }));
    await session.open();
    expect(saveRun).not.toHaveBeenCalled();
  });

  it("is compared with the one before when somebody asks, and the answer follows what is checked then", async () => {
    const changes: { current: Changes } = { current: {} };
    const before = savedReport(reportOf(CHECKS, situation({ rows: { "permission-set-assignments": [] } })));
    const previous = { Id: "a02", CreatedDate: before.at, CreatedBy: { Name: "Vera Lind" }, Verdict__c: "blocked" };
    const report = jest.fn(() => Promise.resolve(before));
    const records = remembering({ people: selection, runs: [previous] }, { report });
    const { session, last } = started(promptSource(changes), records);
    await session.open();
    expect(last().history).toMatchObject({ previous, changes: null });
    expect(report).not.toHaveBeenCalled();
    await session.compare();
    await session.compare();
    expect(report).toHaveBeenCalledTimes(1);
    const changed = () => {
      const { changes: found } = last().history;
      return found && "findings" in found ? found.findings.map(({ finding: { check }, was }) => [check, was]) : null;
    };
    expect(changed()).toContainEqual(["app-access", "fail"]);
    changes.current = { rows: { "permission-set-assignments": [] } };
    await session.checkStep("access");
    expect(changed()).not.toContainEqual(["app-access", "fail"]);
  });

  it("names who changed what since then: what broke, what was mended, and the app's policies, each once, newest first", async () => {
    const entry = (days: number, Action: string, Display: string) => ({
      Id: `0Ym${String(-days)}`,
      Action,
      Display,
      CreatedDate: inDays(days),
      CreatedBy: { Name: "Otto Berg" }
    });
    const rows = {
      users: [systemUser(), impactedUser({ IsActive: false })],
      "setup-changes": [
        entry(-1, "deactivateduser", `Deactivated user (${IMPACTED_USER.slice(0, 15)})`),
        entry(-3, "activateduser", `Activated user (${SYSTEM_USER.slice(0, 15)})`),
        entry(-9, "frozeuser", "Froze user Ada Fields")
      ],
      "app-policy-changes": [
        entry(-2, "changeUserRuntimeAccessPolicy", "Changed connected app Salesforce Marketing Cloud Permitted Users")
      ]
    };
    const before = { ...savedReport(reportOf(CHECKS, situation({}))), at: inDays(-5) };
    const previous = { Id: "a02", CreatedDate: before.at, CreatedBy: { Name: "Vera Lind" }, Verdict__c: "healthy" };
    const records = remembering({ people: selection, runs: [previous] }, { report: () => Promise.resolve(before) });
    const { session, last } = started(promptSource({ current: { rows } }), records);
    await session.open();
    await session.compare();
    const { changes } = last().history;
    expect(changes && "entries" in changes && changes.entries.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Deactivated/),
      expect.stringMatching(/^Changed connected app/),
      expect.stringMatching(/^Activated/)
    ]);
  });

  it.each<[string, Changes, string]>([
    ["the last without problems, while something is wrong", { rows: { "permission-set-assignments": [] } }, "a01"],
    ["the one before, while nothing is", {}, "a02"]
  ])("is compared with %s", async (_which, changes, expected) => {
    const run = { CreatedDate: NOW.toISOString(), CreatedBy: { Name: "Vera Lind" } };
    const runs = [
      { ...run, Id: "a02", Verdict__c: "blocked" },
      { ...run, Id: "a01", Verdict__c: "healthy" },
      { ...run, Id: "a00", Verdict__c: "healthy" }
    ];
    const { session, last } = started(promptSource({ current: changes }), remembering({ people: selection, runs }));
    await session.open();
    expect(last().history.previous?.Id).toBe(expected);
    expect(last().history.healthy?.Id).toBe("a01");
  });

  describe("that says what the newest saved one says", () => {
    const now = reportOf(CHECKS, situation({}));
    const { verdict, people, milliseconds, ...numbers } = runToSave(now, 0);
    const run = (Id: string) => ({
      Id,
      CreatedDate: NOW.toISOString(),
      CreatedBy: { Name: "Vera Lind" },
      Verdict__c: verdict,
      Blockers__c: numbers.blockers,
      Problems__c: numbers.problems,
      Unknown__c: numbers.unknown,
      To_Confirm__c: numbers.toConfirm,
      Warnings__c: numbers.warnings,
      Passed__c: numbers.passed,
      People__c: people,
      Milliseconds__c: milliseconds
    });
    const newest = run("a02");
    const older = { ...run("a01"), Verdict__c: "healthy" };
    const same = savedReport(now);

    it.each<[string, object, Records["report"], boolean]>([
      ["is not saved again", newest, () => Promise.resolve({ ...same, at: "2026-01-01T00:00:00.000Z" }), false],
      [
        "is not saved again where only its values moved on with the time",
        newest,
        () => Promise.resolve({ ...same, findings: same.findings.map((each) => ({ ...each, values: { days: 9 } })) }),
        false
      ],
      ["is saved where a number differs", { ...newest, Passed__c: 1 }, () => Promise.resolve(same), true],
      [
        "is saved where a finding differs",
        newest,
        () => Promise.resolve({ ...same, findings: same.findings.slice(1) }),
        true
      ],
      ["is saved where the saved one can't be read", newest, () => Promise.reject(new Error("gone")), true],
      ["is saved where the saved one is of another version", newest, () => Promise.resolve(undefined), true]
    ])("%s", async (_what, first, report, isSaved) => {
      const saveRun = jest.fn(emptyMemory.saveRun);
      const runs = [first, older] as LoadedRecords["runs"];
      const records = remembering({ people: selection, runs }, { saveRun, report });
      const { session, last } = started(promptSource({ current: {} }), records);
      await session.open();
      await settled();
      expect(saveRun).toHaveBeenCalledTimes(isSaved ? 1 : 0);
      expect(last().history.previous?.Id).toBe(isSaved ? "a02" : "a01");
    });
  });

  it.each([
    ["was kept by another version", () => Promise.resolve(undefined), ""],
    ["can't be read", () => Promise.reject(new Error("gone")), "gone"]
  ])("says when the report before %s", async (_what, report, message) => {
    const previous = { Id: "a02", CreatedDate: NOW.toISOString(), CreatedBy: { Name: "Vera Lind" }, Verdict__c: "x" };
    const { session, last } = started(promptSource({ current: {} }), remembering({ runs: [previous] }, { report }));
    await session.open();
    await session.compare();
    expect(last().history.changes).toEqual({ message });
  });
});

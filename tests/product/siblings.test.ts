import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isPassed, type Confirmation, type Report, type Selection, type State } from "../../checklist/index.ts";
import { readInput, runOf, YESTERDAY, type Records } from "./changed-org.ts";
import { allConfirmed } from "./run.ts";

/**
 * Variations of the kinds of trouble in `inputs`: the right app, the right user, and what people said before. Each is a
 * healthy org, but for one thing.
 */
interface Sibling {
  readonly name: string;
  readonly records: Records;
  readonly selection: Selection;
  /** By check, or by check and username; of what was confirmed before the change, where that is said. */
  readonly states: Readonly<Record<string, State>>;
  /** As above, with all confirmed that the healthy org asks for, before the change. */
  readonly after?: Readonly<Record<string, State>>;
  readonly first?: string;
  /** Username of whom the run takes for the system user. */
  readonly systemUser?: string;
  /** Whether all may be confirmed, and the verdict be healthy then. */
  readonly healthy: boolean;
}

type Row = Readonly<Record<string, unknown>>;
const { records: base } = await readInput<{ records: Record<string, readonly Row[]> }>("harbour-lane.json");
const rowsOf = (object: string): readonly Row[] => base[object] ?? [];
/** @returns the object's rows, with some changed */
const changed = (object: string, of: (row: Row) => boolean, change: Row): Records => ({
  [object]: rowsOf(object).map((row) => (of(row) ? { ...row, ...change } : row))
});

const ADA = "ada.fields@example.com";
const SYSTEM = "mcc.system@example.com";
const [ADA_ID, SYSTEM_ID, NILS_ID] = ["005000000000001", "005000000000002", "005000000000003"];
const named: Selection = { systemUser: { username: SYSTEM }, impactedUsers: [] };
const nobody: Selection = { impactedUsers: [] };

const APP = "Salesforce Marketing Cloud";
const app = (Id: string, Name: string, change: Row = {}): Row => ({
  ...rowsOf("ConnectedApplication")[0],
  Id,
  Name,
  ...change
});
const OURS = app("0H4000000000001", APP);
const OTHER_ID = "0H4000000000077";
/** Whoever judged this app would alarm about its policies. */
const neighbor = (name: string): Row => app(OTHER_ID, name, { OptionsAllowAdminApprovedUsersOnly: false });
const only = (name: string): Records => ({ ConnectedApplication: [neighbor(name)], SetupEntityAccess: [] });

const system = (change: Row): Records => changed("User", ({ Id }) => Id === SYSTEM_ID, change);
const NO_MAPPING = changed("User", () => true, { et4ae5__ExactTargetUsername__c: null });
const NO_SET: Records = {
  PermissionSetAssignment: rowsOf("PermissionSetAssignment").filter(
    ({ PermissionSetId }) => PermissionSetId !== "0PS000000000012"
  )
};
const NO_RESULTS: Records = { et4ae5__IndividualEmailResult__c: [] };
const resultsBy = (CreatedById: string): Records =>
  changed("et4ae5__IndividualEmailResult__c", ({ Id }) => Id === "a03000000000001", { CreatedById });
const configurations = (...changes: Row[]): Records => ({
  et4ae5__Configuration__c: changes.map((change, i) => ({
    ...rowsOf("et4ae5__Configuration__c")[0],
    Id: `a0000000000000${String(i + 1)}`,
    ...change
  }))
});
const noted = (Display: string, Action = "changeIpRelaxationPolicy"): Records => ({
  SetupAuditTrail: [
    ...rowsOf("SetupAuditTrail"),
    {
      Id: "0Ym000000000009",
      Action,
      Section: "Application",
      Display,
      CreatedDate: "now-1h",
      CreatedById: ADA_ID
    }
  ]
});

const APP_CHECKS = ["app-permission-set", "permitted-users", "ip-relaxation", "refresh-token-policy", "session-level"];
const nothingOf = (state: State): Readonly<Record<string, State>> =>
  Object.fromEntries(APP_CHECKS.map((check) => [check, state]));

const NEIGHBORS = [
  "Marketing Cloud Account Engagement",
  "Salesforce Marketing Cloud Mobile",
  "Salesforce Marketing Cloud Intelligence",
  "Salesforce Marketing Cloud Personalization",
  "Marketing Cloud-Kontointeraktion",
  "Interacción de cuentas de Marketing Cloud",
  "Kontoengagemang i Marketing Cloud",
  "Marketing Cloud アカウントエンゲージメント",
  "Salesforce Marketing Cloud (Test)",
  "My Salesforce Marketing Cloud",
  "salesforce marketing cloud"
];

/** Of an app, in words that MCC Health does not know. */
const SENTENCES: readonly ((name: string) => string)[] = [
  (name) => `Einstellung der IP-Lockerung der verbundenen Anwendung ${name} wurde von A in B geändert`,
  (name) => `Verbundene Anwendung „${name}“: Zulässige Benutzer wurde geändert`,
  (name) => `Ändrade inställningen för IP-avslappning för den anslutna appen ${name} från A till B`
];

const SIBLINGS: readonly Sibling[] = [
  ...NEIGHBORS.flatMap((name): Sibling[] => [
    {
      name: `only ${name} is installed`,
      records: only(name),
      selection: named,
      states: { "app-installed": "fail", ...nothingOf("not-applicable") },
      first: "app-installed",
      healthy: false
    }
  ]),
  ...NEIGHBORS.filter((name) => name.toLowerCase() !== APP.toLowerCase()).map((name): Sibling => ({
    name: `${name} is installed beside the connector's app`,
    records: { ConnectedApplication: [neighbor(name), OURS] },
    selection: named,
    states: { "app-installed": "pass", "permitted-users": "pass" },
    after: { "ip-relaxation": "confirmed", "refresh-token-policy": "confirmed" },
    healthy: true
  })),
  {
    name: "the app bears another name, and a person chose it",
    records: {
      ConnectedApplication: [app("0H4000000000001", "Marketing Cloud Connect"), neighbor("Marketing Cloud Mobile")]
    },
    selection: { ...named, appId: "0H4000000000001CAA" },
    states: { "app-installed": "pass", "permitted-users": "pass" },
    healthy: true
  },
  {
    name: "no app has the name, and none a similar one",
    records: { ConnectedApplication: [], SetupEntityAccess: [] },
    selection: named,
    states: { "app-installed": "fail", ...nothingOf("not-applicable") },
    first: "app-installed",
    healthy: false
  },
  ...[APP, "SALESFORCE MARKETING CLOUD", `${APP} `].map((name): Sibling => ({
    name: `two apps have the name: ${JSON.stringify(name)} beside the connector's`,
    records: { ConnectedApplication: [OURS, neighbor(name)] },
    selection: named,
    states: { "app-installed": "unknown", ...nothingOf("unknown") },
    after: { "app-installed": "unknown", "ip-relaxation": "unknown" },
    first: "app-installed",
    healthy: false
  })),
  {
    name: "two apps have the name, and a person chose the wrong one",
    records: { ConnectedApplication: [OURS, neighbor(APP)] },
    selection: { ...named, appId: `${OTHER_ID}CAA` },
    states: { "app-permission-set": "fail", "permitted-users": "fail" },
    after: { "ip-relaxation": "confirm", "refresh-token-policy": "confirm" },
    healthy: false
  },
  ...(
    [
      ["deactivated", system({ IsActive: false }), "user-active"],
      ["frozen", changed("UserLogin", ({ UserId }) => UserId === SYSTEM_ID, { IsFrozen: true }), "user-locked"],
      [
        "without a checkbox",
        system({ et4ae5__ExactTargetForAppExchangeUser__c: false, et4ae5__ExactTargetForAppExchangeAdmin__c: false }),
        "appexchange-admin"
      ]
    ] as const
  ).flatMap(([what, records, check]): Sibling[] => [
    {
      name: `whom the configuration names is ${what}, and nobody said who the system user is`,
      records,
      selection: nobody,
      states: { "system-user-chosen": "unknown", [`${check} ${SYSTEM}`]: "fail" },
      after: { "marketing-cloud-tab": "confirm", "api-user-integrated": "confirm" },
      first: "system-user-chosen",
      systemUser: SYSTEM,
      healthy: false
    },
    {
      name: `the system user is ${what}`,
      records,
      selection: named,
      states: { [`${check} ${SYSTEM}`]: "fail" },
      after: { "marketing-cloud-tab": "confirm", "api-user-integrated": "confirm" },
      healthy: false
    }
  ]),
  {
    name: "the configuration names a Marketing Cloud user to whom nobody is mapped",
    records: configurations({ et4ae5__Username__c: "gone@mc.example.com" }),
    selection: named,
    states: { "shared-mc-user": "confirm", "system-user-plausible": "pass" },
    after: { "api-user-integrated": "confirm", "shared-mc-user": "confirm" },
    healthy: true
  },
  {
    name: "the configuration names one to whom nobody is mapped, and nobody said who the system user is",
    records: configurations({ et4ae5__Username__c: "gone@mc.example.com" }),
    selection: nobody,
    states: { "system-user-chosen": "unknown" },
    first: "system-user-chosen",
    systemUser: SYSTEM,
    healthy: false
  },
  {
    name: "the configuration has two rows with different Marketing Cloud users",
    records: configurations({}, { et4ae5__Username__c: "second@mc.example.com" }),
    selection: named,
    states: { "connector-configured": "confirm" },
    after: { "api-user-integrated": "confirm", "scope-by-user": "confirm" },
    healthy: true
  },
  {
    name: "the configuration has two rows, and somebody else is mapped to the second user",
    records: {
      ...configurations({}, { et4ae5__Username__c: "second@mc.example.com" }),
      ...changed("User", ({ Id }) => Id === ADA_ID, { et4ae5__ExactTargetUsername__c: "second@mc.example.com" })
    },
    selection: named,
    states: { "connector-configured": "confirm", "shared-mc-user": "confirm" },
    healthy: true
  },
  {
    name: "the configuration has two rows, and only the second names a user",
    records: configurations({ et4ae5__Username__c: null }, {}),
    selection: named,
    states: { "connector-configured": "pass", "system-user-plausible": "pass" },
    healthy: true
  },
  {
    name: "two people are mapped to the API User, one of them inactive",
    records: changed("User", ({ Id }) => Id === NILS_ID, {
      IsActive: false,
      et4ae5__ExactTargetUsername__c: "api.user@mc.example.com"
    }),
    selection: named,
    states: { "shared-mc-user": "pass", "system-user-plausible": "pass" },
    healthy: true
  },
  {
    name: "an integration user wrote the newest results, while the mapping names the system user",
    records: resultsBy(NILS_ID),
    selection: named,
    states: { "system-user-plausible": "pass" },
    healthy: true
  },
  {
    name: "an integration user wrote the newest results, and nobody said who the system user is",
    records: resultsBy(NILS_ID),
    selection: nobody,
    states: { "system-user-chosen": "unknown" },
    first: "system-user-chosen",
    systemUser: SYSTEM,
    healthy: false
  },
  {
    name: "an integration user wrote the newest results, and nothing else names anybody",
    records: { ...resultsBy(NILS_ID), ...NO_MAPPING, ...NO_SET },
    selection: named,
    states: { "system-user-plausible": "warn" },
    healthy: false
  },
  {
    name: "somebody chose an admin whom nothing names",
    records: {},
    selection: { systemUser: { username: ADA }, impactedUsers: [] },
    states: { "system-user-plausible": "warn", "shared-mc-user": "fail" },
    after: { "marketing-cloud-tab": "confirm", "api-user-integrated": "confirm" },
    healthy: false
  },
  {
    name: "people confirmed of the system user, and the run guesses another",
    records: { ...NO_MAPPING, ...NO_SET, ...NO_RESULTS },
    selection: nobody,
    states: { "system-user-chosen": "unknown" },
    after: { "marketing-cloud-tab": "confirm", "api-user-integrated": "confirm", "api-user-flag": "confirm" },
    first: "system-user-chosen",
    systemUser: ADA,
    healthy: false
  },
  ...SENTENCES.flatMap((sentence): Sibling[] => [
    ...["Mobile", "Account Engagement", "Mobile Push", "EU1", "2"].map((more): Sibling => ({
      name: `the trail tells of an app that is gone: ${sentence(`${APP} ${more}`)}`,
      records: noted(sentence(`${APP} ${more}`)),
      selection: named,
      states: { "app-changes": "pass" },
      after: { "ip-relaxation": "confirmed", "refresh-token-policy": "confirmed" },
      healthy: true
    })),
    {
      name: `the trail tells of an app that is there: ${sentence(`${APP} for Mobile`)}`,
      records: { ...noted(sentence(`${APP} for Mobile`)), ConnectedApplication: [OURS, neighbor(`${APP} for Mobile`)] },
      selection: named,
      states: { "app-changes": "pass" },
      after: { "ip-relaxation": "confirmed", "refresh-token-policy": "confirmed" },
      healthy: true
    },
    {
      name: `the trail tells of the connector's app: ${sentence(APP)}`,
      records: noted(sentence(APP)),
      selection: named,
      states: { "app-changes": "warn", "ip-relaxation": "confirm" },
      after: { "ip-relaxation": "confirm", "refresh-token-policy": "confirm" },
      healthy: true
    }
  ]),
  {
    name: "the trail tells the app's Id, in another language",
    records: noted("Sitzungsrichtlinie 0H4000000000001: 15 Minuten", "insertConnectedAppSessionPolicy"),
    selection: named,
    states: { "app-changes": "warn" },
    after: { "ip-relaxation": "confirm", "refresh-token-policy": "confirm" },
    healthy: true
  },
  {
    name: "the trail tells another app's Id, in another language",
    records: noted("Sitzungsrichtlinie 0H4000000000077: 15 Minuten", "insertConnectedAppSessionPolicy"),
    selection: named,
    states: { "app-changes": "pass" },
    after: { "ip-relaxation": "confirmed" },
    healthy: true
  }
];

const before = (await runOf({ of: "harbour-lane", records: {} }, named))();
const saidBefore: readonly Confirmation[] = allConfirmed({ report: before }, YESTERDAY);

/** @returns the states of the findings that are asked about */
function statesIn({ findings }: Report, asked: Readonly<Record<string, State>>): Readonly<Record<string, unknown>> {
  const found = new Map(
    findings.map(({ check, subject, state }) => [[check, subject?.username ?? []].flat().join(" "), state])
  );
  return Object.fromEntries(Object.keys(asked).map((key) => [key, found.get(key)]));
}

for (const { name, records, selection, states, after = {}, first, systemUser, healthy } of SIBLINGS)
  describe(name, async () => {
    const run = await runOf({ of: "harbour-lane", records }, selection);
    const plain = run();

    test("is found as it is", () => {
      assert.deepEqual(statesIn(plain, states), states);
      if (first !== undefined) assert.equal(plain.first, first);
      if (systemUser !== undefined) assert.equal(plain.people.systemUser?.username, systemUser);
    });

    test("leaves of what people said before only what still holds", () => {
      assert.deepEqual(statesIn(run(saidBefore), after), after);
    });

    test(healthy ? "is healthy once all is confirmed" : "is never healthy, whatever is confirmed", () => {
      assert.equal(run(allConfirmed({ report: plain }, YESTERDAY)).verdict === "healthy", healthy);
    });
  });

test("no fix leads to an app that nobody established", async () => {
  for (const name of NEIGHBORS) {
    const { findings } = (await runOf({ of: "harbour-lane", records: only(name) }, named))();
    const led = findings.filter(({ fix }) => fix.link?.address.includes(OTHER_ID));
    assert.deepEqual(
      led.map(({ check }) => check),
      [],
      name
    );
    assert.deepEqual(findings.find(({ check }) => check === "app-installed")?.values.names, [name]);
  }
});

test("what is found of a guess passes nothing and decides nothing", async () => {
  const records = { ...NO_MAPPING, ...NO_SET, ...NO_RESULTS };
  const { findings, counts } = (await runOf({ of: "harbour-lane", records }, nobody))(saidBefore);
  const ofGuess = findings.filter(({ subject }) => subject?.role === "system-user");
  assert.ok(ofGuess.length > 0 && ofGuess.every(({ tentative }) => tentative));
  assert.equal(counts.blockers + counts.problems, 0);
  assert.ok(!findings.some((finding) => finding.check === "system-user-chosen" && isPassed(finding)));
});

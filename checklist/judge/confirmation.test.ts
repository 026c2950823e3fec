import { CHECKS } from "../checks/index.ts";
import { checkOf } from "../catalogue.ts";
import { BASIS, type BasisPart } from "../facts/basis.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import {
  APP,
  APP_GROUP,
  assignment,
  IMPACTED_USER,
  inDays,
  noCandidate,
  NOW,
  setGrant,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes,
  type RowsByQuery
} from "../testing/situation.ts";
import type { CheckId } from "./ids.ts";
import { lapseOf, type Confirmation } from "./confirmation.ts";
import { judge } from "./judge.ts";

/** What a person said of the check while the org was as in `then`, judged when it is as in `now`. */
function later(check: CheckId, now: Changes, then: Changes = {}) {
  const confirmations = [givenConfirmation(check, {}, then)];
  const [found] = judge([checkOf(check)], situation({ ...now, confirmations })).findings;
  return { state: found?.state, lapsed: found?.lapsed };
}

const app = { Id: APP, Name: "Salesforce Marketing Cloud", LastModifiedDate: inDays(-200) };
const change = {
  Id: "0Ym000000000001AAA",
  Action: "changeUserRuntimeAccessPolicy",
  Display: "Changed connected app Salesforce Marketing Cloud Permitted Users setting from A to B",
  CreatedDate: inDays(-2)
};
const session = {
  ...change,
  Action: "insertConnectedAppSessionPolicy",
  Display: `Sitzungsrichtlinie für ${APP.slice(0, 15)} gespeichert`
};
const other = { ...change, Display: "Changed connected app Another Permitted Users setting from A to B" };
const longer = {
  ...change,
  Display: "IP-Einstellung von Salesforce Marketing Cloud Mobile geändert"
};
const withMobile = [app, { ...app, Id: "0H4000000000002AAA", Name: "Salesforce Marketing Cloud Mobile" }];
const configuration = { Id: "a00000000000001AAA", CreatedDate: inDays(-700), et4ae5__Username__c: "mc-api-user" };
const boxes = {
  Id: SYSTEM_USER,
  et4ae5__ExactTargetForAppExchangeUser__c: true,
  et4ae5__ExactTargetForAppExchangeAdmin__c: true
};
const group = (Status: string): RowsByQuery => ({
  "permission-set-assignments": [],
  "group-assignments": [{ Id: "0Pa9", AssigneeId: SYSTEM_USER, PermissionSetGroupId: APP_GROUP, IsActive: true }],
  "permission-set-groups": [
    {
      Id: "0PG1",
      PermissionSetGroupId: APP_GROUP,
      PermissionSetGroup: { MasterLabel: "Marketing", Status, HasActivationRequired: false }
    }
  ]
});
const frozen = (IsFrozen: boolean): RowsByQuery => ({
  "user-login": [{ Id: "0Yw1", UserId: SYSTEM_USER, IsFrozen }]
});

test("a confirmation on the API user rests on nobody where nobody is known", () => {
  const { evidence, ...rest } = situation({ rows: { "connector-configuration": [], ...noCandidate } });
  const { findings } = judge([checkOf("api-user-flag")], { ...rest, evidence, selection: { impactedUsers: [] } });
  expect(findings[0]?.basis).toEqual({ "api-user": "", configuration: "", "system-user": "" });
});

describe("a confirmation lapses", () => {
  test.each<[string, CheckId, Changes, BasisPart[], Changes?]>([
    [
      "the app was edited",
      "refresh-token-policy",
      { rows: { "connected-apps": [{ ...app, LastModifiedDate: NOW.toISOString() }] } },
      ["policies"]
    ],
    [
      "the audit trail has a newer entry on the app",
      "refresh-token-policy",
      { rows: { "app-policy-changes": [change] } },
      ["policies"]
    ],
    [
      "the audit trail has a newer entry that tells the app's Id, in another language",
      "refresh-token-policy",
      { rows: { "app-policy-changes": [session] } },
      ["policies"]
    ],
    [
      "it was given on another app",
      "ip-relaxation",
      { rows: { "connected-apps": [{ ...app, Id: "0H4000000000002AAA" }] } },
      ["app"]
    ],
    [
      "the API user changed in the same configuration",
      "api-user-flag",
      { rows: { "connector-configuration": [{ ...configuration, et4ae5__Username__c: "another-api-user" }] } },
      ["api-user"]
    ],
    [
      "the configuration was written anew, with the same API user",
      "api-user-flag",
      {
        rows: { "connector-configuration": [{ ...configuration, Id: "a00000000000002AAA", CreatedDate: inDays(-1) }] }
      },
      ["configuration"]
    ],
    ["the configuration is gone", "scope-by-user", { rows: { "connector-configuration": [] } }, ["configuration"]],
    ["the system user changed", "api-user-flag", { selection: { systemUser: { id: IMPACTED_USER } } }, ["system-user"]],
    [
      "the system user is no longer active",
      "api-user-integrated",
      { rows: { users: [systemUser({ IsActive: false })] } },
      ["system-user-active"]
    ],
    ["the system user is frozen", "api-user-integrated", { rows: frozen(true) }, ["system-user-not-frozen"]],
    [
      "the system user has lost access to the app",
      "api-user-integrated",
      { rows: { "permission-set-assignments": [] } },
      ["system-user-access"]
    ],
    [
      "the system user's assignment has ended",
      "api-user-integrated",
      { rows: { "permission-set-assignments": [assignment(SYSTEM_USER, { ExpirationDate: inDays(0) })] } },
      ["system-user-access"]
    ],
    [
      "the app's set became session-based",
      "api-user-integrated",
      {
        rows: {
          "app-grants": [setGrant({ Parent: { Label: "x", IsOwnedByProfile: false, HasActivationRequired: true } })]
        }
      },
      ["system-user-access"]
    ],
    [
      "the group through which the system user has access is no longer calculated",
      "api-user-integrated",
      { rows: group("Outdated") },
      ["system-user-access"],
      { rows: group("Updated") }
    ],
    [
      "the system user has lost a box",
      "marketing-cloud-tab",
      { rows: { "user-checkboxes": [{ ...boxes, et4ae5__ExactTargetForAppExchangeAdmin__c: false }] } },
      ["system-user-checkboxes"]
    ],
    ["a business unit went", "api-user-business-units", { rows: { "business-units": [] } }, ["business-units"]]
  ])("when %s", (_when, check, now, parts, then = {}) => {
    expect(later(check, now, then)).toEqual({ state: "confirm", lapsed: { why: "changed", parts } });
  });

  test.each<[string, CheckId, Changes, Changes?]>([
    ["nothing changed", "refresh-token-policy", {}],
    [
      "the audit trail has an entry on another app",
      "refresh-token-policy",
      { rows: { "app-policy-changes": [other] } }
    ],
    [
      "the audit trail has an entry, in another language, on an app whose name begins alike",
      "refresh-token-policy",
      { rows: { "connected-apps": withMobile, "app-policy-changes": [longer] } }
    ],
    [
      "the system user became active since",
      "api-user-integrated",
      {},
      { rows: { users: [systemUser({ IsActive: false })] } }
    ],
    ["the system user was unfrozen since", "api-user-integrated", {}, { rows: frozen(true) }],
    ["the system user got access since", "api-user-integrated", {}, { rows: { "permission-set-assignments": [] } }],
    [
      "the system user is still without a box",
      "marketing-cloud-tab",
      { rows: { "user-checkboxes": [] } },
      { rows: { "user-checkboxes": [] } }
    ],
    ["business units came in another order", "api-user-business-units", {}, {}]
  ])("but not when %s", (_when, check, now, then = {}) => {
    expect(later(check, now, then)).toEqual({ state: "confirmed", lapsed: null });
  });

  test("by age after 180 days", () => {
    const said = { at: inDays(-181), basis: {} } as Confirmation;
    expect(lapseOf(said, {}, NOW)).toEqual({ why: "age" });
  });
  test("not yet after 180 days to the millisecond", () => {
    const at = new Date(NOW.getTime() - 180 * 24 * 60 * 60 * 1000);
    const before = new Date(at.getTime() - 1);
    expect(lapseOf({ at: at.toISOString(), basis: {} } as Confirmation, {}, NOW)).toBeNull();
    expect(lapseOf({ at: before.toISOString(), basis: {} } as Confirmation, {}, NOW)).toEqual({ why: "age" });
  });
  test.each<[string, Confirmation["basis"], Confirmation["basis"], object]>([
    [
      "every part that changed",
      { app: "1", policies: "2", "api-user": "3" },
      { app: "1", policies: "x", "api-user": "y" },
      { why: "changed", parts: ["policies", "api-user"] }
    ],
    [
      "a part that an earlier version did not note",
      { app: "1" },
      { app: "1", policies: "2" },
      { why: "unsaid", parts: ["policies"] }
    ],
    ["a part that went", { app: "1", policies: "2" }, { app: "1" }, { why: "changed", parts: ["policies"] }],
    [
      "what changed, before what was not noted",
      { app: "1" },
      { app: "2", policies: "2" },
      { why: "changed", parts: ["app"] }
    ]
  ])("naming %s, whatever its age", (_what, then, now, expected) => {
    expect(lapseOf({ at: inDays(-500), basis: then } as Confirmation, now, NOW)).toEqual(expected);
  });
});

describe("what a confirmation rests on can't be read", () => {
  const asking = CHECKS.filter(({ restsOn }) => restsOn);
  /** Some ask only in orgs that are not the healthy one. */
  const asked = asking.filter(({ id }) => judge([checkOf(id)], situation()).findings[0]?.state === "confirm");
  const cases = asked.flatMap(({ id, restsOn = [] }) =>
    [...new Set(restsOn.flatMap((part) => BASIS[part].queries.map(({ name }) => name)))].map((name) => ({ id, name }))
  );

  test.each(cases)("$id is unknown while $name fails, and says neither that it holds nor that it changed", (each) => {
    expect(later(each.id, { faults: { [each.name]: "timeout" } })).toEqual({ state: "unknown", lapsed: null });
  });
  test.each(cases)("$id is unknown while $name may be cut off", ({ id, name }) => {
    expect(later(id, { faults: { [name]: "cut-off" } }).state).toBe("unknown");
  });
  test("whether the system user is frozen is unknown where that is hidden", () => {
    const hidden: Changes = { rows: { "user-login": [] }, lacks: ["PermissionsManageUsers"] };
    expect(later("api-user-integrated", hidden)).toEqual({ state: "unknown", lapsed: null });
  });
  test("what is hidden is said to be what tells of changes, not what does not", () => {
    const hidden: Changes = { rows: { "app-policy-changes": [] }, lacks: ["PermissionsViewSetup"] };
    const confirmations = [givenConfirmation("refresh-token-policy")];
    const [found] = judge([checkOf("refresh-token-policy")], situation({ ...hidden, confirmations })).findings;
    expect(found).toMatchObject({ state: "unknown", case: "hidden", values: { api: "SetupAuditTrail" } });
  });
  test("a refutation counts no more than a confirmation does", () => {
    const confirmations = [givenConfirmation("scope-by-user", { holds: false })];
    const changes: Changes = { faults: { "connector-configuration": "server" }, confirmations };
    expect(judge([checkOf("scope-by-user")], situation(changes)).findings[0]?.state).toBe("unknown");
  });
  test("nothing is unknown where nobody has said anything", () => {
    const changes: Changes = { faults: { "connector-configuration": "server" } };
    expect(judge([checkOf("scope-by-user")], situation(changes)).findings[0]?.state).toBe("confirm");
  });
  test("every part is what some check rests on, and is named", () => {
    expect([...new Set(asking.flatMap(({ restsOn = [] }) => restsOn))].sort()).toEqual(Object.keys(BASIS).sort());
  });
});

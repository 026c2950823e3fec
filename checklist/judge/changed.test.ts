import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CHECKS } from "../checks/index.ts";
import type { RowOf } from "../evidence/query.ts";
import { appOf } from "../facts/app.ts";
import { CHANGE_ACTIONS } from "../facts/audit-trail.ts";
import { peopleOf } from "../facts/people.ts";
import { appPolicyChanges } from "../queries/app-policy-changes.ts";
import { setupChanges } from "../queries/setup-changes.ts";
import {
  ADMIN_PROFILE,
  APP,
  APP_GROUP,
  assignment,
  CONNECTOR_SETS,
  IMPACTED_USER,
  impactedUser,
  inDays,
  noCandidate,
  NOW,
  profileGrant,
  SENDER_PROFILE,
  setGrant,
  situation,
  SYSTEM_USER,
  systemUser,
  withoutPackage,
  type Changes
} from "../testing/situation.ts";
import { explainer } from "./changed.ts";
import type { State } from "./check.ts";
import { reportOf } from "./report.ts";

type Entry = RowOf<typeof setupChanges>;
let count = 0;
const entry = (Action: string, Display: string | undefined, days = 3): Entry => ({
  Id: `0Ym${String((count += 1)).padStart(12, "0")}AAA`,
  Action,
  ...(Display === undefined ? {} : { Display }),
  CreatedDate: inDays(-days),
  CreatedBy: { Name: "Otto Berg" }
});

const SET = "Marketing Cloud Connected App";
const ADA = IMPACTED_USER.slice(0, 15);
const MC = SYSTEM_USER.slice(0, 15);
const APP_TAKEN = "SetupEntityAccessAudit_PermissionSet_ConnectedApplication_Disabled";
const taken = (set: string, days?: number) =>
  entry("PermSetUnassign", `Permission set ${set}: unassigned from user X (UserID: [${MC}])`, days);
const IN_GROUP = {
  Id: "0PG1",
  PermissionSetGroupId: APP_GROUP,
  PermissionSetGroup: { MasterLabel: "Marketing", Status: "Updated", HasActivationRequired: false }
};
const noConnectorSets: Changes["rows"] = { "connector-set-assignments": [] };
const inactive: Changes["rows"] = { users: [systemUser(), impactedUser({ IsActive: false })] };
const noMarketing: Changes["rows"] = {
  users: [systemUser(), impactedUser({ UserPermissionsMarketingUser: false })]
};
const noAccess: Changes["rows"] = { "permission-set-assignments": [assignment(IMPACTED_USER)] };
const open: Changes["rows"] = {
  "app-policies": [{ Id: APP, OptionsAllowAdminApprovedUsersOnly: false }]
};

const report = (rows: Changes["rows"], trail: readonly Entry[], policies: readonly Entry[] = [], more: Changes = {}) =>
  reportOf(
    CHECKS,
    situation({
      ...more,
      rows: { ...more.rows, ...rows, "setup-changes": [...trail], "app-policy-changes": [...policies] }
    })
  );
const changedOf = (found: ReturnType<typeof report>, check: string, subject: string | null) =>
  found.findings.find((finding) => finding.check === check && (finding.subject?.id ?? null) === subject)?.changed;

describe("a finding names the entry of the audit trail that explains it:", () => {
  test.each<[string, Changes["rows"], Entry[], string, string | null, object]>([
    [
      "a permission set was taken away, by the user's Id",
      noAccess,
      [entry("PermSetUnassign", `Permission set ${SET}: unassigned from user Somebody Else (UserID: [${MC}])`)],
      "app-access",
      SYSTEM_USER,
      { kind: "set-taken", by: "Otto Berg", set: SET }
    ],
    [
      "in another language",
      noAccess,
      [entry("PermSetUnassign", `Behörighetsuppsättning ${SET}: borttagen från Ada (UserID: [${MC}])`)],
      "app-access",
      SYSTEM_USER,
      { kind: "set-taken", set: SET }
    ],
    [
      "by the set's API name, where it was assigned until a date",
      noAccess,
      [
        entry(
          "PermSetUnassign_HasExpiration",
          `Permission set Marketing_Cloud_Connected_App with expiration: unassigned from user X (UserID: [${MC}])`
        )
      ],
      "app-access",
      SYSTEM_USER,
      { kind: "set-taken", set: SET }
    ],
    [
      "a user was deactivated",
      inactive,
      [entry("deactivateduser", `Deactivated user Ada Fields (UserID: [${ADA}])`)],
      "user-active",
      IMPACTED_USER,
      { kind: "deactivated", at: inDays(-3) }
    ],
    [
      "a checkbox was cleared, by the user's name",
      noMarketing,
      [entry("changedmarketinguseronoff", "For user Ada Fields, changed marketing user from on to off")],
      "marketing-user",
      IMPACTED_USER,
      { kind: "marketing-user-off", set: null }
    ],
    [
      "the newest of several, in whatever order they come",
      inactive,
      [
        entry("deactivateduser", `Deactivated user Ada Fields (UserID: [${ADA}])`, 9),
        entry("deactivateduser", `Deactivated user Ada Fields (UserID: [${ADA}])`, 2),
        entry("deactivateduser", `Deactivated user Ada Fields (UserID: [${ADA}])`, 5)
      ],
      "user-active",
      IMPACTED_USER,
      { at: inDays(-2) }
    ],
    [
      "what makes it pass, where it passes",
      {},
      [
        entry("deactivateduser", `Deactivated user Ada Fields (UserID: [${ADA}])`, 1),
        entry("activateduser", `Activated user Ada Fields (UserID: [${ADA}])`, 4)
      ],
      "user-active",
      IMPACTED_USER,
      { kind: "activated" }
    ],
    [
      "the app was uninstalled",
      { "connected-apps": [], "app-package": [] },
      [entry("deleteConnectedApplication", "Uninstalled Connected App Salesforce Marketing Cloud")],
      "app-installed",
      null,
      { kind: "app-uninstalled" }
    ],
    [
      "a group lost the app's permission set",
      noAccess,
      [entry("PermissionSetGroupComponentRemoved", `Removed permission set ${SET} from the group Sales`)],
      "app-access",
      SYSTEM_USER,
      { kind: "group-lost-set", set: SET }
    ],
    [
      "a group of the app was taken away",
      { ...noAccess, "permission-set-groups": [IN_GROUP] },
      [entry("PermSetGroupUnassign", `Permission set group Marketing: unassigned from user X (UserID: [${MC}])`)],
      "app-access",
      SYSTEM_USER,
      { kind: "set-taken", set: "Marketing" }
    ],
    [
      "the app was taken from a permission set",
      noAccess,
      [entry(APP_TAKEN, "Salesforce Marketing Cloud for Sales: off")],
      "app-access",
      SYSTEM_USER,
      { kind: "app-taken", set: null }
    ],
    [
      "what was done to the app, where that is newer than what was done to the person",
      noAccess,
      [entry(APP_TAKEN, "Salesforce Marketing Cloud for Sales: off", 2), taken(SET, 4)],
      "app-access",
      SYSTEM_USER,
      { kind: "app-taken" }
    ],
    [
      "what was done to the person, where that is newer than what was done to the app",
      noAccess,
      [entry(APP_TAKEN, "Salesforce Marketing Cloud for Sales: off", 4), taken(SET, 2)],
      "app-access",
      SYSTEM_USER,
      { kind: "set-taken" }
    ],
    [
      "the package's permission set was taken away, by its label",
      noConnectorSets,
      [taken("Marketing Cloud Connector")],
      "connector-permission-sets",
      SYSTEM_USER,
      { kind: "set-taken", set: "Marketing Cloud Connector" }
    ],
    [
      "the package's permission set was taken away, by its API name",
      noConnectorSets,
      [taken("ExactTarget_Integration with expiration")],
      "connector-permission-sets",
      SYSTEM_USER,
      { kind: "set-taken", set: "ExactTarget_Integration" }
    ],
    [
      "a group of the package's permission sets was taken away",
      {
        ...noConnectorSets,
        "connector-set-groups": [{ ...IN_GROUP, PermissionSetId: CONNECTOR_SETS.ExactTarget_Integration }]
      },
      [taken("Marketing")],
      "connector-permission-sets",
      SYSTEM_USER,
      { kind: "set-taken", set: "Marketing" }
    ],
    [
      "a user was frozen",
      { "user-login": [{ Id: "0Yw1", UserId: IMPACTED_USER, IsFrozen: true, IsPasswordLocked: false }] },
      [entry("frozeuser", "Froze user Ada Fields")],
      "user-locked",
      IMPACTED_USER,
      { kind: "frozen" }
    ]
  ])("%s", (_what, rows, trail, check, subject, expected) => {
    expect(changedOf(report(rows, trail), check, subject)).toMatchObject(expected);
  });

  test("the package was uninstalled", () => {
    const gone = entry("uninstalledpackagingapp", "Uninstalled AppExchange package: Marketing Cloud");
    expect(changedOf(report({}, [gone], [], withoutPackage), "package-installed", null)).toMatchObject({
      kind: "package-uninstalled"
    });
  });
  test("a user was deactivated, where nobody is the system user", () => {
    const trail = [entry("deactivateduser", `Deactivated user Ada Fields (UserID: [${ADA}])`)];
    const nobody = { selection: { systemUser: undefined as never } };
    const found = report({ ...inactive, ...noCandidate }, trail, [], nobody);
    expect(changedOf(found, "user-active", IMPACTED_USER)).toMatchObject({ kind: "deactivated" });
  });
  test("the package was installed, whatever space stands behind its name", () => {
    const installed = entry("installedpackagingapp", "Installed AppExchange package: Marketing Cloud ");
    expect(changedOf(report({}, [installed]), "package-installed", null)).toMatchObject({ kind: "package-installed" });
  });
  test("of the app's policies, from the other query", () => {
    const policy = entry("changeUserRuntimeAccessPolicy", "Salesforce Marketing Cloud: A zu B");
    expect(changedOf(report(open, [], [policy]), "permitted-users", null)).toMatchObject({ kind: "permitted-users" });
  });
});

test.each<[string, Changes["rows"], Entry[], string, string | null]>([
  [
    "another permission set",
    noAccess,
    [entry("PermSetUnassign", `Permission set ${SET} Test: unassigned from user X (UserID: [${MC}])`)],
    "app-access",
    SYSTEM_USER
  ],
  [
    "another person, of the same name",
    inactive,
    [entry("deactivateduser", "Deactivated user Ada Fields (UserID: [005000000000099])")],
    "user-active",
    IMPACTED_USER
  ],
  [
    "a person whose name goes on",
    noMarketing,
    [entry("changedmarketinguseronoff", "For user Adam")],
    "marketing-user",
    IMPACTED_USER
  ],
  [
    "what would mend it",
    inactive,
    [entry("activateduser", `Activated user Ada Fields (UserID: [${ADA}])`)],
    "user-active",
    IMPACTED_USER
  ],
  ["an action of another kind", inactive, [entry("PermSetCreate", `(UserID: [${ADA}])`)], "user-active", IMPACTED_USER],
  ["an entry without a text", inactive, [entry("deactivateduser", undefined)], "user-active", IMPACTED_USER],
  [
    "another app",
    { "connected-apps": [], "app-package": [] },
    [entry("deleteConnectedApplication", "Uninstalled Connected App Salesforce for iOS")],
    "app-installed",
    null
  ],
  [
    "what another app was taken from",
    noAccess,
    [entry(APP_TAKEN, "Salesforce for iOS: off")],
    "app-access",
    SYSTEM_USER
  ],
  [
    "an app whose name goes on",
    noAccess,
    [entry(APP_TAKEN, "Salesforce Marketing Cloud Test: off")],
    "app-access",
    SYSTEM_USER
  ],
  [
    "a set that has the name of a profile's own",
    { ...noAccess, "app-grants": [setGrant(), profileGrant(ADMIN_PROFILE)] },
    [taken("00ex")],
    "app-access",
    SYSTEM_USER
  ],
  [
    "the package's permission set, for the app",
    noAccess,
    [taken("Marketing Cloud Connector")],
    "app-access",
    SYSTEM_USER
  ],
  [
    "the app's permission set, for the package",
    noConnectorSets,
    [taken(SET)],
    "connector-permission-sets",
    SYSTEM_USER
  ],
  ["the app's permission set, where there is no app", { "connected-apps": [] }, [taken(SET)], "app-access", SYSTEM_USER]
])("a finding is not explained by %s", (_what, rows, trail, check, subject) => {
  expect(changedOf(report(rows, trail), check, subject)).toBeNull();
});

test("what could not be read is not explained", () => {
  const trail = [entry("frozeuser", "Froze user Ada Fields")];
  const found = report({}, trail, [], { faults: { "user-login": "server" } });
  expect(changedOf(found, "user-locked", IMPACTED_USER)).toBeNull();
});

test("that the package is missing is not explained by another package", () => {
  const gone = entry("uninstalledpackagingapp", "Uninstalled AppExchange package: Marketing Cloud Reports");
  expect(changedOf(report({}, [gone], [], withoutPackage), "package-installed", null)).toBeNull();
});

test("two people of one name are told apart by nothing but their Ids", () => {
  const rows: Changes["rows"] = {
    users: [
      systemUser({ Name: "Ada Fields", UserPermissionsMarketingUser: false }),
      impactedUser({ UserPermissionsMarketingUser: false, ProfileId: SENDER_PROFILE })
    ]
  };
  const found = report(rows, [entry("changedmarketinguseronoff", "For user Ada Fields, changed marketing user")]);
  expect(changedOf(found, "marketing-user", IMPACTED_USER)).toBeNull();
  expect(changedOf(found, "marketing-user", SYSTEM_USER)).toBeNull();
});

/** An entry that names all that an entry can be about. */
const aboutAll = (action: string) => {
  const row = entry(action, `${SET}, Marketing Cloud Connector, [${MC}], Salesforce Marketing Cloud`);
  const given = situation({ rows: { "setup-changes": [row] } });
  const people = peopleOf(given.evidence, given.selection);
  const explain = explainer({ evidence: given.evidence, app: appOf(given.evidence, given.selection), people });
  return (state: State) => CHECKS.flatMap(({ id }) => (explain(id, people.systemUser, state) ? id : []));
};
const BY_PROFILE = ["app-access", "user-license", "user-profile", "user-api-enabled"];
const BY_SET = ["app-access", "connector-permission-sets"];

test.each<[action: string, broken: string[], mended: string[]]>([
  ["changeUserRuntimeAccessPolicy", ["permitted-users"], ["permitted-users"]],
  ["changeIpRelaxationPolicy", ["ip-relaxation"], ["ip-relaxation"]],
  [
    "insertConnectedAppSessionPolicy",
    ["refresh-token-policy", "session-level"],
    ["refresh-token-policy", "session-level"]
  ],
  ["deleteConnectedApplication", ["app-installed"], []],
  ["insertConnectedApplication", [], ["app-installed"]],
  ["blockConnectedApplication", ["user-logins"], []],
  ["unblockConnectedApplication", [], ["user-logins"]],
  ["SetupEntityAccessAudit_Profile_ConnectedApplication_DisabledStandard", ["app-permission-set", "app-access"], []],
  ["SetupEntityAccessAudit_Profile_ConnectedApplication_EnabledCustom", [], ["app-permission-set", "app-access"]],
  ["PermSetUnassign", BY_SET, []],
  ["PermSetAssign", [], BY_SET],
  ["PermSetAssign_HasExpiration", BY_SET, BY_SET],
  ["PermissionSetGroupComponentRemoved", BY_SET, []],
  ["PermissionSetGroupComponentAdd", [], BY_SET],
  ["PermSetHasActivationRequiredChange", BY_SET, BY_SET],
  ["deactivateduser", ["user-active", "user-logins"], []],
  ["activateduser", [], ["user-active"]],
  ["frozeuser", ["user-locked", "user-logins"], []],
  ["unfrozeuser", [], ["user-locked"]],
  ["unlockeduser", [], ["user-locked"]],
  ["changedprofileforuser", BY_PROFILE, BY_PROFILE],
  ["changedmarketinguseronoff", ["marketing-user"], []],
  ["changedmarketinguseroffon", [], ["marketing-user"]],
  ["uninstalledpackagingapp", ["package-installed"], []],
  ["installedpackagingapp", [], ["package-installed"]]
])("%s explains what fails, %j, and what passes, %j", (action, broken, mended) => {
  const explained = aboutAll(action);
  expect([explained("fail"), explained("refuted"), explained("warn")].map((ids) => ids.sort())).toEqual(
    Array.from({ length: 3 }, () => [...broken].sort())
  );
  expect([explained("pass"), explained("confirmed")].map((ids) => ids.sort())).toEqual(
    Array.from({ length: 2 }, () => [...mended].sort())
  );
  expect([explained("unknown"), explained("not-applicable")]).toEqual([[], []]);
});

describe("the report tells how far back the audit trail was read:", () => {
  const half = 180 * 24 * 60 * 60 * 1000;
  test("as long as Salesforce surely keeps it", () => {
    expect(report({}, []).trail).toEqual({ since: new Date(NOW.getTime() - half).toISOString(), unread: null });
  });
  test("to the oldest entry, where there may be more", () => {
    const many = Array.from({ length: setupChanges.limit ?? 0 }, (_, at) => entry("PermSetAssign", "x", at / 1000));
    expect(report({}, many).trail).toMatchObject({ since: many.at(-1)?.CreatedDate });
  });
  test.each<[string, Changes, string]>([
    ["it can't be read", { faults: { "setup-changes": "no-access" } }, "no-access"],
    ["of its policies nothing can be read", { faults: { "app-policy-changes": "timeout" } }, "timeout"],
    ["it may be hidden", { lacks: ["PermissionsViewSetup"] }, "hidden"]
  ])("nothing, and why, where %s", (_why, changes, name) => {
    expect(report({}, [], [], changes).trail).toMatchObject({ since: null, unread: { case: name } });
  });
  test("as long as Salesforce surely keeps it, where some entries came, so that none are hidden", () => {
    const policy = entry("changeUserRuntimeAccessPolicy", "Salesforce Marketing Cloud: A zu B");
    expect(report({}, [], [policy], { lacks: ["PermissionsViewSetup"] }).trail).toMatchObject({ unread: null });
  });
  test("nothing before it was asked", () => {
    const { evidence, ...rest } = situation({});
    const { "setup-changes": _, ...others } = evidence;
    expect(reportOf(CHECKS, { ...rest, evidence: others }).trail).toEqual({ since: null, unread: null });
  });
});

test("the queries ask for the actions that are known, and for no others", () => {
  const soql = [setupChanges, appPolicyChanges].map(({ name }) =>
    readFileSync(join(import.meta.dirname, `../queries/${name}.soql`), "utf8")
  );
  const asked = soql.flatMap((text) => [...text.matchAll(/'(\w+)'/g)].map(([, action]) => action));
  expect(asked.sort()).toEqual([...CHANGE_ACTIONS].sort());
});

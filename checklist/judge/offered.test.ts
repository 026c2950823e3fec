import { appAccess } from "../checks/app-access/app-access.ts";
import { connectorPermissionSets } from "../checks/connector-permission-sets/connector-permission-sets.ts";
import { CALIBRATION } from "../calibration/table.ts";
import { CHECKS } from "../checks/index.ts";
import { masked } from "../report/mask.ts";
import { translatorOf } from "../messages/text.ts";
import { ENGLISH } from "../catalogue.ts";
import {
  APP_SET,
  assignment,
  CONNECTOR_SETS,
  IMPACTED_USER,
  impactedUser,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { reportOf } from "./report.ts";

const offered = (changes: Changes): string[] =>
  reportOf(CHECKS, situation(changes)).changes.map(({ check, personId, permissionSetId, field, advice }) =>
    [
      check,
      personId === SYSTEM_USER ? "system" : "impacted",
      permissionSetId ?? field,
      ...(advice ? ["advice"] : [])
    ].join(" ")
  );

/** Nobody has anything. */
const BARE: Changes["rows"] = {
  "permission-set-assignments": [],
  "connector-set-assignments": [],
  users: [systemUser({ UserPermissionsMarketingUser: false }), impactedUser({ UserPermissionsMarketingUser: false })]
};
/** An admin's own set could open the app. */
const NOTHING_ATTACHED: Changes = {
  rows: {
    "app-grants": [],
    "hand-made-sets": [{ Id: APP_SET, Label: "Marketing Cloud Connected App", HasActivationRequired: false }]
  },
  calibration: { ...CALIBRATION, attaching: [{ how: "observed", works: true, on: "2026-05-04", apiVersion: "66.0" }] }
};
const { ExactTarget_Integration, ExactTarget_Integration_Admin, Marketing_Cloud_System_User } = CONNECTOR_SETS;

describe("what is offered", () => {
  test("is nothing where all is well", () => {
    const { changes, withheld } = reportOf(CHECKS, situation());
    expect([changes, withheld]).toEqual([[], []]);
  });

  test("is what can be mended, in the order of the plan, and then advice", () => {
    expect(offered({ rows: BARE })).toEqual([
      `app-access system ${APP_SET}`,
      `app-access impacted ${APP_SET}`,
      "marketing-user system UserPermissionsMarketingUser",
      "marketing-user impacted UserPermissionsMarketingUser",
      `connector-permission-sets system ${ExactTarget_Integration}`,
      `connector-permission-sets system ${ExactTarget_Integration_Admin}`,
      `connector-permission-sets system ${Marketing_Cloud_System_User}`,
      `connector-permission-sets impacted ${ExactTarget_Integration} advice`
    ]);
  });

  test("is one page after the other, as the plan leads", () => {
    const user = { UserPermissionsMarketingUser: false };
    const boxes = { Id: SYSTEM_USER, et4ae5__ExactTargetForAppExchangeUser__c: false };
    const rows = {
      users: [systemUser(user), impactedUser(user)],
      "user-checkboxes": [
        { ...boxes, et4ae5__ExactTargetForAppExchangeAdmin__c: true },
        { Id: IMPACTED_USER, et4ae5__ExactTargetForAppExchangeUser__c: true }
      ]
    };
    expect(offered({ rows })).toEqual([
      "marketing-user system UserPermissionsMarketingUser",
      "appexchange-user system et4ae5__ExactTargetForAppExchangeUser__c",
      "marketing-user impacted UserPermissionsMarketingUser"
    ]);
  });

  test("is no advice that waits for what must come before", () => {
    const waiting = { ...connectorPermissionSets, mendAfter: ["app-access"] };
    const of = (rows: Changes["rows"]) =>
      reportOf([appAccess, waiting], situation({ rows: { "connector-set-assignments": [], ...rows } })).changes.filter(
        ({ check, advice }) => check === waiting.id && advice
      ).length;
    expect([of({}), of({ "permission-set-assignments": [] })]).toEqual([1, 0]);
  });

  test("names the user and the app, as far as the finding is about them", () => {
    const { changes } = reportOf(CHECKS, situation({ rows: BARE }));
    expect(changes[0]?.values).toMatchObject({
      user: "Marketing Cloud Integration",
      app: "Salesforce Marketing Cloud"
    });
    const [attached] = reportOf(CHECKS, situation(NOTHING_ATTACHED)).changes;
    expect(attached).toMatchObject({ check: "app-permission-set", values: { app: "Salesforce Marketing Cloud" } });
    expect(attached?.values).not.toHaveProperty("user");
  });

  test("is nothing that waits: access to the app, while nobody has chosen the system user", () => {
    const said = offered({ rows: BARE, selection: { systemUser: undefined } as never });
    expect(said.filter((each) => each.startsWith("app-access") || each.includes("system"))).toEqual([]);
    expect(said).toContain("marketing-user impacted UserPermissionsMarketingUser");
  });

  test("of a guess says that it is one, and offers nothing", () => {
    const unticked = { users: [systemUser({ UserPermissionsMarketingUser: false }), impactedUser()] };
    const { changes, withheld } = reportOf(
      CHECKS,
      situation({ rows: unticked, selection: { systemUser: undefined } as never })
    );
    expect(changes).toEqual([]);
    expect(withheld).toContainEqual({
      finding: `marketing-user/${SYSTEM_USER}`,
      why: { key: "change.withheld.guessed" }
    });
  });

  test("is nothing of evidence that is on its way", () => {
    const { evidence, ...rest } = situation({ rows: { users: [systemUser({ IsActive: false }), impactedUser()] } });
    const { "license-pools": _pools, ...earlier } = evidence;
    const before = reportOf(CHECKS, { ...rest, evidence: earlier });
    const after = reportOf(CHECKS, { ...rest, evidence });
    const of = ({ changes, withheld }: typeof before) =>
      [...changes, ...withheld].filter(({ finding }) => finding === `user-active/${SYSTEM_USER}`).length;
    expect([of(before), of(after)]).toEqual([0, 1]);
    expect(before.verdict).toBe("blocked");
  });

  test("says what is withheld, and why", () => {
    const expired = assignment(IMPACTED_USER, { ExpirationDate: "2026-01-01T00:00:00.000Z" });
    const { withheld } = reportOf(
      CHECKS,
      situation({ rows: { "permission-set-assignments": [assignment(SYSTEM_USER), expired] } })
    );
    expect(withheld).toEqual([{ finding: `app-access/${IMPACTED_USER}`, why: { key: "change.withheld.assigned" } }]);
  });

  test("is for nobody who reads a masked report", () => {
    const { changes, withheld } = masked(reportOf(CHECKS, situation({ rows: BARE })), translatorOf(ENGLISH, "en"));
    expect([changes, withheld]).toEqual([[], []]);
  });
});

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

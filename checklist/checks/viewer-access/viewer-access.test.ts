import type { ViewerPermission } from "../../evidence/permissions.ts";
import { judge } from "../../judge/judge.ts";
import { CHECKS } from "../index.ts";
import { situation } from "../../testing/situation.ts";
import { testCheck } from "../../testing/check-table.ts";
import { viewerAccess } from "./viewer-access.ts";

testCheck(viewerAccess, [
  ["passes when no permission is missing", {}, "pass/complete"],
  ["warns when View Setup and Configuration is missing", { lacks: ["PermissionsViewSetup"] }, "warn/lacking"],
  ["warns when Customize Application is missing", { lacks: ["PermissionsCustomizeApplication"] }, "warn/lacking"],
  [
    "passes without Monitor Login History where Manage Users is there, which shows as much",
    { lacks: ["PermissionsMonitorLoginHistory"] },
    "pass/complete"
  ],
  ["warns when Manage Users is missing", { lacks: ["PermissionsManageUsers"] }, "warn/lacking"],
  ["is unknown when Salesforce returns no row", { rows: { "viewer-permissions": [] } }, "unknown/no-row"]
]);

test("a missing permission is told with the checks that it costs, each once", () => {
  const some = ["viewer-access", "user-active", "permitted-users", "user-license", "app-access", "marketing-cloud-tab"];
  const checks = CHECKS.filter(({ id }) => some.includes(id));
  const values = (...lacks: ViewerPermission[]) =>
    judge(checks, situation({ lacks })).findings.find(({ check }) => check === viewerAccess.id)?.values;
  const texts = (...ids: string[]) => ({ texts: ids.map((id) => `${id}.name`) });
  expect(values("PermissionsCustomizeApplication")).toMatchObject({
    permissions: { texts: ["permission.PermissionsCustomizeApplication"] },
    checks: texts("app-access", "permitted-users")
  });
  expect(values("PermissionsViewSetup", "PermissionsCustomizeApplication")).toMatchObject({
    permissions: { texts: ["permission.PermissionsViewSetup", "permission.PermissionsCustomizeApplication"] },
    checks: texts("app-access", "permitted-users", "user-license", "marketing-cloud-tab")
  });
  expect(values("PermissionsManageUsers")).toMatchObject({
    permissions: { texts: ["permission.PermissionsManageUsers"] }
  });
});

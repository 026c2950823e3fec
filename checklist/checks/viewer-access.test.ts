import { testCheck } from "../testing/check-table.ts";
import { viewerAccess } from "./viewer-access.ts";

testCheck(viewerAccess, [
  ["passes when no permission is missing", {}, "pass/complete"],
  ["warns when View Setup and Configuration is missing", { lacks: ["PermissionsViewSetup"] }, "warn/lacking"],
  ["warns when Customize Application is missing", { lacks: ["PermissionsCustomizeApplication"] }, "warn/lacking"],
  ["is unknown when Salesforce returns no row", { rows: { "viewer-permissions": [] } }, "unknown/no-row"]
]);

import { testCheck } from "../../testing/check-table.ts";
import { inDays, SYSTEM_USER, withoutPackage, type Changes } from "../../testing/situation.ts";

import { systemUserPlausible } from "./system-user-plausible.ts";

const OTHER = "005000000000077AAA";
const person = (Username: string) => ({ Name: "Otto Berg", Username, IsActive: true });
const mapped = (Id = OTHER) => ({ Id, ...person("otto@example.com") });
const result = (CreatedById: string, days: number) => ({
  Id: `a0R00000000000${String(-days)}AAA`,
  CreatedDate: inDays(days),
  CreatedById,
  CreatedBy: person(`${CreatedById}@example.com`)
});
const holder = (AssigneeId: string) => ({ Id: "0Pa1", AssigneeId, Assignee: person("otto@example.com") });
const traces = (rows: Changes["rows"]): Changes => ({ rows: { "mapped-users": [], ...rows } });

testCheck(systemUserPlausible, [
  ["passes when the mapping names the one chosen", {}, "pass/agrees"],
  [
    "passes when one of several who are mapped was chosen",
    traces({ "mapped-users": [mapped(), mapped(SYSTEM_USER)] }),
    "pass/agrees"
  ],
  ["warns when the mapping names another", traces({ "mapped-users": [mapped()] }), "warn/contradicted"],
  [
    "goes by the mapping where others hold the packaged set and wrote results",
    { rows: { "system-set-holders": [holder(OTHER)], "tracking-writers": [result(OTHER, -1)] } },
    "pass/agrees"
  ],
  [
    "warns when another wrote the newest results",
    traces({ "tracking-writers": [result(OTHER, -1)] }),
    "warn/contradicted"
  ],
  [
    "goes by the newest results only, in whatever order they come",
    traces({ "tracking-writers": [result(OTHER, -7), result(SYSTEM_USER, -1), result(OTHER, -6)] }),
    "pass/agrees"
  ],
  [
    "warns when only others hold the packaged set",
    traces({ "system-set-holders": [holder(OTHER)] }),
    "warn/contradicted"
  ],
  [
    "passes when the one chosen is among those who hold the packaged set",
    traces({ "system-set-holders": [holder(OTHER), holder(SYSTEM_USER)] }),
    "pass/agrees"
  ],
  ["does not apply where nothing points to anybody", traces({}), "not-applicable/no-trace"],
  [
    "is unknown where nothing points to anybody, and who holds the packaged set may be hidden",
    { ...traces({}), lacks: ["PermissionsViewSetup"] },
    "unknown/hidden"
  ],
  [
    "does not apply while nobody has chosen",
    { selection: { systemUser: undefined as never } },
    "not-applicable/not-chosen"
  ],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);

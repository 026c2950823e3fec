import type { RowOf } from "../../evidence/query.ts";
import { judge } from "../../judge/judge.ts";
import type { appPolicyChanges } from "../../queries/app-policy-changes.ts";
import { testCheck } from "../../testing/check-table.ts";
import { APP, inDays, situation, type Changes } from "../../testing/situation.ts";
import { appChanges } from "./app-changes.ts";

const NAME = "Salesforce Marketing Cloud";
type Entry = RowOf<typeof appPolicyChanges>;
const entry = (days: number, changes: Partial<Entry> = {}): Entry => ({
  Id: `0Ym00000000${String(1000 - days)}AAA`,
  Action: "changeUserRuntimeAccessPolicy",
  Display: `Changed connected app ${NAME} Permitted Users setting from A to B`,
  CreatedDate: inDays(-days),
  CreatedBy: { Name: "Otto Berg" },
  ...changes
});
const trail = (...entries: Entry[]): Changes => ({ rows: { "app-policy-changes": entries } });

testCheck(appChanges, [
  ["does not apply when the audit trail names no change", {}, "not-applicable/none"],
  ["passes when the last change is 31 days old", trail(entry(31)), "pass/earlier"],
  ["warns of a change 30 days ago", trail(entry(30)), "warn/recent"],
  ["warns of one recent change among earlier ones", trail(entry(200), entry(1)), "warn/recent"],
  ["warns of two recent changes", trail(entry(2), entry(1)), "warn/recent-several"],
  [
    "counts an entry that names the app by its Id only",
    trail(entry(1, { Action: "insertConnectedAppSessionPolicy", Display: `App: ${APP.slice(0, 15)}` })),
    "warn/recent"
  ],
  [
    "ignores an app whose name begins alike",
    trail(entry(1, { Display: `Changed connected app ${NAME} Test Permitted Users setting from A to B` })),
    "not-applicable/none"
  ],
  ["is unknown when the audit trail may be hidden", { ...trail(), lacks: ["PermissionsViewSetup"] }, "unknown/hidden"],
  [
    "says what it was shown, whatever else may be hidden",
    { ...trail(entry(1)), lacks: ["PermissionsViewSetup"] },
    "warn/recent"
  ],
  ["is unknown when the audit trail can't be read", { faults: { "app-policy-changes": "cut-off" } }, "unknown/cut-off"],
  ["does not apply when there is no app", { rows: { "connected-apps": [] } }, "not-applicable/no-app"]
]);

test.each<[string, Entry[], object]>([
  [
    "what, by whom and when, of the newest, in whatever order they come",
    [entry(9, { CreatedBy: { Name: "Ada Fields" } }), entry(3), entry(40)],
    { text: entry(1).Display, changedBy: "Otto Berg", date: { date: inDays(-3) }, count: 2 }
  ],
  [
    "a dash where the audit trail names nobody",
    [{ Id: "0Ym1", Action: "insertConnectedAppSessionPolicy", Display: APP, CreatedDate: inDays(-50) }],
    { changedBy: "–", count: 0 }
  ]
])("a change is told with %s", (_what, rows, values) => {
  expect(judge([appChanges], situation(trail(...rows))).findings[0]?.values).toMatchObject(values);
});

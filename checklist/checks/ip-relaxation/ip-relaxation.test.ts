import type { RowOf } from "../../evidence/query.ts";
import type { appPolicyChanges } from "../../queries/app-policy-changes.ts";
import type { PolicyChangeWording } from "../../calibration/known.ts";
import { observed } from "../../testing/observed.ts";
import { judge } from "../../judge/judge.ts";
import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { inDays, situation, type Changes } from "../../testing/situation.ts";
import { ipRelaxation } from "./ip-relaxation.ts";

const NAME = "Salesforce Marketing Cloud";
type Entry = RowOf<typeof appPolicyChanges>;
const entry = (Display: string, changes: Partial<Entry> = {}): Entry => ({
  Id: "0Ym000000000001AAA",
  Action: "changeIpRelaxationPolicy",
  Display,
  CreatedDate: inDays(-10),
  CreatedBy: { Name: "Otto Berg" },
  ...changes
});
const changed = (to: string, app = NAME): string =>
  `Changed connected app ${app} IP relaxation setting from Enforce IP restrictions to ${to}`;
const trail = (...entries: Entry[]): Changes => ({ rows: { "app-policy-changes": entries } });

const GERMAN = "IP-Lockerung von {app} auf erzwingen";
const wordings = (...words: Pick<PolicyChangeWording, "text" | "to">[]): Changes => ({
  calibration: observed({
    policyChanges: words.map((each) => ({ action: "changeIpRelaxationPolicy", language: "de", ...each }))
  }),
  ...trail(entry(`IP-Lockerung von ${NAME} auf erzwingen`))
});

testConfirmedCheck(ipRelaxation, "confirm/look", [
  ["asks a person when the audit trail shows nothing", {}, "confirm/look"],
  [
    "asks a person when the audit trail can't be read",
    { faults: { "app-policy-changes": "no-access" } },
    "confirm/trail-unread"
  ],
  ["shows that it was relaxed, and asks", trail(entry(changed("Relax IP restrictions"))), "confirm/seen-relaxed"],
  ["fails when it was set to enforce", trail(entry(changed("Enforce IP restrictions"))), "fail/restricted"],
  [
    "fails on the longer label that begins like the right one",
    trail(entry(changed("Relax IP restrictions for activated devices"))),
    "fail/restricted"
  ],
  [
    "fails when it is relaxed for refresh tokens only",
    trail(entry(changed("Enforce IP restrictions, but relax for refresh tokens"))),
    "fail/restricted"
  ],
  [
    "fails when it is relaxed with a second factor only",
    trail(entry(changed("Relax IP restrictions with second factor"))),
    "fail/restricted"
  ],
  [
    "goes by the newest entry, in whatever order they come",
    trail(
      entry(changed("Enforce IP restrictions"), { CreatedDate: inDays(-20) }),
      entry(changed("Relax IP restrictions"), { CreatedDate: inDays(-1) })
    ),
    "confirm/seen-relaxed"
  ],
  [
    "shows a wording that it does not know, and asks",
    trail(entry(`IP-Einstellung von ${NAME} geändert`)),
    "confirm/seen-otherwise"
  ],
  ["fails on a sentence that was observed", wordings({ text: GERMAN, to: "enforce" }), "fail/restricted"],
  ["never passes on one", wordings({ text: GERMAN, to: "relax" }), "confirm/seen-relaxed"],
  [
    "shows a sentence that orgs disagree on",
    wordings({ text: GERMAN, to: "enforce" }, { text: GERMAN, to: "relax" }),
    "confirm/seen-otherwise"
  ],
  ["shows a sentence whose meaning nobody gave", wordings({ text: GERMAN }), "confirm/seen-otherwise"],
  [
    "ignores an app whose name begins alike, in the words of a sentence that was observed",
    { ...wordings({ text: GERMAN, to: "enforce" }), ...trail(entry(`IP-Lockerung von ${NAME} Test auf erzwingen`)) },
    "confirm/look"
  ],
  [
    "never judges a wording that it does not know, though it ends like one that it does",
    trail(entry(`IP relaxation of ${NAME} went to Enforce IP restrictions`)),
    "confirm/seen-otherwise"
  ],
  ["shows a value that it does not know, and asks", trail(entry(changed("Something new"))), "confirm/seen-otherwise"],
  [
    "ignores an app whose name begins alike",
    trail(entry(changed("Enforce IP restrictions", `${NAME} Test`))),
    "confirm/look"
  ],
  [
    "asks a person when there may be more of the audit trail than was shown",
    { faults: { "app-policy-changes": "cut-off" } },
    "confirm/trail-unread"
  ],
  [
    "ignores another action on the same app",
    trail(entry(changed("Enforce IP restrictions"), { Action: "changeUserRuntimeAccessPolicy" })),
    "confirm/look"
  ],
  [
    "says nothing of the audit trail when it may be hidden",
    { rows: { "app-policy-changes": [] }, lacks: ["PermissionsViewSetup"] },
    "confirm/trail-unread"
  ],
  ["does not apply when there is no app", { rows: { "connected-apps": [] } }, "not-applicable/no-app"]
]);

test.each<[string, Entry, object]>([
  [
    "what was set, by whom, and when",
    entry(changed("Relax IP restrictions")),
    { value: "Relax IP restrictions", changedBy: "Otto Berg", date: { date: inDays(-10) } }
  ],
  [
    "the audit trail's own words where it knows no value in them",
    entry(changed("Something new")),
    { value: changed("Something new"), text: changed("Something new") }
  ],
  [
    "a dash where the audit trail names nobody",
    { Id: "0Ym1", Action: "changeIpRelaxationPolicy", Display: `${NAME} geändert`, CreatedDate: inDays(-1) },
    { changedBy: "–" }
  ]
])("the last change is told with %s", (_what, row, values) => {
  expect(judge([ipRelaxation], situation(trail(row))).findings[0]?.values).toMatchObject(values);
});

import { observed } from "../../testing/observed.ts";
import { testCheck, type Row } from "../../testing/check-table.ts";
import { APP, inDays, type Changes } from "../../testing/situation.ts";
import { appInstalled } from "./app-installed.ts";

const OTHER = "0H4000000000002AAA";
const apps = (...names: string[]): Changes => ({
  rows: {
    "connected-apps": names.map((Name, index) => ({
      Id: [APP, OTHER][index] ?? "",
      Name,
      LastModifiedDate: inDays(-9)
    }))
  }
});

/** The org lists no package of the app's own. */
const unpackaged = ({ rows, ...changes }: Changes): Changes => ({ ...changes, rows: { ...rows, "app-package": [] } });

testCheck(appInstalled, [
  ["passes on the exact name", apps("Salesforce Marketing Cloud"), "pass/installed"],
  [
    "prefers the exact name among several",
    apps("Marketing Cloud Intelligence", "Salesforce Marketing Cloud"),
    "pass/installed"
  ],
  ...["Mobile", "Account Engagement", "Intelligence", "Personalization", "Test"].flatMap((neighbor): Row[] => [
    [
      `never takes Marketing Cloud ${neighbor} for it`,
      unpackaged(apps(`Marketing Cloud ${neighbor}`)),
      "fail/only-similar"
    ],
    [
      `never takes Salesforce Marketing Cloud ${neighbor} for it`,
      unpackaged(apps(`Salesforce Marketing Cloud ${neighbor}`)),
      "fail/only-similar"
    ]
  ]),
  ...["SALESFORCE MARKETING CLOUD", " Salesforce  Marketing Cloud"].map((name): Row => [
    `is unknown when another app's name reads alike: ${name}`,
    apps("Salesforce Marketing Cloud", name),
    "unknown/several-apps"
  ]),
  ["minds capitals: another name is another app", unpackaged(apps("salesforce marketing cloud")), "fail/only-similar"],
  ["is unknown when its package is there and it is not: it is hidden", apps(), "unknown/package-only"],
  [
    "is unknown when its package is there, and only a similar app",
    apps("Marketing Cloud Engagement"),
    "unknown/package-only"
  ],
  [
    "fails when there is none and the package can't be read",
    { ...apps(), faults: { "app-package": "no-access" } },
    "fail/missing"
  ],
  [
    "passes on a name that was observed, among several",
    {
      ...apps("Marketing Cloud A", "Marketing Cloud B"),
      calibration: observed({ appNames: [{ name: "Marketing Cloud B" }] })
    },
    "pass/installed"
  ],
  [
    "is unknown when several names that were observed occur",
    {
      ...apps("Marketing Cloud A", "Marketing Cloud B"),
      calibration: observed({ appNames: [{ name: "Marketing Cloud A" }, { name: "Marketing Cloud B" }] })
    },
    "unknown/several-apps"
  ],
  [
    "fails when several names only contain it",
    unpackaged(apps("Marketing Cloud A", "Marketing Cloud B")),
    "fail/only-similar"
  ],
  [
    "passes on the one that a person chose",
    { ...apps("Marketing Cloud A", "Marketing Cloud B"), selection: { appId: OTHER } },
    "pass/chosen"
  ],
  [
    "passes on the one that a person chose of two that have the exact name",
    { ...apps("Salesforce Marketing Cloud", "Salesforce Marketing Cloud"), selection: { appId: OTHER } },
    "pass/chosen"
  ],
  [
    "fails when the one that a person chose is gone",
    { ...unpackaged(apps("Marketing Cloud A")), selection: { appId: OTHER } },
    "fail/only-similar"
  ],
  [
    "is unknown when two have the exact name",
    apps("Salesforce Marketing Cloud", "Salesforce Marketing Cloud"),
    "unknown/several-apps"
  ],
  ["fails when there is none", unpackaged(apps()), "fail/missing"],
  [
    "is unknown when there is none and setup is hidden",
    { ...apps(), lacks: ["PermissionsViewSetup"] },
    "unknown/hidden"
  ],
  [
    "is unknown when there is none and one's own permissions may not be read",
    { ...apps(), faults: { "viewer-permissions": "no-access" } },
    "unknown/hidden"
  ],
  ...(["server", "limit", "timeout", "malformed"] as const).map((kind): Row => [
    `asks for no permission when there is none and one's own could not be read, which passes: ${kind}`,
    { ...apps(), faults: { "viewer-permissions": kind } },
    `unknown/${kind}`
  ])
]);

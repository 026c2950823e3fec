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

testCheck(appInstalled, [
  ["passes on the exact name", apps("Salesforce Marketing Cloud"), "pass/installed"],
  [
    "prefers the exact name among several",
    apps("Marketing Cloud Intelligence", "Salesforce Marketing Cloud"),
    "pass/installed"
  ],
  ["passes on the only name that contains Marketing Cloud", apps("Marketing Cloud Engagement"), "pass/other-name"],
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
  ["is unknown when several names contain it", apps("Marketing Cloud A", "Marketing Cloud B"), "unknown/several-apps"],
  [
    "passes on the one that was picked",
    { ...apps("Marketing Cloud A", "Marketing Cloud B"), selection: { appId: OTHER } },
    "pass/other-name"
  ],
  [
    "is unknown when two have the exact name",
    apps("Salesforce Marketing Cloud", "Salesforce Marketing Cloud"),
    "unknown/several-apps"
  ],
  ["fails when there is none", apps(), "fail/missing"],
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

import { testCheck } from "../../testing/check-table.ts";
import { adminProfile, SENDER_PROFILE } from "../../testing/situation.ts";
import { userLicense } from "./user-license.ts";

const platform = adminProfile({
  Id: SENDER_PROFILE,
  UserLicense: { Name: "Salesforce Platform", LicenseDefinitionKey: "AUL" }
});

testCheck(userLicense, [
  ["passes on the license key SFDC", {}, { system: "pass/salesforce", impacted: "pass/salesforce" }],
  [
    "goes by the key, whatever the label says",
    {
      rows: {
        profiles: [adminProfile({ UserLicense: { Name: "Salesforce (översatt)", LicenseDefinitionKey: "SFDC" } })]
      }
    },
    { system: "pass/salesforce" }
  ],
  [
    "fails on another license",
    { rows: { profiles: [adminProfile(), platform] } },
    { system: "pass/salesforce", impacted: "fail/other" }
  ],
  ["is unknown when the profile is not shown", { rows: { profiles: [] } }, { system: "unknown/no-profile" }]
]);

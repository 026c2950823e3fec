import { personCheck } from "../../judge/check.ts";
import { article } from "../../judge/sources.ts";
import { licensePools } from "../../queries/license-pools.ts";
import { profiles } from "../../queries/profiles.ts";
import messages from "./en.json" with { type: "json" };

export const userActive = personCheck({
  id: "user-active",
  messages,
  cases: {
    active: "pass",
    inactive: "fail"
  },
  about: "person",
  step: "users",
  severity: { "system-user": "blocker", "impacted-user": "problem" },
  mendNeeds: [profiles, licensePools],
  source: article("Sales Checklist"),
  link: (_facts, user) => ({ page: "user", id: user.Id }),
  fix: ["open-user", "edit", "tick", "save"],
  judge: (user) => (user.IsActive ? { case: "active" } : { case: "inactive" }),
  mend(user, _person, facts) {
    const key = facts.rowsWith(profiles, "Id", user.ProfileId)[0]?.UserLicense.LicenseDefinitionKey;
    const [pool] = facts.rows(licensePools).filter(({ LicenseDefinitionKey }) => LicenseDefinitionKey === key);
    if (!pool) return [{ withheld: { key: "change.withheld.license-unread" } }];
    const { Name: license, TotalLicenses: total, UsedLicenses: used } = pool;
    if (total <= used) return [{ withheld: { key: "change.withheld.no-license", values: { license, total } } }];
    return [
      {
        set: "IsActive",
        recordId: user.Id,
        of: user.Id,
        effects: [
          { key: "change.effect.license", values: { license, free: total - used, total } },
          { key: "change.effect.signs-in" },
          { key: "change.effect.left" }
        ]
      }
    ];
  }
});

import type { RefreshTokenReading } from "../../calibration/known.ts";
import { observed } from "../../testing/observed.ts";
import { testConfirmedCheck } from "../../testing/confirm-table.ts";
import { APP, type Changes } from "../../testing/situation.ts";
import { refreshTokenPolicy } from "./refresh-token-policy.ts";

const policy = (OptionsRefreshTokenValidityMetric: boolean, RefreshTokenValidityPeriod?: number): Changes => ({
  rows: {
    "app-policies": [
      {
        Id: APP,
        OptionsAllowAdminApprovedUsersOnly: true,
        OptionsRefreshTokenValidityMetric,
        ...(RefreshTokenValidityPeriod === undefined ? {} : { RefreshTokenValidityPeriod })
      }
    ]
  }
});

type Policy = RefreshTokenReading["policy"];
/** What orgs showed, with an app that shows no lifetime, as `inactivity` false and this period. */
const shown = (period: number | undefined, ...rows: [Policy, boolean, RefreshTokenReading["period"]][]): Changes => ({
  ...policy(false, period),
  calibration: observed({
    refreshToken: rows.map(([name, inactivity, kind]) => ({ policy: name, inactivity, period: kind }))
  })
});
const AT_ONCE_AS_ZERO = ["immediately-expire", false, "zero"] as const;
const FOREVER_AS_NONE = ["valid-until-revoked", false, "none"] as const;

testConfirmedCheck(refreshTokenPolicy, "confirm/look", [
  ["asks a person when no period is shown", policy(false), "confirm/look"],
  ["asks a person when the period is zero", policy(false, 0), "confirm/look"],
  ["fails when tokens live for a period", policy(false, 1), "fail/period"],
  ["fails when tokens expire for want of use", policy(true, 7), "fail/inactivity"],
  ["fails on inactivity even when no period is shown", policy(true), "fail/inactivity"],
  [
    "passes where orgs showed both policies, and apart",
    shown(0, [...AT_ONCE_AS_ZERO], [...FOREVER_AS_NONE]),
    "pass/at-once"
  ],
  ["fails on the other of the two", shown(undefined, [...AT_ONCE_AS_ZERO], [...FOREVER_AS_NONE]), "fail/until-revoked"],
  [
    "passes where no period means at once",
    shown(undefined, ["immediately-expire", false, "none"], ["valid-until-revoked", false, "zero"]),
    "pass/at-once"
  ],
  ["asks when only the right policy was shown", shown(0, [...AT_ONCE_AS_ZERO]), "confirm/look"],
  ["asks when only the wrong policy was shown", shown(undefined, [...FOREVER_AS_NONE]), "confirm/look"],
  [
    "asks when both show the same values",
    shown(0, [...AT_ONCE_AS_ZERO], ["valid-until-revoked", false, "zero"]),
    "confirm/look"
  ],
  [
    "asks when another policy was seen with the same values",
    shown(0, [...AT_ONCE_AS_ZERO], [...FOREVER_AS_NONE], ["expire-after", false, "zero"]),
    "confirm/look"
  ],
  [
    "asks when orgs disagree on the right policy",
    shown(0, [...AT_ONCE_AS_ZERO], ["immediately-expire", false, "none"], [...FOREVER_AS_NONE]),
    "confirm/look"
  ],
  [
    "asks when orgs disagree on the wrong policy",
    shown(0, [...AT_ONCE_AS_ZERO], [...FOREVER_AS_NONE], ["valid-until-revoked", false, "negative"]),
    "confirm/look"
  ],
  ["asks about values that nobody has shown", shown(-1, [...AT_ONCE_AS_ZERO], [...FOREVER_AS_NONE]), "confirm/look"],
  [
    "no longer fails on a period that the right policy shows too",
    shown(1, ["immediately-expire", false, "positive"], [...FOREVER_AS_NONE]),
    "confirm/look"
  ],
  ["is unknown when the org left the policies out", { rows: { "app-policies": [] } }, "unknown/no-policies"],
  ["does not apply when there is no app", { rows: { "connected-apps": [] } }, "not-applicable/no-app"]
]);

import { doubtsOf } from "./doubts.ts";
import { periodOf, type Calibration, type RefreshTokenPolicy, type RefreshTokenReading } from "./known.ts";

type Values = Pick<RefreshTokenReading, "inactivity" | "period">;

/** No documented reading keeps these two apart. */
const ALIKE: readonly RefreshTokenPolicy[] = ["immediately-expire", "valid-until-revoked"];

/**
 * The rule, with its reasons: docs/decisions/0007-calibration.md.
 * @returns the one policy that shows these values; undefined where none is known to, where several do, or where it is
 * one of two that orgs have not yet shown apart
 */
export function policyShowing(
  calibration: Calibration,
  inactivity: boolean,
  period: number | null
): RefreshTokenPolicy | undefined {
  const [policy, ...others] = policiesShowing(calibration, { inactivity, period: periodOf(period) });
  if (policy === undefined || others.length) return undefined;
  return ALIKE.includes(policy) && !ALIKE.every((each) => isShownApart(calibration, each)) ? undefined : policy;
}

const policiesShowing = ({ refreshToken }: Calibration, values: Values): Set<RefreshTokenPolicy> =>
  new Set(refreshToken.filter((row) => isAlike(row, values)).map(({ policy }) => policy));

const isAlike = (one: Values, other: Values): boolean =>
  one.inactivity === other.inactivity && (one.period === other.period || [one.period, other.period].includes("any"));

/** Whether orgs have shown this policy, all of them alike, with values that no other policy has. */
const isShownApart = (calibration: Calibration, policy: RefreshTokenPolicy): boolean =>
  calibration.refreshToken.some(
    (row) => row.policy === policy && row.how === "observed" && policiesShowing(calibration, row).size === 1
  ) && !doubtsOf(calibration).refreshToken.some((row) => row.policy === policy);

import { contradicted, type Calibration, type RefreshTokenReading } from "./known.ts";

const valuesOf = ({ inactivity, period }: RefreshTokenReading): string => `${String(inactivity)} ${period}`;
const policyOf = ({ policy }: RefreshTokenReading): string => policy;

/** @returns the observed rows of each table that others contradict. They are kept, and no check believes them */
export function doubtsOf({ refreshToken, policyChanges, attaching, systemAdministrators }: Calibration) {
  return {
    // One policy with two sets of values, and one set of values of two policies.
    refreshToken: [
      ...new Set([...contradicted(refreshToken, policyOf, valuesOf), ...contradicted(refreshToken, valuesOf, policyOf)])
    ],
    policyChanges: contradicted(
      policyChanges,
      ({ action, text }) => `${action} ${text}`,
      ({ to }) => to
    ),
    attaching: contradicted(
      attaching,
      () => "",
      ({ works }) => String(works)
    ),
    systemAdministrators: contradicted(
      systemAdministrators,
      ({ language }) => language,
      ({ name }) => name.toLowerCase()
    )
  };
}

import { contradicted, type Calibration } from "./known.ts";

/** @returns the observed rows of each table that others contradict. They are kept, and no check believes them */
export function doubtsOf({ refreshToken, policyChanges, systemAdministrators }: Calibration) {
  return {
    refreshToken: contradicted(
      refreshToken,
      ({ policy }) => policy,
      ({ inactivity, period }) => `${String(inactivity)} ${period}`
    ),
    policyChanges: contradicted(
      policyChanges,
      ({ action, text }) => `${action} ${text}`,
      ({ to }) => to
    ),
    systemAdministrators: contradicted(
      systemAdministrators,
      ({ language }) => language,
      ({ name }) => name.toLowerCase()
    )
  };
}

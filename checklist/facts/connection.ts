import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import { appPackage } from "../queries/app-package.ts";
import { packageLicense } from "../queries/package-license.ts";
import { packageVersions } from "../queries/package-versions.ts";
import { apiUsersOf } from "./api-user.ts";
import { connectedAccountOf } from "./connected-account.ts";

/** What Support asks for first. */
export interface Connection {
  /** Those that the org shows, et4ae5 first. */
  readonly packages: readonly InstalledPackage[];
  /** Usernames in Marketing Cloud that the connector's configuration names. */
  readonly apiUsers: readonly string[];
  /** The business unit that this org is connected to. */
  readonly mid: string | null;
}

export interface InstalledPackage {
  readonly namespace: string;
  /** `262.0`; null where the org doesn't tell. */
  readonly version: string | null;
}

const LISTED = [
  { namespace: "et4ae5", license: packageLicense },
  { namespace: "MCCA5PROD", license: appPackage }
];

/** @returns what the evidence tells of it */
export function connectionOf(evidence: Evidence): Connection {
  const versions = rowsOf(evidence, packageVersions);
  return {
    packages: LISTED.flatMap(({ namespace, license }): InstalledPackage[] => {
      const row = versions.find(({ NamespacePrefix }) => NamespacePrefix === namespace);
      if (!row && !rowsOf(evidence, license).length) return [];
      const { MajorVersion: major, MinorVersion: minor = 0 } = row ?? {};
      return [{ namespace, version: major === undefined ? null : `${String(major)}.${String(minor)}` }];
    }),
    apiUsers: apiUsersOf({ evidence }),
    mid: connectedAccountOf({ evidence }) ?? null
  };
}

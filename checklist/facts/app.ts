import type { Calibration } from "../calibration/known.ts";
import { CALIBRATION } from "../calibration/table.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { rowsOf } from "../evidence/evidence.ts";
import type { RowOf } from "../evidence/query.ts";
import type { Selection } from "../evidence/selection.ts";
import { connectedApps } from "../queries/connected-apps.ts";

/** The name that article 003834038 tells to click. The name of record is not proven in an org: hence the search by part. */
export const APP_NAME = CALIBRATION.appNames[0].name;

export type AppRow = RowOf<typeof connectedApps>;

export type FoundApp =
  | { readonly kind: "one"; readonly row: AppRow }
  | { readonly kind: "none" }
  | { readonly kind: "several"; readonly rows: readonly AppRow[] };

/**
 * @returns the connected app of Marketing Cloud Connect: the one that a person picked, else the one of the exact name,
 * else the one of a name that was observed, else the only one whose name contains "Marketing Cloud"
 */
export function appOf(evidence: Evidence, { appId }: Selection, calibration: Calibration = CALIBRATION): FoundApp {
  const rows = rowsOf(evidence, connectedApps);
  const picked = rows.find((row) => row.Id === appId);
  if (picked) return { kind: "one", row: picked };
  const exact = rows.filter((row) => row.Name === APP_NAME);
  const known = rows.filter((row) => isKnownName(row.Name, calibration));
  const matches = [exact, known].find((each) => each.length) ?? rows;
  const [first] = matches;
  if (!first) return { kind: "none" };
  return matches.length === 1 ? { kind: "one", row: first } : { kind: "several", rows: matches };
}

/** Whether the app is known to bear this name somewhere. */
export const isKnownName = (name: string, { appNames }: Calibration): boolean =>
  appNames.some((known) => known.name === name);

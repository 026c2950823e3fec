import type { Calibration } from "../calibration/known.ts";
import { CALIBRATION } from "../calibration/table.ts";
import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { RowOf } from "../evidence/query.ts";
import type { Selection } from "../evidence/selection.ts";
import { connectedApps } from "../queries/connected-apps.ts";

/** The name that article 003834038 tells to click. */
export const APP_NAME = CALIBRATION.appNames[0].name;

export type AppRow = RowOf<typeof connectedApps>;

export type FoundApp =
  /** `chosen`: a person said that it is this one. */
  | { readonly kind: "one"; readonly row: AppRow; readonly chosen: boolean }
  /** `similar`: apps of neighboring products, or renamed ones. None of them is taken without a person saying so. */
  | { readonly kind: "none"; readonly similar: readonly AppRow[] }
  | { readonly kind: "several"; readonly rows: readonly AppRow[] };

/**
 * @returns the connected app of Marketing Cloud Connect: the one that a person chose, else the only one of the article's
 * name or of a name that was observed. Marketing Cloud Account Engagement, Mobile, Personalization and others have apps
 * whose names resemble it: nothing is judged of an app that nobody established
 */
export function appOf(evidence: Evidence, { appId }: Selection, calibration: Calibration = CALIBRATION): FoundApp {
  const rows = rowsOf(evidence, connectedApps);
  const chosen = rows.find((row) => row.Id === appId);
  if (chosen) return { kind: "one", row: chosen, chosen: true };
  const first = rows.find((row) => isKnownName(row.Name, calibration));
  if (!first) return { kind: "none", similar: rows };
  // Nobody tells apart by its capitals or spaces which of two apps is meant.
  const alike = rows.filter(({ Name }) => isKnownName(Name, calibration) || readAs(Name) === readAs(first.Name));
  return alike.length > 1 ? { kind: "several", rows: alike } : { kind: "one", row: first, chosen: false };
}

/** A name as a person reads it. */
const readAs = (name: string): string => name.trim().replace(/\s+/g, " ").toLowerCase();

/** @returns the names under which the app's sign-ins are recorded */
export const signInNames = (app: FoundApp, { appNames }: Calibration = CALIBRATION): string[] => [
  ...(app.kind === "one" ? [app.row.Name] : []),
  ...appNames.map(({ name }) => name)
];

/** Whether the app is known to bear this name somewhere. */
const isKnownName = (name: string, { appNames }: Calibration): boolean => appNames.some((known) => known.name === name);

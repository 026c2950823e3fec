import type { Calibration } from "../calibration/known.ts";
import { CALIBRATION } from "../calibration/table.ts";
import { framesOf } from "../calibration/wordings.ts";
import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { RowOf } from "../evidence/query.ts";
import { appPolicies } from "../queries/app-policies.ts";
import { appPolicyChanges } from "../queries/app-policy-changes.ts";
import { connectedApps } from "../queries/connected-apps.ts";
import type { AppRow, FoundApp } from "./app.ts";

/** @returns the policies of the app that the run is about; undefined when the org's answer left it out */
export function policiesOf(given: {
  readonly evidence: Evidence;
  readonly app: FoundApp;
}): RowOf<typeof appPolicies> | undefined {
  const { app } = given;
  return app.kind === "one" ? rowsOf(given.evidence, appPolicies).find(({ Id }) => Id === app.row.Id) : undefined;
}

/** Entries of the audit trail that tell of the app's policies. Source: docs/sources.md, Audit trail. */
export const POLICY_ACTIONS = {
  ipRelaxation: "changeIpRelaxationPolicy",
  permittedUsers: "changeUserRuntimeAccessPolicy",
  /** Written when the policies are saved: it names the app by its Id, so that it counts in any language. */
  session: "insertConnectedAppSessionPolicy"
} as const;

type Entry = RowOf<typeof appPolicyChanges>;
type NamedEntry = Entry & { readonly Display: string };

/** @returns the entries of the audit trail about the app's policies, newest first */
export function entriesAbout(
  app: Pick<AppRow, "Id" | "Name">,
  evidence: Evidence,
  calibration: Calibration = CALIBRATION
): NamedEntry[] {
  const names = rowsOf(evidence, connectedApps).map(({ Name }) => Name);
  return newestFirst(rowsOf(evidence, appPolicyChanges)).filter((entry): entry is NamedEntry =>
    isAbout(entry.Display, app, names, calibration)
  );
}

/** Text shows Ids without the three letters at the end that tell capitals apart. */
const ID_LENGTH = 15;

/**
 * Whole names only: an entry about "Salesforce Marketing Cloud Test" is not about "Salesforce Marketing Cloud".
 * @param names those of the org's apps
 */
export function isAbout(
  display: string | undefined,
  app: Pick<AppRow, "Id" | "Name">,
  names: readonly string[] = [],
  calibration: Calibration = CALIBRATION
): boolean {
  if (display === undefined) return false;
  if (display.includes(app.Id.slice(0, ID_LENGTH))) return true;
  const frames = framesOf(calibration).filter(({ before }) => display.startsWith(before));
  if (frames.length) return frames.some(({ before, after }) => display.startsWith(`${before}${app.Name}${after}`));
  // In another language the name may stand anywhere, and it may be a part of another app's.
  const longer = names.filter((name) => name !== app.Name && name.includes(app.Name));
  return !longer.some((name) => display.includes(name)) && endsSomewhere(display, app.Name);
}

/**
 * Words with a capital that may stand behind the app's name and are no part of it: the names of settings, and of the kind of
 * thing that an app is.
 */
const NO_PART_OF_A_NAME =
  /^(?:IP|OAuth|Permitted|Refresh|App|Anwendung|Zulässige|Einstellung|Richtlinie|Tillåtna|Utilisateurs|Usuarios|Utenti|Toegestane)/;

/**
 * A word with a capital, or a number, behind the name goes on with it: that app has been deleted since, or is hidden. That
 * no language puts another such word there is unproven (docs/sources.md, Audit trail).
 */
const endsSomewhere = (display: string, name: string): boolean =>
  display
    .split(name)
    .slice(1)
    .some((after) => {
      const [, next] = /^[ \u00a0_-]*([\p{Lu}\p{Nd}].*)/u.exec(after) ?? [];
      return next === undefined || NO_PART_OF_A_NAME.test(next);
    });

/** @returns the newest first, in whatever order they came; of those of one moment, the one of the highest Id */
export const newestFirst = <Row extends { readonly Id: string; readonly CreatedDate: string }>(
  rows: readonly Row[]
): Row[] => [...rows].sort((a, b) => Date.parse(b.CreatedDate) - Date.parse(a.CreatedDate) || b.Id.localeCompare(a.Id));

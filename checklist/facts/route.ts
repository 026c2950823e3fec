import type { Values } from "../messages/text.ts";
import { isPast, isSoon } from "./time.ts";

/** A way in which somebody holds a permission set. */
export interface Route {
  readonly by: "set" | "group";
  readonly name: string;
  /** ISO 8601; undefined where it lasts. */
  readonly ends: string | undefined;
  /** Why it may not give what it seems to: see `doubtOf`. */
  readonly doubt: "session-based" | "group-not-updated" | null;
}

interface Assignment {
  readonly IsActive: boolean;
  readonly ExpirationDate?: string | undefined;
}

interface HeldSet {
  readonly Label: string;
  readonly HasActivationRequired: boolean;
}

interface Group {
  readonly MasterLabel: string;
  readonly Status: string;
  readonly HasActivationRequired: boolean;
}

/** How a permission set group stands when its permissions are calculated. Source: Object Reference, PermissionSetGroup.Status. */
const CALCULATED = "Updated";

/** @returns the way that an assignment of a set, or of a group, is; none where Salesforce does not call it active */
export function routeBy({ IsActive, ExpirationDate: ends }: Assignment, to: HeldSet | Group): Route[] {
  if (!IsActive) return [];
  if ("Status" in to) return [{ by: "group", name: to.MasterLabel, ends, doubt: doubtOf(to) }];
  return [{ by: "set", name: to.Label, ends, doubt: doubtOf(to) }];
}

/** What is session-based gives nothing until somebody activates it; a group that is not calculated may give less than it holds. */
function doubtOf(to: HeldSet | Group): Route["doubt"] {
  if (to.HasActivationRequired) return "session-based";
  return "Status" in to && to.Status !== CALCULATED ? "group-not-updated" : null;
}

/** @returns whether an assignment gives what its set holds now, without anybody having to activate it */
export const isInForce = (
  {
    IsActive,
    ExpirationDate: ends,
    PermissionSet
  }: Assignment & { readonly PermissionSet: Pick<HeldSet, "HasActivationRequired"> },
  now: Date
): boolean => IsActive && !PermissionSet.HasActivationRequired && (ends === undefined || !isPast(ends, now));

/** What the best of several ways gives: for sure and for good, for a time, perhaps, or no longer. */
export type RouteState = "through-set" | "through-group" | "ending" | NonNullable<Route["doubt"]> | "expired";

/** @returns how the best way stands, with what a sentence says of it; undefined where there is no way */
export function bestOf(
  routes: readonly Route[],
  now: Date
): { readonly case: RouteState; readonly values: Values } | undefined {
  const open = routes.filter(({ ends }) => ends === undefined || !isPast(ends, now));
  const sure = open.filter(({ doubt }) => doubt === null);
  const lasting = sure.find(({ ends }) => ends === undefined || !isSoon(ends, now));
  if (lasting) return { case: lasting.by === "set" ? "through-set" : "through-group", values: { name: lasting.name } };
  const [longest] = [...sure].sort((a, b) => (b.ends ?? "").localeCompare(a.ends ?? ""));
  if (longest) return { case: "ending", values: { name: longest.name, date: { date: longest.ends ?? "" } } };
  const [doubtful] = open;
  if (doubtful?.doubt) return { case: doubtful.doubt, values: { name: doubtful.name } };
  const [expired] = routes;
  return expired && { case: "expired", values: { name: expired.name, date: { date: expired.ends ?? "" } } };
}

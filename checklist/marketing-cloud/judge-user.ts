import type { MarketingCloudAnswer, MarketingCloudUser } from "./answer.ts";

/** What an answer shows of one question; `null` where it does not tell. */
export type Shown<Case extends string> = {
  readonly holds: boolean;
  readonly case: Case;
  readonly lacks?: readonly string[];
} | null;

export type FlagCase =
  "is-api-user" | "no-such-user" | "not-api-user" | "inactive" | "is-locked" | "must-change-password";

/**
 * @returns whether the user may work through the API: API User is selected, and nothing keeps them from signing in. A
 * user that does not exist, or lacks something for sure, fails whatever else was not returned.
 */
export function apiUserShown({ user }: MarketingCloudAnswer): Shown<FlagCase> {
  if (!user) return { holds: false, case: "no-such-user" };
  const { apiUser, active, locked, mustChangePassword } = user;
  if (apiUser === false) return { holds: false, case: "not-api-user" };
  if (active === false) return { holds: false, case: "inactive" };
  if (locked) return { holds: false, case: "is-locked" };
  if (mustChangePassword) return { holds: false, case: "must-change-password" };
  return [apiUser, active, locked, mustChangePassword].includes(null) ? null : { holds: true, case: "is-api-user" };
}

/** The roles that the article asks for. Keys as recorded: docs/sources.md, Marketing Cloud. */
export const ADMINISTRATOR_ROLES = {
  SYS_DEF_ADMIN: "Administrator",
  SYS_DEF_IMHADMIN: "Marketing Cloud Administrator"
} as const;

/** @returns whether the user has both administrator roles, and which they lack, by the name that Marketing Cloud shows */
export function rolesShown({ user }: MarketingCloudAnswer): Shown<"has-roles" | "no-such-user" | "lacks-roles"> {
  if (!user) return { holds: false, case: "no-such-user" };
  const { roles } = user;
  if (!roles) return null;
  const lacks = Object.entries(ADMINISTRATOR_ROLES).flatMap(([key, name]) => (roles.includes(key) ? [] : [name]));
  return lacks.length ? { holds: false, case: "lacks-roles", lacks } : { holds: true, case: "has-roles" };
}

/** Business units of this org, as far as it tells. */
export interface ExpectedUnits {
  /** Those that are enabled: by MID, and as they are called. undefined where they can't be read, or one has no MID. */
  readonly enabled: ReadonlyMap<string, string> | undefined;
  /**
   * MID of the business unit to which this org is connected: the top-level one, or with Multi-Org its own
   * (et4ae5__Configuration__c.Parent_Account_MID__c).
   */
  readonly connected: string | undefined;
}

/**
 * @returns whether the user may enter each business unit that this org uses, and whether calls start in the connected one
 * (Knowledge 000384220)
 */
export function businessUnitsShown(
  { user }: MarketingCloudAnswer,
  { enabled, connected }: ExpectedUnits
): Shown<"has-units" | "no-such-user" | "lacks-units" | "other-default"> {
  if (!user) return { holds: false, case: "no-such-user" };
  const lacks = missingOf(user, enabled);
  if (lacks?.length) return { holds: false, case: "lacks-units", lacks };
  const { defaultBusinessUnit } = user;
  if (defaultBusinessUnit !== null && connected !== undefined && defaultBusinessUnit !== connected)
    return { holds: false, case: "other-default", lacks: [defaultBusinessUnit] };
  return lacks && enabled?.size && defaultBusinessUnit !== null && connected !== undefined
    ? { holds: true, case: "has-units" }
    : null;
}

const missingOf = ({ businessUnits }: MarketingCloudUser, enabled: ExpectedUnits["enabled"]): string[] | undefined =>
  businessUnits && enabled
    ? [...enabled].flatMap(([mid, name]) => (businessUnits.includes(mid) ? [] : [name]))
    : undefined;

import type { MarketingCloudAnswer, MarketingCloudUser } from "./answer.ts";

/** What an answer shows of one question, as a case of the check that asks it; `null` where it does not tell. */
export type Shown<Case extends string> = {
  readonly case: Case;
  readonly values: Readonly<Record<string, string | number | readonly string[] | { readonly date: string }>>;
} | null;

type FlagCase = "is-api-user" | "no-such-user" | "not-api-user" | "inactive" | "is-locked" | "must-change-password";

/**
 * @returns whether the user may work through the API: API User is selected, and nothing keeps them from signing in. A
 * user that does not exist, or lacks something for sure, fails whatever else was not returned.
 */
export function apiUserShown({ asked, user }: MarketingCloudAnswer): Shown<FlagCase> {
  const shown = (name: FlagCase): Shown<FlagCase> => ({ case: name, values: { apiUser: asked } });
  if (!user) return shown("no-such-user");
  const { apiUser, active, locked, mustChangePassword } = user;
  if (apiUser === false) return shown("not-api-user");
  if (active === false) return shown("inactive");
  if (locked) return shown("is-locked");
  if (mustChangePassword) return shown("must-change-password");
  return [apiUser, active, locked, mustChangePassword].includes(null) ? null : shown("is-api-user");
}

/** The roles that the article asks for. Keys as recorded: docs/sources.md, Marketing Cloud. */
const ADMINISTRATOR_ROLES = {
  SYS_DEF_ADMIN: "Administrator",
  SYS_DEF_IMHADMIN: "Marketing Cloud Administrator"
} as const;

/** @returns whether the user has both administrator roles, and which they lack, by the name that Marketing Cloud shows */
export function rolesShown({ asked, user }: MarketingCloudAnswer): Shown<"has-roles" | "no-such-user" | "lacks-roles"> {
  if (!user) return { case: "no-such-user", values: { apiUser: asked } };
  const { roles } = user;
  if (!roles) return null;
  const lacks = Object.entries(ADMINISTRATOR_ROLES).flatMap(([key, name]) => (roles.includes(key) ? [] : [name]));
  return lacks.length
    ? { case: "lacks-roles", values: { apiUser: asked, roles: lacks } }
    : { case: "has-roles", values: { apiUser: asked } };
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
  { asked, user }: MarketingCloudAnswer,
  { enabled, connected }: ExpectedUnits
): Shown<"has-units" | "no-such-user" | "lacks-units" | "other-default"> {
  const apiUser = asked;
  if (!user) return { case: "no-such-user", values: { apiUser } };
  const lacks = missingOf(user, enabled);
  if (lacks?.length) return { case: "lacks-units", values: { apiUser, units: lacks } };
  const { defaultBusinessUnit } = user;
  if (defaultBusinessUnit === null || connected === undefined) return null;
  if (defaultBusinessUnit !== connected)
    return {
      case: "other-default",
      values: {
        apiUser,
        unit: enabled?.get(defaultBusinessUnit) ?? defaultBusinessUnit,
        connected: enabled?.get(connected) ?? connected
      }
    };
  return lacks && enabled?.size ? { case: "has-units", values: { apiUser, units: [...enabled.values()] } } : null;
}

const missingOf = ({ businessUnits }: MarketingCloudUser, enabled: ExpectedUnits["enabled"]): string[] | undefined =>
  businessUnits && enabled
    ? [...enabled].flatMap(([mid, name]) => (businessUnits.includes(mid) ? [] : [name]))
    : undefined;

/** The shortest time that Login Expires After Inactivity can be set to. Source: docs/sources.md, security settings. */
const SHORTEST_INACTIVITY = 30;
const DAY = 86_400_000;
/** Marketing Cloud writes its own time, without saying so: six hours behind, in summer too. Source: docs/sources.md. */
const SYSTEM_TIME = "-06:00";

type SignInCase = "never-signed-in" | "signed-in" | "signed-in-lately" | "signed-in-long-ago";

/** @returns when the user last signed in, as evidence beside the question whether that can make their login expire */
export function signInShown({ asked, at, user }: MarketingCloudAnswer): Shown<SignInCase> {
  const lastSignIn = user?.lastSignIn ?? null;
  if (lastSignIn === null) return null;
  const said = { apiUser: asked, said: { date: at } };
  if (lastSignIn === "") return { case: "never-signed-in", values: said };
  const [time = ""] = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?/.exec(lastSignIn) ?? [];
  const signedIn = Date.parse(lastSignIn === time ? time + SYSTEM_TIME : lastSignIn);
  const days = Math.floor((Date.parse(at) - signedIn) / DAY);
  // In another form it may be read wrong, the day for the month: it stands as Marketing Cloud writes it.
  if (time === "" || Number.isNaN(days)) return { case: "signed-in", values: { ...said, signedIn: lastSignIn } };
  return {
    case: days < SHORTEST_INACTIVITY ? "signed-in-lately" : "signed-in-long-ago",
    values: { ...said, signedIn: { date: new Date(signedIn).toISOString() }, days }
  };
}

/** @returns that the user must change their password, as evidence beside the question whether passwords expire */
export const passwordShown = ({ asked, at, user }: MarketingCloudAnswer): Shown<"must-change"> =>
  user?.mustChangePassword ? { case: "must-change", values: { apiUser: asked, said: { date: at } } } : null;

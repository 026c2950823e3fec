import type { MarketingCloudAnswer, MarketingCloudUser } from "../../checklist/index.ts";
import type { MarketingCloudSession } from "./connect.ts";
import { MarketingCloudError } from "./marketing-cloud-error.ts";
import { retrieve, type SoapRow } from "./retrieve.ts";

/** Recorded answers hold these, though Describe leaves some out: docs/sources.md, Marketing Cloud. */
const PROPERTIES = [
  "UserID",
  "AccountUserID",
  "ActiveFlag",
  "IsAPIUser",
  "IsLocked",
  "MustChangePassword",
  "LastSuccessfulLogin",
  "DefaultBusinessUnit",
  "Roles"
];

/**
 * Asks Marketing Cloud about one user.
 * @param userId the username in Marketing Cloud
 * @param now for the answer's time
 * @throws {MarketingCloudError} it could not be told
 */
export async function askUser(
  session: MarketingCloudSession,
  userId: string,
  now: Date
): Promise<MarketingCloudAnswer> {
  const { account, enterprise } = session;
  const head = { asked: userId, account, enterprise, at: now.toISOString() };
  const rows = await retrieve(session, { object: "AccountUser", properties: PROPERTIES, where: ["UserID", userId] });
  const named = rows.filter(({ UserID }) => textOf(UserID)?.toLowerCase() === userId.toLowerCase());
  const [found, another] = named;
  if (!found) {
    // A business unit below the top does not see every user.
    if (account !== enterprise) throw new MarketingCloudError("not-parent", userId);
    return { ...head, user: null };
  }
  if (another && another.AccountUserID !== found.AccountUserID)
    throw new MarketingCloudError("not-readable", "several users of one name");
  return { ...head, user: { ...userOf(found), businessUnits: await businessUnitsOf(session, found) } };
}

function userOf(row: SoapRow): Omit<MarketingCloudUser, "businessUnits"> {
  return {
    userId: textOf(row.UserID) ?? "",
    active: flagOf(row.ActiveFlag),
    apiUser: flagOf(row.IsAPIUser),
    locked: flagOf(row.IsLocked),
    mustChangePassword: flagOf(row.MustChangePassword),
    lastSignIn: textOf(row.LastSuccessfulLogin),
    defaultBusinessUnit: textOf(row.DefaultBusinessUnit),
    roles: rolesOf(row.Roles)
  };
}

async function businessUnitsOf(session: MarketingCloudSession, row: SoapRow): Promise<string[] | null> {
  const id = textOf(row.AccountUserID);
  if (id === null) return null;
  const rows = await retrieve(session, {
    object: "AccountUserAccount",
    properties: ["AccountUser.AccountUserID", "Account.ID"],
    where: ["AccountUser.AccountUserID", id]
  });
  // Recorded answers hold rows of other users too, and one row twice.
  const own = rows.filter((each) => textOf(inside(each.AccountUser, "AccountUserID")) === id);
  const units = own.map((each) => textOf(inside(each.Account, "ID")));
  return units.includes(null) ? null : [...new Set(units as string[])];
}

/** @returns keys of roles; null where Marketing Cloud returned none, or one without its key */
function rolesOf(roles: unknown): string[] | null {
  const listed = inside(roles, "Role");
  if (!Array.isArray(listed)) return null;
  const keys = listed.map((role: unknown) => textOf(inside(role, "CustomerKey")));
  return keys.includes(null) ? null : (keys as string[]);
}

const inside = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? (value as SoapRow)[name] : undefined;

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

/** Booleans of XML Schema. */
const flagOf = (value: unknown): boolean | null =>
  value === "true" || value === "1" ? true : value === "false" || value === "0" ? false : null;

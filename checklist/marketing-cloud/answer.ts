/**
 * What Marketing Cloud says of one of its users, whoever brought it: the answer of our script that somebody pasted, or the
 * API. What was not returned is null, never false: nothing follows from it.
 * Properties of the SOAP objects AccountUser and AccountUserAccount, as sfmc-devtools has recorded them: docs/sources.md.
 */
export interface MarketingCloudUser {
  /** The username with which they sign in: AccountUser.UserID. */
  readonly userId: string;
  /** AccountUser.ActiveFlag */
  readonly active: boolean | null;
  /** AccountUser.IsAPIUser */
  readonly apiUser: boolean | null;
  /** AccountUser.IsLocked */
  readonly locked: boolean | null;
  /** AccountUser.MustChangePassword */
  readonly mustChangePassword: boolean | null;
  /** AccountUser.LastSuccessfulLogin, as Marketing Cloud writes it; empty where they never signed in. */
  readonly lastSignIn: string | null;
  /** MID of AccountUser.DefaultBusinessUnit */
  readonly defaultBusinessUnit: string | null;
  /** Keys, since names are translated and can be changed: Role.CustomerKey. */
  readonly roles: readonly string[] | null;
  /** MIDs: AccountUserAccount.Account.ID */
  readonly businessUnits: readonly string[] | null;
}

export interface MarketingCloudAnswer {
  /** The username about which Marketing Cloud was asked. */
  readonly asked: string;
  /** MID of the business unit in which it was asked. */
  readonly account: string;
  /** MID of the top-level business unit; null where Marketing Cloud did not say. */
  readonly enterprise: string | null;
  /** When Marketing Cloud said so, ISO 8601, by its own clock. */
  readonly at: string;
  /** null: there is no such user. */
  readonly user: MarketingCloudUser | null;
}

/** What came of asking Marketing Cloud over its API. */
export interface AskedMarketingCloud {
  /** null where it gave none: then a person is asked as before. */
  readonly answer: MarketingCloudAnswer | null;
  /** Why it gave none, or what else somebody should know: whole sentences, without any credential. */
  readonly said: readonly string[];
}

/** @returns the answer that was saved, or undefined where the value is none: whatever judges it may rely on its shape */
export function answerIn(value: unknown): MarketingCloudAnswer | undefined {
  if (!isRecord(value)) return undefined;
  const { asked, account, enterprise, at, user } = value;
  const fits =
    isText(asked) &&
    isText(account) &&
    isTextOrNull(enterprise) &&
    isText(at) &&
    !Number.isNaN(Date.parse(at)) &&
    (user === null || isUser(user));
  return fits ? (value as unknown as MarketingCloudAnswer) : undefined;
}

type Unread = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Unread =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string";
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isFlagOrNull = (value: unknown): boolean => value === null || typeof value === "boolean";
const isListOrNull = (value: unknown): boolean => value === null || (Array.isArray(value) && value.every(isText));

const isUser = (user: unknown): boolean =>
  isRecord(user) &&
  isText(user.userId) &&
  [user.active, user.apiUser, user.locked, user.mustChangePassword].every(isFlagOrNull) &&
  [user.lastSignIn, user.defaultBusinessUnit].every(isTextOrNull) &&
  [user.roles, user.businessUnits].every(isListOrNull);

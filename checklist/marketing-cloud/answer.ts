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

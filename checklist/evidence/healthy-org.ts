/**
 * The Ids and moments that the rows of the tests' healthy org share. Each query's file says, as `healthy`, what that org
 * answers it; what is not said is no row. Nothing of it is in what is deployed.
 */
export interface HealthyOrg {
  readonly app: string;
  readonly appSet: string;
  /** The permission sets of the package, by name. */
  readonly connectorSets: Readonly<
    Record<"ExactTarget_Integration" | "ExactTarget_Integration_Admin" | "Marketing_Cloud_System_User", string>
  >;
  readonly systemUser: string;
  readonly impactedUser: string;
  /** The permission set that belongs to the profile of admins. */
  readonly adminSet: string;
  readonly adminProfile: string;
  readonly senderProfile: string;
  /** @returns the moment so many days after the tests' now, ISO 8601 */
  readonly inDays: (days: number) => string;
}

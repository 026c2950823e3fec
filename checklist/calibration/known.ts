/** How a fact came to be known. Only what was observed in an org may turn a check green. */
export type How =
  | { readonly how: "documented" | "published list" | "published code" | "general knowledge" }
  /** `on` is a day, `apiVersion` that of the calibration. Never whose org it was. */
  | { readonly how: "observed"; readonly on: string; readonly apiVersion: string };

/** As Setup lists them, in its order. Source: docs/sources.md, Connected app. */
export const REFRESH_TOKEN_POLICIES = [
  "immediately-expire",
  "valid-until-revoked",
  "expire-if-not-used",
  "expire-after"
] as const;
export type RefreshTokenPolicy = (typeof REFRESH_TOKEN_POLICIES)[number];

/** What `RefreshTokenValidityPeriod` holds: nothing, 0, more, less. */
export const PERIODS = ["none", "zero", "positive", "negative"] as const;
export type Period = (typeof PERIODS)[number];

/** How the two readable fields show a Refresh Token Policy. */
export interface RefreshTokenReading {
  readonly policy: RefreshTokenPolicy;
  readonly inactivity: boolean;
  readonly period: Period | "any";
}

/** Source: Metadata API, ConnectedApp.oauthPolicy.ipRelaxation (docs/sources.md, Connected app). */
export const IP_RELAXATION_POLICIES = ["enforce", "relax", "relax-activated-devices", "enforce-relax-refresh"] as const;
export type IpRelaxationPolicy = (typeof IP_RELAXATION_POLICIES)[number];

export const POLICY_CHANGES = ["changeIpRelaxationPolicy", "changeUserRuntimeAccessPolicy"] as const;
export type PolicyChangeAction = (typeof POLICY_CHANGES)[number];

/** How the audit trail tells of a change: `{app}`, and where they are known apart `{from}` and `{to}`, stand for words. */
export interface PolicyChangeWording {
  readonly action: PolicyChangeAction;
  readonly language: string;
  readonly text: string;
  /** What a sentence without `{to}` says that IP Relaxation was set to. */
  readonly to?: IpRelaxationPolicy;
}

type Known<Fact> = readonly (Fact & How)[];

/** What the checks believe of the platform beyond what it tells. `table.ts` holds it. */
export interface Calibration {
  readonly refreshToken: Known<RefreshTokenReading>;
  /** The first is that of the article. */
  readonly appNames: readonly [{ readonly name: string } & How, ...Known<{ readonly name: string }>];
  readonly ipRelaxations: Known<{
    readonly value: IpRelaxationPolicy;
    readonly language: string;
    readonly label: string;
  }>;
  readonly policyChanges: Known<PolicyChangeWording>;
  /** Whether a permission set can be attached to the app over the API. */
  readonly attaching: Known<{ readonly works: boolean }>;
  readonly systemAdministrators: Known<{ readonly language: string; readonly name: string }>;
}

/** @returns the kind of a period that Salesforce shows */
export function periodOf(period: number | null): Period {
  if (period === null) return "none";
  if (period === 0) return "zero";
  return period > 0 ? "positive" : "negative";
}

/**
 * Two orgs that saw different things of one matter prove neither.
 * @param matter what a row is about
 * @param saw what it says of that; undefined where it says nothing
 * @returns the observed rows that another observed row contradicts
 */
export function contradicted<Row extends How>(
  rows: readonly Row[],
  matter: (row: Row) => string,
  saw: (row: Row) => string | undefined
): Row[] {
  const observed = rows.filter((row) => row.how === "observed" && saw(row) !== undefined);
  return observed.filter((row) => observed.some((other) => matter(other) === matter(row) && saw(other) !== saw(row)));
}

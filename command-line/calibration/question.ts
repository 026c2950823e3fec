import type { IpRelaxationPolicy, RefreshTokenPolicy } from "../../checklist/index.ts";
import type { TargetOrg } from "../orgs/target-org.ts";
import type { CatalogueAnswers } from "./evidence.ts";

/** What a person sees in Setup, since the org can't tell it. */
export interface Seen {
  readonly refreshTokenPolicy?: RefreshTokenPolicy | undefined;
  readonly ipRelaxation?: IpRelaxationPolicy | undefined;
  /** Name of the connected app. */
  readonly app?: string | undefined;
}

/** What every question gets. */
export interface Asking {
  readonly org: TargetOrg;
  readonly catalogue: CatalogueAnswers;
  readonly seen: Seen;
  /** Words that name the org and its people. */
  readonly own: ReadonlySet<string>;
}

/** Source: Object Reference, "Organization", OrganizationType. */
export const EDITIONS = [
  "Team Edition",
  "Professional Edition",
  "Enterprise Edition",
  "Developer Edition",
  "Personal Edition",
  "Unlimited Edition",
  "Contact Manager Edition",
  "Base Edition",
  "other"
] as const;

/** Namespaces that tell nothing of whose org it is. */
export const NAMESPACES = ["none", "et4ae5", "MCCA5PROD", "another"] as const;

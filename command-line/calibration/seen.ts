import type { IpRelaxationPolicy, RefreshTokenPolicy } from "../../checklist/index.ts";

/** What a person sees in Setup, since the org can't tell it. */
export interface Seen {
  readonly refreshTokenPolicy?: RefreshTokenPolicy | undefined;
  readonly ipRelaxation?: IpRelaxationPolicy | undefined;
  /** Name of the connected app. */
  readonly app?: string | undefined;
}

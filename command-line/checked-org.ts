import type { Report } from "../checklist/index.ts";

/** What came of one org: its report, or in one sentence why there is none. `name` is what the org was called by. */
export type CheckedOrg = { readonly name: string } & ({ readonly report: Report } | { readonly error: string });

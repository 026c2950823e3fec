import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import type { Calibration } from "../calibration/known.ts";
import { queryNamed, RUN_QUERIES } from "../catalogue.ts";
import type { Answer, Evidence } from "../evidence/evidence.ts";
import type { FaultKind } from "../evidence/fault.ts";
import type { HealthyOrg } from "../evidence/healthy-org.ts";
import type { ViewerPermission } from "../evidence/permissions.ts";
import type { RowOf } from "../evidence/query.ts";
import type { Selection } from "../evidence/selection.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import type { Situation } from "../judge/judge.ts";
import type { appGrants } from "../queries/app-grants.ts";
import type { permissionSetAssignments } from "../queries/permission-set-assignments.ts";
import type { profiles } from "../queries/profiles.ts";
import type { users } from "../queries/users.ts";

/** The moment at which every test judges. */
export const NOW = new Date("2026-05-04T12:00:00.000Z");
export const inDays = (days: number): string => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000).toISOString();

export const ORG = "00D000000000001AAA";
export const APP = "0H4000000000001AAA";
export const SYSTEM_USER = "005000000000001AAA";
export const IMPACTED_USER = "005000000000002AAA";
export const ADMIN_PROFILE = "00e000000000001AAA";
export const SENDER_PROFILE = "00e000000000002AAA";
export const APP_SET = "0PS000000000001AAA";
export const CONNECTOR_SETS = {
  ExactTarget_Integration: "0PS000000000002AAA",
  ExactTarget_Integration_Admin: "0PS000000000003AAA",
  Marketing_Cloud_System_User: "0PS000000000004AAA"
} as const;
export const ADMIN_SET = "0PS000000000010AAA";
export const APP_GROUP = "0PG000000000001AAA";

const HEALTHY_ORG: HealthyOrg = {
  app: APP,
  appSet: APP_SET,
  connectorSets: CONNECTOR_SETS,
  systemUser: SYSTEM_USER,
  impactedUser: IMPACTED_USER,
  adminSet: ADMIN_SET,
  adminProfile: ADMIN_PROFILE,
  senderProfile: SENDER_PROFILE,
  inDays
};

/** Rows by the query's name. */
export type RowsByQuery = Readonly<Record<string, readonly object[]>>;

const FOLDER = join(import.meta.dirname, "../queries");
const load = createRequire(import.meta.filename);
/** What each query's file says of the healthy org. */
const HEALTHY = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
  .flatMap((file) => {
    const { healthy } = load(join(FOLDER, file)) as { healthy?: (org: HealthyOrg) => readonly object[] };
    return healthy ? [[basename(file, ".ts"), healthy] as const] : [];
  });

/** An org where everything holds that the org itself can show: the system user and one impacted user. */
export const healthyRows = (): RowsByQuery => ({
  ...Object.fromEntries(RUN_QUERIES.map(({ name }) => [name, []])),
  ...Object.fromEntries(HEALTHY.map(([name, healthy]) => [name, healthy(HEALTHY_ORG)]))
});

// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows the row of the name
const healthyRow = <Row>(name: string, index = 0): Row => healthyRows()[name]?.[index] as Row;

type User = RowOf<typeof users>;
type Profile = RowOf<typeof profiles>;
type Grant = RowOf<typeof appGrants>;
type Assignment = RowOf<typeof permissionSetAssignments>;

export const systemUser = (changes: Partial<User> = {}): User => ({ ...healthyRow<User>("users"), ...changes });
export const impactedUser = (changes: Partial<User> = {}): User => ({ ...healthyRow<User>("users", 1), ...changes });
export const adminProfile = (changes: Partial<Profile> = {}): Profile => ({
  ...healthyRow<Profile>("profiles"),
  ...changes
});
export const setGrant = (changes: Partial<Grant> = {}): Grant => ({ ...healthyRow<Grant>("app-grants"), ...changes });

export const profileGrant = (ProfileId: string): Grant =>
  setGrant({
    ParentId: "0PS000000000009AAA",
    Parent: { Label: "00ex", IsOwnedByProfile: true, ProfileId, HasActivationRequired: false }
  });

export const assignment = (AssigneeId: string, changes: Partial<Assignment> = {}): Assignment => ({
  ...healthyRow<Assignment>("permission-set-assignments"),
  Id: `0Pa${AssigneeId.slice(3)}`,
  AssigneeId,
  ...changes
});

/** @returns the evidence as it is before these queries were answered */
export function before(evidence: Evidence, ...names: string[]): Evidence {
  const earlier = { ...evidence };
  for (const name of names) Reflect.deleteProperty(earlier, name);
  return earlier;
}

export interface Changes {
  /** Replaces the rows of these queries. */
  readonly rows?: RowsByQuery;
  /** Lets these queries fail. */
  readonly faults?: Readonly<Record<string, FaultKind>>;
  /** Permissions that the person looking lacks. */
  readonly lacks?: readonly ViewerPermission[];
  readonly selection?: Partial<Selection>;
  readonly confirmations?: readonly Confirmation[];
  /** Instead of today's. */
  readonly calibration?: Calibration;
}

/** A situation to judge: the healthy org, but for `changes`. */
export function situation({
  rows = {},
  faults = {},
  lacks = [],
  selection = {},
  confirmations = [],
  calibration
}: Changes = {}): Situation {
  const held = healthyRow<Record<ViewerPermission, boolean>>("viewer-permissions");
  for (const permission of lacks) held[permission] = false;
  const all = { ...healthyRows(), "viewer-permissions": [held], ...rows };
  const evidence: Record<string, Answer> = {};
  for (const [name, list] of Object.entries(all)) evidence[name] = { rows: list };
  for (const [name, kind] of Object.entries(faults))
    evidence[name] = { fault: { kind, message: `planted ${kind}` }, object: queryNamed(name).object };
  return {
    evidence,
    selection: { systemUser: { id: SYSTEM_USER }, impactedUsers: [{ id: IMPACTED_USER }], ...selection },
    confirmations,
    now: NOW,
    ...(calibration && { calibration })
  };
}

/** Nothing in the org points to a system user. */
export const noCandidate: RowsByQuery = { "candidate-users": [], "mapped-users": [] };

/** An org that Marketing Cloud Connect was never installed in: no license, and none of its objects and fields. */
export const withoutPackage: Changes = {
  rows: { "package-license": [] },
  faults: {
    "connector-configuration": "no-object",
    "business-units": "no-object",
    "tracking-writers": "no-object",
    "candidate-users": "no-field",
    "user-checkboxes": "no-field"
  }
};

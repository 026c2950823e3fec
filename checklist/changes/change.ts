import type { FixPermission } from "../evidence/permissions.ts";
import type { Text, Values } from "../messages/text.ts";

/** What can be done to a setup object. Nothing else is ever written. */
export const OPERATIONS = ["assign", "unassign", "attach", "detach", "set"] as const;
export type Operation = (typeof OPERATIONS)[number];

/** The fields that may be set. `proposed` is the only value that a check may ask for: undo sets the other one. */
export const SETTABLE = {
  IsActive: { object: "User", proposed: true },
  UserPermissionsMarketingUser: { object: "User", proposed: true },
  et4ae5__ExactTargetForAppExchangeUser__c: { object: "User", proposed: true },
  et4ae5__ExactTargetForAppExchangeAdmin__c: { object: "User", proposed: true },
  IsFrozen: { object: "UserLogin", proposed: false }
} as const;
export type SettableField = keyof typeof SETTABLE;

/** Which object each operation writes, and which permission Salesforce asks for. Source: docs/sources.md, Fixes. */
const WRITES = {
  assign: { object: "PermissionSetAssignment", needs: "PermissionsAssignPermissionSets" },
  unassign: { object: "PermissionSetAssignment", needs: "PermissionsAssignPermissionSets" },
  attach: { object: "SetupEntityAccess", needs: "PermissionsManageProfilesPermissionsets" },
  detach: { object: "SetupEntityAccess", needs: "PermissionsManageProfilesPermissionsets" }
} as const;

/** One write to a setup object, as a check proposes it: plain data. */
export interface SetupChange {
  readonly operation: Operation;
  readonly object: "PermissionSetAssignment" | "SetupEntityAccess" | "User" | "UserLogin";
  /** Of `set`, `unassign` and `detach`; null until the record of `assign` and `attach` is there. */
  readonly recordId: string | null;
  /** The user it is about. */
  readonly personId: string | null;
  readonly permissionSetId: string | null;
  readonly appId: string | null;
  readonly field: SettableField | null;
  /** The field's value, or whether the set is assigned or attached. */
  readonly before: boolean;
  readonly after: boolean;
  /** `findingKey` of what it mends, and that finding's check. */
  readonly finding: string;
  readonly check: string;
  /** Of a finding that decides nothing: done only where a person asks for this one. */
  readonly advice: boolean;
  /** What else will happen. */
  readonly effects: readonly Text[];
  readonly needs: readonly FixPermission[];
  /** Names for its sentence: `user`, `set`, `app`. */
  readonly values: Values;
}

/** What a check says of a change: the rest follows. Or why there is none, though its finding is of a kind that can be mended. */
export type Mend =
  | ({ readonly effects: readonly Text[]; readonly values?: Values } & (
      | { readonly assign: string; readonly to: string }
      | { readonly attach: string; readonly app: string }
      | { readonly set: SettableField; readonly recordId: string; readonly of: string }
    ))
  | Withheld;

export interface Withheld {
  readonly withheld: Text;
}

/** @returns the change that a check asks for, to mend the finding */
export function changeOf(
  mend: Exclude<Mend, Withheld>,
  about: Pick<SetupChange, "finding" | "check" | "advice" | "values">
): SetupChange {
  const { effects } = mend;
  const common = { ...NOTHING, ...about, effects, values: { ...about.values, ...mend.values } };
  if ("assign" in mend)
    return { ...common, ...writeOf("assign"), personId: mend.to, permissionSetId: mend.assign, after: true };
  if ("attach" in mend)
    return { ...common, ...writeOf("attach"), permissionSetId: mend.attach, appId: mend.app, after: true };
  const { set: field, recordId, of: personId } = mend;
  const { proposed } = SETTABLE[field];
  return { ...common, ...writeOf("set", field), recordId, personId, before: !proposed, after: proposed };
}

const NOTHING = {
  recordId: null,
  personId: null,
  permissionSetId: null,
  appId: null,
  field: null,
  before: false,
  after: false
};

/** @returns what an operation writes, and what it needs */
export function writeOf(
  operation: Operation,
  field: SettableField | null = null
): Pick<SetupChange, "operation" | "object" | "field" | "needs"> {
  if (operation === "set") {
    if (field === null) throw new TypeError("A change that sets must name its field.");
    return { operation, field, object: SETTABLE[field].object, needs: ["PermissionsManageUsers"] };
  }
  const { object, needs } = WRITES[operation];
  return { operation, field: null, object, needs: [needs] };
}

/** `intended`: asked for, and nobody has said what became of it. */
export const CHANGE_STATUSES = ["intended", "done", "failed", "undone"] as const;
export type ChangeStatus = (typeof CHANGE_STATUSES)[number];

/** A change that somebody agreed to, as the org keeps it. Who and when are the platform's own. */
export interface SavedChange extends SetupChange {
  readonly id: string;
  /** The autonumber: `F-000012`. */
  readonly name: string;
  /** The changes that were agreed to together, and its place among them. */
  readonly plan: string;
  readonly position: number;
  readonly status: ChangeStatus;
  /** Why it was not done, as MccFixer names it. */
  readonly reason: string | null;
  /** Salesforce's own words. */
  readonly message: string;
  /** The change that this one undoes. */
  readonly undoes: string | null;
  readonly by: string;
  readonly byId: string;
  readonly at: string;
}

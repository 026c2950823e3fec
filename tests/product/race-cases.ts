import assert from "node:assert/strict";
import type { EmbeddedOrg } from "../../local/embedded-org/org.ts";
import type { Row } from "../../local/embedded-org/store.ts";
import type { FixReason } from "../../command-line/fix/fix-answer.ts";

// What may come between the plan that a person sees and what is written: planted once, tried in the terminal and in the browser.

/** The changes that the scenario several-faults asks for. */
export const LINES = {
  access: {
    check: "app-access",
    says: /^Assign the permission set “Marketing Cloud Connected App” to Marketing Cloud Int/
  },
  activate: { check: "user-active", says: /^Activate Lena Marsh/ },
  box: { check: "marketing-user", says: /^Select “Marketing User” for Priya Anand/ }
} as const;
export type Line = keyof typeof LINES;

const ID = {
  system: "005000000000002",
  nils: "005000000000003",
  priya: "005000000000004",
  lena: "005000000000006",
  appSet: "0PS000000000011",
  licenses: "100000000000001",
  fixerAssignment: "0Pa000000000027"
} as const;

/** `done`: and recorded. `unrecorded`: done, and its record could not be closed. */
export type Outcome = "done" | "unrecorded" | FixReason;

export interface Situation {
  readonly name: string;
  /** What the person agrees to, in the order of the plan. */
  readonly lines: readonly Line[];
  /** The change of `lines` was made before, and it is its undo that the person agrees to. */
  readonly undo?: true;
  /** Happens once the plan is shown, before the person agrees. */
  readonly meanwhile: (org: EmbeddedOrg) => void;
  /** What comes of each line. */
  readonly then: readonly Outcome[];
  /** The person is told in a sentence instead: nothing was written, not even a record. */
  readonly forbidden?: true;
  /** Salesforce's own words, which the person sees. */
  readonly words?: RegExp;
  /** Every write of a setup object that the org takes, once the person has agreed. */
  readonly writes: readonly string[];
  /** What the records say of the lines. */
  readonly records: readonly string[];
  /** The Apex test of the same, or why Apex can't plant it. */
  readonly apex: string | { readonly not: string };
}

const rowOf = ({ scenario }: EmbeddedOrg, id: string): Row => {
  const row = scenario.store.find(id);
  assert.ok(row, id);
  return row;
};
const lose = ({ scenario }: EmbeddedOrg, permission: string): void => {
  const [held] = scenario.store.table("UserPermissionAccess").rows;
  assert.ok(held);
  scenario.store.change(held, { [permission]: false });
};
const refuse = ({ scenario }: EmbeddedOrg, object: string, code: string, message: string): void => {
  Object.assign(scenario.refusals, { [object]: { code, message } });
};
const assign = (org: EmbeddedOrg): void => {
  org.scenario.store.add("PermissionSetAssignment", {
    Id: "0Pa000000000900AAA",
    AssigneeId: String(rowOf(org, ID.system).values.Id),
    PermissionSetId: String(rowOf(org, ID.appSet).values.Id),
    IsActive: true
  });
};
/** Takes away what was assigned. */
const take = (org: EmbeddedOrg): void => {
  const { store } = org.scenario;
  const [set, person] = [ID.appSet, ID.system].map((id) => rowOf(org, id).values.Id);
  for (const row of store.table("PermissionSetAssignment").rows)
    if (row.values.PermissionSetId === set && row.values.AssigneeId === person) store.remove(row);
};
const changes = ({ scenario }: EmbeddedOrg): readonly Row[] => scenario.store.table("MCC_Change__c").rows;

const ASSIGNED = "add PermissionSetAssignment";
const TICKED = "change User";
const NO_METADATA = { not: "an Apex test can't make a validation rule or a trigger" };
const NO_NETWORK = { not: "Apex has no network between its steps" };

export const SITUATIONS: readonly Situation[] = [
  {
    name: "nothing happens",
    lines: ["access", "activate", "box"],
    meanwhile: () => undefined,
    then: ["done", "done", "done"],
    writes: [ASSIGNED, "change User", TICKED],
    records: ["done", "done", "done"],
    apex: "MccFixerTest.anAssignment_isMadeRecordedAndTakenBack"
  },
  {
    name: "somebody else has selected the box",
    lines: ["box"],
    meanwhile: (org) => org.change("User", ID.priya, { UserPermissionsMarketingUser: true }),
    then: ["already"],
    writes: [],
    records: ["failed already"],
    apex: "MccFixerRaceTest.aUserWhoWasUnfrozenMeanwhile_staysSo"
  },
  {
    name: "somebody else has assigned the permission set",
    lines: ["access"],
    meanwhile: assign,
    then: ["already"],
    writes: [],
    records: ["failed already"],
    apex: "MccFixerRaceTest.anAssignmentThatSomebodyMadeMeanwhile_isNotMadeAgain"
  },
  {
    name: "somebody else has activated the user",
    lines: ["activate"],
    meanwhile: (org) => org.change("User", ID.lena, { IsActive: true }),
    then: ["already"],
    writes: [],
    records: ["failed already"],
    apex: "MccFixerRaceTest.aUserWhoIsActiveMeanwhile_staysSo"
  },
  {
    name: "Assign Permission Sets is lost",
    lines: ["access"],
    meanwhile: (org) => lose(org, "PermissionsAssignPermissionSets"),
    then: ["no-access"],
    words: /insufficient access rights/,
    writes: [],
    records: ["failed no-access"],
    apex: "MccFixerRaceTest.withoutSalesforcesOwnPermission_nothingIsMadeAndTheReasonIsSaved"
  },
  {
    name: "Manage Users is lost",
    lines: ["box"],
    meanwhile: (org) => lose(org, "PermissionsManageUsers"),
    then: ["no-access"],
    words: /insufficient access rights/,
    writes: [],
    records: ["failed no-access"],
    apex: "MccFixerRaceTest.withoutSalesforcesOwnPermission_nothingIsMadeAndTheReasonIsSaved"
  },
  {
    name: "the permission to fix is lost",
    lines: ["access"],
    meanwhile: (org) => org.change("PermissionSetAssignment", ID.fixerAssignment, { IsActive: false }),
    then: ["refused"],
    forbidden: true,
    words: /MCC Health Fixer/,
    writes: [],
    records: [],
    apex: "MccFixerRaceTest.theCustomPermissionLostMeanwhile_isRefusedAndNothingIsMade"
  },
  {
    name: "the last license is taken",
    lines: ["activate"],
    meanwhile: (org) => org.change("UserLicense", ID.licenses, { UsedLicenses: 50 }),
    then: ["no-license"],
    words: /license limit exceeded/,
    writes: [],
    records: ["failed no-license"],
    apex: { not: "an Apex test can't use up the org's licenses" }
  },
  {
    name: "a validation rule refuses",
    lines: ["box"],
    meanwhile: (org) => refuse(org, "User", "FIELD_CUSTOM_VALIDATION_EXCEPTION", "Ask the <b>Center</b> first."),
    then: ["refused"],
    words: /Ask the <b>Center<\/b> first\./,
    writes: [],
    records: ["failed refused"],
    apex: NO_METADATA
  },
  {
    name: "a trigger refuses",
    lines: ["access"],
    meanwhile: (org) =>
      refuse(org, "PermissionSetAssignment", "CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY", "GuardTrigger: BeforeInsert: no."),
    then: ["refused"],
    words: /GuardTrigger: BeforeInsert: no\./,
    writes: [],
    records: ["failed refused"],
    apex: NO_METADATA
  },
  {
    name: "the field is not updateable any more",
    lines: ["box"],
    meanwhile: (org) => refuse(org, "User", "INVALID_FIELD_FOR_INSERT_UPDATE", "Unable to create/update fields: X."),
    then: ["no-access"],
    words: /Unable to create\/update fields/,
    writes: [],
    records: ["failed no-access"],
    apex: { not: "standard fields of User have no field-level security that a test could take away" }
  },
  {
    name: "somebody else is writing the user",
    lines: ["box"],
    meanwhile: (org) => refuse(org, "User", "UNABLE_TO_LOCK_ROW", "unable to obtain exclusive access to this record"),
    then: ["refused"],
    words: /unable to obtain exclusive access/,
    writes: [],
    records: ["failed refused"],
    apex: { not: "an Apex test is one transaction, and waits for no other" }
  },
  {
    name: "the user is deactivated",
    lines: ["box"],
    meanwhile: (org) => org.change("User", ID.priya, { IsActive: false }),
    then: ["inactive"],
    writes: [],
    records: ["failed inactive"],
    apex: "MccFixerRaceTest.aUserWhoIsInactiveMeanwhile_getsNothing"
  },
  {
    name: "the user can no longer be seen",
    lines: ["box"],
    meanwhile: (org) => org.scenario.store.remove(rowOf(org, ID.priya)),
    then: ["gone"],
    writes: [],
    records: ["failed gone"],
    apex: { not: "a user can't be deleted, nor hidden from an administrator" }
  },
  {
    name: "the permission set is deleted",
    lines: ["access"],
    meanwhile: (org) => org.scenario.store.remove(rowOf(org, ID.appSet)),
    then: ["gone"],
    writes: [],
    records: ["failed gone"],
    apex: "MccFixerRaceTest.aPermissionSetThatIsGoneMeanwhile_isNotAssigned"
  },
  {
    name: "the permission set has come to give administrator permissions",
    lines: ["access"],
    meanwhile: (org) => org.change("PermissionSet", ID.appSet, { PermissionsModifyAllData: true }),
    then: ["powerful"],
    writes: [],
    records: ["failed powerful"],
    apex: "MccFixerRaceTest.aPermissionSetThatGivesMore_isNotAssigned"
  },
  {
    name: "half of the plan is done when it breaks",
    lines: ["access", "activate", "box"],
    meanwhile: (org) => org.change("UserLicense", ID.licenses, { UsedLicenses: 50 }),
    then: ["done", "no-license", "untried"],
    words: /license limit exceeded/,
    writes: [ASSIGNED],
    records: ["done", "failed no-license", "failed untried"],
    apex: "MccFixerTest.halfOfAPlan_isMadeAndTheRestIsRecordedAsNotTried"
  },
  {
    name: "the record can't be written before the change",
    lines: ["access", "box"],
    meanwhile: (org) =>
      org.disturb(({ objects }) => (objects.includes("MCC_Change__c") ? "INSUFFICIENT_ACCESS_OR_READONLY" : undefined)),
    then: ["no-access", "untried"],
    words: /insufficient access rights/,
    writes: [],
    records: [],
    apex: "MccFixerTest.whoeverMayNotKeepARecord_mayNotFix"
  },
  {
    name: "the record can't be closed after the change",
    lines: ["access", "box"],
    meanwhile: (org) => {
      let isWritten = false;
      org.disturb(({ objects }) => {
        isWritten ||= objects.includes("PermissionSetAssignment");
        return isWritten && objects.includes("MCC_Change__c") ? "STORAGE_LIMIT_EXCEEDED" : undefined;
      });
    },
    then: ["unrecorded", "untried"],
    words: /STORAGE_LIMIT_EXCEEDED/,
    writes: [ASSIGNED],
    records: ["intended", "intended"],
    apex: "MccFixerRaceTest.aRecordThatIsGoneAfterTheChange_leavesTheChange"
  },
  {
    name: "the session has ended before the change is recorded",
    lines: ["box"],
    meanwhile: (org) => org.disturb(() => "INVALID_SESSION_ID"),
    then: ["refused"],
    words: /Session expired or invalid/,
    writes: [],
    records: [],
    apex: NO_NETWORK
  },
  {
    name: "the session ends between the record and the change",
    lines: ["box", "access"],
    meanwhile: (org) => {
      let requests = 0;
      org.disturb(() => (++requests > 1 ? "INVALID_SESSION_ID" : undefined));
    },
    then: ["refused", "untried"],
    words: /Session expired or invalid/,
    writes: [],
    records: ["intended", "intended"],
    apex: NO_NETWORK
  },
  {
    name: "the change is made and its answer is lost",
    lines: ["access", "box"],
    meanwhile: (org) => org.disturb(({ objects }) => (objects.includes("PermissionSetAssignment") ? "CUT" : undefined)),
    then: ["unknown", "untried"],
    writes: [ASSIGNED],
    records: ["failed unknown", "failed untried"],
    apex: "MccFixerRaceTest.aChangeWhoseAnswerIsLost_isRecordedAsUnknownAndNotMadeAgain"
  },
  {
    name: "the record is written and its answer is lost",
    lines: ["box"],
    meanwhile: (org) => org.disturb(({ objects }) => (objects.includes("MCC_Change__c") ? "CUT" : undefined)),
    then: ["unknown"],
    writes: [],
    records: ["intended"],
    apex: "MccFixerRaceTest.aChangeThatWasNotClosed_isItsOwnersForAnHourAndThenAnybodys"
  },
  {
    name: "the org is taken down between the record and the change",
    lines: ["box"],
    meanwhile: (org) => org.disturb(({ objects }) => (objects.includes("User") ? "SERVER_UNAVAILABLE" : undefined)),
    then: ["refused"],
    words: /server is unavailable/,
    writes: [],
    records: ["failed refused"],
    apex: NO_NETWORK
  },
  {
    name: "an undo: nothing happens",
    lines: ["access"],
    undo: true,
    meanwhile: () => undefined,
    then: ["done"],
    writes: ["remove PermissionSetAssignment"],
    records: ["undone", "done"],
    apex: "MccFixerTest.anAssignment_isMadeRecordedAndTakenBack"
  },
  {
    name: "an undo of what somebody else has made",
    lines: ["access"],
    undo: true,
    meanwhile: (org) => {
      const [made] = changes(org);
      assert.ok(made);
      org.change("MCC_Change__c", String(made.values.Id), { CreatedById: ID.nils, LastModifiedById: ID.nils });
    },
    then: ["done"],
    writes: ["remove PermissionSetAssignment"],
    records: ["undone", "done"],
    apex: "MccFixerTest.anAssignment_isMadeRecordedAndTakenBack"
  },
  {
    name: "an undo of what somebody has undone in Setup",
    lines: ["access"],
    undo: true,
    meanwhile: take,
    then: ["already"],
    writes: [],
    records: ["done", "failed already"],
    apex: "MccFixerRaceTest.whatSomebodyTookAwayAndGaveAgain_isNotTakenByAnUndo"
  },
  {
    name: "an undo of what somebody took away and gave again",
    lines: ["access"],
    undo: true,
    meanwhile: (org) => {
      take(org);
      assign(org);
    },
    then: ["moved"],
    writes: [],
    records: ["done", "failed moved"],
    apex: "MccFixerRaceTest.whatSomebodyTookAwayAndGaveAgain_isNotTakenByAnUndo"
  },
  {
    name: "an undo of what another tab has undone",
    lines: ["access"],
    undo: true,
    meanwhile: (org) => {
      const [made] = changes(org);
      assert.ok(made);
      take(org);
      org.scenario.store.change(made, { Status__c: "undone" });
    },
    then: ["moved"],
    writes: [],
    records: ["undone"],
    apex: "MccFixerRaceTest.aChangeThatSomebodyElseUndidAlready_isNotUndoneAgain"
  },
  {
    name: "an undo of a box whose user is inactive by now",
    lines: ["box"],
    undo: true,
    meanwhile: (org) => org.change("User", ID.priya, { IsActive: false }),
    then: ["done"],
    writes: [TICKED],
    records: ["undone", "done"],
    apex: { not: "the box is one of the package or of a feature license, which a test's org may lack" }
  },
  {
    name: "an undo whose answer is lost",
    lines: ["access"],
    undo: true,
    meanwhile: (org) => org.disturb(({ objects }) => (objects.includes("PermissionSetAssignment") ? "CUT" : undefined)),
    then: ["unknown"],
    writes: ["remove PermissionSetAssignment"],
    records: ["done", "failed unknown"],
    apex: NO_NETWORK
  }
];

const SETUP = ["User", "UserLogin", "PermissionSetAssignment", "SetupEntityAccess", "PermissionSet"];

/** Writes down, from now on, each write of a setup object that the org takes. */
export function heardWrites({ scenario: { store } }: EmbeddedOrg): readonly string[] {
  const heard: string[] = [];
  const hear = (what: string, object: string): void => {
    if (SETUP.includes(object)) heard.push(`${what} ${object}`);
  };
  const add = store.add.bind(store);
  const change = store.change.bind(store);
  const remove = store.remove.bind(store);
  Object.assign(store, {
    add: (...[object, values]: Parameters<typeof add>) => {
      hear("add", object);
      add(object, values);
    },
    change: (...[row, values]: Parameters<typeof change>) => {
      hear("change", row.object);
      change(row, values);
    },
    remove: (...[row]: Parameters<typeof remove>) => {
      hear("remove", row.object);
      remove(row);
    }
  });
  return heard;
}

/** @returns what each record of a change says: its status and its reason */
export const recordsOf = (org: EmbeddedOrg): string[] =>
  changes(org).map(({ values }) =>
    [values.Status__c, values.Reason__c].filter((each) => typeof each === "string").join(" ")
  );

/** The org is as it was: no refusal, no disturbance, and nobody listens to its store any more. */
export function settle(org: EmbeddedOrg): void {
  org.disturb();
  for (const object of Object.keys(org.scenario.refusals)) Reflect.deleteProperty(org.scenario.refusals, object);
  for (const method of ["add", "change", "remove"]) Reflect.deleteProperty(org.scenario.store, method);
}

import { soqlLiteral } from "../evidence/soql-literal.ts";
import { TransportError } from "../evidence/transport.ts";
import { because, doneWith, intended, refusedBy, type FixAnswer, type FixReason } from "./fix-answer.ts";
import type { OrgRecords, Row } from "./org-records.ts";
import { setupState } from "./setup-state.ts";
import { isAllowed, isUndoOf, STORED_FIELDS, type StoredChange } from "./stored-change.ts";

/** A change that a person agreed to, as it is saved before it is made. */
export interface AgreedChange extends StoredChange {
  readonly Finding__c: string;
  readonly Check__c: string;
}

export interface FixerOptions {
  readonly records: OrgRecords;
  readonly viewerId: string;
  readonly orgId: string;
  readonly now: () => Date;
}

const HOUR = 60 * 60 * 1000;
const MOST_CHANGES = 100;
const CUSTOM_PERMISSION = "MCC_Health_Fix";

/** The person lacks the permission to make changes. */
export class NoFixPermission extends Error {
  override readonly name = "NoFixPermission";
}

/**
 * The Apex class MccFixer in TypeScript, over REST: the same closed list, the same reading again, the same three steps. REST
 * knows no lock, so between the last look and the write there is a moment; who comes second then gets Salesforce's refusal.
 */
export function fixerOver({ records, viewerId, orgId, now }: FixerOptions) {
  const mark = Array.from(orgId).reverse().join("");

  /**
   * Source: Object Reference, "SetupEntityAccess": custom permissions of a user by their assigned sets. An expired assignment
   * gives nothing.
   */
  async function mayFix(): Promise<boolean> {
    const moment = now().toISOString();
    const found = await records.query(
      "SELECT Id FROM SetupEntityAccess WHERE SetupEntityType = 'CustomPermission' " +
        `AND SetupEntityId IN (SELECT Id FROM CustomPermission WHERE DeveloperName = '${CUSTOM_PERMISSION}') ` +
        `AND ParentId IN (SELECT PermissionSetId FROM PermissionSetAssignment WHERE AssigneeId = ${soqlLiteral(viewerId)} ` +
        `AND IsActive = TRUE AND (ExpirationDate = NULL OR ExpirationDate > ${moment}))`
    );
    return found.length > 0;
  }

  async function requirePermission(): Promise<void> {
    const may = await mayFix().catch((error: unknown) => {
      // Who may not read that may not change anything either. That no answer came is another matter.
      if (error instanceof TransportError) throw error;
      return false;
    });
    if (!may)
      throw new NoFixPermission(
        'You do not have permission to make changes with MCC Health. Ask an admin to assign you the permission set "MCC Health Fixer".'
      );
  }

  async function intendedChange(changeId: string): Promise<(StoredChange & Row) | undefined> {
    const fields = ["Id", "CreatedById", "CreatedDate", "LastModifiedById", ...STORED_FIELDS].join(", ");
    const [row] = await records.query(
      `SELECT ${fields} FROM MCC_Change__c WHERE Id = ${soqlLiteral(changeId)} AND Status__c = 'intended' ` +
        `AND Org__c = ${soqlLiteral(mark)}`
    );
    return row as (StoredChange & Row) | undefined;
  }

  const isOwn = (row: Row): boolean => row.CreatedById === viewerId && row.LastModifiedById === viewerId;
  const isOld = (row: Row): boolean => now().getTime() - Date.parse(String(row.CreatedDate)) > HOUR;

  async function areAllowed(changes: readonly StoredChange[]): Promise<boolean> {
    for (const change of changes) {
      if (change.Undoes__c === null) {
        if (!isAllowed(change)) return false;
        continue;
      }
      const [done] = await records.query(
        `SELECT ${STORED_FIELDS.join(", ")} FROM MCC_Change__c WHERE Id = ${soqlLiteral(change.Undoes__c)} ` +
          `AND Status__c = 'done' AND Org__c = ${soqlLiteral(mark)}`
      );
      if (!done || !isUndoOf(change, done as unknown as StoredChange)) return false;
    }
    return true;
  }

  /** Saves what a person agreed to, before any of it is made. */
  async function intend(plan: string, changes: readonly AgreedChange[]): Promise<FixAnswer> {
    await requirePermission();
    if (!changes.length || changes.length > MOST_CHANGES)
      throw new RangeError(`A plan has 1 to ${String(MOST_CHANGES)} changes.`);
    if (!(await areAllowed(changes))) return because("moved");
    try {
      const bodies = changes.map((change, at) => ({
        ...change,
        Plan__c: plan,
        Position__c: at + 1,
        Status__c: "intended",
        Org__c: mark
      }));
      return intended(await records.together(bodies.map((body) => ({ object: "MCC_Change__c", body }))));
    } catch (error) {
      return refusedBy(error);
    }
  }

  /** Makes one change, if it is one's own, was agreed to within the hour, and the org is still as the plan said. */
  async function act(changeId: string): Promise<FixAnswer> {
    await requirePermission();
    const change = await intendedChange(changeId);
    if (!change || !isOwn(change) || isOld(change)) return because("expired");
    if (!(await areAllowed([change]))) return because("moved");
    const obstacle = await setupState(records, change)
      .obstacle()
      .catch((error: unknown) => because("refused", error instanceof Error ? error.message : String(error)));
    if (obstacle) return typeof obstacle === "string" ? because(obstacle) : obstacle;
    try {
      return doneWith(await write(change));
    } catch (error) {
      return refusedBy(error);
    }
  }

  async function write(change: StoredChange): Promise<string | null> {
    const { Object__c: object, Record__c: record, Permission_Set__c: set } = change;
    switch (change.Operation__c) {
      case "assign":
        return records.create(object, { AssigneeId: change.Person__c, PermissionSetId: set });
      case "attach":
        return records.create(object, { ParentId: set, SetupEntityId: change.App__c });
      case "unassign":
      case "detach":
        await records.remove(object, record ?? "");
        return record;
      default:
        await records.update(object, record ?? "", { [change.Field__c ?? ""]: change.After__c });
        return record;
    }
  }

  /** Saves what came of a change. That it was made counts only if the org shows it. */
  async function close(changeId: string, reason: FixReason | null, message: string | null): Promise<FixAnswer> {
    await requirePermission();
    const change = await intendedChange(changeId);
    if (!change || !(isOwn(change) || isOld(change))) return because("expired");
    const state = setupState(records, change);
    const why = reason ?? ((await state.stands()) ? null : "moved");
    const recordId = why === null ? await state.recordId() : change.Record__c;
    const outcome = {
      Status__c: why === null ? "done" : "failed",
      Reason__c: why,
      Message__c: message,
      Record__c: recordId
    };
    const undone =
      why === null && change.Undoes__c !== null
        ? [{ object: "MCC_Change__c", id: change.Undoes__c, body: { Status__c: "undone" } }]
        : [];
    try {
      await records.together([{ object: "MCC_Change__c", id: changeId, body: outcome }, ...undone]);
      return why === null ? doneWith(recordId) : because(why);
    } catch (error) {
      return refusedBy(error);
    }
  }

  return { mayFix, intend, act, close };
}

export type Fixer = ReturnType<typeof fixerOver>;

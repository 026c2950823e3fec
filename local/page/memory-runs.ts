import type { Connection } from "@salesforce/core";
import { soqlLiteral } from "../../command-line/evidence/soql-literal.ts";
import type { GivenRun } from "./memory-input.ts";

const RUN = "MCC_Run__c";
const KEPT = 100;
const DROPPED_AT_ONCE = 100;

/** Of a synchronous transaction. Source: Apex Developer Guide, "Execution Governors and Limits". */
const APEX_HEAP = 6_000_000;

/**
 * Creates a run with its report, which goes to a file where it is longer than its field.
 * @returns false where the tab's Apex would have no room for the report
 * @throws {Error} as Salesforce refuses; nothing of the run is left then
 */
export async function addRun(connection: Connection, run: GivenRun, report: string): Promise<boolean> {
  const runs = connection.sobject(RUN);
  const { fields: described } = await connection.describe(RUN);
  const fits = report.length <= (described.find(({ name }) => name === "Report__c")?.length ?? 0);
  // Apex holds the text that came, and twice as much while it turns it to bytes.
  if (!fits && 3 * report.length > APEX_HEAP) return false;
  const fields = {
    Verdict__c: run.verdict,
    Blockers__c: run.blockers ?? null,
    Problems__c: run.problems ?? null,
    Unknown__c: run.unknown ?? null,
    To_Confirm__c: run.toConfirm ?? null,
    Warnings__c: run.warnings ?? null,
    Held__c: run.held ?? null,
    People__c: run.people ?? null,
    Milliseconds__c: run.milliseconds ?? null,
    Report__c: fits ? report : null
  };
  const id = idOf(await runs.create(fields));
  if (fits) return true;
  try {
    const file = await connection.sobject("ContentVersion").create({
      Title: "MCC Health report",
      PathOnClient: "mcc-health-report.json",
      VersionData: Buffer.from(report).toString("base64"),
      FirstPublishLocationId: id
    });
    await runs.update({ Id: id, Report_File__c: idOf(file) });
    return true;
  } catch (error) {
    await runs.destroy(id);
    throw error;
  }
}

/** The field is free text, and Salesforce refuses to look for what is no Id. */
const AN_ID = /^\w{15}(\w{3})?$/;

/** @returns why something older than the newest 100 runs had to stay, or null */
export async function dropOldRuns(connection: Connection): Promise<string | null> {
  try {
    const { records: old } = await connection.query<{ Id: string; Report_File__c: string | null }>(
      `SELECT Id, Report_File__c FROM ${RUN} ORDER BY CreatedDate DESC, Name DESC LIMIT ${DROPPED_AT_ONCE} OFFSET ${KEPT}`
    );
    for (const { Id, Report_File__c } of old) {
      if (Report_File__c !== null && AN_ID.test(Report_File__c)) await dropFile(connection, Report_File__c, Id);
      await connection.sobject(RUN).destroy(Id);
    }
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/** A file's location can't be changed, so that nobody gets another file dropped by writing its Id into a run. */
async function dropFile(connection: Connection, fileId: string, runId: string): Promise<void> {
  const { records } = await connection.query<{ ContentDocumentId: string }>(
    "SELECT ContentDocumentId FROM ContentVersion " +
      `WHERE Id = ${soqlLiteral(fileId)} AND FirstPublishLocationId = ${soqlLiteral(runId)}`
  );
  for (const { ContentDocumentId } of records) await connection.sobject("ContentDocument").destroy(ContentDocumentId);
}

function idOf(result: { readonly success: boolean; readonly id?: string | undefined }): string {
  if (result.id === undefined) throw new Error("Salesforce created a row and did not tell its Id.");
  return result.id;
}

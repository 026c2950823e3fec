import { Messages } from "@salesforce/core";
import {
  askOne,
  isWithoutProblems,
  readSavedReport,
  runsIn,
  savedRun,
  savedRunFile,
  savedRuns,
  type Binds,
  type Fields,
  type Query,
  type Row,
  type SavedReport
} from "../../checklist/index.ts";
import { restText } from "../evidence/rest-query.ts";
import { restSource } from "../evidence/rest-source.ts";
import { OrgError } from "../orgs/org-error.ts";
import type { TargetOrg } from "../orgs/target-org.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.compare");

const SECONDS = 30;

/**
 * @returns the newest saved run that found nothing wrong
 * @throws {OrgError} there is none, or it can't be read
 */
export async function lastHealthy({ name, connection, orgId }: TargetOrg): Promise<SavedReport> {
  const source = restSource(connection);
  const rowsOf = async <F extends Fields>(query: Query<F>, binds: Binds): Promise<readonly Row<F>[]> => {
    const answer = await askOne(source, query, binds);
    if ("rows" in answer) return answer.rows;
    throw new OrgError(messages.getMessage("error.saved", [name, answer.fault.message]));
  };
  const run = runsIn(await rowsOf(savedRuns, {}), orgId).find(isWithoutProblems);
  if (!run) throw new OrgError(messages.getMessage("error.never-healthy", [name]));
  const [row] = await rowsOf(savedRun, { runId: run.Id });
  const [file] = row?.Report_File__c === undefined ? [] : await rowsOf(savedRunFile, { fileId: row.Report_File__c });
  // Only an address of the org itself: the access token goes with it.
  const text = file?.VersionData.startsWith("/services/data/")
    ? await restText(connection, file.VersionData, SECONDS).catch((error: unknown) => {
        throw new OrgError(messages.getMessage("error.saved", [name, (error as Error).message]));
      })
    : (row?.Report__c ?? "");
  const saved = readSavedReport(text);
  if (!saved) throw new OrgError(messages.getMessage("error.saved-version", [name]));
  return saved;
}

import {
  CHECKS,
  gather,
  keptConfirmations,
  keptReport,
  peopleToKeep,
  QUERIES,
  readRows,
  reportOf,
  runToKeep,
  type QuerySource,
  type Report,
  type Selection
} from "../../checklist/index.ts";
import { readDatetime, restDatetime } from "./datetime.ts";
import { directSource } from "./direct-source.ts";
import { orgMark } from "./own-objects.ts";
import { readRecords } from "./records.ts";
import type { Complain } from "./scenario-error.ts";
import type { Scenario } from "./scenario.ts";
import type { Row } from "./store.ts";
import type { Visit } from "./visit-file.ts";
import { Writes } from "./writes.ts";

export interface VisitOptions {
  /** What moments are relative to: the same as for the records. */
  readonly now: Date;
  readonly complain: Complain;
}

/**
 * Writes into an org what MCC Health kept of earlier visits: each is a run over the org as it was then, so that what is
 * kept is what would have been found.
 * @param visits the oldest first
 * @throws {ScenarioError} a visit that could not have happened, at its place
 */
export async function remember(
  scenario: Scenario,
  visits: readonly Visit[],
  { now, complain }: VisitOptions
): Promise<void> {
  for (const [i, visit] of visits.entries()) {
    const inVisit: Complain = (path, message) => complain(`visits[${i}].${path}`, message);
    await rememberVisit(scenario, visit, { now, complain: inVisit });
  }
}

async function rememberVisit(scenario: Scenario, visit: Visit, { now, complain }: VisitOptions): Promise<void> {
  const { store } = scenario;
  const moment = readDatetime(visit.at, now);
  if (moment === undefined) throw complain("at", `"${visit.at}" is no moment.`);
  const at = new Date(moment);
  const person = personOf(scenario, complain);
  const viewer = person(visit.by, "by");
  const selection: Selection = {
    systemUser: person(visit.systemUser, "systemUser"),
    impactedUsers: visit.impactedUsers.map((id, i) => person(id, `impactedUsers[${i}]`))
  };
  const asThen: Scenario = { ...scenario, viewerId: viewer.id, clock: () => at };

  const comeBack = store.savepoint();
  goBack(asThen, moment, readThen(asThen, visit, { now, complain }));
  const report = await run(directSource(asThen), selection, asThen);
  comeBack();
  keep(asThen, report, selection, visit, complain);
}

const personOf =
  ({ store }: Scenario, complain: Complain) =>
  (id: string, path: string): { readonly id: string } => {
    const row = store.find(id);
    if (row?.object !== "User") throw complain(path, `no User row has the Id "${id}".`);
    return { id: String(row.values.Id) };
  };

function readThen({ schema, store }: Scenario, { then = {} }: Visit, { now, complain }: VisitOptions): Row[] {
  const inThen: Complain = (path, message) => complain(path.replace(/^records/, "then"), message);
  return [...readRecords(then, { schema, store, now, complain: inThen }).values()].flat();
}

/** Makes the rows what they were: what was created later is not there yet. */
function goBack({ schema, store }: Scenario, moment: string, otherwise: readonly Row[]): void {
  for (const name of schema.objectNames())
    for (const row of store.table(name).rows) {
      const { CreatedDate } = row.values;
      if (typeof CreatedDate === "string" && CreatedDate > moment) store.remove(row);
    }
  for (const { object, values } of otherwise) {
    const row = store.find(values.Id);
    if (row) store.change(row, values);
    else store.add(object, { ...values, Id: String(values.Id) });
  }
}

async function run(source: QuerySource, selection: Selection, { viewerId, clock }: Scenario): Promise<Report> {
  const evidence = await gather(source, { selection, viewerId });
  const [kept] = await source.runQueries([{ name: "kept-confirmations", binds: {} }]);
  const rows = kept && "rows" in kept ? kept.rows : [];
  const confirmations = keptConfirmations(readRows<"kept-confirmations">(rows, QUERIES["kept-confirmations"].required));
  return reportOf(CHECKS, { evidence, selection, confirmations, now: clock() });
}

/** Writes as MccRecordsController does. */
function keep(scenario: Scenario, report: Report, selection: Selection, visit: Visit, complain: Complain): void {
  const writes = new Writes(scenario);
  const create = (object: string, fields: Row["values"]): void => {
    const type = scenario.schema.objectType(object);
    if (!type) throw complain("at", `this org has no ${object}, where MCC Health would keep it.`);
    writes.create(type, fields);
  };
  const Org__c = orgMark(scenario.organizationId);
  const { verdict, blockers, problems, unknown, toConfirm, warnings, held, people, milliseconds } = runToKeep(
    report,
    visit.milliseconds
  );
  create("MCC_Run__c", {
    Verdict__c: verdict,
    Blockers__c: blockers,
    Problems__c: problems,
    Unknown__c: unknown,
    To_Confirm__c: toConfirm,
    Warnings__c: warnings,
    Held__c: held,
    People__c: people,
    Milliseconds__c: milliseconds,
    Org__c,
    Report__c: JSON.stringify(keptReport(report))
  });
  for (const [i, { check, holds, note = null }] of (visit.confirmed ?? []).entries()) {
    const basis = report.findings.find((finding) => finding.check === check && !finding.subject)?.basis;
    if (!basis) throw complain(`confirmed[${i}].check`, `"${check}" was not a thing to confirm then.`);
    create("MCC_Confirmation__c", {
      Key__c: check,
      Check__c: check,
      Holds__c: holds,
      Note__c: note,
      Basis__c: JSON.stringify(basis),
      Version__c: `${visit.at}/${i}`,
      Confirmed_By__c: scenario.viewerId,
      Confirmed_At__c: restDatetime(scenario.clock()),
      Org__c
    });
  }
  savePeople(scenario, selection, (object, fields) => create(object, { ...fields, Org__c }));
}

function savePeople(
  { store }: Scenario,
  selection: Selection,
  create: (object: string, fields: Row["values"]) => void
): void {
  for (const row of store.table("MCC_Person__c").rows) store.remove(row);
  for (const { key, role, userId } of peopleToKeep(selection))
    create("MCC_Person__c", { Key__c: key, Role__c: role, User__c: userId });
}

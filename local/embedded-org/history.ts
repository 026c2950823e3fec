import {
  askOne,
  CHECKS,
  confirmationsIn,
  peopleToSave,
  RUN_QUERIES,
  runToSave,
  savedConfirmations,
  savedReport,
  tickName,
  gather,
  reportOf,
  type QuerySource,
  type Report,
  type Selection
} from "../../checklist/index.ts";
import { readDatetime, restDatetime } from "./datetime.ts";
import { directSource } from "./direct-source.ts";
import { orgMark } from "./record-id.ts";
import { readRecords } from "./records.ts";
import { RunStore } from "./run-store.ts";
import type { ErrorAt } from "./scenario-error.ts";
import type { Scenario } from "./scenario.ts";
import type { Row } from "./store.ts";
import type { Visit } from "./visit-file.ts";
import { Writes } from "./writes.ts";

/**
 * Writes what earlier visits to MCC Health saved in the org. Each visit runs the checklist over the org as it was at
 * that time, so that the saved report is the one that a person would have got.
 * @returns the same scenario, its store changed
 * @throws {ScenarioError} a visit that could not have happened
 */
export async function seedHistory(scenario: Scenario): Promise<Scenario> {
  const { visits, now, errorAt } = scenario.history;
  for (const [i, visit] of visits.entries())
    await seedVisit(scenario, visit, { now, errorAt: (path, message) => errorAt(`visits[${i}].${path}`, message) });
  return scenario;
}

interface VisitOptions {
  /** What moments are relative to: the same as for the records. */
  readonly now: Date;
  readonly errorAt: ErrorAt;
}

async function seedVisit(scenario: Scenario, visit: Visit, { now, errorAt }: VisitOptions): Promise<void> {
  const { store } = scenario;
  const moment = readDatetime(visit.at, now);
  if (moment === undefined) throw errorAt("at", `"${visit.at}" is not a moment.`);
  const at = new Date(moment);
  const person = userFinder(scenario, errorAt);
  const viewer = person(visit.by, "by");
  const selection: Selection = {
    systemUser: person(visit.systemUser, "systemUser"),
    impactedUsers: visit.impactedUsers.map((id, i) => person(id, `impactedUsers[${i}]`))
  };
  const past: Scenario = { ...scenario, viewerId: viewer.id, clock: () => at };

  const restore = store.savepoint();
  rewindTo(past, moment, readOverrides(past, visit, { now, errorAt }));
  const report = await run(directSource(past), selection, past);
  restore();
  save(past, report, selection, visit, errorAt);
}

const userFinder =
  ({ store }: Scenario, errorAt: ErrorAt) =>
  (id: string, path: string): { readonly id: string } => {
    const row = store.find(id);
    if (row?.object !== "User") throw errorAt(path, `no User row has the Id "${id}".`);
    return { id: String(row.values.Id) };
  };

function readOverrides(
  { schema, store }: Scenario,
  { overrides = {} }: Visit,
  { now, errorAt }: VisitOptions
): readonly Row[] {
  const inOverrides: ErrorAt = (path, message) => errorAt(path.replace(/^records/, "overrides"), message);
  return [...readRecords(overrides, { schema, store, now, errorAt: inOverrides }).values()].flat();
}

/** Makes the rows what they were: rows created later are removed, and fields that were different get their old values. */
function rewindTo({ schema, store }: Scenario, moment: string, overrides: readonly Row[]): void {
  for (const name of schema.objectNames())
    for (const row of store.table(name).rows) {
      const { CreatedDate } = row.values;
      if (typeof CreatedDate === "string" && CreatedDate > moment) store.remove(row);
    }
  for (const { object, values } of overrides) {
    const row = store.find(values.Id);
    if (row) store.change(row, values);
    else store.add(object, { ...values, Id: String(values.Id) });
  }
}

async function run(
  source: QuerySource,
  selection: Selection,
  { viewerId, clock, organizationId }: Scenario
): Promise<Report> {
  const evidence = await gather(source, { queries: RUN_QUERIES, selection, viewerId });
  const saved = await askOne(source, savedConfirmations);
  const confirmations = "rows" in saved ? confirmationsIn(saved.rows, organizationId) : [];
  return reportOf(CHECKS, { evidence, selection, confirmations, now: clock() });
}

/** Writes the same rows as the Apex class MccRecordsController. */
function save(scenario: Scenario, report: Report, selection: Selection, visit: Visit, errorAt: ErrorAt): void {
  const noObject = (object: string) => errorAt("at", `this org has no object ${object}, in which MCC Health saves.`);
  const writes = new Writes(scenario);
  const create = (object: string, fields: Row["values"]): void => {
    const type = scenario.schema.objectType(object);
    if (!type) throw noObject(object);
    writes.create(type, fields);
  };
  const Org__c = orgMark(scenario.organizationId);
  if (!scenario.schema.objectType("MCC_Run__c")) throw noObject("MCC_Run__c");
  new RunStore(scenario).add(runToSave(report, visit.milliseconds), JSON.stringify(savedReport(report)));
  const confirm = (
    check: string,
    { holds, answer, note }: { holds: boolean; answer?: string | undefined; note?: string | undefined },
    basis: object,
    version: string
  ): void =>
    create("MCC_Confirmation__c", {
      Key__c: check,
      Check__c: check,
      Holds__c: holds,
      Answer__c: answer ?? null,
      Note__c: note ?? null,
      Basis__c: JSON.stringify(basis),
      Version__c: version,
      Confirmed_By__c: scenario.viewerId,
      Confirmed_At__c: restDatetime(scenario.clock()),
      Org__c
    });
  for (const [i, { check, ...said }] of (visit.confirmed ?? []).entries()) {
    const basis = report.findings.find((finding) => finding.check === check && !finding.subject)?.basis;
    if (!basis) throw errorAt(`confirmed[${i}].check`, `"${check}" did not ask for a confirmation at that time.`);
    confirm(check, said, basis, `${visit.at}/${i}`);
  }
  for (const { task, note } of visit.ticked ?? [])
    confirm(tickName(task), { holds: true, note }, {}, `${visit.at}/${task}`);
  replacePeople(scenario, selection, create);
}

function replacePeople(
  { store, organizationId }: Scenario,
  selection: Selection,
  create: (object: string, fields: Row["values"]) => void
): void {
  const Org__c = orgMark(organizationId);
  for (const row of store.table("MCC_Person__c").rows) store.remove(row);
  for (const { key, role, userId } of peopleToSave(selection))
    create("MCC_Person__c", { Key__c: key, Role__c: role, User__c: userId, Org__c });
}

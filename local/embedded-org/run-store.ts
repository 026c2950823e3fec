import { orgMark } from "./record-id.ts";
import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";
import type { ObjectType } from "./schema.ts";
import type { Row } from "./store.ts";
import { Writes } from "./writes.ts";

/** The fields of the Apex class MccRunInput. */
export interface RunFields {
  readonly verdict: string;
  readonly blockers?: number | null | undefined;
  readonly problems?: number | null | undefined;
  readonly unknown?: number | null | undefined;
  readonly toConfirm?: number | null | undefined;
  readonly warnings?: number | null | undefined;
  readonly passed?: number | null | undefined;
  readonly people?: number | null | undefined;
  readonly milliseconds?: number | null | undefined;
}

const SAVED_RUNS = 100;

/** Apex's own limit: see MccRunStore. */
const MAX_BYTES = 2_500_000;

/** Stores runs with their reports, and drops the oldest, as the Apex class MccRunStore does. */
export class RunStore {
  readonly #scenario: Scenario;
  readonly #writes: Writes;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#writes = new Writes(scenario);
  }

  hasRoomFor(report: string): boolean {
    return this.#fits(report) || Buffer.byteLength(report) <= MAX_BYTES;
  }

  /** @throws {RestError} as Salesforce refuses; the caller rolls back */
  add(run: RunFields, report: string): void {
    const fits = this.#fits(report);
    const id = this.#writes.create(typeNamed(this.#scenario, "MCC_Run__c"), {
      Verdict__c: run.verdict,
      Blockers__c: run.blockers ?? null,
      Problems__c: run.problems ?? null,
      Unknown__c: run.unknown ?? null,
      To_Confirm__c: run.toConfirm ?? null,
      Warnings__c: run.warnings ?? null,
      Passed__c: run.passed ?? null,
      People__c: run.people ?? null,
      Milliseconds__c: run.milliseconds ?? null,
      Org__c: orgMark(this.#scenario.organizationId),
      Report__c: fits ? report : null
    });
    if (fits) return;
    const file = this.#writes.create(typeNamed(this.#scenario, "ContentVersion"), {
      Title: "MCC Health report",
      PathOnClient: "mcc-health-report.json",
      VersionData: Buffer.from(report).toString("base64"),
      FirstPublishLocationId: id
    });
    this.#writes.update(typeNamed(this.#scenario, "MCC_Run__c"), id, { Report_File__c: file });
  }

  /** @returns why something older than the newest 100 runs had to stay, or null */
  dropOld(): string | null {
    const order = ({ values }: Row): string => `${String(values.CreatedDate)} ${String(values.Name)}`;
    const runs = [...this.#scenario.store.table("MCC_Run__c").rows].sort((a, b) => order(b).localeCompare(order(a)));
    try {
      for (const run of runs.slice(SAVED_RUNS)) {
        this.#dropFileOf(run);
        this.#writes.remove(typeNamed(this.#scenario, "MCC_Run__c"), String(run.values.Id));
      }
      return null;
    } catch (error) {
      return (error as Error).message;
    }
  }

  /** A file's location can't be changed, so that nobody gets another file dropped by writing its Id into a run. */
  #dropFileOf({ values }: Row): void {
    const file = this.#scenario.store.find(values.Report_File__c ?? null);
    if (file?.values.FirstPublishLocationId === values.Id)
      this.#writes.remove(typeNamed(this.#scenario, "ContentDocument"), String(file?.values.ContentDocumentId));
  }

  #fits(report: string): boolean {
    return report.length <= (typeNamed(this.#scenario, "MCC_Run__c").field("Report__c")?.length ?? 0);
  }
}

/** @throws {RestError} the org has no such object */
export function typeNamed({ schema }: Scenario, name: string): ObjectType {
  const type = schema.objectType(name);
  if (!type) throw new RestError("INVALID_TYPE", `sObject type '${name}' is not supported.`);
  return type;
}

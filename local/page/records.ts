import { randomUUID } from "node:crypto";
import { restDatetime } from "../embedded-org/datetime.ts";
import { directSource } from "../embedded-org/direct-source.ts";
import { idKey, orgMark } from "../embedded-org/record-id.ts";
import { RestError } from "../embedded-org/rest-error.ts";
import { RunStore, typeNamed } from "../embedded-org/run-store.ts";
import type { Scenario } from "../embedded-org/scenario.ts";
import { keyOf, type Row, type Value } from "../embedded-org/store.ts";
import { operationsOn, type Operation } from "../embedded-org/write-rules.ts";
import { Writes } from "../embedded-org/writes.ts";
import type { ApexMethods } from "./apex.ts";
import { readConfirmation, readConfirmationRef, readPeople, readReport, readRun } from "./records-input.ts";
import type { ConfirmationInput, ConfirmationRef, PersonInput } from "./records-input.ts";

type Reason = "no-access" | "changed" | "too-large" | "failed";

/** What a method answers. See the Apex class MccRecordsAnswer, whose fields these are. */
export interface RecordsAnswer {
  readonly saved: boolean;
  readonly reason: Reason | null;
  readonly message: string | null;
  readonly rows: string | null;
}

const NO_RIGHTS = { confirm: false, undo: false, savePeople: false, saveRun: false };

/** Somebody else wrote first. */
const OVERTAKEN: readonly string[] = ["DUPLICATE_VALUE", "ENTITY_IS_DELETED"];

const unsaved = (reason: Reason, message: string | null = null): RecordsAnswer => ({
  saved: false,
  reason,
  message,
  rows: null
});

/** The methods of MccRecordsController over an org that must not be written. */
export function refusedRecords(why: string): ApexMethods {
  const refuse = (): Promise<RecordsAnswer> => Promise.resolve(unsaved("no-access", why));
  return {
    "MccRecordsController.mayWrite": () => Promise.resolve(NO_RIGHTS),
    "MccRecordsController.confirm": refuse,
    "MccRecordsController.undo": refuse,
    "MccRecordsController.savePeople": refuse,
    "MccRecordsController.saveRun": refuse
  };
}

/**
 * The methods of the Apex class MccRecordsController, whose inputs and answers they keep (tests/contract), over an
 * embedded org in the same process. Each writes without a pause, so that nobody else writes in between.
 */
export function recordsOver(scenario: Scenario): ApexMethods {
  const source = directSource(scenario);
  const runs = new RunStore(scenario);
  const records = new Records(scenario);

  function mayWrite(): typeof NO_RIGHTS {
    const may = (object: string, ...operations: Operation[]): boolean =>
      operations.every((operation) => operationsOn(scenario, object).includes(operation));
    return {
      confirm: may("MCC_Confirmation__c", "create", "update"),
      undo: may("MCC_Confirmation__c", "delete"),
      savePeople: may("MCC_Person__c", "create", "delete"),
      saveRun: may("MCC_Run__c", "create", "update")
    };
  }

  async function rowsOf(query: string): Promise<string | null> {
    const [reply] = await source.runQueries([{ name: query, binds: {} }]);
    return reply && "rows" in reply ? JSON.stringify(reply.rows) : null;
  }

  /** @param write returns whether it wrote: false where somebody else was faster. What it throws undoes what it wrote */
  async function save(query: string, write: () => boolean): Promise<RecordsAnswer> {
    const rollback = scenario.store.savepoint();
    let saved = false;
    try {
      saved = write();
    } catch (error) {
      rollback();
      if (!(error instanceof RestError)) throw error;
      if (!OVERTAKEN.includes(error.errorCode)) return unsaved("failed", error.message);
    }
    return { saved, reason: saved ? null : "changed", message: null, rows: await rowsOf(query) };
  }

  const noAccess = (): Promise<RecordsAnswer> => Promise.resolve(unsaved("no-access"));

  return {
    "MccRecordsController.mayWrite": () => Promise.resolve(mayWrite()),
    "MccRecordsController.confirm": async ({ confirmation }) => {
      const input = readConfirmation(confirmation);
      if (!mayWrite().confirm) return noAccess();
      return save("saved-confirmations", () => records.confirm(input));
    },
    "MccRecordsController.undo": async ({ confirmation }) => {
      const input = readConfirmationRef(confirmation);
      if (!mayWrite().undo) return noAccess();
      return save("saved-confirmations", () => records.undo(input));
    },
    "MccRecordsController.savePeople": async ({ people }) => {
      const input = readPeople(people);
      if (!mayWrite().savePeople) return noAccess();
      return save("saved-people", () => {
        records.savePeople(input);
        return true;
      });
    },
    "MccRecordsController.saveRun": async ({ run, report }) => {
      const [input, text] = [readRun(run), readReport(report)];
      if (!mayWrite().saveRun) return noAccess();
      if (!runs.hasRoomFor(text)) return unsaved("too-large");
      let refusal: string | null = null;
      const answer = await save("saved-runs", () => {
        runs.add(input, text);
        refusal = runs.dropOld();
        return true;
      });
      return answer.saved ? { ...answer, message: refusal } : answer;
    }
  };
}

/** Confirmations and people in the rows of an embedded org. */
class Records {
  readonly #scenario: Scenario;
  readonly #writes: Writes;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#writes = new Writes(scenario);
  }

  /** @returns false where the saved one is not the one that the person saw */
  confirm(input: ConfirmationInput): boolean {
    const { check, subjectId = null, version = null } = input;
    const found = this.#find(input);
    if (!this.#isAsSeen(found, version)) return false;
    const answer = {
      Holds__c: input.holds,
      Answer__c: input.answer ?? null,
      Note__c: input.note ?? null,
      Basis__c: input.basis ?? null,
      Marketing_Cloud__c: input.marketingCloud ?? null,
      Version__c: randomUUID(),
      Confirmed_By__c: this.#scenario.viewerId,
      Confirmed_At__c: restDatetime(this.#scenario.clock()),
      Org__c: orgMark(this.#scenario.organizationId)
    };
    const type = typeNamed(this.#scenario, "MCC_Confirmation__c");
    if (found) this.#writes.update(type, String(found.values.Id), answer);
    else this.#writes.create(type, { Key__c: key(input), Check__c: check, Subject__c: subjectId, ...answer });
    return true;
  }

  /** @returns as `confirm` */
  undo(input: ConfirmationRef): boolean {
    const found = this.#find(input);
    if (!found || !this.#isAsSeen(found, input.version ?? null)) return false;
    this.#writes.remove(typeNamed(this.#scenario, "MCC_Confirmation__c"), String(found.values.Id));
    return true;
  }

  /** Saves these people and no others. Those who are saved already are not touched. */
  savePeople(people: ReadonlyMap<string, PersonInput>): void {
    const type = typeNamed(this.#scenario, "MCC_Person__c");
    const wanted = new Map(people);
    const org = orgMark(this.#scenario.organizationId);
    for (const { values } of this.#scenario.store.table(type.name).rows) {
      const same = wanted.get(String(values.Key__c));
      if (same && values.Org__c === org && idOrNone(values.User__c) === idOrNone(same.userId)) wanted.delete(same.key);
      else this.#writes.remove(type, String(values.Id));
    }
    for (const { key: Key__c, role, userId } of wanted.values())
      this.#writes.create(type, { Key__c, Role__c: role, User__c: userId ?? null, Org__c: org });
  }

  #find(input: ConfirmationRef): Row | undefined {
    const type = typeNamed(this.#scenario, "MCC_Confirmation__c");
    const field = type.field("Key__c");
    return field && this.#scenario.store.table(type.name).lookup(field, [keyOf(field, key(input))])[0];
  }

  /** One that a sandbox copied from production counts as none. */
  #isAsSeen(found: Row | undefined, version: string | null): boolean {
    if (!found) return version === null;
    return version === null
      ? found.values.Org__c !== orgMark(this.#scenario.organizationId)
      : found.values.Version__c === version;
  }
}

/** What there may be only one confirmation of. */
const key = ({ check, subjectId }: ConfirmationRef): string => (subjectId == null ? check : `${check}/${subjectId}`);

const idOrNone = (id: Value | undefined): string => idKey(String(id ?? ""));

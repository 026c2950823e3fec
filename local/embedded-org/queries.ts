import { RestError } from "./rest-error.ts";
import type { Scenario } from "./scenario.ts";
import { runQuery, type Answer } from "./soql/query.ts";
import { longId } from "./record-id.ts";

/** A page of rows, as REST answers a query. */
export interface Page {
  readonly totalSize: number;
  readonly done: boolean;
  readonly nextRecordsUrl?: string;
  readonly records: unknown[];
}

/** Source: REST API Developer Guide, "Query"; SOQL and SOSL Reference, "Changing the Batch Size in Queries". */
const PAGE_SIZE = 2000;
/** Source: REST API Developer Guide: a user has up to ten open cursors; a further one closes the oldest. */
const OPEN_CURSORS = 10;

export interface Query {
  /** The scenario's error code for an object or a field that the query uses. */
  readonly unavailable: string | undefined;
  readonly columns: Answer["columns"];
  /** @returns the first page */
  page(): Page;
}

/** Runs queries over a scenario, with a cursor for each whose rows don't fit on one page. */
export class Queries {
  readonly #scenario: Scenario;
  readonly #cursors = new Map<string, Answer>();
  #opened = 0;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** @throws {RestError} an error in the query's syntax or names */
  ask(soql: string, address: string): Query {
    const { schema, store, clock, unavailable } = this.#scenario;
    const touched = new Set<string>();
    const answer = runQuery({ soql, schema, store, now: clock(), address, touched });
    const code = [...touched].map((name) => unavailable.get(name)).find((found) => found !== undefined);
    return { unavailable: code, columns: answer.columns, page: () => this.#page(answer, undefined, 0, address) };
  }

  /**
   * @param locator the last part of a `nextRecordsUrl`
   * @throws {RestError} INVALID_QUERY_LOCATOR
   */
  next(locator: string, address: string): Page {
    const [, id = "", from = ""] = /^(\w{18})-(\d{1,9})$/.exec(locator) ?? [];
    const answer = this.#cursors.get(id);
    if (!answer) throw new RestError("INVALID_QUERY_LOCATOR", "invalid query locator");
    return this.#page(answer, id, Number(from), address);
  }

  #page(answer: Answer, cursor: string | undefined, from: number, address: string): Page {
    const { totalSize } = answer;
    const to = from + PAGE_SIZE;
    const records = answer.records(from, to);
    if (to >= totalSize) return { totalSize, done: true, records };
    const id = cursor ?? this.#open(answer);
    return { totalSize, done: false, nextRecordsUrl: `${address}/query/${id}-${String(to)}`, records };
  }

  #open(answer: Answer): string {
    const id = longId(`01g${String(++this.#opened).padStart(12, "0")}`);
    this.#cursors.set(id, answer);
    const [oldest] = this.#cursors.keys();
    if (this.#cursors.size > OPEN_CURSORS && oldest !== undefined) this.#cursors.delete(oldest);
    return id;
  }
}

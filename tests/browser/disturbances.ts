import { setTimeout as wait } from "node:timers/promises";
import type { Page, Route } from "playwright-core";
import type { QueryRequest } from "../../checklist/index.ts";

/** One answer of the Apex gateway, as it goes over the wire. */
export interface ApexAnswer {
  readonly name: string;
  readonly rows: string | null;
  readonly errorType: string | null;
  readonly errorMessage: string | null;
}

/** One request to the Apex gateway, as it goes over the wire. */
interface ApexRequest {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** A call of an Apex method on its way to the org. */
export interface Call {
  readonly method: string;
  /** Of the gateway; none in a call of another method. */
  readonly requests: readonly QueryRequest[];
  readonly route: Route;
}

/** How a call goes wrong; false lets it through. */
export type Disturbance = (call: Call) => Promise<unknown> | false;

/** The calls of a page, listened to, and disturbed while somebody wants it. */
export interface Line {
  /** The calls since the last `disturb`, and those of them that went wrong. */
  readonly calls: readonly Call[];
  readonly disturbed: readonly Call[];
  /** @param disturbance undefined: from now on all goes well */
  disturb(disturbance?: Disturbance): void;
}

/**
 * Stands between a page and its Apex. The faults of the tab are made here, since Apex is its only door; what goes
 * wrong behind that door, tests/product tries.
 */
export async function lineOf(page: Page): Promise<Line> {
  let calls: Call[] = [];
  let disturbed: Call[] = [];
  let disturbance: Disturbance | undefined;
  await page.route("**/apex/*", async (route) => {
    const { requests = [] } = route.request().postDataJSON() as { requests?: readonly ApexRequest[] };
    const method = new URL(route.request().url()).pathname.replace("/apex/", "");
    const call = {
      method,
      route,
      requests: requests.map(({ name, texts, lists }) => ({ name, binds: { ...texts, ...lists } }))
    };
    calls.push(call);
    const going = disturbance?.(call) ?? false;
    if (going) disturbed.push(call);
    await (going || route.continue());
  });
  return {
    get calls() {
      return calls;
    },
    get disturbed() {
      return disturbed;
    },
    disturb(next) {
      calls = [];
      disturbed = [];
      disturbance = next;
    }
  };
}

const asks = ({ requests }: Call, query: string): boolean => requests.some(({ name }) => name === query);

/** @returns has its hand in the answers of every call of the gateway, or only in those of one that asks a query */
export const answering =
  (change: (answers: readonly ApexAnswer[]) => readonly ApexAnswer[], query?: string): Disturbance =>
  (call) =>
    call.requests.length > 0 && (query === undefined || asks(call, query)) && answerChanged(call.route, change);

async function answerChanged(
  route: Route,
  change: (answers: readonly ApexAnswer[]) => readonly ApexAnswer[]
): Promise<void> {
  const response = await route.fetch();
  const reply = (await response.json()) as { state: string; returnValue: ApexAnswer[] };
  await route.fulfill({ response, json: { ...reply, returnValue: change(reply.returnValue) } });
}

/** @returns the query answers with this instead; null leaves it out */
export const replying = (query: string, reply: Partial<ApexAnswer> | null): Disturbance =>
  answering(
    (answers) => answers.flatMap((answer) => (answer.name !== query ? answer : reply ? { ...answer, ...reply } : [])),
    query
  );

/** @returns the query is refused with an error */
export const failing = (query: string, errorType: string, errorMessage: string): Disturbance =>
  replying(query, { rows: null, errorType, errorMessage });

/** @returns each of them has a look; the first that does something to a call has it */
export const both =
  (...disturbances: readonly Disturbance[]): Disturbance =>
  (call) =>
    disturbances.reduce<Promise<unknown> | false>((done, disturb) => done || disturb(call), false);

/** @returns does this to the calls that ask the query; to all calls where none is named */
export const calling =
  (act: (route: Route) => Promise<unknown>, query?: string): Disturbance =>
  (call) =>
    (query === undefined || asks(call, query)) && act(call.route);

/** Later than what is asked at the same time. */
const LATE_MS = 150;
const PAGE =
  "<!DOCTYPE html><html><head><title>Maintenance</title></head><body><h1>Down for maintenance</h1></body></html>";

/** What can become of a whole call. */
export const ACTS = {
  cut: (route: Route) => route.abort("connectionreset"),
  page: (route: Route) => route.fulfill({ contentType: "text/html;charset=UTF-8", body: PAGE }),
  serverError: (route: Route) => route.fulfill({ status: 500, contentType: "text/html;charset=UTF-8", body: PAGE }),
  half: async (route: Route) => {
    const response = await route.fetch();
    const text = await response.text();
    await route.fulfill({ response, body: text.slice(0, text.length / 2) });
  },
  late: async (route: Route) => {
    const response = await route.fetch();
    await wait(LATE_MS);
    await route.fulfill({ response });
  }
} as const;

/** Keeps calls of the gateway waiting, all or those that ask a query, until it is told what becomes of them. */
export class Holding {
  readonly calls: Disturbance;
  /** Fulfilled when a call waits. */
  readonly some: Promise<void>;
  private readonly held: Route[] = [];

  constructor(query?: string) {
    let arrived = (): void => undefined;
    this.some = new Promise((resolve) => (arrived = resolve));
    this.calls = calling((route) => {
      this.held.push(route);
      arrived();
      return Promise.resolve();
    }, query);
  }

  /** The calls go on to the org. */
  async letGo(): Promise<void> {
    await Promise.all(this.held.map((route) => route.continue()));
  }

  /** The calls fail after all. */
  async refuse(): Promise<void> {
    await Promise.all(this.held.map((route) => route.abort("connectionreset")));
  }
}

import type { Answer } from "@salesforce/apex/MccGateway.runQueries";
import type { Confirmation, Finding, QueryReply, QueryRequest, QuerySource } from "c/mccChecklist";
import {
  breakingChangesOf,
  connectedApps,
  rowsOf,
  CHECKS,
  checkOf,
  marketingCloudRequest,
  reportOf,
  stepsOf
} from "c/mccChecklist";
import type { Fixer } from "c/mccFixer";
import type { Records } from "c/mccRecords";
import { View } from "../../mccSession/view.ts";
import { situation, type Changes } from "../../../../../../checklist/testing/situation.ts";

export * from "../../../../../../checklist/testing/situation.ts";

const MESSAGE = "planted";
const ERROR_TYPES: Readonly<Record<string, string>> = { "no-object": "INVALID_TYPE", timeout: "QUERY_TIMEOUT" };

/** What an org in this situation replies to requests. */
export function repliesOf(changes: Changes, requests: readonly QueryRequest[]): QueryReply[] {
  const { evidence } = situation(changes);
  return requests.map(({ name }) => {
    const answer = evidence[name];
    if (answer && "fault" in answer)
      return { name, errorType: ERROR_TYPES[answer.fault.kind] ?? "System.QueryException", errorMessage: MESSAGE };
    return { name, rows: answer?.rows ?? [] };
  });
}

/** The same, as Apex hands it over. */
export const answersOf = (changes: Changes, requests: readonly QueryRequest[]): Answer[] =>
  repliesOf(changes, requests).map((reply) => ({
    name: reply.name,
    rows: "rows" in reply ? JSON.stringify(reply.rows) : null,
    errorType: "rows" in reply ? null : reply.errorType,
    errorMessage: "rows" in reply ? null : reply.errorMessage
  }));

/** Where what people confirm is kept in the org. */
export const CONFIRMING: View["confirming"] = { where: "org", saving: [], trouble: null };

/** A memory with nothing in it, that keeps nothing. */
export const emptyMemory: Records = {
  load: () =>
    Promise.resolve({
      people: { impactedUsers: [] },
      confirmations: [],
      runs: [],
      rights: { confirm: true, undo: true, savePeople: true, saveRun: true }
    }),
  confirm: () => Promise.resolve(NOT_KEPT),
  undo: () => Promise.resolve(NOT_KEPT),
  savePeople: () => Promise.resolve(NOT_KEPT),
  saveRun: () => Promise.resolve(NOT_KEPT),
  report: () => Promise.resolve(undefined)
};

/** A fixer of somebody who may change nothing. */
export const noFixer: Pick<Fixer, "load"> = {
  load: () => Promise.resolve({ may: false, permissions: null, saved: [] })
};

/** What somebody is shown who may make changes: all that is offered in this situation. */
export const fixable = (changes: Changes): View =>
  viewOf(changes, {
    fixes: {
      may: true,
      permissions: null,
      offered: viewOf(changes).report.changes,
      withheld: viewOf(changes).report.withheld,
      saved: []
    }
  });

const NOT_KEPT = { reason: "failed", message: "planted", saved: null } as const;

export interface Held {
  readonly names: readonly string[];
  answer(changes?: Changes): void;
  refuse(error: unknown): void;
}

/** An org that answers when told to. */
export function heldSource(): QuerySource & { readonly waves: Held[] } {
  const waves: Held[] = [];
  return {
    waves,
    runQueries: (requests) =>
      new Promise((resolve, reject) => {
        waves.push({
          names: requests.map(({ name }) => name),
          answer: (changes = {}) => resolve(repliesOf(changes, requests)),
          refuse: reject
        });
      })
  };
}

/** What the page shows after a run in this situation. */
export const viewOf = (changes: Changes = {}, parts: Partial<View> = {}): View => viewOfCase(situation(changes), parts);

/** The same with nobody chosen: a situation has its system user chosen. */
export const unchosenView = (changes: Changes = {}): View =>
  viewOfCase({ ...situation(changes), selection: { impactedUsers: [] } }, {});

function viewOfCase(found: ReturnType<typeof situation>, parts: Partial<View>): View {
  const report = reportOf(CHECKS, found);
  return new View({
    report,
    lastCompleteReport: report,
    steps: stepsOf(report, (check) => checkOf(check).step).map((step) => ({ ...step, isChecking: false })),
    selection: found.selection,
    apps: rowsOf(found.evidence, connectedApps).map(({ Id, Name }) => ({ id: Id, name: Name })),
    running: null,
    checkedAt: found.now,
    connectorUserCount: null,
    confirming: CONFIRMING,
    peopleNotSaved: null,
    history: {
      runs: [],
      previous: null,
      healthy: null,
      causes: breakingChangesOf(report.findings, null),
      events: [],
      changes: null,
      notSaved: null,
      notDropped: ""
    },
    fixes: { may: false, permissions: null, offered: [], withheld: [], saved: [] },
    situation: found,
    marketingCloud: { request: marketingCloudRequest(found), outcome: null },
    refusal: null,
    wasLost: false,
    asOf: new Map(),
    miss: null,
    recheck: null,
    progress: { total: 0, done: [] },
    plan: report.plan,
    ...parts
  });
}

/** The same, with what is saved beside it. */
export const viewWith = (confirmations: readonly Confirmation[], changes: Changes = {}): View =>
  viewOfCase({ ...situation(changes), confirmations }, {});

/** The finding of one check, about the system user where it is about people. */
export function findingOf(check: Finding["check"], changes: Changes = {}): Finding {
  const found = viewOf(changes).report.findings.find((finding) => finding.check === check);
  if (!found) throw new Error(`There is no finding of ${check}.`);
  return found;
}

/** Lets promises and rendering come to rest. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

export const allInside = <Found extends Element = HTMLElement>(host: Element, selector: string): Found[] => [
  ...(host.shadowRoot?.querySelectorAll<Found>(selector) ?? [])
];

/** An element inside a component; fails when there is none. */
// Typed as querySelector is: the caller knows what it asks for.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function inside<Found extends Element = HTMLElement>(host: Element, selector: string): Found {
  const [found] = allInside<Found>(host, selector);
  if (!found) throw new Error(`There is no ${selector} in ${host.tagName}.`);
  return found;
}

export const textOf = (host: Element): string => (host.shadowRoot?.textContent ?? "").replace(/\s+/g, " ").trim();

/** Adds a component to the page, with its public properties set. */
export function shown<Component extends HTMLElement>(element: Component, properties: object): Component {
  Object.assign(element, properties);
  document.body.append(element);
  return element;
}

export const clear = (): void => document.body.replaceChildren();

/** Records what a component asks of the page. */
export function heard(host: Element, name: string): unknown[] {
  const details: unknown[] = [];
  host.addEventListener(name, (event) => details.push((event as CustomEvent<unknown>).detail));
  return details;
}

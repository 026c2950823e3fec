import { answerOf, rowsOf, type Evidence } from "../evidence/evidence.ts";
import type { Query } from "../evidence/query.ts";
import { signInNames, type FoundApp } from "../facts/app.ts";
import { mayHideAll } from "../facts/permissions.ts";
import { outcomeOf } from "../facts/sign-ins.ts";
import { completedTriggeredSends } from "../queries/completed-triggered-sends.ts";
import { emailSends } from "../queries/email-sends.ts";
import { loginHistory } from "../queries/login-history.ts";
import { requeuedSends } from "../queries/requeued-sends.ts";
import { trackingWriters } from "../queries/tracking-writers.ts";

/** What must work again. The message of each is `runbook.<proof>`. */
export const PROOFS = ["send-left", "result-came", "signed-in", "none-requeued"] as const;
export type ProofId = (typeof PROOFS)[number];

/** `waiting`: the org has nothing newer than the reconnect yet. Only newer rows make `holds`. */
export type ProofState = "holds" | "broken" | "waiting" | "unknown";

export interface Proof {
  readonly id: ProofId;
  readonly state: ProofState;
  /** When the row that tells it was written; null where none does. */
  readonly at: string | null;
}

interface Given {
  readonly evidence: Evidence;
  readonly app: FoundApp;
  readonly systemUserId: string | null;
  /** ISO 8601. */
  readonly reconnectedAt: string;
}

type Judged = Omit<Proof, "id">;

export const PROOF_QUERIES: readonly Query[] = [
  emailSends,
  completedTriggeredSends,
  trackingWriters,
  loginHistory,
  requeuedSends
];

/** @returns what the org shows of each since the reconnect */
export const proofsOf = (given: Given): Proof[] => PROOFS.map((id) => ({ id, ...JUDGES[id](given) }));

const UNKNOWN: Judged = { state: "unknown", at: null };
const WAITING: Judged = { state: "waiting", at: null };

const JUDGES: Readonly<Record<ProofId, (given: Given) => Judged>> = {
  "send-left": (given) => {
    const { evidence } = given;
    if (!isAnswered(given, emailSends, completedTriggeredSends)) return UNKNOWN;
    const sends = newer(given, rowsOf(evidence, emailSends), ({ CreatedDate }) => CreatedDate);
    const of = (status: string) => newestOf(sends.filter((send) => send.et4ae5__SendStatus__c === status).map(created));
    const [failed, completed] = [of("Failed"), newestOf([of("Completed"), newestCompletedTriggered(given)])];
    if (failed && (!completed || Date.parse(failed) > Date.parse(completed))) return { state: "broken", at: failed };
    return completed ? { state: "holds", at: completed } : WAITING;
  },
  "result-came": (given) => {
    if (!isAnswered(given, trackingWriters)) return UNKNOWN;
    const [at] = newer(given, rowsOf(given.evidence, trackingWriters), created).map(created);
    return at === undefined ? WAITING : { state: "holds", at };
  },
  "signed-in": (given) => {
    const { evidence, app, systemUserId } = given;
    if (systemUserId === null || !isAnswered(given, loginHistory)) return UNKNOWN;
    const names = signInNames(app);
    const rows = newer(given, rowsOf(evidence, loginHistory), ({ LoginTime }) => LoginTime).filter(
      ({ UserId, Application = "" }) => UserId === systemUserId && names.includes(Application)
    );
    const of = (...outcomes: string[]) =>
      newestOf(rows.filter(({ Status }) => outcomes.includes(outcomeOf(Status))).map(({ LoginTime }) => LoginTime));
    const [refused, signedIn] = [of("refused"), of("signed-in")];
    if (refused) return { state: "broken", at: refused };
    if (of("unfamiliar")) return UNKNOWN;
    return signedIn ? { state: "holds", at: signedIn } : WAITING;
  },
  "none-requeued": (given) => {
    if (!isAnswered(given, requeuedSends, completedTriggeredSends)) return UNKNOWN;
    const requeued = rowsOf(given.evidence, requeuedSends);
    const [again] = newer(given, requeued, created).map(created);
    if (again !== undefined) return { state: "broken", at: again };
    const at = newestCompletedTriggered(given);
    // Those that waited before the reconnect must leave too.
    return at === null || requeued.length ? WAITING : { state: "holds", at };
  }
};

const created = ({ CreatedDate }: { readonly CreatedDate: string }): string => CreatedDate;

/** No rows where they may be hidden are no answer. */
const isAnswered = ({ evidence }: Given, ...queries: Query[]): boolean =>
  queries.every((query) => {
    const answer = answerOf(evidence, query);
    return answer !== undefined && "rows" in answer && !mayHideAll(query, evidence);
  });

/** Newest first. Written so that an unreadable date is never newer. */
const newer = <R>({ reconnectedAt }: Given, rows: readonly R[], dateOf: (row: R) => string): R[] =>
  rows
    .filter((row) => Date.parse(dateOf(row)) > Date.parse(reconnectedAt))
    .sort((a, b) => Date.parse(dateOf(b)) - Date.parse(dateOf(a)));

function newestCompletedTriggered(given: Given): string | null {
  const rows = rowsOf(given.evidence, completedTriggeredSends);
  return newer(given, rows, ({ LastModifiedDate }) => LastModifiedDate)[0]?.LastModifiedDate ?? null;
}

const newestOf = (dates: readonly (string | null)[]): string | null =>
  dates.flatMap((date) => date ?? []).sort((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;

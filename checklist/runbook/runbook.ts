import { rowsOf, type Evidence } from "../evidence/evidence.ts";
import { appOf } from "../facts/app.ts";
import { DAY } from "../facts/time.ts";
import { findingKey, isFailed, type Finding } from "../judge/finding.ts";
import { STEP_IDS, SYMPTOM_STEPS, type StepId } from "../judge/ids.ts";
import type { Situation } from "../judge/judge.ts";
import type { PlanLine } from "../judge/plan.ts";
import type { Report } from "../judge/report.ts";
import { connectorConfiguration } from "../queries/connector-configuration.ts";
import { PROOF_QUERIES, proofsOf, type Proof } from "./proofs.ts";
import { STOPS_QUERIES, stopsOf, type Stops } from "./stops.ts";
import { TASKS, ticksIn, type TaskId, type Tick } from "./ticks.ts";

export const RUNBOOK_QUERIES = [...STOPS_QUERIES, ...PROOF_QUERIES, connectorConfiguration];

/** The reconnect as it stands: what it stops, what is done, and what is proven since. */
export interface Runbook {
  readonly stops: Stops;
  /** Steps with something to settle before reconnecting can help; null while not everything is checked. */
  readonly waitsFor: readonly StepId[] | null;
  /** Whether the system user can sign in by hand. */
  readonly signIn: Finding | null;
  readonly ticks: ReadonlyMap<TaskId, Tick>;
  /** Which page the Marketing Cloud tab opened, as somebody answered; null while nobody has. */
  readonly page: string | null;
  /** Whether the article's four steps are to be shown: that page opened, or one of them is done already. */
  readonly connects: boolean;
  /** From when on what is newer counts, once all of the four steps are ticked; ISO 8601. */
  readonly reconnectedAt: string | null;
  /** What tells that: the last tick, or the connector's configuration, saved soon after it. */
  readonly reconnectedBy: "tick" | "configuration";
  /** Empty before the reconnect. */
  readonly proofs: readonly Proof[];
  /** Whether all is proven that the org can show, and ticked what it can't. */
  readonly isProven: boolean;
  /** The end of the reconnect before; null while one is under way. */
  readonly closed: Tick | null;
}

/** Pure: what shows follows from the evidence, what is ticked, and the time alone. */
export function runbookOf(
  { evidence, selection, confirmations, now, calibration }: Situation,
  { findings, plan, people, pending }: Pick<Report, "findings" | "plan" | "people" | "pending">
): Runbook {
  const { ticks, closed } = ticksIn(confirmations);
  const tab = findings.find(({ check }) => check === TAB);
  const page = tab?.lapsed ? null : (tab?.confirmation?.answer ?? null);
  const ticked = lastOf(TASKS.during.map((task) => ticks.get(task)));
  const saved = ticked === null ? null : savedSoonAfter(ticked, evidence);
  const reconnectedAt = saved ?? ticked;
  const proofs =
    reconnectedAt === null
      ? []
      : proofsOf({
          evidence,
          app: appOf(evidence, selection, calibration),
          systemUserId: people.systemUser?.id ?? null,
          reconnectedAt
        });
  return {
    stops: stopsOf(evidence, now),
    waitsFor: pending.length ? null : waitsFor(plan, findings),
    signIn: findings.find(({ check }) => check === "user-sign-in") ?? null,
    ticks,
    page,
    connects: page === "connect" || TASKS.during.some((task) => ticks.has(task)),
    reconnectedAt,
    reconnectedBy: saved === null ? "tick" : "configuration",
    proofs,
    isProven:
      proofs.every(({ state }) => state === "holds") &&
      TASKS.after.every((task) => isAfter(ticks.get(task), reconnectedAt)),
    closed: ticks.size ? null : closed
  };
}

/** Somebody may tick the last step before they click. Later than this, a save is none of the reconnect. */
const TICKED_EARLY = DAY / 24;

/**
 * Whether a reconnect writes the configuration is unproven (docs/sources.md, Reconnecting): so it only ever puts the moment
 * later. An earlier one would let rows of the old connection count.
 */
function savedSoonAfter(ticked: string, evidence: Evidence): string | null {
  const start = Date.parse(ticked);
  const times = rowsOf(evidence, connectorConfiguration)
    .map((row) => Date.parse(row.LastModifiedDate))
    .filter((time) => time > start && time <= start + TICKED_EARLY);
  return times.length ? new Date(Math.max(...times)).toISOString() : null;
}

/** What was ticked before the reconnect says nothing of what works since. */
const isAfter = (tick: Tick | undefined, reconnectedAt: string | null): boolean =>
  tick !== undefined && reconnectedAt !== null && Date.parse(tick.at) >= Date.parse(reconnectedAt);

/** @returns the newest date, once all are there and can be read */
function lastOf(ticks: readonly (Tick | undefined)[]): string | null {
  const times = ticks.map((tick) => (tick ? Date.parse(tick.at) : NaN));
  return times.some(Number.isNaN) ? null : new Date(Math.max(...times)).toISOString();
}

/** The plan knows what must hold before the tab may be looked at; where somebody has looked already, it is what is broken. */
function waitsFor(plan: readonly PlanLine[], findings: readonly Finding[]): StepId[] | null {
  const tab = plan.flatMap(({ visits }) => visits).find(({ findings: keys }) => keys.includes(TAB));
  const keys = new Set(
    plan
      .filter(({ key }) => !tab || tab.waitsFor.includes(key))
      .flatMap(({ visits }) => visits.flatMap((visit) => visit.findings))
  );
  const isInTheWay = (finding: Finding): boolean =>
    tab ? finding.state !== "warn" : isFailed(finding) || finding.state === "unknown";
  const steps = findings
    .filter((finding) => keys.has(findingKey(finding)) && isInTheWay(finding))
    .map(({ step }) => step);
  const found = STEP_IDS.filter((step) => steps.includes(step) && !SYMPTOM_STEPS.includes(step));
  return tab?.state === "waiting" && !found.length ? null : found;
}

const TAB = "marketing-cloud-tab";

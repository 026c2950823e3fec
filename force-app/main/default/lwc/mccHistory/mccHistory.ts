import { LightningElement, api } from "lwc";
import {
  countTexts,
  findingKey,
  statusOf,
  verdictText,
  type Change,
  type Counts,
  type PolicyChange,
  type Verdict
} from "c/mccChecklist";
import { emit } from "c/mccEvents";
import type { SavedRun } from "c/mccRecords";
import type { Changes, View } from "c/mccSession";
import { label, refusalText, translator } from "c/mccLabels";

/** As many as fit beside each other on a phone. */
const BARS = 20;
const PAGE = 25;
const LOWEST = 10;

const moment = new Intl.DateTimeFormat(translator().language, { dateStyle: "medium", timeStyle: "short" });

/** Earlier checks: a bar for each, the same as a table, and what has changed since the one before. */
export default class MccHistory extends LightningElement {
  @api view!: View;

  readonly label = {
    history: label("ui.history"),
    table: label("ui.history.table"),
    when: label("ui.history.when"),
    by: label("ui.history.by"),
    verdict: label("ui.history.verdict"),
    found: label("ui.history.found"),
    nothing: label("ui.history.nothing"),
    checking: label("status.checking"),
    more: label("ui.show-more")
  };
  private limit = PAGE;
  private changesLimit = PAGE;

  get isThere(): boolean {
    return this.hasRuns || this.notSaved !== "";
  }

  get hasRuns(): boolean {
    return this.view.history.runs.length > 0;
  }

  /** Oldest first, as time runs; as high as there is something to mend. */
  get bars() {
    const runs = this.view.history.runs.slice(0, BARS).reverse();
    const most = Math.max(1, ...runs.map(brokenIn));
    return runs.map((run) => ({
      id: run.Id,
      label: label("ui.history.run", { ...textsOf(run) }),
      className: `bar ${run.Verdict__c}`,
      style: `block-size: ${LOWEST + ((100 - LOWEST) * brokenIn(run)) / most}%`
    }));
  }

  get runs() {
    return this.view.history.runs.slice(0, this.limit).map((run) => ({ id: run.Id, ...textsOf(run) }));
  }

  get hasMore(): boolean {
    return this.view.history.runs.length > this.limit;
  }

  get notSaved(): string {
    const { notSaved } = this.view.history;
    return notSaved ? refusalText(notSaved) : "";
  }

  get notDropped(): string {
    const { notDropped } = this.view.history;
    return notDropped ? label("ui.history.not-dropped", { message: notDropped }) : "";
  }

  /** The disclosure's name; empty where there is nothing to compare with. */
  get since(): string {
    const { previous } = this.view.history;
    return previous ? label("ui.history.changes", { at: moment.format(new Date(previous.CreatedDate)) }) : "";
  }

  get isLoading(): boolean {
    return this.view.history.changes === null;
  }

  private get changes(): Changes {
    const { changes } = this.view.history;
    return changes && "findings" in changes ? changes : { findings: [], policies: [] };
  }

  get unreadable(): string {
    const { changes } = this.view.history;
    return changes && "message" in changes ? label("ui.history.unreadable", { message: changes.message }).trim() : "";
  }

  get isUnchanged(): boolean {
    const { findings, policies } = this.changes;
    return !this.isLoading && !this.unreadable && findings.length + policies.length === 0;
  }

  get changed() {
    return this.changes.findings.slice(0, this.changesLimit).map((change) => ({
      key: findingKey(change.finding),
      text: changeText(change)
    }));
  }

  get hasMoreChanges(): boolean {
    return this.changes.findings.length > this.changesLimit;
  }

  get policies() {
    return this.changes.policies.map((change, index) => ({ key: String(index), text: policyText(change) }));
  }

  handleChanges(event: Event): void {
    if ((event.currentTarget as HTMLDetailsElement).open) emit(this, "showchanges", null);
  }

  handleShow(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) emit(this, "showfinding", finding);
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleMoreChanges(): void {
    this.changesLimit += PAGE;
  }
}

function brokenIn({ Blockers__c: blockers = 0, Problems__c: problems = 0 }: SavedRun): number {
  return blockers + problems;
}

function textsOf(run: SavedRun) {
  const counts: Counts = {
    blockers: run.Blockers__c ?? 0,
    problems: run.Problems__c ?? 0,
    unknown: run.Unknown__c ?? 0,
    toConfirm: run.To_Confirm__c ?? 0,
    warnings: run.Warnings__c ?? 0,
    passed: run.Passed__c ?? 0,
    notes: 0,
    notApplicable: 0
  };
  return {
    at: moment.format(new Date(run.CreatedDate)),
    by: run.CreatedBy.Name,
    verdict: verdictText({ verdict: run.Verdict__c as Verdict, counts }, translator()),
    counts: countTexts({ counts }, translator()).join(" · ")
  };
}

function changeText({ finding, was }: Change): string {
  const { check, subject } = finding;
  const what = [label(`${check}.name`), subject && (subject.name ?? subject.username)].filter(Boolean).join(", ");
  const status = (found: Change["finding"]): string => label(`status.${statusOf(found)}`);
  return label("ui.history.change", { what, was: status({ ...finding, state: was }), now: status(finding) });
}

function policyText({ at, by, text }: PolicyChange): string {
  return label("ui.history.policy", { at: moment.format(new Date(at)), by: by ?? label("ui.history.somebody"), text });
}

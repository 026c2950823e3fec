import { LightningElement, api } from "lwc";
import {
  countTexts,
  findingKey,
  isWithoutProblems,
  statusOf,
  verdictText,
  type Change,
  type Counts,
  type PolicyChange,
  type SavedChange,
  type Verdict
} from "c/mccChecklist";
import { details, label, refusalText, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import type { SavedRun } from "c/mccRecords";
import type { Changes, View } from "c/mccSession";
import { inTime, stretchesOf, type Pinned, type Stretch } from "./timeline.ts";

const PAGE = 25;
/** Worst first. */
const VERDICTS: readonly Verdict[] = ["blocked", "problems", "incomplete", "warnings", "healthy"];

const day = new Intl.DateTimeFormat(translator().language, { dateStyle: "medium" });
const moment = new Intl.DateTimeFormat(translator().language, { dateStyle: "medium", timeStyle: "short" });

interface LegendEntry {
  readonly key: string;
  readonly className: string;
  readonly text: string;
}

/** Earlier checks along the time, the same as a table, and what has changed since the one before. */
export default class MccHistory extends LightningElement {
  @api view!: View;

  readonly label = {
    history: label("ui.history"),
    table: label("ui.history.table"),
    when: label("ui.history.when"),
    by: label("ui.history.by"),
    verdict: label("ui.history.verdict"),
    now: label("ui.history.now"),
    legend: label("ui.history.legend"),
    found: label("ui.history.found"),
    nothing: label("ui.history.nothing"),
    checking: label("status.checking"),
    more: label("ui.show-more"),
    undo: label("ui.confirm.undo")
  };
  private limit = PAGE;
  private changesLimit = PAGE;

  get isThere(): boolean {
    return this.hasRuns || this.notSaved !== "" || this.madeText !== "";
  }

  get hasRuns(): boolean {
    return this.view.history.runs.length > 0;
  }

  /** Where the arrow keys, the pointer, or a finger have come to; null: at the newest. */
  private chosen: number | null = null;

  private get now(): number {
    return Date.parse(this.view.report.at);
  }

  private get stretches(): Stretch[] {
    return stretchesOf(this.view.history.runs, this.now);
  }

  private get items(): (Stretch | Pinned)[] {
    return inTime(this.stretches, this.view.history.events);
  }

  /** What did not change needs no picture. */
  get hasChart(): boolean {
    return this.stretches.length > 1;
  }

  get sentence(): string {
    const [only] = this.stretches;
    return only ? label("ui.history.unchanged", { ...textsOf(only.run), at: day.format(only.from) }) : "";
  }

  get marks() {
    const { items, now, at } = this;
    const start = items[0]?.from ?? now;
    const share = (time: number): number => (100 * (time - start)) / Math.max(1, now - start);
    return items.map((item, index) => {
      // What has just begun has its least width before the end, not beyond it.
      const left = `inset-inline-start: min(${share(item.from)}%, 100% - 0.25rem)`;
      const isChosen = index === at ? " chosen" : "";
      return item.kind === "pinned"
        ? { key: String(index), index, className: `event${isChosen}`, style: left }
        : {
            key: String(index),
            index,
            className: `stretch ${item.run.Verdict__c}${isChosen}`,
            style: `${left}; inline-size: ${share(item.to) - share(item.from)}%`
          };
    });
  }

  private get at(): number {
    return Math.min(this.chosen ?? this.last, this.last);
  }

  get last(): number {
    return this.items.length - 1;
  }

  get place(): string {
    return String(this.at);
  }

  get card(): string {
    const item = this.items[this.at];
    return item ? cardText(item) : "";
  }

  /** What was fixed or confirmed since the newest saved check, which is of everything: it isn't in there yet. */
  get newer(): string {
    const { history, lastCompleteReport, running } = this.view;
    const [newest] = history.runs;
    if (!newest || !lastCompleteReport || running !== null || history.notSaved) return "";
    return newest.Verdict__c === lastCompleteReport.verdict ? "" : label("ui.history.newer");
  }

  get startText(): string {
    const [first] = this.items;
    return first ? day.format(first.from) : "";
  }

  get legend() {
    const found = new Set(this.stretches.map(({ run }) => run.Verdict__c));
    const verdicts: LegendEntry[] = VERDICTS.filter((verdict) => found.has(verdict)).map((verdict) => ({
      key: verdict,
      className: `swatch ${verdict}`,
      text: label(`ui.history.legend.${verdict}`)
    }));
    const events = this.view.history.events.length > 0;
    return events
      ? [...verdicts, { key: "event", className: "swatch event", text: label("ui.history.legend.event") }]
      : verdicts;
  }

  handleKey(event: KeyboardEvent): void {
    const forward = getComputedStyle(event.currentTarget as Element).direction === "rtl" ? -1 : 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: this.at + forward,
      ArrowLeft: this.at - forward,
      ArrowUp: this.at + 1,
      ArrowDown: this.at - 1,
      Home: 0,
      End: this.last
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    this.chosen = Math.max(0, Math.min(move, this.last));
  }

  handlePoint(event: Event): void {
    const { index } = (event.target as HTMLElement).dataset;
    if (index !== undefined) this.chosen = Number(index);
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
    if (!previous) return "";
    const key = isWithoutProblems(previous) ? "ui.history.changes-healthy" : "ui.history.changes";
    return label(key, { at: moment.format(new Date(previous.CreatedDate)) });
  }

  get isLoading(): boolean {
    return this.view.history.changes === null;
  }

  private get changes(): Changes {
    const { changes } = this.view.history;
    return changes && "findings" in changes ? changes : { findings: [], entries: [] };
  }

  get unreadable(): string {
    const { changes } = this.view.history;
    return changes && "message" in changes ? label("ui.history.unreadable", { message: changes.message }).trim() : "";
  }

  get isUnchanged(): boolean {
    const { findings, entries } = this.changes;
    return !this.isLoading && !this.unreadable && findings.length + entries.length === 0;
  }

  get changed() {
    return this.changes.findings.slice(0, this.changesLimit).map((change) => ({
      key: findingKey(change.finding),
      text: changeText(change)
    }));
  }

  get hasMoreChanges(): boolean {
    const { findings, entries } = this.changes;
    return Math.max(findings.length, entries.length) > this.changesLimit;
  }

  get entries() {
    return this.changes.entries
      .slice(0, this.changesLimit)
      .map((change, index) => ({ key: String(index), text: policyText(change) }));
  }

  /** Empty where nothing was changed. */
  get madeText(): string {
    const { length } = this.view.fixes.saved;
    return length > 0 ? translator().plural("ui.history.made", length) : "";
  }

  get made() {
    const { saved, may } = this.view.fixes;
    return saved.map((change) => ({
      id: change.id,
      text: label("ui.history.made-line", {
        at: moment.format(new Date(change.at)),
        by: change.by,
        order: details().changeTexts(change, translator()).order,
        status: label(`change.status.${change.status}`),
        reason: reasonOf(change)
      }).trim(),
      canUndo: may && details().canUndo(change)
    }));
  }

  handleUndo(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    if (id) emit(this, "openundo", id);
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

function reasonOf({ reason, message }: SavedChange): string {
  const text = reason === null ? "" : (translator().maybe(`change.reason.${reason}`) ?? reason);
  return [text, message].filter(Boolean).join(" ");
}

function cardText(item: Stretch | Pinned): string {
  if (item.kind === "pinned") return policyText(item.change);
  const text = label("ui.history.run", textsOf(item.run));
  return item.count > 1 ? `${text}. ${label("ui.history.again", { count: item.count })}` : text;
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

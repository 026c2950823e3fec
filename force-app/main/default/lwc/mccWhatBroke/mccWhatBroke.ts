import { LightningElement, api } from "lwc";
import { findingKey } from "c/mccChecklist";
import { details, label, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import type { View } from "c/mccSession";

const PAGE = 6;

const day = new Intl.DateTimeFormat(translator().language, { dateStyle: "medium" });

/** What broke it: who changed what since the last check without problems. Nothing where nothing is broken. */
export default class MccWhatBroke extends LightningElement {
  @api view!: View;

  readonly label = { broke: label("ui.broke"), more: label("ui.show-more") };
  private limit = PAGE;

  get isThere(): boolean {
    return ["blocked", "problems"].includes(this.view.lastCompleteReport?.verdict ?? "");
  }

  private get healthyAt(): string | null {
    return this.view.history.healthy?.CreatedDate ?? null;
  }

  get healthy(): string {
    const { healthyAt } = this;
    return healthyAt === null
      ? label("ui.broke.never")
      : label("ui.broke.healthy", { at: day.format(new Date(healthyAt)) });
  }

  get causes() {
    return this.view.history.causes.slice(0, this.limit).map((cause) => ({
      key: cause.change.id,
      at: day.format(new Date(cause.change.at)),
      text: details().breakingChangeText(cause, translator()),
      entry: cause.change.text,
      finding: findingKey(cause.findings[0])
    }));
  }

  get hasCauses(): boolean {
    return this.view.history.causes.length > 0;
  }

  get hasMore(): boolean {
    return this.view.history.causes.length > this.limit;
  }

  get notes(): string[] {
    const report = this.view.lastCompleteReport;
    if (!report) return [];
    const none = this.hasCauses || report.trail.since === null ? [] : [label("ui.broke.none")];
    return [...none, ...details().trailTexts(report, this.healthyAt, translator()), label("ui.broke.not-recorded")];
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handleShow(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) emit(this, "showfinding", finding);
  }
}

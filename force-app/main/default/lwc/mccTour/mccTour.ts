import { LightningElement, api } from "lwc";
import { findingKey, isPassed, statusOf, type Finding } from "c/mccChecklist";
import { details, label, translator } from "c/mccDetails";
import { emit, relay } from "c/mccEvents";
import type { Confirming } from "c/mccSession";

/** What is to be seen or set in Marketing Cloud, page after page: each question with its own steps and answers together. */
export default class MccTour extends LightningElement {
  @api findings!: readonly Finding[];
  @api confirming!: Confirming;

  /** @returns whether the question is here; it has the focus then */
  @api
  focusQuestion(key: string): boolean {
    const stops = [...(this.template?.querySelectorAll<HTMLElement>("[data-key]") ?? [])];
    const title = stops.find(({ dataset }) => dataset.key === key)?.querySelector("h5");
    title?.scrollIntoView({ block: "start" });
    title?.focus({ preventScroll: true });
    return Boolean(title);
  }

  readonly label = {
    is: label("ui.is"),
    shouldBe: label("ui.should-be"),
    why: label("ui.why"),
    takeCare: label("ui.take-care"),
    look: label("ui.look"),
    fix: label("ui.fix")
  };

  /** In the order in which the questions name them. */
  get places() {
    const stops = this.findings.map((finding) => this.stopOf(finding));
    const pages = [...new Set(stops.map(({ page }) => page))];
    return pages.map((page, at) => ({
      page,
      key: page || "settled",
      leads: at === 0 && this.address !== "",
      stops: stops.filter((stop) => stop.page === page)
    }));
  }

  private stopOf(finding: Finding) {
    const { label: setting, title, lapsed, actual, expected, reason, fix } = details().wordingOf(finding, translator());
    const opens = finding.fix.steps.findIndex((step) => step.startsWith("open"));
    const isSettled = isPassed(finding);
    const steps = isSettled ? [] : fix.steps.filter((_text, at) => at !== opens);
    return {
      finding,
      key: findingKey(finding),
      check: finding.check,
      status: statusOf(finding),
      page: fix.steps[opens] ?? "",
      setting,
      title,
      lapsed,
      // That nothing is visible from here, the question says by itself.
      actual: finding.case === "look" || isSettled ? "" : actual,
      expected: isSettled ? "" : expected,
      reason: isSettled ? "" : reason,
      risk: finding.state === "confirm" || isSettled ? "" : (fix.risk ?? ""),
      how: finding.state === "confirm" ? this.label.look : this.label.fix,
      steps,
      stepsClass: steps.length > 1 ? "slds-list_ordered" : "",
      hasSteps: steps.length > 0,
      asks: finding.basis !== null
    };
  }

  get address(): string {
    return this.findings[0]?.fix.link?.address ?? "";
  }

  get linkLabel(): string {
    const [first] = this.findings;
    return label("ui.open-page", { page: (first && details().wordingOf(first, translator()).fix.link) ?? "" });
  }

  handleLeave(): void {
    emit(this, "leavefor", { step: "marketing-cloud", findings: this.findings.map(findingKey) });
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
  }
}

import { LightningElement, api } from "lwc";
import { findingKey, planLineText, planWaitText } from "c/mccChecklist";
import { emit } from "c/mccEvents";
import type { View } from "c/mccSession";
import { label, translator } from "c/mccLabels";

/** What is left to do, in order of repair: each line with its state, and the way to it. */
export default class MccPlan extends LightningElement {
  @api view!: View;

  readonly label = { plan: label("ui.plan"), showIt: label("ui.show-it"), first: label("ui.first") };

  get lines() {
    const { plan, lastCompleteReport } = this.view;
    const findings = new Map((lastCompleteReport?.findings ?? []).map((finding) => [findingKey(finding), finding]));
    const first = plan.find(({ state }) => state === "open");
    return plan.map((line, index) => ({
      key: line.key,
      number: index + 1,
      text: planLineText(line, findings, translator()),
      state: [
        line === first ? this.label.first : label(`plan.${line.state}`),
        line.state === "waiting" && planWaitText(line, plan, translator())
      ]
        .filter(Boolean)
        .join(" · "),
      isFirst: line === first,
      isDone: line.state === "done",
      finding: line === first ? (lastCompleteReport?.first ?? line.visits[0]?.key) : line.visits[0]?.key
    }));
  }

  get isThere(): boolean {
    return this.view.plan.length > 0;
  }

  /** Empty where nothing can be changed from here. */
  get fixLabel(): string {
    const count = this.view.fixes.offered.filter(({ advice }) => !advice).length;
    return count > 0 ? translator().plural("ui.fix.plan", count) : "";
  }

  handleFix(): void {
    emit(this, "openfix", []);
  }

  handleOpen(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) emit(this, "showfinding", finding);
  }
}

import { LightningElement, api } from "lwc";
import { label, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import { messageOf, orgNow } from "c/mccGateway";
import { onDemand } from "c/mccOnDemand";
import type { View } from "c/mccSession";

/** Has Marketing Cloud answer by itself: a script for its admin, and the place to paste what the script writes. */
export default class MccMarketingCloud extends LightningElement {
  @api view!: View;

  readonly label = {
    title: label("ui.marketing-cloud.heading"),
    how: label("ui.marketing-cloud.how"),
    stepCopy: label("ui.marketing-cloud.step-copy"),
    stepSend: label("ui.marketing-cloud.step-send"),
    script: label("ui.marketing-cloud.script"),
    copy: label("ui.marketing-cloud.copy"),
    answer: label("ui.marketing-cloud.answer"),
    read: label("ui.marketing-cloud.read")
  };
  isOpen = false;
  pasted = "";
  /** Made when it is first shown: its time counts. */
  script = "";
  /** Why there is no script, in one sentence. */
  trouble = "";
  private hasAsked = false;
  private announced: View["marketingCloud"]["outcome"] = null;

  renderedCallback(): void {
    const { outcome } = this.view.marketingCloud;
    if (!this.hasAsked || outcome === this.announced || outcome === null) return;
    this.hasAsked = false;
    this.announced = outcome;
    this.template?.querySelector<HTMLElement>("[data-id=outcome]")?.focus();
    emit(this, "announce", this.outcome);
  }

  get intro(): string {
    return label("ui.marketing-cloud.intro", { apiUser: this.view.marketingCloud.request?.user ?? "" });
  }

  get stepRun(): string {
    const account = this.view.marketingCloud.request?.account;
    return account === null || account === undefined
      ? label("ui.marketing-cloud.step-run")
      : label("ui.marketing-cloud.step-run-in", { account });
  }

  get isSaving(): boolean {
    return this.view.confirming.saving.length > 0;
  }

  get outcome(): string {
    const { outcome, request } = this.view.marketingCloud;
    if (!outcome) return "";
    if ("refused" in outcome) return label(`answer.${outcome.refused}`, { apiUser: request?.user ?? "" });
    return outcome.settled
      ? translator().plural("ui.marketing-cloud.settled", outcome.settled)
      : label("ui.marketing-cloud.settled-none");
  }

  handleToggle(event: Event): void {
    this.isOpen = (event.currentTarget as HTMLDetailsElement).open;
    if (this.isOpen && this.script === "") void this.makeScript();
  }

  private async makeScript(): Promise<void> {
    const { request } = this.view.marketingCloud;
    if (!request) return;
    try {
      const { scriptFor } = await onDemand(this);
      this.script = scriptFor(request, orgNow());
      this.trouble = "";
    } catch (error) {
      this.trouble = label("ui.marketing-cloud.no-script", { message: messageOf(error) }).trim();
    }
  }

  async handleCopy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.script);
      emit(this, "announce", label("ui.marketing-cloud.copied"));
    } catch {
      emit(this, "announce", label("ui.marketing-cloud.not-copied"));
    }
  }

  handlePasted(event: CustomEvent<{ value: string }>): void {
    this.pasted = event.detail.value;
  }

  handleRead(): void {
    this.hasAsked = true;
    this.announced = this.view.marketingCloud.outcome;
    emit(this, "bringanswer", this.pasted);
  }
}

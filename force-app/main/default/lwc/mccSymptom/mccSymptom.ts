import { LightningElement, api } from "lwc";
import {
  findingKey,
  isFailed,
  statusOf,
  titleOf,
  type Cause,
  type Complaint,
  type Explanation,
  type Finding,
  type Status
} from "c/mccChecklist";
import { details, label, translator } from "c/mccDetails";
import { emit } from "c/mccEvents";
import type { View } from "c/mccSession";

interface Line {
  readonly key: string;
  readonly status: Status;
  readonly text: string;
  /** The finding's key; none where its evidence is on its way. */
  readonly finding: string | undefined;
}

/** Whether the org shows it, so that nobody has to look first. */
const isSeen = ({ finding }: Cause): boolean => finding !== null && (isFailed(finding) || finding.state === "warn");

/** From what a person sees to what can cause it. What they say is kept nowhere but in this component. */
export default class MccSymptom extends LightningElement {
  @api view!: View;

  readonly label = {
    question: label("ui.symptom.question"),
    paste: label("ui.symptom.paste"),
    private: label("ui.symptom.private"),
    clear: label("ui.symptom.clear"),
    notKnown: label("ui.symptom.not-known"),
    source: label("ui.source")
  };
  chosen = "";
  text = "";
  /** Nobody is told that half a word is not known. */
  private isDone = false;
  private announced = "";
  /** Once what was said is answered: on a phone, the answer may stand below the screen. */
  private mustShow = false;

  renderedCallback(): void {
    if (!this.mustShow) return;
    this.mustShow = false;
    this.template?.querySelector("[data-group]")?.scrollIntoView({ block: "nearest" });
  }

  get choices() {
    return details().SYMPTOM_IDS.map((id) => ({
      value: id,
      text: label(`symptom.${id}`),
      isChosen: id === this.chosen
    }));
  }

  get complaint(): Complaint | undefined {
    return details().complaintIn(this.text || this.chosen);
  }

  get hasSaid(): boolean {
    return this.chosen !== "" || this.text !== "";
  }

  get isNotKnown(): boolean {
    return this.isDone && this.text.trim() !== "" && !this.complaint;
  }

  private get explanation(): Explanation {
    return this.complaint ? details().explain(this.view.report, this.complaint) : { causes: [], others: [] };
  }

  /** What only a person can look at is folded where the org shows something already. */
  get groups(): { key: string; title: string; isOpen: boolean; lines: Line[] }[] {
    const { causes, others } = this.explanation;
    const of = (isOf: (cause: Cause) => boolean): Line[] => causes.filter(isOf).map(lineOf);
    const explains = of(({ outcome }) => outcome === "explains");
    const seen = of((cause) => cause.outcome === "maybe" && isSeen(cause));
    const asked = of((cause) => cause.outcome === "maybe" && !isSeen(cause));
    return [
      { key: "explains", title: label("ui.symptom.explains"), isOpen: true, lines: explains },
      { key: "seen", title: label("ui.symptom.seen"), isOpen: true, lines: seen },
      {
        key: "maybe",
        title: translator().plural("ui.symptom.maybe", asked.length),
        isOpen: explains.length + seen.length === 0,
        lines: asked
      },
      {
        key: "others",
        title: label("ui.symptom.others"),
        isOpen: true,
        lines: others.map((finding) => lineFor(finding, 1))
      }
    ].filter(({ lines }) => lines.length > 0);
  }

  private get notIt(): readonly Cause[] {
    return this.explanation.causes.filter(({ outcome }) => outcome === "not");
  }

  get rest(): string {
    return this.notIt.length ? translator().plural("ui.symptom.not", this.notIt.length) : "";
  }

  get ruledOut(): { key: string; text: string; finding: string }[] {
    return this.notIt.flatMap(({ check, finding }) => {
      if (!finding) return [];
      return { key: check, text: label(`${check}.name`), finding: findingKey(finding) };
    });
  }

  get source(): string {
    const source = this.complaint?.source;
    return source ? `${source.title}, ${source.section}` : "";
  }

  get sourceAddress(): string | undefined {
    return this.complaint?.source.url;
  }

  handleChoose(event: Event): void {
    this.chosen = (event.target as HTMLInputElement).value;
    this.text = "";
    this.tell();
  }

  handleText(event: CustomEvent<{ value: string }>): void {
    this.text = event.detail.value;
    if (this.text === "") this.isDone = false;
    else this.chosen = "";
    this.tell();
  }

  handleDone(): void {
    this.isDone = true;
    if (this.isNotKnown) emit(this, "announce", this.label.notKnown);
  }

  handleClear(): void {
    this.chosen = "";
    this.text = "";
    this.isDone = false;
    this.announced = "";
    emit(this, "saysymptom", null);
    this.template?.querySelector<HTMLElement>("[data-id=choose] input")?.focus();
  }

  handleShow(event: Event): void {
    const { finding } = (event.currentTarget as HTMLElement).dataset;
    if (finding) emit(this, "showfinding", finding);
  }

  /** Says what was found, and opens the step of the first cause below, once for each symptom. */
  private tell(): void {
    const { complaint } = this;
    emit(this, "saysymptom", complaint?.id ?? null);
    const key = complaint ? [complaint.id, ...complaint.named].join() : "";
    if (!complaint || key === this.announced) return;
    this.announced = key;
    this.mustShow = true;
    const { causes } = this.explanation;
    const symptom = label(`symptom.${complaint.id}`);
    const found = causes.filter(({ outcome }) => outcome === "explains").length;
    const [first] = causes;
    if (first?.finding && first.outcome !== "not")
      emit(this, "openstep", { step: first.finding.step, moveFocus: false });
    emit(
      this,
      "announce",
      found ? translator().plural("ui.symptom.said", found, { symptom }) : label("ui.symptom.said-none", { symptom })
    );
  }
}

function lineOf({ check, finding, count }: Cause): Line {
  if (finding) return lineFor(finding, count);
  return { key: check, status: "checking", text: label(`${check}.name`), finding: undefined };
}

function lineFor(finding: Finding, count: number): Line {
  const title = titleOf(finding, translator());
  const more = count > 1 ? `, ${translator().plural("ui.symptom.and-more", count - 1)}` : "";
  return { key: findingKey(finding), status: statusOf(finding), text: `${title}${more}`, finding: findingKey(finding) };
}

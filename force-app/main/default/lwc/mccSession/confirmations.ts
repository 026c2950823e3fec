import { findingKey, type Confirmation, type Finding, type SavedConfirmation } from "c/mccChecklist";
import type { SaveResult, Records, LoadedRecords, ConfirmationInput } from "c/mccRecords";
import type { Refusal } from "c/mccLabels";

/** The state of confirming, for the components that show it. */
export interface Confirming {
  /** Where answers are saved. `loading` until the org has said what it has. */
  readonly where: "loading" | "org" | "visit" | "nowhere";
  /** Keys of findings whose answer is being saved. */
  readonly saving: readonly string[];
  /** What last came in the way, and at which finding; `by` is who answered instead, where somebody did. */
  readonly trouble: (Refusal & { readonly finding: string; readonly by: string | null }) | null;
}

/** What an answer is about: a finding, or a task that somebody ticks. */
export type Asked = Pick<Finding, "check" | "subject">;
type Seen = Pick<ConfirmationInput, "version">;
type Answer = Confirmation & Partial<SavedConfirmation>;

/** What people confirmed: saved in the org, or for this visit where the org can't be used for it. */
export class Confirmations {
  all: readonly Answer[] = [];
  state: Confirming = { where: "loading", saving: [], trouble: null };
  private readonly records: Records;
  private readonly onChange: () => void;
  /** One save at a time: the org replies with all that it has, and the last reply must be the newest. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(records: Records, onChange: () => void) {
    this.records = records;
    this.onChange = onChange;
  }

  take({ confirmations, rights }: LoadedRecords): void {
    // Answers of this visit are in no org, and would be lost.
    if (this.state.where === "visit" && this.all.length > 0) return;
    this.all = confirmations ?? this.all;
    const where = rights.confirm ? "org" : "nowhere";
    this.state = { ...this.state, where: confirmations ? where : "visit" };
  }

  /** @param answer what the person said */
  confirm(finding: Asked, answer: Confirmation): Promise<void> {
    const write = (seen: Seen) => this.records.confirm({ ...answer, ...seen });
    return this.save(finding, write, [...this.without(finding), answer]);
  }

  undo(finding: Asked): Promise<void> {
    const answer = this.answerTo(finding);
    if (!answer) return Promise.resolve();
    return this.save(finding, (seen) => this.records.undo({ ...answer, ...seen }), this.without(finding));
  }

  /** @param expected what is saved then, as far as this page knows */
  private async save(
    finding: Asked,
    write: (seen: Seen) => Promise<SaveResult<SavedConfirmation[]>>,
    expected: readonly Answer[]
  ): Promise<void> {
    const key = findingKey(finding);
    const { where, saving } = this.state;
    if (where === "visit") {
      this.all = expected;
      this.onChange();
    }
    if (where !== "org" || saving.includes(key)) return;
    const version = this.answerTo(finding)?.version ?? null;
    this.set({ saving: [...saving, key], trouble: null });
    const reply = this.last.then(() => write({ version }));
    this.last = reply;
    const { reason, message, saved } = await reply;
    this.all = saved ?? (reason === null ? expected : this.all);
    const by = reason === "changed" ? (this.answerTo(finding)?.by ?? null) : null;
    this.set({
      saving: this.state.saving.filter((each) => each !== key),
      trouble: reason === null ? null : { finding: key, reason, message, by }
    });
  }

  private set(changes: Partial<Confirming>): void {
    this.state = { ...this.state, ...changes };
    this.onChange();
  }

  private answerTo(finding: Asked): Answer | undefined {
    return this.all.find((answer) => isAbout(finding, answer));
  }

  private without(finding: Asked): readonly Answer[] {
    return this.all.filter((answer) => !isAbout(finding, answer));
  }
}

function isAbout({ check, subject }: Asked, answer: Answer): boolean {
  return answer.check === check && answer.subjectId === (subject?.id ?? null);
}

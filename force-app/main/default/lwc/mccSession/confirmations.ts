import { findingKey, type Confirmation, type Finding, type KeptConfirmation } from "c/mccChecklist";
import type { ConfirmationInput, LoadedRecords, Records, SaveResult } from "c/mccRecords";
import type { Refusal } from "c/mccWords";

/** How confirming stands, for whoever shows it. */
export interface Confirming {
  /** Where what is said is kept. `recalling` until the org has told what it keeps. */
  readonly where: "recalling" | "org" | "visit" | "nowhere";
  /** Keys of findings whose answer is being saved. */
  readonly saving: readonly string[];
  /** What last came in the way, and at which finding; `by` is who answered instead, where somebody did. */
  readonly trouble: (Refusal & { readonly finding: string; readonly by: string | null }) | null;
}

type Given = Confirmation & Partial<KeptConfirmation>;

/** What people said where the org can't tell: kept in the org, or for this visit where the org can't be used for it. */
export class Confirmations {
  all: readonly Given[] = [];
  state: Confirming = { where: "recalling", saving: [], trouble: null };
  private readonly memory: Records;
  private readonly onChange: () => void;
  /** One save at a time: each answer tells all that is kept, and the last one must be the newest. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(memory: Records, onChange: () => void) {
    this.memory = memory;
    this.onChange = onChange;
  }

  take({ confirmations, rights }: LoadedRecords): void {
    // What was said for this visit is in no org, and would be lost.
    if (this.state.where === "visit" && this.all.length > 0) return;
    this.all = confirmations ?? this.all;
    const where = rights.confirm ? "org" : "nowhere";
    this.state = { ...this.state, where: confirmations ? where : "visit" };
  }

  /** @param given what the person said */
  confirm(finding: Finding, given: Confirmation): Promise<void> {
    return this.save(finding, (word) => this.memory.confirm({ ...given, ...word }), [...this.without(finding), given]);
  }

  undo(finding: Finding): Promise<void> {
    const given = this.givenOn(finding);
    if (!given) return Promise.resolve();
    return this.save(finding, (word) => this.memory.undo({ ...given, ...word }), this.without(finding));
  }

  /** @param mine what is kept then, as far as this page knows */
  private async save(
    finding: Finding,
    write: (seen: Pick<ConfirmationInput, "version">) => Promise<SaveResult<KeptConfirmation[]>>,
    mine: readonly Given[]
  ): Promise<void> {
    const key = findingKey(finding);
    const { where, saving } = this.state;
    if (where === "visit") {
      this.all = mine;
      this.onChange();
    }
    if (where !== "org" || saving.includes(key)) return;
    const version = this.givenOn(finding)?.version ?? null;
    this.set({ saving: [...saving, key], trouble: null });
    const answer = this.last.then(() => write({ version }));
    this.last = answer;
    const { reason, message, saved } = await answer;
    this.all = saved ?? (reason === null ? mine : this.all);
    const by = reason === "changed" ? (this.givenOn(finding)?.by ?? null) : null;
    this.set({
      saving: this.state.saving.filter((each) => each !== key),
      trouble: reason === null ? null : { finding: key, reason, message, by }
    });
  }

  private set(changes: Partial<Confirming>): void {
    this.state = { ...this.state, ...changes };
    this.onChange();
  }

  private isOn({ check, subject }: Finding, given: Given): boolean {
    return given.check === check && given.subjectId === (subject?.id ?? null);
  }

  private givenOn(finding: Finding): Given | undefined {
    return this.all.find((given) => this.isOn(finding, given));
  }

  private without(finding: Finding): readonly Given[] {
    return this.all.filter((given) => !this.isOn(finding, given));
  }
}

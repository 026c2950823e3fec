import type { Selection } from "c/mccChecklist";
import type { LoadedRecords, Records } from "c/mccRecords";
import type { Refusal } from "c/mccLabels";

const NOBODY: Selection = { impactedUsers: [] };
const NO_ACCESS: Refusal = { reason: "no-access", message: "" };

/** Whom to check: as saved in the org, until the person looking chooses. */
export class People {
  selection = NOBODY;
  /** Why the choice is not saved; null where it is. */
  notSaved: Refusal | null = null;
  private readonly records: Records;
  private readonly onChange: () => void;
  private maySave = true;
  private lastSave: Promise<unknown> = Promise.resolve();

  constructor(records: Records, onChange: () => void) {
    this.records = records;
    this.onChange = onChange;
  }

  take({ people, rights }: LoadedRecords): void {
    // Whom the person has chosen meanwhile counts.
    if (this.selection === NOBODY) this.selection = people ?? NOBODY;
    this.maySave = rights.savePeople;
  }

  /** Choices are saved one after the other, so that the last one is the one that stays. */
  async choose(selection: Selection): Promise<void> {
    this.selection = selection;
    const save = this.lastSave.then((): Promise<Refusal> | Refusal => {
      return this.maySave ? this.records.savePeople(selection) : NO_ACCESS;
    });
    this.lastSave = save;
    const { reason, message } = await save;
    this.notSaved = reason === null ? null : { reason, message };
    this.onChange();
  }
}

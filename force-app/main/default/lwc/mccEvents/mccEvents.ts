import type { Finding, Selection, StepId } from "c/mccChecklist";

/** What a person can ask of the page, from whichever component they do it, and what comes with it. */
export interface Wishes {
  readonly checkall: null;
  readonly checkstep: StepId;
  readonly openstep: { readonly step: StepId; readonly moveFocus: boolean };
  /** The finding's key. */
  readonly showfinding: string;
  readonly choosepeople: Selection;
  readonly confirmfinding: { readonly finding: Finding; readonly holds: boolean; readonly note: string };
  readonly undoconfirmation: Finding;
  /** A page beside the wizard was opened from this step. */
  readonly leavefor: StepId;
  readonly handreporton: { readonly as: "markdown" | "json" | "html"; readonly masked: boolean };
  /** What changed since the run before. */
  readonly showchanges: null;
  /** A sentence for the page's live region. */
  readonly announce: string;
}

export type WishEvent<Name extends keyof Wishes> = CustomEvent<Wishes[Name]>;

/** Sends a wish up to the page, through all components between. */
export function wish<Name extends keyof Wishes>(from: EventTarget, name: Name, detail: Wishes[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

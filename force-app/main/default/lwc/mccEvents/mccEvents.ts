import type { StepId, SymptomId, TaskId } from "c/mccChecklist";

/** What a component asks of the page, by the event's name, and what comes with it: never an object of the page's own. */
export interface PageEvents {
  readonly checkall: null;
  readonly checkstep: Errand;
  /** null closes the one that is open. */
  readonly openstep: { readonly step: StepId | null; readonly moveFocus: boolean };
  /** The finding's key. */
  readonly showfinding: string;
  readonly choosepeople: Choice;
  readonly confirmfinding: { readonly finding: string; readonly answer: string; readonly note: string };
  /** The finding's key. */
  readonly undoconfirmation: string;
  readonly ticktask: { readonly task: TaskId; readonly isDone: boolean; readonly note: string };
  /** What somebody pasted as Marketing Cloud's answer. */
  readonly bringanswer: string;
  /** A page beside the wizard was opened, to fix something there. */
  readonly leavefor: Errand;
  readonly exportreport: { readonly format: ReportFormat; readonly masked: boolean };
  /** Whether names are masked from now on. */
  readonly masknames: boolean;
  /** Changes in Setup that fix these findings, by key; none: all that the plan has. */
  readonly openfix: readonly string[];
  /** The Id of the saved change that is to be taken back. */
  readonly openundo: string;
  /** Changes are being made, until `applied` says which. */
  readonly applying: null;
  /** Changes were made, or tried, that fix these findings. */
  readonly applied: readonly string[];
  readonly closefix: null;
  /** A message to whoever can settle these findings, by their keys. */
  readonly askcolleague: { readonly findings: readonly string[]; readonly masked: boolean };
  /** What somebody sees, for the text of a support case; null where they took it back. */
  readonly saysymptom: SymptomId | null;
  /** The text for a support case is needed no more. */
  readonly closecase: null;
  /** What changed since the run before. */
  readonly showchanges: null;
  /** A sentence for the page's live region. */
  readonly announce: string;
}

/** A step that somebody works at, and the keys of the findings that they set out to fix; none: the step as a whole. */
export interface Errand {
  readonly step: StepId;
  readonly findings: readonly string[];
}

/** What came of asking a colleague about a card, which its first finding names. */
export interface Asked {
  readonly finding: string;
  readonly text: string;
}

export type ReportFormat = "text" | "json" | "html";

/** A change of whom or what is checked. */
export type Choice =
  | {
      readonly choose: "system-user" | "impacted-user";
      readonly id: string;
      readonly name?: string;
      readonly username?: string;
    }
  | { readonly choose: "remove-user" | "app"; readonly id: string }
  | { readonly choose: "everyone"; readonly checked: boolean };

export type PageEvent<Name extends keyof PageEvents> = CustomEvent<PageEvents[Name]>;

/** Sends an event to the component that this one stands in. */
export function emit<Name extends keyof PageEvents>(from: EventTarget, name: Name, detail: PageEvents[Name]): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }));
}

/** Sends a child component's event on: an event that is not composed ends at the edge of the component it stands in. */
export function relay(from: EventTarget, { type, detail }: CustomEvent<unknown>): void {
  from.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
}

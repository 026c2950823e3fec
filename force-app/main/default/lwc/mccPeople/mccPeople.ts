import { LightningElement, api } from "lwc";
import { isBroken, type Candidate, type Finding, type PersonRef, type Selection } from "c/mccChecklist";
import { wish } from "c/mccEvents";
import type { View } from "c/mccSession";
import { refusalText, say, words } from "c/mccWords";

const PAGE = 25;
const NOBODY = "";

/** Whom to check: the system user, with what speaks for each candidate, and the people whose sends are affected. */
export default class MccPeople extends LightningElement {
  private shown!: View;
  /** What keeps somebody who was chosen from being checked: by their Id. */
  private absences: ReadonlyMap<string | null | undefined, string> = new Map();
  private limit = PAGE;

  @api
  get view(): View {
    return this.shown;
  }
  set view(view: View) {
    this.shown = view;
    this.absences = new Map(view.report.findings.flatMap(absenceOf));
  }

  readonly text = {
    systemUser: say("ui.people.system-user"),
    systemUserHelp: say("ui.people.system-user.help"),
    choose: say("ui.people.choose"),
    nobody: say("ui.people.nobody"),
    impacted: say("ui.people.impacted"),
    impactedHelp: say("ui.people.impacted.help"),
    more: say("ui.show-more")
  };

  private get people() {
    return this.view.report.people;
  }

  get options() {
    const { candidates, systemUser } = this.people;
    const known = candidates.map(({ id, name, username, reasons }) => ({
      value: id,
      label: this.labelOf({ id, name, username }),
      description: reasonsOf(reasons)
    }));
    if (!systemUser?.id || candidates.some(({ id }) => id === systemUser.id)) return known;
    return [{ value: systemUser.id, label: this.labelOf(systemUser) }, ...known];
  }

  get hasOptions(): boolean {
    return this.options.length > 0;
  }

  get chosen(): string {
    return (this.people.systemUserChosen ? this.people.systemUser?.id : null) ?? NOBODY;
  }

  /** What speaks for the best candidate, while nobody is chosen. */
  get guess(): string {
    const [best] = this.people.candidates;
    if (!best || this.people.systemUserChosen) return "";
    return say("ui.people.guess", { user: best.name, reasons: reasonsOf(best.reasons) });
  }

  get guessButton(): string {
    return say("ui.people.confirm-guess", { user: this.people.candidates[0]?.name ?? "" });
  }

  get isNobody(): boolean {
    return this.people.systemUser === null && !this.view.running;
  }

  /** What speaks for the chosen user, where anything does. */
  get suggested(): string {
    const candidate = this.people.candidates.find(({ id }) => id === this.chosen);
    return candidate ? say("ui.people.suggested", { user: candidate.name, reasons: reasonsOf(candidate.reasons) }) : "";
  }

  get impacted() {
    return this.view.selection.impactedUsers.slice(0, this.limit).map(({ id, name, username }) => ({
      id: id ?? "",
      label: this.withAbsence(id, name ?? username ?? id ?? "")
    }));
  }

  get canCheckEveryone(): boolean {
    return this.isEveryone || Boolean(this.view.boxUsers);
  }

  get isEveryone(): boolean {
    return this.view.selection.everyone ?? false;
  }

  get everyone(): string {
    return say("ui.people.everyone", { count: this.view.boxUsers ?? "?" });
  }

  /** Why the choice is not kept for next time. */
  get notKept(): string {
    const { peopleNotKept } = this.view;
    return peopleNotKept ? refusalText(peopleNotKept) : "";
  }

  get hasMore(): boolean {
    return this.view.selection.impactedUsers.length > this.limit;
  }

  get taken(): readonly string[] {
    const { impactedUsers } = this.view.selection;
    return [this.people.systemUser?.id, ...impactedUsers.map(({ id }) => id)].flatMap((id) => id ?? []);
  }

  handleSystemUser(event: CustomEvent<{ value: string }>): void {
    this.chooseSystemUser({ id: event.detail.value });
  }

  handleGuess(): void {
    const [best] = this.people.candidates;
    // The button goes away with the guess.
    this.template?.querySelector<HTMLElement>("lightning-combobox")?.focus();
    if (best) this.chooseSystemUser({ id: best.id });
  }

  handleFoundSystemUser(event: CustomEvent<PersonRef>): void {
    this.chooseSystemUser(event.detail);
  }

  handleFoundImpacted(event: CustomEvent<PersonRef>): void {
    this.choose({ impactedUsers: [...this.view.selection.impactedUsers, event.detail] });
  }

  handleRemove(event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    // The pill goes away.
    this.template?.querySelector("h3")?.focus();
    this.choose({ impactedUsers: this.view.selection.impactedUsers.filter((person) => person.id !== id) });
  }

  handleEveryone(event: CustomEvent<{ checked: boolean }>): void {
    this.choose({ everyone: event.detail.checked });
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  private chooseSystemUser(systemUser: PersonRef): void {
    this.choose({ systemUser });
  }

  private choose(changes: Partial<Selection>): void {
    wish(this, "choosepeople", { ...this.view.selection, ...changes });
  }

  private labelOf({ id, name, username }: Named): string {
    return this.withAbsence(id, name && username ? `${name} (${username})` : (name ?? username ?? ""));
  }

  private withAbsence(id: string | null | undefined, label: string): string {
    const absence = this.absences.get(id);
    return absence === undefined ? label : `${label} (${absence})`;
  }
}

interface Named {
  readonly id: string | null;
  readonly name: string | null;
  readonly username: string | null;
}

function absenceOf(finding: Finding): (readonly [string | null, string])[] {
  if (finding.check !== "user-active" || !finding.subject) return [];
  const { id } = finding.subject;
  if (finding.case === "person-not-found") return [[id, say("ui.people.not-found")]];
  return isBroken(finding) ? [[id, say("ui.people.inactive")]] : [];
}

function reasonsOf(reasons: Candidate["reasons"]): string {
  const list = new Intl.ListFormat(words.language, { type: "conjunction" });
  return list.format(reasons.map((reason) => words(reason)));
}

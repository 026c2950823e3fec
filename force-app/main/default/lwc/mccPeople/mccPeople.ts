import { LightningElement, api } from "lwc";
import { isFailed, type Finding } from "c/mccChecklist";
import { details, label, refusalText, translator } from "c/mccDetails";
import { emit, relay } from "c/mccEvents";
import type { View } from "c/mccSession";
import type { User } from "c/mccUserSearch";

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

  readonly label = {
    systemUser: label("ui.people.system-user"),
    systemUserHelp: label("ui.people.system-user.help"),
    choose: label("ui.people.choose"),
    impacted: label("ui.people.impacted"),
    impactedHelp: label("ui.people.impacted.help"),
    more: label("ui.show-more"),
    remove: label("ui.people.remove")
  };

  private get people() {
    return this.view.report.people;
  }

  get options() {
    const { candidates, systemUser } = this.people;
    const known = candidates.map((candidate) => ({
      value: candidate.id,
      label: this.labelOf(candidate),
      description: details().forAndAgainst(candidate, translator())
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

  /** What speaks for and against the chosen user, where anything speaks for them. */
  get suggested(): string {
    const candidate = this.people.candidates.find(({ id }) => id === this.chosen);
    return candidate
      ? label("ui.people.suggested", {
          user: candidate.name,
          reasons: details().forAndAgainst(candidate, translator())
        })
      : "";
  }

  get impacted() {
    return this.view.selection.impactedUsers.slice(0, this.limit).map(({ id, name, username }) => ({
      id: id ?? "",
      name: name ?? username ?? id ?? "",
      absence: this.absences.get(id)
    }));
  }

  get canCheckEveryone(): boolean {
    return this.isEveryone || Boolean(this.view.connectorUserCount);
  }

  get isEveryone(): boolean {
    return this.view.selection.everyone ?? false;
  }

  get everyone(): string {
    return label("ui.people.everyone", { count: this.view.connectorUserCount ?? "?" });
  }

  /** Why the choice is not saved for next time. */
  get notSaved(): string {
    const { peopleNotSaved } = this.view;
    return peopleNotSaved ? refusalText(peopleNotSaved) : "";
  }

  get hasMore(): boolean {
    return this.view.selection.impactedUsers.length > this.limit;
  }

  get taken(): readonly string[] {
    const { impactedUsers } = this.view.selection;
    return [this.people.systemUser?.id, ...impactedUsers.map(({ id }) => id)].flatMap((id) => id ?? []);
  }

  handleSystemUser(event: CustomEvent<{ value: string }>): void {
    emit(this, "choosepeople", { choose: "system-user", id: event.detail.value });
  }

  handleFoundSystemUser(event: CustomEvent<User>): void {
    emit(this, "choosepeople", { choose: "system-user", ...event.detail });
  }

  handleFoundImpacted(event: CustomEvent<User>): void {
    emit(this, "choosepeople", { choose: "impacted-user", ...event.detail });
  }

  handleRemove(event: Event): void {
    const { id = "" } = (event.currentTarget as HTMLElement).dataset;
    // The pill goes away.
    this.template?.querySelector("h3")?.focus();
    emit(this, "choosepeople", { choose: "remove-user", id });
  }

  handleEveryone(event: CustomEvent<{ checked: boolean }>): void {
    emit(this, "choosepeople", { choose: "everyone", checked: event.detail.checked });
  }

  handleMore(): void {
    this.limit += PAGE;
  }

  handlePageEvent(event: CustomEvent): void {
    relay(this, event);
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
  if (finding.case === "person-not-found") return [[id, label("ui.people.not-found")]];
  return isFailed(finding) ? [[id, label("ui.people.inactive")]] : [];
}

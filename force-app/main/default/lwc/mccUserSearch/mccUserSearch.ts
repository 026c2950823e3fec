import { LightningElement, api } from "lwc";
import type { RowOf, userSearch } from "c/mccChecklist";
import { label } from "c/mccDetails";
import { emit } from "c/mccEvents";
import { messageOf, searchUsers } from "c/mccGateway";

/** A user that was picked. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string;
}

/** Finds users by name or username. Tells with `systemuser` or `impacted` who was picked, and as what. */
export default class MccUserSearch extends LightningElement {
  /** Ids of those who are chosen already. */
  @api taken: readonly string[] = [];
  /** Whom is looked for here; without it, whoever is found can be picked as either. */
  @api purpose: "system-user" | null = null;

  readonly label = {
    start: label("ui.people.search-button"),
    results: label("ui.people.search-results"),
    asImpacted: label("ui.people.as-impacted"),
    asSystemUser: label("ui.people.as-system-user"),
    added: label("ui.people.added")
  };
  private typed = "";
  private found: readonly RowOf<typeof userSearch>[] = [];
  private trouble = "";
  private searches = 0;
  /** The user whose "Added" takes the place, and the focus, of the button that was clicked. */
  private focusAfterRender: string | null = null;

  renderedCallback(): void {
    const id = this.focusAfterRender;
    const added = id && this.template?.querySelector<HTMLElement>(`[data-taken="${id}"]`);
    if (!added) return;
    this.focusAfterRender = null;
    added.focus();
  }

  get users() {
    return this.found.map(({ Id: id, Name: name, Username: username, IsActive }) => ({
      id,
      name,
      username: IsActive ? username : `${username} (${label("ui.people.inactive")})`,
      isTaken: this.taken.includes(id)
    }));
  }

  get canBeImpacted(): boolean {
    return this.purpose === null;
  }

  get searchLabel(): string {
    return label(this.purpose ? "ui.people.search-system-user" : "ui.people.search");
  }

  /** How many were found; the list may be longer than the screen. */
  get countText(): string {
    return label("ui.people.found", { count: this.found.length });
  }

  get hasUsers(): boolean {
    return this.found.length > 0;
  }

  handleTyped(event: CustomEvent<{ value: string }>): void {
    this.typed = event.detail.value;
  }

  async handleSearch(): Promise<void> {
    const text = this.typed.trim();
    const search = ++this.searches;
    const { found, trouble } = text ? await resultOf(text) : { found: [], trouble: "" };
    if (search !== this.searches) return;
    this.found = found;
    this.trouble = trouble;
    if (text) emit(this, "announce", trouble || `${this.label.results}: ${found.length}`);
  }

  handleImpacted(event: Event): void {
    this.pick("impacted", event);
  }

  handleSystemUser(event: Event): void {
    this.pick("systemuser", event);
  }

  private pick(as: "impacted" | "systemuser", event: Event): void {
    const { id } = (event.currentTarget as HTMLElement).dataset;
    const user = this.found.find(({ Id }) => Id === id);
    if (!user) return;
    this.focusAfterRender = user.Id;
    const detail: User = { id: user.Id, name: user.Name, username: user.Username };
    this.dispatchEvent(new CustomEvent(as, { detail }));
  }
}

async function resultOf(text: string): Promise<{ found: readonly RowOf<typeof userSearch>[]; trouble: string }> {
  try {
    const found = await searchUsers(text);
    return { found, trouble: found.length ? "" : label("ui.people.none-found", { text }) };
  } catch (error) {
    return { found: [], trouble: label("ui.people.search-failed", { message: messageOf(error) }) };
  }
}

import { LightningElement, api } from "lwc";
import type { PersonRef, RowOf, userSearch } from "c/mccChecklist";
import { wish } from "c/mccEvents";
import { messageOf, searchUsers } from "c/mccGateway";
import { say } from "c/mccWords";

/** Finds users by name or username. Tells with `systemuser` or `impacted` who was picked, and as what. */
export default class MccUserSearch extends LightningElement {
  /** Ids of those who are chosen already. */
  @api taken: readonly string[] = [];

  readonly text = {
    search: say("ui.people.search"),
    start: say("ui.people.search-button"),
    results: say("ui.people.search-results"),
    asImpacted: say("ui.people.as-impacted"),
    asSystemUser: say("ui.people.as-system-user"),
    added: say("ui.people.added")
  };
  private typed = "";
  private found: readonly RowOf<typeof userSearch>[] = [];
  private trouble = "";
  private searches = 0;
  /** Who was just picked: the word that takes the button's place takes the focus over. */
  private picked: string | null = null;

  renderedCallback(): void {
    const word = this.picked && this.template?.querySelector<HTMLElement>(`[data-taken="${this.picked}"]`);
    if (!word) return;
    this.picked = null;
    word.focus();
  }

  get users() {
    return this.found.map(({ Id: id, Name: name, Username: username, IsActive }) => ({
      id,
      name,
      username: IsActive ? username : `${username} (${say("ui.people.inactive")})`,
      isTaken: this.taken.includes(id)
    }));
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
    if (text) wish(this, "announce", trouble || `${this.text.results}: ${found.length}`);
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
    this.picked = user.Id;
    const detail: PersonRef = { id: user.Id, name: user.Name, username: user.Username };
    this.dispatchEvent(new CustomEvent(as, { detail }));
  }
}

async function resultOf(text: string): Promise<{ found: readonly RowOf<typeof userSearch>[]; trouble: string }> {
  try {
    const found = await searchUsers(text);
    return { found, trouble: found.length ? "" : say("ui.people.none-found", { text }) };
  } catch (error) {
    return { found: [], trouble: say("ui.people.search-failed", { message: messageOf(error) }) };
  }
}

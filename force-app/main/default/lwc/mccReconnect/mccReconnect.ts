import { LightningElement } from "lwc";
import type { MessageKey } from "c/mccChecklist";
import { label } from "c/mccLabels";

const PAGES = ["settings", "send", "connect", "other"] as const;
type Page = (typeof PAGES)[number];

/** What to do next, by the page that opened. */
const STEPS: Readonly<Record<Page, readonly MessageKey[]>> = {
  settings: ["reconnect.settings.then"],
  send: ["reconnect.send.then"],
  connect: ["reconnect.connect.1", "reconnect.connect.2", "reconnect.connect.3", "reconnect.connect.4"],
  other: ["reconnect.other.then"]
};

/** Leads through connecting again: the warning, which page opened, and only the steps that belong to it. */
export default class MccReconnect extends LightningElement {
  readonly label = {
    title: label("reconnect.warning.title"),
    warning: label("reconnect.warning.text"),
    order: label("reconnect.warning.order"),
    question: label("reconnect.question")
  };
  readonly options = PAGES.map((page) => ({
    value: page,
    label: `${label(`reconnect.page.${page}`)}: ${label(`reconnect.page.${page}.about`)}`
  }));
  private opened: Page | undefined;

  get steps() {
    return this.opened ? STEPS[this.opened].map((key) => ({ key, text: label(key) })) : [];
  }

  handlePage(event: CustomEvent<{ value: Page }>): void {
    this.opened = event.detail.value;
  }
}

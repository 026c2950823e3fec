/** What an org would know about its user. The server puts it into the page as JSON. */
export interface PageContext {
  readonly scenario: string;
  readonly scenarios: readonly Choice[];
  /** As `@salesforce/i18n/lang` writes it: `en`, `sv`, `pt-BR`. */
  readonly language: string;
  readonly languages: readonly Choice[];
  readonly theme: Theme;
  readonly userId: string;
  /** Present where the page can play the Marketing Cloud admin. */
  readonly hasMarketingCloud?: true;
  /** Present where this server asks Marketing Cloud over its API. */
  readonly asksMarketingCloud?: true;
  /** Absent where the org is an embedded one. */
  readonly realOrg?: RealOrg;
  /** What the bar above the wizard says, and the base components where they would say it in English. */
  readonly bar: BarTexts;
  /** English messages that stand in for the tab's own on a real org. */
  readonly messages: Readonly<Record<string, string>>;
}

/** A person's own org. Contains no credentials. */
export interface RealOrg {
  readonly name: string;
  /** null if unknown. */
  readonly kind: "production" | "sandbox" | null;
  /** The user whose login the page reads with; null if unknown. */
  readonly username: string | null;
  /** The base of links into the org: `https://acme.my.salesforce.com`. */
  readonly address: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** By key, as in `bar/en.json`. */
export type BarTexts = Readonly<Record<string, string>>;

export type Theme = "light" | "dark";

/** The id of the element that contains the context. */
export const CONTEXT_ELEMENT = "page-context";

/** What the Marketing Cloud admin of a scenario answers. */
export const MARKETING_CLOUD_URL = "/marketing-cloud-answer";

/** What Marketing Cloud says over its API, asked with this server's credential: a POST, without a body. */
export const ASK_MARKETING_CLOUD_URL = "/ask-marketing-cloud";

/** Where an org would serve the static resource's files: `@salesforce/resourceUrl/…` gives the page this address. */
export const resourceUrl = (name: string): string => `/resource/${name}`;

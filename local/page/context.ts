/** What the server tells the page, as JSON inside it: the things that an org would know about the person looking. */
export interface PageContext {
  readonly scenario: string;
  readonly scenarios: readonly Choice[];
  /** As `@salesforce/i18n/lang` writes it: `en`, `sv`, `pt-BR`. */
  readonly language: string;
  readonly languages: readonly Choice[];
  readonly theme: Theme;
  readonly userId: string;
  /** Absent where the org is an embedded one. */
  readonly realOrg?: RealOrg;
  /** English messages that stand in for the tab's own on a real org. */
  readonly messages: Readonly<Record<string, string>>;
}

/** The org of somebody's own that the page shows. Nothing in here lets anybody in. */
export interface RealOrg {
  readonly name: string;
  /** null where the org does not tell. */
  readonly kind: "production" | "sandbox" | null;
  /** Whose login the page reads with; null where the org does not tell. */
  readonly username: string | null;
  /** Where links into the org lead: `https://acme.my.salesforce.com`. */
  readonly address: string;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export type Theme = "light" | "dark";

/** The id of the element that carries the context. */
export const CONTEXT_ELEMENT = "page-context";

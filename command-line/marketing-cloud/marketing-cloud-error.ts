import { Messages } from "@salesforce/core";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.marketing-cloud");

/** The messages `error.<reason>` say what to do. */
export type MarketingCloudReason =
  | "settings"
  | "subdomain"
  | "account-id"
  | "refused"
  | "rights"
  | "not-parent"
  | "other-account"
  | "rate-limit"
  | "other-host"
  | "not-readable"
  | "said"
  | "network"
  | "no-user";

/** @returns a warning that names rights which should go */
export const needlessRights = (rights: readonly string[]): string =>
  messages.getMessage("warning.rights", [rights.join(", ")]);

/** Why Marketing Cloud could not be asked, in a sentence that says what to do. It holds neither secret nor token. */
export class MarketingCloudError extends Error {
  override readonly name = "MarketingCloudError";
  readonly reason: MarketingCloudReason;

  /** @param detail fills the sentence: a name or a code, and Marketing Cloud's own words only where nothing secret can be in them */
  constructor(reason: MarketingCloudReason, detail = "") {
    super(messages.getMessage(`error.${reason}`, [detail]));
    this.reason = reason;
  }
}

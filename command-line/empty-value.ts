import { Messages } from "@salesforce/core";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.command");

/**
 * A job whose variable is not set gives an option an empty value, which would be looked for as an org, a file or a user.
 * @throws {Error} `value` is blank
 */
export function requireValue(option: string, value: string): void {
  if (value.trim() === "") throw new Error(messages.getMessage("error.empty", [option]));
}

/** @throws {Error} `value` is blank, or is the next option in the place of a value */
export function requireOwnValue(option: string, value: string): void {
  requireValue(option, value);
  if (value.startsWith("-")) throw new Error(messages.getMessage("error.no-value", [option, value]));
}

import { ConfigAggregator, Messages } from "@salesforce/core";
import { OrgError } from "./org-error.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.org");

/** The shape is that of lib/util/sfdc.js of @salesforce/core, which does not mind what stands around it. */
const TOKEN = /^00D\w{12,15}![.\w]+$/;

/** An access token of either kind, or a login URL of `sf org display --verbose`, whatever stands around it. */
const CREDENTIAL = /00D\w{12,15}!|force:\/\/|eyJ[\w-]+\.eyJ[\w-]+\./;

/** @returns whether the text must not be shown to anybody */
export const holdsCredential = (text: string): boolean => CREDENTIAL.test(text);

/**
 * @param from where the text was given, in words for a person
 * @returns the access token alone
 * @throws {OrgError} it is none; shows nothing of it
 */
export function readToken(text: string, from: string): string {
  const token = text.trim();
  if (!TOKEN.test(token)) throw new OrgError(messages.getMessage("error.token", [from]));
  return token;
}

/** @returns the address that the environment, or the configuration of the Salesforce CLI, has for access tokens */
export async function instanceAddress(): Promise<string | undefined> {
  const config = await ConfigAggregator.create();
  const address = String(config.getPropertyValue("org-instance-url") ?? "");
  if (!URL.canParse(address)) return undefined;
  const { protocol, hostname, origin } = new URL(address);
  // A token must not go over the net in the clear; the embedded org is on this machine.
  const isSafe = protocol === "https:" || (protocol === "http:" && /^(localhost|127\.0\.0\.1)$/.test(hostname));
  return isSafe ? origin : undefined;
}

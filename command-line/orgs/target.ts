import { ConfigAggregator, Messages, StateAggregator } from "@salesforce/core";
import { holdsCredential, instanceAddress, readToken } from "./access-token.ts";
import { OrgError } from "./org-error.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.org");

/** Which org is meant. Nobody has asked it for anything yet. */
export interface Target {
  /** What it is called by: an alias, a username, or the address where the login is an access token. */
  readonly name: string;
  /** A username that the Salesforce CLI keeps a login of, or an access token. Not to be shown. */
  readonly login: string;
  /** Where an access token was given, in words for a person; absent where the login is none. */
  readonly tokenFrom?: string;
}

/**
 * @param text an alias, a username, or an access token of SF_ORG_INSTANCE_URL
 * @param from where it was given, in words for a person
 * @throws {OrgError} it holds a credential that can't be used; shows nothing of it
 */
export async function targetNamed(text: string, from = "--target-org"): Promise<Target> {
  const { aliases } = await StateAggregator.getInstance();
  const login = aliases.resolveUsername(text);
  return holdsCredential(login) ? targetOfToken(login, from) : { name: text, login };
}

/** @returns each org once, by the first of its names; throws as `targetNamed` does */
export async function targetsNamed(texts: readonly string[]): Promise<readonly Target[]> {
  const targets = await Promise.all(texts.map((text) => targetNamed(text)));
  return targets.filter(({ login }, at) => targets.findIndex((each) => each.login === login) === at);
}

export interface DefaultOptions {
  /** Whether the token of the environment goes before the default org, instead of after it. */
  readonly tokenFirst: boolean;
  /** Called with a warning about a token of another org, which is not used. */
  readonly warn: (text: string) => void;
}

/**
 * @returns the org that is meant when none is named: the default one, or that of SF_ACCESS_TOKEN
 * @throws {OrgError} there is neither, or the token can't be used
 */
export async function defaultTarget({ tokenFirst, warn }: DefaultOptions): Promise<Target> {
  const token = process.env.SF_ACCESS_TOKEN?.trim();
  const ofToken = (text: string): Promise<Target> => targetOfToken(text, "SF_ACCESS_TOKEN");
  if (token && tokenFirst) return ofToken(token);

  const config = await ConfigAggregator.create();
  const name = config.getPropertyValue("target-org");
  if (typeof name !== "string" || name === "") {
    if (token) return ofToken(token);
    throw new OrgError(messages.getMessage("error.no-target"));
  }
  const target = await targetNamed(name, 'the configuration variable "target-org"');
  if (token && !(await isOfToken(target, token)))
    warn(messages.getMessage("warning.token", [target.name, (await instanceAddress()) ?? "no address"]));
  return target;
}

async function targetOfToken(text: string, from: string): Promise<Target> {
  const login = readToken(text, from);
  const address = await instanceAddress();
  if (address === undefined) throw new OrgError(messages.getMessage("error.instance-url", [from]));
  return { name: address, login, tokenFrom: from };
}

/** A token begins with its org's Id, of 15 characters. */
async function isOfToken({ login, tokenFrom }: Target, token: string): Promise<boolean> {
  const { orgs } = await StateAggregator.getInstance();
  const orgId = tokenFrom === undefined ? (await orgs.read(login, false, false))?.orgId : login;
  return orgId?.slice(0, 15) === token.slice(0, 15);
}

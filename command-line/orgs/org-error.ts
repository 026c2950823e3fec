import { Messages, type Connection } from "@salesforce/core";
import { meaningOf, type QueryReply } from "../../checklist/index.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.org");

/** Why an org could not be checked, in a sentence that says what to do. */
export class OrgError extends Error {
  override readonly name = "OrgError";
}

/** @returns whether an error of this code comes from the org as a whole, or from what stands before it */
export function isOfWholeOrg(code: string): boolean {
  const { scope = "query" } = meaningOf(code) ?? {};
  return scope !== "query";
}

/** An error as a query's answer has it. */
export interface QueryError {
  readonly errorCode: string;
  readonly message: string;
}

/**
 * @param replies the answers to queries that were asked at the same time
 * @returns what ends the check of the whole org; undefined where it costs single queries their rows, or nothing is wrong
 */
export function obstacleIn(replies: readonly QueryReply[]): QueryError | undefined {
  const errors = replies.flatMap((reply) =>
    "errorType" in reply ? [{ errorCode: reply.errorType, message: reply.errorMessage }] : []
  );
  // What is no JSON in place of one answer may be of that query's making.
  const isAll = errors.length > 1 && errors.length === replies.length;
  if (isAll && errors.every(({ errorCode }) => meaningOf(errorCode)?.scope === "either")) return errors[0];
  return errors.find(({ errorCode }) => meaningOf(errorCode)?.scope === "org");
}

/** An org that was asked, or was to be: what messages say of it. */
export interface AskedOrg {
  readonly name: string;
  /** Where an access token was given, in words for a person. */
  readonly tokenFrom?: string;
  readonly connection?: Pick<Connection, "instanceUrl" | "version"> | undefined;
}

/**
 * @param org the org as far as one got with it
 * @param error what was thrown when it was asked, or a query's error
 * @returns the same in words for a person; an OrgError stays what it is
 */
export function orgError(org: AskedOrg, error: unknown): OrgError {
  if (error instanceof OrgError) return error;
  const { name, connection } = org;
  const { errorCode, code, name: type, message } = error as Record<"errorCode" | "code" | "name" | "message", string>;
  const codes = [errorCode, code, type].filter((each) => typeof each === "string");
  const said = codes[0] ?? type;
  const words = (key: string, ...values: string[]): OrgError =>
    new OrgError(messages.getMessage(key, [name, ...values]));

  // The name of an error may say more than its code does.
  const meanings = codes.flatMap((each) => meaningOf(each) ?? []);
  const { obstacle } = meanings.find(({ scope }) => scope === "org") ?? meanings.find((each) => each.obstacle) ?? {};
  switch (obstacle) {
    case undefined:
      return words("error.other", message);
    case "not-signed-in":
      return words("error.not-signed-in", signIn(org));
    case "expired":
      return org.tokenFrom === undefined
        ? words("error.expired", signIn(org))
        : words("error.expired-token", org.tokenFrom);
    case "version":
      return words("error.version", connection?.version ?? "");
    case "not-json": {
      const code = codes.find((each) => meaningOf(each)?.obstacle === "not-json") ?? said;
      return words("error.not-json", code.replace("ERROR_HTTP_", "HTTP "));
    }
    default:
      return words(`error.${obstacle}`, said);
  }
}

/** @returns the command that signs in to this very org. A username needs no alias: it keeps those that it has */
function signIn({ name, connection }: AskedOrg): string {
  const alias = name.includes("@") ? "" : ` --alias ${name}`;
  return `sf org login web${alias}${connection ? ` --instance-url ${connection.instanceUrl}` : ""}`;
}

/** @returns the error that names usernames which nobody in the org has */
export const unknownUsers = (name: string, usernames: readonly string[]): OrgError =>
  new OrgError(
    messages.getMessage("error.unknown-users", [name, usernames.map((each) => JSON.stringify(each)).join(", ")])
  );

/** @param apps the names of those that the person looking may see */
export const unknownApp = (name: string, app: string, apps: readonly string[]): OrgError =>
  new OrgError(
    apps.length
      ? messages.getMessage("error.unknown-app", [
          name,
          JSON.stringify(app),
          apps.map((each) => JSON.stringify(each)).join(", ")
        ])
      : messages.getMessage("error.no-apps", [name, JSON.stringify(app)])
  );

/** @param apps those that the name may mean */
export const ambiguousApp = (
  name: string,
  app: string,
  apps: readonly { readonly Id: string; readonly Name: string }[]
): OrgError =>
  new OrgError(
    messages.getMessage("error.ambiguous-app", [
      name,
      JSON.stringify(app),
      apps.map(({ Id, Name }) => `${JSON.stringify(Name)} (${Id})`).join(", ")
    ])
  );

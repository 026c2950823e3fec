import { Messages, type Connection } from "@salesforce/core";
import type { QueryReply } from "../../checklist/index.ts";
import type { Target } from "./target.ts";

Messages.importMessagesDirectoryFromMetaUrl(import.meta.url);
const messages = Messages.loadMessages("mcc-health", "mcc.org");

/** Why an org could not be checked, in a sentence that says what to do. */
export class OrgError extends Error {
  override readonly name = "OrgError";
}

/** What an error means for the whole org: nothing more can be learned from it now. */
type Obstacle = "unknown" | "expired" | "network" | "limit" | "api-disabled";

/**
 * By `errorCode` of the REST API (REST API Developer Guide, "Status Codes and Error Responses"), by the code of Node's
 * network layer, or by the name that @salesforce/core gives its errors (lib/org/authInfo.js).
 */
const OBSTACLES: Readonly<Record<string, Obstacle>> = {
  NamedOrgNotFoundError: "unknown",
  INVALID_SESSION_ID: "expired",
  INVALID_AUTH_HEADER: "expired",
  RefreshTokenAuthError: "expired",
  OrgDataNotAvailableError: "expired",
  JwtAuthError: "expired",
  JWTAuthErrors: "expired",
  ERROR_HTTP_401: "expired",
  REQUEST_LIMIT_EXCEEDED: "limit",
  API_DISABLED_FOR_ORG: "api-disabled",
  API_CURRENTLY_DISABLED: "api-disabled",
  EAI_AGAIN: "network",
  ECONNREFUSED: "network",
  ECONNRESET: "network",
  ENETUNREACH: "network",
  EHOSTUNREACH: "network",
  ENOTFOUND: "network",
  EPIPE: "network",
  ETIMEDOUT: "network",
  NETWORK: "network",
  UND_ERR_CONNECT_TIMEOUT: "network",
  UND_ERR_SOCKET: "network"
};

/** What came is a page for people, half an answer, or nothing: Salesforce gave no code of its own. */
const PAGE = /^(MALFORMED_ANSWER|ERROR_HTTP_\d+)$/;

/** @returns whether an error of this code comes from the org as a whole, or from what stands before it */
export const isOfWholeOrg = (code: string): boolean => OBSTACLES[code] !== undefined || PAGE.test(code);

/** What keeps the first request from being answered, but costs a later one only its rows. By `errorCode`, too. */
const AT_FIRST: Readonly<Record<string, "version" | "no-access" | "later">> = {
  NOT_FOUND: "version",
  FORBIDDEN: "no-access",
  FUNCTIONALITY_NOT_ENABLED: "no-access",
  INSUFFICIENT_ACCESS: "no-access",
  INSUFFICIENT_ACCESS_OR_READONLY: "no-access",
  QUERY_TIMEOUT: "later",
  SERVER_UNAVAILABLE: "later",
  TIMEOUT: "later",
  UNKNOWN_EXCEPTION: "later"
};

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
  // A page in place of one answer may be of that query's making.
  const areAllPages =
    errors.length > 1 && errors.length === replies.length && errors.every(({ errorCode }) => PAGE.test(errorCode));
  return areAllPages ? errors[0] : errors.find(({ errorCode }) => OBSTACLES[errorCode] !== undefined);
}

/** An org that was asked, or was to be: what messages tell of it. */
export type AskedOrg = Pick<Target, "name" | "tokenFrom"> & {
  readonly connection?: Pick<Connection, "instanceUrl" | "version"> | undefined;
};

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

  const obstacle = codes.map((each) => OBSTACLES[each]).find((found) => found !== undefined);
  if (obstacle === "unknown") return words("error.unknown", signIn(org));
  if (obstacle === "expired")
    return org.tokenFrom === undefined
      ? words("error.expired", signIn(org))
      : words("error.expired-token", org.tokenFrom);
  if (obstacle) return words(`error.${obstacle}`, said);

  const page = codes.find((each) => PAGE.test(each));
  if (page) return words("error.page", page.replace("ERROR_HTTP_", "HTTP "));
  const atFirst = codes.map((each) => AT_FIRST[each]).find((found) => found !== undefined);
  if (atFirst === "version") return words("error.version", connection?.version ?? "");
  return atFirst ? words(`error.${atFirst}`, said) : words("error.other", message);
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

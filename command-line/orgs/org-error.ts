import { Messages } from "@salesforce/core";
import type { QueryReply } from "../../checklist/index.ts";

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

/**
 * @param name what the org was called by
 * @param error what was thrown when it was asked, or a query's error as `{ errorCode, message }`
 * @returns the same in words for a person; an OrgError stays what it is
 */
export function orgError(name: string, error: unknown): OrgError {
  if (error instanceof OrgError) return error;
  const { errorCode, code, name: type, message } = error as Record<"errorCode" | "code" | "name" | "message", string>;
  const codes = [errorCode, code, type].filter((each) => typeof each === "string");
  const obstacle = codes.map((each) => OBSTACLES[each]).find((found) => found !== undefined);
  if (obstacle === "network") return new OrgError(messages.getMessage("error.network", [name, codes[0] ?? type]));
  if (obstacle) return new OrgError(messages.getMessage(`error.${obstacle}`, [name, name]));
  const page = codes.find((each) => PAGE.test(each));
  if (page) return new OrgError(messages.getMessage("error.page", [name, page.replace("ERROR_HTTP_", "HTTP ")]));
  return new OrgError(messages.getMessage("error.other", [name, message]));
}

/** @returns the error that names usernames which nobody in the org has */
export const unknownUsers = (name: string, usernames: readonly string[]): OrgError =>
  new OrgError(
    messages.getMessage("error.unknown-users", [name, usernames.map((each) => JSON.stringify(each)).join(", ")])
  );

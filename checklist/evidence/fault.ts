/** Why a query has no rows to judge. The words on the page come from the messages `common.<kind>.…`. */
export type FaultKind =
  "no-object" | "no-field" | "no-access" | "limit" | "server" | "timeout" | "malformed" | "cut-off";

export interface Fault {
  readonly kind: FaultKind;
  /** What Salesforce said, for the person who wants to look it up. Never parsed again. */
  readonly message: string;
}

/**
 * Why an org as a whole does not answer: what a person has to do about it. Where a code concerns one query only, this is
 * its meaning as the answer to the very first request.
 */
export type OrgObstacle =
  "not-signed-in" | "expired" | "network" | "limit" | "api-disabled" | "version" | "no-access" | "later" | "not-json";

export interface FaultMeaning {
  readonly kind: FaultKind;
  /** Whether it concerns one query, or every later one too; `either` where that shows in the other answers only. */
  readonly scope: "query" | "org" | "either";
  readonly obstacle?: OrgObstacle;
}

const ofQuery = (kind: FaultKind, obstacle?: OrgObstacle): FaultMeaning =>
  obstacle ? { kind, scope: "query", obstacle } : { kind, scope: "query" };
const ofOrg = (kind: FaultKind, obstacle: OrgObstacle): FaultMeaning => ({ kind, scope: "org", obstacle });
const EITHER: FaultMeaning = { kind: "malformed", scope: "either", obstacle: "not-json" };
const EXPIRED = ofOrg("no-access", "expired");
const NO_API = ofOrg("no-access", "api-disabled");
const NETWORK = ofOrg("server", "network");

/**
 * Every error code that means something to us.
 * Sources: REST API Developer Guide, "Status Codes and Error Responses" (`INVALID_TYPE` and `INVALID_FIELD` also stand for
 * "hidden from you" in user mode); the exception types of the Apex Reference; names that @salesforce/core gives its errors
 * (lib/org/authInfo.js); the network layer of Node and undici. `MALFORMED_ANSWER`, `ANSWER_CUT_OFF`, `TIMEOUT`, `NETWORK`
 * and `UnknownQuery` are our own: the answer is not what was asked for, as long as its limit, came too late, or never; the
 * catalogue has no such query.
 */
const MEANINGS = {
  INVALID_TYPE: ofQuery("no-object"),
  NOT_FOUND: ofQuery("no-object", "version"),
  INVALID_FIELD: ofQuery("no-field"),
  INSUFFICIENT_ACCESS: ofQuery("no-access", "no-access"),
  INSUFFICIENT_ACCESS_OR_READONLY: ofQuery("no-access", "no-access"),
  FORBIDDEN: ofQuery("no-access", "no-access"),
  FUNCTIONALITY_NOT_ENABLED: ofQuery("no-access", "no-access"),
  "System.NoAccessException": ofQuery("no-access"),
  "System.LimitException": ofQuery("limit"),
  LimitException: ofQuery("limit"),
  QUERY_TIMEOUT: ofQuery("timeout", "later"),
  TIMEOUT: ofQuery("timeout", "later"),
  SERVER_UNAVAILABLE: ofQuery("server", "later"),
  UNKNOWN_EXCEPTION: ofQuery("server", "later"),
  UnknownQuery: ofQuery("server"),
  MALFORMED_ANSWER: EITHER,
  ANSWER_CUT_OFF: ofQuery("cut-off"),
  NamedOrgNotFoundError: ofOrg("no-access", "not-signed-in"),
  INVALID_SESSION_ID: EXPIRED,
  INVALID_AUTH_HEADER: EXPIRED,
  ERROR_HTTP_401: EXPIRED,
  RefreshTokenAuthError: EXPIRED,
  OrgDataNotAvailableError: EXPIRED,
  JwtAuthError: EXPIRED,
  JWTAuthErrors: EXPIRED,
  API_DISABLED_FOR_ORG: NO_API,
  API_CURRENTLY_DISABLED: NO_API,
  REQUEST_LIMIT_EXCEEDED: ofOrg("limit", "limit"),
  EAI_AGAIN: NETWORK,
  ECONNREFUSED: NETWORK,
  ECONNRESET: NETWORK,
  EHOSTUNREACH: NETWORK,
  ENETUNREACH: NETWORK,
  ENOTFOUND: NETWORK,
  EPIPE: NETWORK,
  ETIMEDOUT: ofOrg("timeout", "network"),
  NETWORK,
  UND_ERR_CONNECT_TIMEOUT: ofOrg("timeout", "network"),
  UND_ERR_SOCKET: NETWORK
} satisfies Readonly<Record<string, FaultMeaning>>;

export type FaultCode = keyof typeof MEANINGS;

/** jsforce's code for an HTTP error to which Salesforce gave no code of its own: what came with it is a page, or nothing. */
const HTTP_ERROR = /^ERROR_HTTP_\d+$/;

/** @returns what an error code means; undefined where nobody has heard of it */
export function meaningOf(code: string): FaultMeaning | undefined {
  if (Object.hasOwn(MEANINGS, code)) return MEANINGS[code as FaultCode];
  return HTTP_ERROR.test(code) ? { ...EITHER, kind: "server" } : undefined;
}

/** Apex gives all query errors one type, `System.QueryException`, and tells them apart in words only. */
const KIND_OF_WORDS: readonly (readonly [RegExp, FaultKind])[] = [
  [/sObject type '[^']*' is not supported/i, "no-object"],
  [/no such column|didn't understand relationship/i, "no-field"],
  [/insufficient (access|permission)|not have access|no access|inaccessible/i, "no-access"],
  [/timed? ?out/i, "timeout"]
];

/**
 * @param code a REST `errorCode`, an Apex exception type, or a code of Node's network layer
 * @param message the words that came with it
 * @returns the fault; anything unheard of counts as the server's
 */
export function faultOf(code: string, message: string): Fault {
  const kind =
    (HTTP_ERROR.test(code) ? undefined : meaningOf(code)?.kind) ??
    KIND_OF_WORDS.find(([words]) => words.test(message))?.[1] ??
    "server";
  return { kind, message };
}

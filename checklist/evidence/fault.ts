/** Why a query has no rows to judge. The words on the page come from the message `fault.<kind>`. */
export type FaultKind =
  "no-object" | "no-field" | "no-access" | "limit" | "server" | "timeout" | "malformed" | "cut-off";

export interface Fault {
  readonly kind: FaultKind;
  /** What Salesforce said, for the person who wants to look it up. Never parsed again. */
  readonly message: string;
}

/**
 * REST error codes and Apex exception types, by what they mean for the person looking.
 * Source: REST API Developer Guide, "Status Codes and Error Responses", and the exception types of the Apex
 * Reference. `INVALID_TYPE` and `INVALID_FIELD` also stand for "hidden from you" in user mode.
 */
const KIND_OF_CODE: Readonly<Record<string, FaultKind>> = {
  INVALID_TYPE: "no-object",
  NOT_FOUND: "no-object",
  INVALID_FIELD: "no-field",
  INSUFFICIENT_ACCESS: "no-access",
  INSUFFICIENT_ACCESS_OR_READONLY: "no-access",
  INVALID_SESSION_ID: "no-access",
  FUNCTIONALITY_NOT_ENABLED: "no-access",
  API_DISABLED_FOR_ORG: "no-access",
  API_CURRENTLY_DISABLED: "no-access",
  "System.NoAccessException": "no-access",
  REQUEST_LIMIT_EXCEEDED: "limit",
  "System.LimitException": "limit",
  LimitException: "limit",
  QUERY_TIMEOUT: "timeout",
  TIMEOUT: "timeout",
  ETIMEDOUT: "timeout",
  MALFORMED_ANSWER: "malformed",
  ANSWER_CUT_OFF: "cut-off"
};

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
  const kind = KIND_OF_CODE[code] ?? KIND_OF_WORDS.find(([words]) => words.test(message))?.[1] ?? "server";
  return { kind, message };
}

/** HTTP status by error code. Source: REST API Developer Guide, "Status Codes and Error Responses". */
const STATUS: Readonly<Record<string, number>> = {
  INVALID_SESSION_ID: 401,
  INSUFFICIENT_ACCESS: 403,
  REQUEST_LIMIT_EXCEEDED: 403,
  API_DISABLED_FOR_ORG: 403,
  API_CURRENTLY_DISABLED: 403,
  FUNCTIONALITY_NOT_ENABLED: 403,
  NOT_FOUND: 404,
  ENTITY_IS_DELETED: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNKNOWN_EXCEPTION: 500,
  SERVER_UNAVAILABLE: 503
};

const MESSAGES: Readonly<Record<string, string>> = {
  INVALID_SESSION_ID: "Session expired or invalid",
  INSUFFICIENT_ACCESS: "insufficient access rights on object",
  INSUFFICIENT_ACCESS_OR_READONLY: "insufficient access rights on object id",
  REQUEST_LIMIT_EXCEEDED: "TotalRequests Limit exceeded.",
  API_DISABLED_FOR_ORG: "API is not enabled for this Organization or Partner",
  QUERY_TIMEOUT: "Your query request was running for too long.",
  NOT_FOUND: "The requested resource does not exist",
  ENTITY_IS_DELETED: "entity is deleted",
  METHOD_NOT_ALLOWED: "HTTP Method not allowed.",
  REQUEST_TOO_LARGE: "Request body is too large.",
  UNSUPPORTED_MEDIA_TYPE: "Content type of the request is not supported. Use application/json.",
  UNKNOWN_EXCEPTION: "An unexpected error occurred. Please include this ErrorId if you contact support: 0-1",
  SERVER_UNAVAILABLE: "The server is unavailable."
};

/** An error as the REST API answers it: an `errorCode`, a message, and the HTTP status that belongs to the code. */
export class RestError extends Error {
  readonly errorCode: string;
  readonly status: number;
  readonly fields: readonly string[] | undefined;

  /** @param fields those because of which a record was refused */
  constructor(errorCode: string, message: string = MESSAGES[errorCode] ?? errorCode, fields?: readonly string[]) {
    super(message);
    this.errorCode = errorCode;
    this.status = STATUS[errorCode] ?? 400;
    this.fields = fields;
  }

  get body(): { message: string; errorCode: string; fields?: readonly string[] }[] {
    const { message, errorCode, fields } = this;
    return [{ message, errorCode, ...(fields && { fields }) }];
  }
}

const EXCERPT = 40;

/**
 * @param name the wrong part of the query; its first occurrence is marked
 * @returns the error, with the platform's pointer into the query before its message
 */
export function queryError(errorCode: string, soql: string, name: string, message: string): RestError {
  const escaped = name.replace(/[^\w]/g, "\\$&");
  const index = Math.max(0, soql.search(new RegExp(`(?<!\\w)${escaped}(?!\\w)`, "i")));
  const before = soql.slice(0, index).split("\n");
  const column = (before.at(-1) ?? "").length;
  const line = soql.split("\n")[before.length - 1] ?? "";
  const from = Math.max(0, column - EXCERPT);
  const excerpt = line.slice(from, column + EXCERPT);
  const place = `ERROR at Row:${String(before.length)}:Column:${String(column + 1)}`;
  return new RestError(errorCode, `\n${excerpt}\n${" ".repeat(column - from)}^\n${place}\n${message}`);
}

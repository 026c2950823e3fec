import { faultOf, meaningOf, type FaultKind, type FaultMeaning } from "./fault.ts";

describe("a fault", () => {
  test.each<[code: string, kind: FaultKind]>([
    ["INVALID_TYPE", "no-object"],
    ["NOT_FOUND", "no-object"],
    ["INVALID_FIELD", "no-field"],
    ["INSUFFICIENT_ACCESS", "no-access"],
    ["System.NoAccessException", "no-access"],
    ["REQUEST_LIMIT_EXCEEDED", "limit"],
    ["System.LimitException", "limit"],
    ["QUERY_TIMEOUT", "timeout"],
    ["MALFORMED_ANSWER", "malformed"],
    ["UNKNOWN_EXCEPTION", "server"]
  ])("with the code %s is %s", (code, kind) => {
    expect(faultOf(code, "planted")).toEqual({ kind, message: "planted" });
  });

  test.each<[words: string, kind: FaultKind]>([
    ["sObject type 'et4ae5__Business_Unit__c' is not supported.", "no-object"],
    ["SOBJECT TYPE 'Account' IS NOT SUPPORTED", "no-object"],
    ["sObject type '' is not supported", "no-object"],
    ["No such column 'IsSandbox' on entity 'Organization'", "no-field"],
    ["Didn't understand relationship 'Parent' in field path", "no-field"],
    ["Insufficient access rights on object", "no-access"],
    ["insufficient permissions: secure query included inaccessible field", "no-access"],
    ["You do not have access to this entity", "no-access"],
    ["No access to entity: ConnectedApplication", "no-access"],
    ["Field is inaccessible", "no-access"],
    ["The request timed out", "timeout"],
    ["Your query time out", "timeout"],
    ["Connection timeout", "timeout"],
    ["ESOCKETTIMEDOUT", "timeout"],
    ["insufficient disk space", "server"],
    ["sObject type is not supported", "server"],
    ["", "server"]
  ])("of Apex in the words %j is %s", (words, kind) => {
    expect(faultOf("System.QueryException", words)).toEqual({ kind, message: words });
  });

  test("goes by its code where the words say something else", () => {
    expect(faultOf("INVALID_FIELD", "The request timed out").kind).toBe("no-field");
  });

  test.each<[code: string, scope: FaultMeaning["scope"] | undefined, obstacle: FaultMeaning["obstacle"]]>([
    ["INVALID_FIELD", "query", undefined],
    ["NOT_FOUND", "query", "version"],
    ["TIMEOUT", "query", "later"],
    ["INVALID_SESSION_ID", "org", "expired"],
    ["ERROR_HTTP_401", "org", "expired"],
    ["API_DISABLED_FOR_ORG", "org", "api-disabled"],
    ["ETIMEDOUT", "org", "network"],
    ["MALFORMED_ANSWER", "either", "not-json"],
    ["ERROR_HTTP_503", "either", "not-json"],
    ["ERROR_HTTP_", undefined, undefined],
    ["constructor", undefined, undefined]
  ])("with the code %s concerns: %s, because: %s", (code, scope, obstacle) => {
    const meaning = meaningOf(code);
    expect([meaning?.scope, meaning?.obstacle]).toEqual([scope, obstacle]);
  });

  test("with an HTTP error's code goes by its words", () => {
    expect(faultOf("ERROR_HTTP_503", "The request timed out").kind).toBe("timeout");
    expect(faultOf("ERROR_HTTP_503", "planted").kind).toBe("server");
  });
});

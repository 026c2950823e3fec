import { CHECKS } from "../checks/index.ts";
import { complaintIn } from "./recognize.ts";
import { SYMPTOM_IDS, SYMPTOMS } from "./symptoms.ts";

describe("the table of symptoms", () => {
  const ids = CHECKS.map(({ id }) => id);

  test.each(SYMPTOMS)("$id has checks that there are, each once, and a source", ({ checks, texts, source }) => {
    expect(checks).not.toEqual([]);
    expect([...new Set(checks)]).toEqual(checks);
    expect(ids).toEqual(expect.arrayContaining([...checks, ...texts.flatMap(([, ...named]) => named)]));
    expect(source.url).toMatch(/^https:\/\/help\.salesforce\.com\/.*\?id=[\w.]*\w(?<!\.htm)(?:\.htm)?&type=\d$/);
    expect(source.section).toMatch(/^[A-Z]/);
    expect(source.published).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test("has each symptom once, in the order of the list to choose from", () => {
    expect(SYMPTOMS.map(({ id }) => id)).toEqual(SYMPTOM_IDS);
  });

  test.each(["connect-page", "sends-stuck", "results-missing", "sign-in-error", "after-change"])(
    "%s looks first at what stops the whole connection",
    (id) => {
      const [first, second, third] = SYMPTOMS.find((symptom) => symptom.id === id)?.checks ?? [];
      expect([first, second, third]).toEqual(["package-installed", "app-installed", "connector-configured"]);
    }
  );

  test("asks for each check that may stop or hide something", () => {
    const asked = new Set(SYMPTOMS.flatMap(({ checks }) => checks));
    expect(ids.filter((id) => !asked.has(id))).toEqual(["viewer-access"]);
  });
});

describe("what somebody says", () => {
  test.each(SYMPTOM_IDS)("%s is the symptom itself", (id) => {
    expect(complaintIn(id)).toMatchObject({ id, named: [] });
  });

  test.each([
    ["Connect to Marketing Cloud", "connect-page", []],
    ["https://x.example/apex/et4ae5__IntegrationNotConfigured", "connect-page", ["connector-configured"]],
    ["/apex/et4ae5__UserNotPermittedToSend?id=1", "cant-send", ["appexchange-user", "marketing-user"]],
    ["UserNotETIntegrated", "cant-send", ["shared-mc-user"]],
    ["UserNotIntegrated", "cant-send", ["shared-mc-user"]],
    ["UserNoBusinessUnits", "cant-send", ["business-units-enabled"]],
    ["Configure Marketing Cloud Connector", "send-page", []],
    ["Requeued", "sends-stuck", []],
    [
      "REQUEST_LIMIT_EXCEEDED: TotalRequests Limit exceeded.",
      "sends-stuck",
      ["app-installed", "permitted-users", "app-access"]
    ],
    ["No such column 'Foo__c' on entity 'Lead'", "data-missing", []],
    ["sObject type 'Foo__c' is not supported.", "data-missing", []],
    ["invalid_grant", "sign-in-error", []],
    [
      `{"error":"invalid_grant","error_description":"user hasn't approved this consumer"}`,
      "sign-in-error",
      ["app-access"]
    ],
    ["{\n  error:\n  'ip\n   restricted' }", "sign-in-error", ["ip-relaxation"]],
    ["error=OAUTH_APP_BLOCKED&x", "sign-in-error", ["app-installed"]],
    ["OAUTH_APPROVAL_ERROR_GENERIC", "sign-in-error", ["app-installed", "permitted-users", "app-access"]],
    ["invalid_grant: expired access/refresh token", "sign-in-error", ["refresh-token-policy"]],
    ["Failed: API-only user", "sign-in-error", ["user-sign-in"]],
    ["Please change your expired password", "after-password", ["mc-password-expiry"]],
    ["You must change your password", "after-password", ["mc-password-expiry"]],
    ["Your password expired", "after-password", ["mc-password-expiry"]],
    ["Send Queued: Restricted IP", "sign-in-error", ["ip-relaxation"]],
    ["Session expired or invalid", "sign-in-error", []],
    ["invalid_grant - authentication failure", "sign-in-error", []],
    ["LOGIN_ERROR_RESTRICTED_TIME", "sign-in-error", []],
    ["Login rate exceeded", "sign-in-error", []],
    ["Failed: Computer activation required", "sign-in-error", ["user-sign-in"]],
    ["LOGIN_ERROR_USER_API_ONLY", "sign-in-error", ["user-sign-in"]],
    ["INVALID_OPERATION_WITH_EXPIRED_PASSWORD", "after-password", []],
    ["Insufficient Privileges", "cant-send", ["connector-permission-sets", "user-profile"]],
    ["STORAGE_LIMIT_EXCEEDED", "results-missing", []],
    ["UNABLE_TO_LOCK_ROW: unable to obtain exclusive access", "results-missing", []]
  ])("%j leads to %s", (said, id, named) => {
    const complaint = complaintIn(said);
    expect(complaint).toMatchObject({ id, named });
    expect(complaint?.checks.slice(0, named.length)).toEqual(named);
    expect(new Set(complaint?.checks).size).toBe(complaint?.checks.length);
  });

  test.each([
    ["a web page", "user hasn’t approved this consumer"],
    ["HTML", "user hasn&#39;t approved this consumer"],
    ["JSON", "user hasn\\u0027t approved this consumer"],
    ["an address with +", "?error=invalid_grant&error_description=user+hasn%27t+approved+this+consumer"],
    ["an address with %20", "?error_description=user%20is%20not%20admin%20approved%20to%20access%20this%20app"],
    ["an address that is all in lower case", "?error=invalid_app_access"]
  ])("an error is known as it is copied from %s", (_where, said) => {
    expect(complaintIn(said)).toMatchObject({ id: "sign-in-error", named: ["app-access"] });
  });

  test.each(["", "  ", "The email has no subject", "<b>Hello</b>", "connect", `${"x ".repeat(5_000)} invalid_grant`])(
    "%j is not known",
    (said) => {
      expect(complaintIn(said)).toBeUndefined();
    }
  );
});

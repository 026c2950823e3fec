import { CHECKS } from "../checks/index.ts";
import { checksFor, quoted } from "./refusals.ts";

describe("words of a refusal lead to the check that finds why", () => {
  test.each([
    ["user hasn't approved this consumer", ["app-access"]],
    ["User is not admin approved to access this app", ["app-access"]],
    ["Failed: Not approved for access", ["app-access"]],
    ["error=OAUTH_APP_ACCESS_DENIED", ["app-access"]],
    ["OAUTH_APP_BLOCKED: this app is blocked by admin", ["app-installed"]],
    ["Package for this consumer is not installed in your organization", ["app-installed"]],
    ["Failed: Consumer Deleted", ["app-installed"]],
    ["ip restricted", ["ip-relaxation"]],
    ["Restricted IP", ["ip-relaxation"]],
    ["Failed: IP Address Not Allowed", ["ip-relaxation"]],
    ["inactive user", ["user-active"]],
    ["User is frozen", ["user-locked"]],
    ["User is inactive", ["user-active"]],
    ["Failed: OAuth API access disabled", ["user-api-enabled"]],
    ["API_CURRENTLY_DISABLED", ["user-api-enabled"]],
    ["API_DISABLED_FOR_ORG", ["user-api-enabled"]],
    ["expired access/refresh token", ["refresh-token-policy"]],
    ["invalid_app_access", ["app-access"]],
    ["OAUTH_EC_APP_NOT_FOUND", ["app-installed"]],
    ["External client app is not installed in this org", ["app-installed"]],
    ["invalid_client_id: client identifier invalid", ["app-installed"]],
    ["LOGIN_OAUTH_CONSUMER_DELETED", ["app-installed"]],
    ["LOGIN_OAUTH_INVALID_IP", ["ip-relaxation"]],
    ["LOGIN_ERROR_RESTRICTED_DOMAIN", ["ip-relaxation"]],
    ["inactive_user", ["user-active"]],
    ["LOGIN_ERROR_USER_INACTIVE", ["user-active"]],
    ["LOGIN_ERROR_USER_FROZEN", ["user-locked"]],
    ["LOGIN_ERROR_PASSWORD_LOCKOUT", ["user-locked"]],
    ["Invalid username, password, security token; or user locked out.", ["user-locked"]],
    ["API is not enabled for this Organization or Partner", ["user-api-enabled"]],
    ["LOGIN_OAUTH_API_DISABLED", ["user-api-enabled"]],
    ["Refresh token expired", ["refresh-token-policy"]],
    ["ip restricted, inactive user", ["ip-relaxation", "user-active"]],
    ["The email has no subject", []],
    ["", []]
  ])("%j", (words, checks) => {
    expect(checksFor(words)).toEqual(checks);
    expect(CHECKS.map(({ id }) => id)).toEqual(expect.arrayContaining(checks));
  });
});

describe("what the org wrote", () => {
  test.each([
    ["stands on one line", "  a\r\n\tb  c ", "a b c"],
    ["is whole as long as it is short", "x".repeat(300), "x".repeat(300)],
    ["is cut where it is long", `${"x".repeat(299)} ${"y".repeat(9)}`, `${"x".repeat(299)}…`]
  ])("%s", (_how, words, shown) => {
    expect(quoted(words)).toBe(shown);
  });
});

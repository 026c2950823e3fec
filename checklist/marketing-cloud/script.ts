import { BEGIN, END, SCRIPT_VERSION } from "./block.ts";
import { nonceOf, type MarketingCloudRequest } from "./request.ts";

/**
 * A script for a Marketing Cloud admin: it reads one user, changes nothing, and writes an answer that `readAnswer` reads.
 * Server-side JavaScript of Marketing Cloud is ECMAScript 3, and asks its own SOAP API through WSProxy, without any
 * credential. Knowledge 004517766 is Salesforce's own script of this kind. Calls after the Programmatic Language Guide,
 * "Advanced Retrieves via WSProxy"; properties after recorded answers (docs/sources.md, Marketing Cloud).
 * @param now when it is made
 */
export const scriptFor = (request: MarketingCloudRequest, now: Date): string => `<script runat="server">
// MCC Health asks Marketing Cloud about one user: is it an API user, which roles and which business units does it have?
// This script only reads. Run it as a preview, do not publish it, and send back what it writes.
Platform.Load("core", "1.1.5");

var ASKED = ${literal(request.user)};
var NONCE = ${literal(nonceOf(request, now))};

// What Marketing Cloud did not return.
var NOTHING = "~";

function text(value) {
  if (value === null || value === undefined) return NOTHING;
  var from = String(value);
  var written = "";
  for (var i = 0; i < from.length; i++) {
    var letter = from.charAt(i);
    if ("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-".indexOf(letter) >= 0) written += letter;
    else written += "~" + digits(from.charCodeAt(i), 4);
  }
  return written;
}

function digits(number, count) {
  var written = "";
  while (written.length < count) {
    var digit = number % 16;
    written = "0123456789abcdef".charAt(digit) + written;
    number = (number - digit) / 16;
  }
  return written;
}

function flag(value) {
  var written = String(value).toLowerCase();
  return written == "true" || written == "false" ? written : NOTHING;
}

// One entry comes alone, several come as a list.
function listOf(value) {
  if (value === null || value === undefined) return null;
  if (typeof value.length == "number" && typeof value != "string") return value;
  return [value];
}

function list(values) {
  if (values === null) return NOTHING;
  var written = "";
  for (var i = 0; i < values.length; i++) {
    if (values[i] === null || values[i] === undefined || String(values[i]) === "") return NOTHING;
    written += text(values[i]) + ",";
  }
  return written;
}

function sum(written, multiplier) {
  var result = 7;
  for (var i = 0; i < written.length; i++) result = (result * multiplier + written.charCodeAt(i)) % 4294967291;
  return digits(result, 8);
}

// All rows, or null where Marketing Cloud does not return them all.
function rowsOf(type, properties, filter) {
  var proxy = new Script.Util.WSProxy();
  var page = proxy.retrieve(type, properties, filter, {}, { QueryAllAccounts: true });
  var rows = [];
  for (var pages = 0; pages < 50; pages++) {
    if (!page || (page.Status != "OK" && page.Status != "MoreDataAvailable")) return null;
    var results = listOf(page.Results);
    for (var i = 0; results !== null && i < results.length; i++) rows[rows.length] = results[i];
    if (String(page.HasMoreRows).toLowerCase() != "true") return rows;
    page = proxy.getNextBatch(type, page.RequestID);
  }
  return null;
}

function userNamed(name) {
  var filter = { Property: "UserID", SimpleOperator: "equals", Value: name };
  var properties = ["UserID", "AccountUserID", "ActiveFlag", "IsAPIUser", "IsLocked", "MustChangePassword",
    "LastSuccessfulLogin", "DefaultBusinessUnit", "Roles"];
  var rows = rowsOf("AccountUser", properties, filter);
  if (rows === null) return "failed";
  var found = null;
  for (var i = 0; i < rows.length; i++) {
    if (String(rows[i].UserID).toLowerCase() != name.toLowerCase()) continue;
    if (found !== null && String(found.AccountUserID) != String(rows[i].AccountUserID)) return "failed";
    found = rows[i];
  }
  return found === null ? "none" : found;
}

function roleKeysOf(user) {
  var roles = user.Roles;
  if (roles !== null && roles !== undefined && roles.Role !== undefined) roles = roles.Role;
  roles = listOf(roles);
  if (roles === null) return null;
  var keys = [];
  for (var i = 0; i < roles.length; i++) keys[i] = roles[i].CustomerKey;
  return keys;
}

function businessUnitsOf(user) {
  var id = user.AccountUserID;
  if (id === null || id === undefined) return null;
  var filter = { Property: "AccountUser.AccountUserID", SimpleOperator: "equals", Value: id };
  var rows = rowsOf("AccountUserAccount", ["AccountUser.AccountUserID", "Account.ID"], filter);
  if (rows === null) return null;
  var units = [];
  for (var i = 0; i < rows.length; i++) {
    // Rows of other users come with them.
    if (!rows[i].AccountUser || String(rows[i].AccountUser.AccountUserID) != String(id)) continue;
    units[units.length] = rows[i].Account ? rows[i].Account.ID : null;
  }
  return units;
}

function tried(read, subject) {
  try {
    return read(subject);
  } catch (error) {
    return null;
  }
}

function memberId() {
  return Platform.Function.AuthenticatedMemberID();
}

// The top-level business unit has no parent. A business unit below it sees only itself.
function unitsHere() {
  return rowsOf("BusinessUnit", ["ID", "ParentID"], { Property: "ID", SimpleOperator: "greaterThan", Value: 0 });
}

function topOf(units) {
  for (var i = 0; i < units.length; i++) if (String(units[i].ParentID) == "0") return units[i].ID;
  return null;
}

function here(units) {
  return units.length == 1 ? units[0].ID : topOf(units);
}

var units = tried(unitsHere);
var account = tried(memberId);
if (account === null || account === undefined) account = units === null ? null : here(units);

var found = tried(userNamed, ASKED);
if (found === null) found = "failed";
var status = typeof found == "string" ? found : "found";
var user = status == "found" ? found : {};
var answer = "${BEGIN}" +
  "version:${SCRIPT_VERSION};" +
  "nonce:" + text(NONCE) + ";" +
  "at:" + new Date().getTime() + ";" +
  "account:" + text(account) + ";" +
  "enterprise:" + text(units === null ? null : topOf(units)) + ";" +
  "asked:" + text(ASKED) + ";" +
  "status:" + status + ";" +
  "user:" + text(user.UserID) + ";" +
  "active:" + flag(user.ActiveFlag) + ";" +
  "api-user:" + flag(user.IsAPIUser) + ";" +
  "locked:" + flag(user.IsLocked) + ";" +
  "must-change-password:" + flag(user.MustChangePassword) + ";" +
  "last-sign-in:" + text(user.LastSuccessfulLogin) + ";" +
  "default-business-unit:" + text(user.DefaultBusinessUnit) + ";" +
  "roles:" + list(tried(roleKeysOf, user)) + ";" +
  "business-units:" + list(tried(businessUnitsOf, user)) + ";" +
  "${END}";
Write(answer + sum(answer, 31) + sum(answer, 257) + ";");
</script>
`;

/** A string literal in which nothing can end the string, the line or the script. */
const literal = (text: string): string =>
  `"${text.replace(/[^A-Za-z0-9._@-]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)}"`;

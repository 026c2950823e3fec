import type { Value } from "../messages/text.ts";
import { maskedValues } from "./mask-values.ts";
import type { Pseudonyms } from "./pseudonyms.ts";

/** Says of each value what was taken for. */
const pseudonyms: Pseudonyms = {
  thing: (thing, name) => `${thing} for ${name}`,
  person: () => "person",
  named: (name) => `person for ${name}`,
  org: "org",
  hidden: "(left out)"
};
const shown = (of: string, name: string, value: Value): Value | undefined =>
  maskedValues({ [name]: value }, of, pseudonyms)[name];

test.each<[string, string, string, string]>([
  ["who changed something", "ip-relaxation", "changedBy", "person for X"],
  ["who confirmed something", "scope-by-user", "by", "person for X"],
  ["an app", "app-access", "app", "app for X"],
  ["each of several apps", "app-installed", "apps", "app for X"],
  ["the app that is installed", "app-installed", "name", "app for X"],
  ["the permission set that gives access", "app-access", "set", "permission-set for X"],
  ["the permission set that somebody lacks", "app-access", "name", "permission-set for X"],
  ["the package's permission set that somebody lacks", "connector-permission-sets", "name", "permission-set for X"],
  ["the permission set that allows the API", "user-api-enabled", "name", "permission-set for X"],
  ["the business unit of a MID", "business-units-enabled", "mid", "business-unit for X"],
  ["a Marketing Cloud user that two people share", "shared-mc-user", "shared", "api-user for X"],
  ["the Marketing Cloud user of the system user", "shared-mc-user", "mapped", "api-user for X"],
  ["what another check calls name or set", "another", "name", "(left out)"],
  ["what another check calls a set", "another", "set", "(left out)"]
])("%s is masked as what it is", (_what, of, name, expected) => {
  expect(shown(of, name, "X")).toBe(expected);
});

test.each<[string, string, string, Value]>([
  ["a number of records", "package-jobs", "count", 7],
  ["a number of days", "mc-login-inactivity", "days", 90],
  ["how many there are in all", "send-errors", "total", 12],
  ["the state of a login", "user-logins", "status", "Invalid Password"],
  ["Salesforce's words on a login", "user-logins", "words", "Restricted IP"]
])("%s stays, for it tells nothing of whose org it is", (_what, of, name, value) => {
  expect(shown(of, name, value)).toBe(value);
});

test.each([
  "Standard User",
  "Standard Platform User",
  "Standard Platform One App User",
  "Read Only",
  "Marketing User",
  "Contract Manager",
  "Solution Manager",
  "Minimum Access - Salesforce",
  "Minimum Access - API Only Integrations",
  "Salesforce API Only System Integrations",
  "Systemadministratör"
])("the profile %s stays, for every org has it", (profile) => {
  expect(shown("user-profile", "profile", profile)).toBe(profile);
});

test.each([
  ["a permission set of the package", "Connector (et4ae5__Connector)", "Connector (et4ae5__Connector)"],
  [
    "one with its prefix and more",
    "Connector (et4ae5__Connector) Ada",
    "permission-set for Connector (et4ae5__Connector) Ada"
  ],
  ["one that only names it", "Ada (x) set (et4ae5__Connector)", "permission-set for Ada (x) set (et4ae5__Connector)"],
  ["one with a name of the org's own", "Connector (et4ae5_Ada)", "permission-set for Connector (et4ae5_Ada)"]
])("%s is masked unless the package itself named it", (_what, set, expected) => {
  expect(shown("app-permission-set", "sets", [set])).toEqual([expected]);
});

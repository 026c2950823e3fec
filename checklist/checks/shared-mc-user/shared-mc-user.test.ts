import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import { givenConfirmation } from "../../testing/given-confirmation.ts";
import {
  IMPACTED_USER,
  impactedUser,
  inDays,
  situation,
  SYSTEM_USER,
  systemUser,
  withoutPackage,
  type Changes
} from "../../testing/situation.ts";
import { sharedMcUser } from "./shared-mc-user.ts";

const OTHER = "005000000000077AAA";
const counts = (...rows: [name: string, total: number][]) =>
  rows.map(([name, total]) => ({ et4ae5__ExactTargetUsername__c: name, total }));
const sharers = (...names: string[]) =>
  names.map((name, i) => ({
    Id: `00500000000${String(1000 + i)}AAA`,
    Username: name,
    et4ae5__ExactTargetUsername__c: "x"
  }));
const mapping = (Id: string, name?: string) => ({
  Id,
  ...(name === undefined ? {} : { et4ae5__ExactTargetUsername__c: name })
});
const configurations = (...users: string[]) =>
  users.map((et4ae5__Username__c, i) => ({
    Id: `a0000000000000${String(i)}AAA`,
    CreatedDate: inDays(-700),
    LastModifiedDate: inDays(-600),
    et4ae5__Username__c
  }));
const boxes = (Id: string, user: boolean, admin: boolean) => ({
  Id,
  et4ae5__ExactTargetForAppExchangeUser__c: user,
  et4ae5__ExactTargetForAppExchangeAdmin__c: admin
});
const mapped = (Id: string, IsActive = true) => ({ Id, Name: "Otto Berg", Username: "otto@example.com", IsActive });
const system = mapping(SYSTEM_USER, "mc-api-user");
const systemBoxes = boxes(SYSTEM_USER, true, true);

/** The impacted user is mapped to nobody. */
const unmapped = (user: boolean, admin: boolean): Changes => ({
  rows: {
    "user-mappings": [system, mapping(IMPACTED_USER)],
    "user-checkboxes": [systemBoxes, boxes(IMPACTED_USER, user, admin)]
  }
});
const shared: Changes = {
  rows: {
    "mapping-counts": counts(["mc-team", 3], ["mc-api-user", 1]),
    "mapping-sharers": sharers("a@example.com", "b@example.com", "c@example.com")
  }
};
const asked = unmapped(true, false);

testCheck(sharedMcUser, [
  ["passes when everybody has a Marketing Cloud user of their own", {}, "pass/own"],
  ["fails when two share one", shared, "fail/shared"],
  [
    "fails when two share one, though it is not shown who",
    { rows: { "mapping-counts": counts(["mc-team", 2]) } },
    "fail/shared"
  ],
  [
    "fails when somebody besides the system user is mapped to the API User",
    { rows: { "mapped-users": [mapped(SYSTEM_USER), mapped(OTHER)] } },
    "fail/api-user"
  ],
  ["fails when somebody instead of the system user is", { rows: { "mapped-users": [mapped(OTHER)] } }, "fail/api-user"],
  [
    "lets one be who is not active",
    { rows: { "mapped-users": [mapped(SYSTEM_USER), mapped(OTHER, false)] } },
    "pass/own"
  ],
  [
    "says nothing of who is mapped to the API User while nobody chose the system user",
    { rows: { "mapped-users": [mapped(OTHER), mapped(SYSTEM_USER)] }, selection: { systemUser: undefined as never } },
    "pass/own"
  ],
  [
    "asks when somebody besides the system user is mapped to one of several API Users",
    { rows: { "connector-configuration": configurations("mc-api-user", "old-user"), "mapped-users": [mapped(OTHER)] } },
    "confirm/one-of-api-users"
  ],
  [
    "asks when the system user is mapped to somebody else than the API User",
    { rows: { "user-mappings": [mapping(SYSTEM_USER, "mc-team"), mapping(IMPACTED_USER, "ada-in-mc")] } },
    "confirm/other-user"
  ],
  [
    "minds no capitals of the API User",
    { rows: { "user-mappings": [mapping(SYSTEM_USER, "MC-API-User"), mapping(IMPACTED_USER, "ada-in-mc")] } },
    "pass/own"
  ],
  [
    "asks nothing of somebody whom the org doesn't have",
    { selection: { impactedUsers: [{ id: IMPACTED_USER }, { username: "nobody@example.com" }] } },
    "pass/own"
  ],
  [
    "does not ask to whom a system user is mapped who is a guess",
    {
      rows: { "user-mappings": [mapping(SYSTEM_USER, "mc-team"), mapping(IMPACTED_USER, "ada-in-mc")] },
      selection: { systemUser: undefined as never }
    },
    "pass/own"
  ],
  [
    "asks nothing of the mapping where several API Users are named",
    { rows: { "connector-configuration": configurations("a", "b"), "mapped-users": [] } },
    "pass/own"
  ],
  ["asks of somebody with the User box who is mapped to nobody", asked, "confirm/unmapped"],
  ["asks of somebody with the Admin box who is mapped to nobody", unmapped(false, true), "confirm/unmapped"],
  [
    "asks of one whose mapping is empty",
    { rows: { ...asked.rows, "user-mappings": [system, mapping(IMPACTED_USER, "")] } },
    "confirm/unmapped"
  ],
  ["passes for somebody without a box who is mapped to nobody", unmapped(false, false), "pass/own"],
  [
    "passes for somebody who is not active",
    { rows: { ...asked.rows, users: [systemUser(), impactedUser({ IsActive: false })] } },
    "pass/own"
  ],
  [
    "asks of the system user who is mapped to nobody",
    { rows: { "user-mappings": [mapping(SYSTEM_USER), mapping(IMPACTED_USER, "ada-in-mc")] } },
    "confirm/unmapped"
  ],
  [
    "does not ask of a system user who is a guess",
    {
      rows: { "user-mappings": [mapping(SYSTEM_USER), mapping(IMPACTED_USER, "ada-in-mc")] },
      selection: { systemUser: undefined as never }
    },
    "pass/own"
  ],
  [
    "does not apply where nobody is mapped and nobody has a box",
    {
      rows: {
        "mapping-counts": [],
        "user-mappings": [mapping(SYSTEM_USER), mapping(IMPACTED_USER)],
        "user-checkboxes": [boxes(SYSTEM_USER, false, false), boxes(IMPACTED_USER, false, false)]
      }
    },
    "not-applicable/nobody-mapped"
  ],
  ["is unknown when nothing is shown of somebody", { rows: { "user-mappings": [system] } }, "unknown/hidden"],
  [
    "is unknown when who is mapped to the API User can't be read",
    { faults: { "mapped-users": "no-field" } },
    "unknown/no-field"
  ],
  [
    "is confirmed when a person saw that they are integrated",
    { ...asked, confirmations: [givenConfirmation("shared-mc-user", {}, asked)] },
    "confirmed/confirmed"
  ],
  [
    "asks again when the system user is mapped to yet another user",
    {
      rows: { "user-mappings": [mapping(SYSTEM_USER, "mc-third"), mapping(IMPACTED_USER, "ada-in-mc")] },
      confirmations: [
        givenConfirmation(
          "shared-mc-user",
          {},
          {
            rows: { "user-mappings": [mapping(SYSTEM_USER, "mc-team"), mapping(IMPACTED_USER, "ada-in-mc")] }
          }
        )
      ]
    },
    "confirm/other-user"
  ],
  [
    "asks again when somebody else is not mapped either",
    {
      rows: { ...asked.rows, "user-mappings": [mapping(SYSTEM_USER), mapping(IMPACTED_USER)] },
      confirmations: [givenConfirmation("shared-mc-user", {}, asked)]
    },
    "confirm/unmapped"
  ],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);

const many = Array.from({ length: 12 }, (_, i) => `user${String(i)}@example.com`);

test.each<[string, Changes, object]>([
  [
    "who shares what",
    shared,
    { shared: ["mc-team"], users: ["a@example.com", "b@example.com", "c@example.com"], count: 3 }
  ],
  [
    "ten of many, and how many there are",
    { rows: { "mapping-counts": counts(["mc-team", 12]), "mapping-sharers": sharers(...many) } },
    { users: many.slice(0, 10), count: 12 }
  ],
  [
    "who is mapped to the API User",
    { rows: { "mapped-users": [mapped(OTHER)] } },
    { apiUser: ["mc-api-user"], users: ["otto@example.com"] }
  ],
  [
    "who is mapped to one of several API Users",
    { rows: { "connector-configuration": configurations("a", "b"), "mapped-users": [mapped(OTHER)] } },
    { apiUser: ["a", "b"], users: ["otto@example.com"] }
  ],
  [
    "to whom the system user is mapped instead of the API User",
    { rows: { "user-mappings": [mapping(SYSTEM_USER, "mc-team"), mapping(IMPACTED_USER, "ada-in-mc")] } },
    { mapped: "mc-team", apiUser: ["mc-api-user"] }
  ],
  ["how many are mapped", {}, { count: 2 }],
  [
    "no more shared users than a sentence holds",
    {
      rows: {
        "mapping-counts": counts(...Array.from({ length: 12 }, (_, i): [string, number] => [`mc${String(i)}`, 2]))
      }
    },
    { shared: Array.from({ length: 10 }, (_, i) => `mc${String(i)}`) }
  ],
  ["who is not mapped, by name", asked, { users: ["Ada Fields"], count: 1 }]
])("it tells %s", (_what, changes, values) => {
  expect(judge([sharedMcUser], situation(changes)).findings[0]?.values).toMatchObject(values);
});

import { situation } from "../testing/situation.ts";
import { apiUserOf, apiUsersOf } from "./api-user.ts";
import { connectedAccountOf } from "./connected-account.ts";

const account = (mid?: string, user?: string) => ({
  Id: "a00000000000001AAA",
  ...(user === undefined ? {} : { et4ae5__Username__c: user }),
  ...(mid === undefined ? {} : { et4ae5__Parent_Account_MID__c: mid }),
  et4ae5__AwaitingBusinessUnits__c: false
});

test.each<[string, object[], string | undefined]>([
  ["named once", [account("100", "a")], "100"],
  ["named twice alike, with spaces", [account("100", "a"), account(" 100 ", "b")], "100"],
  ["another in a row without a user", [account("100", "a"), account("200")], "100"],
  ["not named in one row of two", [account("100", "a"), account(undefined, "b")], "100"],
  ["named twice, each another", [account("100", "a"), account("200", "b")], undefined],
  ["a number with letters before", [account("x100", "a")], undefined],
  ["a number with letters behind", [account("100x", "a")], undefined],
  ["not named", [account(undefined, "a")], undefined],
  ["in no row", [], undefined]
])("the MID that the configuration tells: %s", (_what, rows, expected) => {
  expect(connectedAccountOf(situation({ rows: { "connected-account": rows } }))).toBe(expected);
});

test.each<[string, (string | undefined)[], string[], string | undefined]>([
  ["one", ["mc"], ["mc"], "mc"],
  ["one beside an empty row", ["", "mc", undefined], ["mc"], "mc"],
  ["one, written in two ways", ["mc", "MC"], ["MC"], "MC"],
  ["two", ["mc", "other"], ["mc", "other"], undefined],
  ["nobody", [undefined], [], undefined]
])("the API user that the configuration names: %s", (_what, names, all, only) => {
  const rows = names.map((name) => ({
    Id: "a00000000000001AAA",
    CreatedDate: "2026-01-01T00:00:00.000Z",
    LastModifiedDate: "2026-01-01T00:00:00.000Z",
    ...(name === undefined ? {} : { et4ae5__Username__c: name })
  }));
  const given = situation({ rows: { "connector-configuration": rows } });
  expect([apiUsersOf(given), apiUserOf(given)]).toEqual([all, only]);
});

import { inDays } from "../testing/situation.ts";
import { isAbout, newestFirst, policyBasis } from "./policies.ts";

const NAME = "Salesforce Marketing Cloud";

test.each<[string, string | undefined, boolean]>([
  ["changed its IP relaxation", `Changed connected app ${NAME} IP relaxation setting from A to B`, true],
  ["changed its Permitted Users", `Changed connected app ${NAME} Permitted Users setting from A to B`, true],
  ["changed another setting of it", `Changed connected app ${NAME} logo from A to B`, false],
  ["is of an app whose name begins alike", `Changed connected app ${NAME} Test IP relaxation setting from A`, false],
  ["is of an app whose name ends alike", `Changed connected app My ${NAME} IP relaxation setting from A`, false],
  ["names it in another language", `IP-Einstellung von ${NAME} geändert`, true],
  ["names another app in another language", "IP-Einstellung von Pardot geändert", false],
  ["says nothing", undefined, false]
])("an entry of the audit trail that %s is about the app or not", (_what, display, expected) => {
  expect(isAbout(display, NAME)).toBe(expected);
});

const entry = (Id: string, days: number, Display = `${NAME} geändert`) => ({
  Id,
  Action: "changeIpRelaxationPolicy",
  Display,
  CreatedDate: inDays(days)
});

test.each([
  ["the newest first", [entry("1", -3), entry("2", -1), entry("3", -2)], ["2", "3", "1"]],
  ["of one moment, the highest Id first", [entry("1", -1), entry("3", -1), entry("2", -1)], ["3", "2", "1"]]
])("entries are put in order: %s", (_what, entries, expected) => {
  const given = [...entries];
  expect(newestFirst(entries).map(({ Id }) => Id)).toEqual(expected);
  expect(entries).toEqual(given);
});

test.each([
  ["its newest entry", [entry("1", -3), entry("2", -1), entry("3", 0, "Pardot geändert")], `${inDays(-9)}/2`],
  ["its own date alone where there is no entry", [], `${inDays(-9)}/`]
])("a word on the app's policies rests on the app and on %s", (_what, entries, policies) => {
  const app = { Id: "0H4", Name: NAME, LastModifiedDate: inDays(-9) };
  expect(policyBasis(app, entries)).toEqual({ app: "0H4", policies });
});

import type { PersonRef } from "../evidence/selection.ts";
import {
  IMPACTED_USER,
  impactedUser,
  noCandidate,
  situation,
  SYSTEM_USER,
  systemUser,
  type Changes
} from "../testing/situation.ts";
import { peopleOf, type Person } from "./people.ts";

describe("people", () => {
  const people = (changes: Changes) => {
    const { evidence, selection } = situation(changes);
    return peopleOf(evidence, selection);
  };
  const lookedUp = { "people-by-username": [{ Id: IMPACTED_USER, Name: "Ada Fields", Username: "ada@example.com" }] };
  const ada = { name: "Ada Fields", username: "ada@example.com" };
  const byName = { selection: { impactedUsers: [{ username: "ADA@example.com" }] } };

  test("finds a username whatever its case", () => {
    expect(people({ ...byName, rows: lookedUp }).impactedUsers).toMatchObject([
      { id: IMPACTED_USER, name: "Ada Fields" }
    ]);
  });
  test("names a username that the org does not have", () => {
    expect(people(byName)).toMatchObject({ unknownUsernames: ["ADA@example.com"], impactedUsers: [{ id: null }] });
  });
  test("keeps a username that could not be looked up, and does not call it unknown", () => {
    expect(people({ ...byName, faults: { "people-by-username": "timeout" } })).toMatchObject({
      unknownUsernames: [],
      impactedUsers: [{ id: null, username: "ADA@example.com" }]
    });
  });
  test("gives no name that turns the direction of a sentence", () => {
    const users = [systemUser(), impactedUser({ Name: "\u2067Ada \u202EFields" })];
    expect(people({ rows: { users } }).impactedUsers).toMatchObject([{ name: "Ada  Fields" }]);
  });
  test("takes the best candidate when nobody is chosen, and says so", () => {
    const { evidence } = situation();
    expect(peopleOf(evidence, { impactedUsers: [] })).toMatchObject({
      systemUserChosen: false,
      systemUser: { id: SYSTEM_USER, role: "system-user" }
    });
  });
  test("says that a system user was chosen", () => {
    expect(people({}).systemUserChosen).toBe(true);
  });
  test("is without a system user where nobody is chosen and nothing points to one", () => {
    const { evidence } = situation({ rows: noCandidate });
    expect(peopleOf(evidence, { impactedUsers: [] }).systemUser).toBeNull();
  });
  test.each<[string, PersonRef, Partial<Person>]>([
    ["as the org has them now", { id: IMPACTED_USER, name: "Ada Old", username: "old@example.com" }, ada],
    ["as they were given, where the org does not show them", { id: "005X", name: "Eve" }, { id: "005X", name: "Eve" }],
    ["without a name that nobody told", { id: "005X" }, { id: "005X", name: null, username: null }],
    [
      "by Id and not by a username that came with it",
      { id: "005X", username: "ada@example.com" },
      { id: "005X", name: null }
    ]
  ])("are told %s", (_how, ref, expected) => {
    expect(people({ rows: lookedUp, selection: { impactedUsers: [ref] } })).toMatchObject({
      impactedUsers: [{ ...expected, role: "impacted-user" }],
      unknownUsernames: []
    });
  });
  test("are told as they were looked up, where their details are not there", () => {
    expect(people({ ...byName, rows: { ...lookedUp, users: [] } }).impactedUsers).toEqual([
      { id: IMPACTED_USER, role: "impacted-user", ...ada }
    ]);
  });
  test("keep each one that could not be found", () => {
    const impactedUsers = [{ username: "one@example.com" }, { username: "two@example.com" }];
    expect(people({ selection: { impactedUsers } }).impactedUsers).toHaveLength(2);
  });
  test("does not list the system user among the impacted", () => {
    expect(people({ selection: { impactedUsers: [{ id: SYSTEM_USER }] } }).impactedUsers).toEqual([]);
  });
});

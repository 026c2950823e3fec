import { situation, SYSTEM_USER, IMPACTED_USER, type Changes } from "../testing/situation.ts";
import { candidatesOf, peopleOf } from "./people.ts";

const candidates = (changes: Changes) =>
  candidatesOf(situation({ ...changes }).evidence).map(({ id, reasons }) => [id, ...reasons.map(({ key }) => key)]);
const tracked = (CreatedById: string) => ({
  Id: `a02${CreatedById}`,
  CreatedById,
  CreatedBy: { Name: "Ada Fields", Username: "ada@example.com" }
});
const holder = { Id: "0Pa1", AssigneeId: IMPACTED_USER, Assignee: { Name: "Ada Fields", Username: "ada@example.com" } };

describe("candidates for the system user", () => {
  test.each([
    {
      when: "the mapped user has both boxes",
      changes: {},
      then: [[SYSTEM_USER, "candidate.mapped", "candidate.both-boxes"]]
    },
    {
      when: "nobody is mapped: the packaged set outweighs both boxes",
      changes: {
        rows: {
          "connector-configuration": [],
          "system-set-holders": [holder]
        }
      },
      then: [
        [IMPACTED_USER, "candidate.system-set"],
        [SYSTEM_USER, "candidate.both-boxes"]
      ]
    },
    {
      when: "tracking rows add up to one reason",
      changes: { rows: { "both-box-users": [], "tracking-writers": [tracked(IMPACTED_USER), tracked(IMPACTED_USER)] } },
      then: [[IMPACTED_USER, "candidate.tracking"]]
    },
    {
      when: "mapping differs in case only",
      changes: { rows: { "connector-configuration": [{ Id: "a00", et4ae5__Username__c: "MC-API-User" }] } },
      then: [[SYSTEM_USER, "candidate.mapped", "candidate.both-boxes"]]
    },
    { when: "no query answered", changes: { faults: { "both-box-users": "no-field" as const } }, then: [] }
  ])("$when", ({ changes, then }) => {
    expect(candidates(changes)).toEqual(then);
  });
});

describe("people", () => {
  const people = (changes: Changes) => {
    const { evidence, selection } = situation(changes);
    return peopleOf(evidence, selection);
  };
  const lookedUp = { "people-by-username": [{ Id: IMPACTED_USER, Name: "Ada Fields", Username: "ada@example.com" }] };
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
  test("takes the best candidate when nobody is chosen, and says so", () => {
    const { evidence } = situation();
    expect(peopleOf(evidence, { impactedUsers: [] })).toMatchObject({
      systemUserChosen: false,
      systemUser: { id: SYSTEM_USER, role: "system-user" }
    });
  });
  test("does not list the system user among the impacted", () => {
    expect(people({ selection: { impactedUsers: [{ id: SYSTEM_USER }] } }).impactedUsers).toEqual([]);
  });
});

import type { PersonRef } from "../evidence/selection.ts";
import { situation, SYSTEM_USER, IMPACTED_USER, type Changes } from "../testing/situation.ts";
import { candidatesOf, peopleOf, type Person } from "./people.ts";

const candidates = (changes: Changes) =>
  candidatesOf(situation({ ...changes }).evidence).map(({ id, reasons }) => [id, ...reasons.map(({ key }) => key)]);
const tracked = (CreatedById: string) => ({
  Id: `a02${CreatedById}`,
  CreatedById,
  CreatedBy: { Name: "Ada Fields", Username: "ada@example.com" }
});
const boxed = (Id: string, et4ae5__ExactTargetUsername__c?: string) => ({
  Id,
  Name: `Person ${Id}`,
  Username: `${Id}@example.com`,
  ...(et4ae5__ExactTargetUsername__c === undefined ? {} : { et4ae5__ExactTargetUsername__c })
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
      changes: {
        rows: { "candidate-users": [], "tracking-writers": [tracked(IMPACTED_USER), tracked(IMPACTED_USER)] }
      },
      then: [[IMPACTED_USER, "candidate.tracking"]]
    },
    {
      when: "mapping differs in case only",
      changes: { rows: { "connector-configuration": [{ Id: "a00", et4ae5__Username__c: "MC-API-User" }] } },
      then: [[SYSTEM_USER, "candidate.mapped", "candidate.both-boxes"]]
    },
    {
      when: "several have traces: mapped, then the packaged set, then tracking, then both boxes",
      changes: {
        rows: {
          "candidate-users": [boxed("005B"), boxed("005M", "mc-api-user")],
          "tracking-writers": [tracked("005T")],
          "system-set-holders": [{ ...holder, AssigneeId: "005S" }]
        }
      },
      then: [
        ["005M", "candidate.mapped", "candidate.both-boxes"],
        ["005S", "candidate.system-set"],
        ["005T", "candidate.tracking"],
        ["005B", "candidate.both-boxes"]
      ]
    },
    {
      when: "one person's traces add up",
      changes: {
        rows: {
          "connector-configuration": [],
          "candidate-users": [boxed(IMPACTED_USER)],
          "tracking-writers": [tracked(IMPACTED_USER)],
          "system-set-holders": [{ ...holder, AssigneeId: "005S" }, holder]
        }
      },
      then: [
        [IMPACTED_USER, "candidate.both-boxes", "candidate.system-set", "candidate.tracking"],
        ["005S", "candidate.system-set"]
      ]
    },
    {
      when: "traces are equal: by username",
      changes: { rows: { "candidate-users": [boxed("005C"), boxed("005A"), boxed("005B")] } },
      then: ["005A", "005B", "005C"].map((id) => [id, "candidate.both-boxes"])
    },
    {
      when: "nobody's name in Marketing Cloud is known, nor the API user's",
      changes: { rows: { "candidate-users": [boxed("005A")], "connector-configuration": [{ Id: "a00" }] } },
      then: [["005A", "candidate.both-boxes"]]
    },
    {
      when: "the first configuration names nobody",
      changes: {
        rows: { "connector-configuration": [{ Id: "a00" }, { Id: "a01", et4ae5__Username__c: "mc-api-user" }] }
      },
      then: [[SYSTEM_USER, "candidate.mapped", "candidate.both-boxes"]]
    },
    { when: "no query answered", changes: { faults: { "candidate-users": "no-field" as const } }, then: [] }
  ])("$when", ({ changes, then }) => {
    expect(candidates(changes)).toEqual(then);
  });
});

test("a candidate is told with name, username, and what speaks for them", () => {
  const rows = { "tracking-writers": [tracked(IMPACTED_USER), tracked(IMPACTED_USER), tracked("005T")] };
  expect(candidatesOf(situation({ rows }).evidence).slice(0, 2)).toEqual([
    {
      id: SYSTEM_USER,
      name: "Marketing Cloud Integration",
      username: "mc@example.com",
      reasons: [{ key: "candidate.mapped", values: { apiUser: "mc-api-user" } }, { key: "candidate.both-boxes" }]
    },
    {
      id: IMPACTED_USER,
      name: "Ada Fields",
      username: "ada@example.com",
      reasons: [{ key: "candidate.tracking", values: { count: 2, total: 3 } }]
    }
  ]);
});

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
    const { evidence } = situation({ rows: { "candidate-users": [] } });
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

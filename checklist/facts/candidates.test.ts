import { IMPACTED_USER, inDays, noCandidate, situation, SYSTEM_USER, type Changes } from "../testing/situation.ts";
import { candidatesOf, namedBy } from "./candidates.ts";

const candidates = (changes: Changes) =>
  candidatesOf(situation(changes).evidence).map(({ id, reasons, against }) => [
    id,
    reasons.map(({ key }) => key.replace("candidate.", "")).join(),
    against.map(({ key }) => key.replace("candidate.", "")).join()
  ]);

const person = (id: string, IsActive = true) => ({ Name: `Person ${id}`, Username: `${id}@example.com`, IsActive });
const user = (Id: string, IsActive = true) => ({ Id, ...person(Id, IsActive) });
const writer = (CreatedById: string, days: number, IsActive = true) => ({
  Id: `a02${CreatedById}${String(-days)}`,
  CreatedDate: inDays(days),
  CreatedById,
  CreatedBy: person(CreatedById, IsActive)
});
const holder = (AssigneeId: string, IsActive = true) => ({
  Id: `0Pa${AssigneeId}`,
  AssigneeId,
  Assignee: person(AssigneeId, IsActive)
});

describe("candidates for the system user", () => {
  test.each<{ when: string; changes: Changes; then: string[][] }>([
    {
      when: "the mapped user has both boxes",
      changes: {},
      then: [[SYSTEM_USER, "mapped,both-boxes", ""]]
    },
    {
      when: "the mapped user is not active and has lost a box, while an admin has both",
      changes: { rows: { "mapped-users": [user("005M", false)], "candidate-users": [user("005A")] } },
      then: [
        ["005M", "mapped", "inactive,lacks-boxes"],
        ["005A", "both-boxes", "not-mapped"]
      ]
    },
    {
      when: "whoever holds the packaged set is not active",
      changes: { rows: { ...noCandidate, "system-set-holders": [holder("005S", false)] } },
      then: [["005S", "system-set", "inactive,lacks-boxes"]]
    },
    {
      when: "whoever wrote the newest results is not active",
      changes: { rows: { ...noCandidate, "tracking-writers": [writer("005T", -1, false)] } },
      then: [["005T", "tracking", "inactive,lacks-boxes"]]
    },
    {
      when: "several have traces: mapped, then the packaged set, then the newest results, then both boxes",
      changes: {
        rows: {
          "mapped-users": [user("005M")],
          "candidate-users": [user("005B"), user("005M")],
          "tracking-writers": [writer("005T", -1)],
          "system-set-holders": [holder("005S")]
        }
      },
      then: [
        ["005M", "mapped,both-boxes", "no-results"],
        ["005S", "system-set", "lacks-boxes,not-mapped,no-results"],
        ["005T", "tracking", "lacks-boxes,not-mapped"],
        ["005B", "both-boxes", "not-mapped,no-results"]
      ]
    },
    {
      when: "only the newest results count, in whatever order they come",
      changes: {
        rows: { ...noCandidate, "tracking-writers": [writer("005O", -7), writer("005N", -1), writer("005O", -6)] }
      },
      then: [["005N", "tracking", "lacks-boxes"]]
    },
    {
      when: "one person's traces add up",
      changes: {
        rows: {
          ...noCandidate,
          "candidate-users": [user(IMPACTED_USER)],
          "tracking-writers": [writer(IMPACTED_USER, -1)],
          "system-set-holders": [holder("005S"), holder(IMPACTED_USER)]
        }
      },
      then: [
        [IMPACTED_USER, "both-boxes,system-set,tracking", ""],
        ["005S", "system-set", "lacks-boxes,no-results"]
      ]
    },
    {
      when: "traces are equal: by username",
      changes: { rows: { "mapped-users": [], "candidate-users": [user("005C"), user("005A"), user("005B")] } },
      then: ["005A", "005B", "005C"].map((id) => [id, "both-boxes", ""])
    },
    {
      when: "the mapped user is frozen",
      changes: { rows: { "user-login": [{ UserId: SYSTEM_USER, IsFrozen: true, IsPasswordLocked: false }] } },
      then: [[SYSTEM_USER, "mapped,both-boxes", "frozen"]]
    },
    {
      when: "two are mapped, of whom one is frozen",
      changes: {
        rows: {
          "mapped-users": [user("005M"), user("005N")],
          "candidate-users": [user("005M"), user("005N")],
          "user-login": [
            { UserId: "005M", IsFrozen: true, IsPasswordLocked: false },
            { UserId: "005N", IsFrozen: false, IsPasswordLocked: false }
          ]
        }
      },
      then: [
        ["005M", "mapped,both-boxes", "frozen"],
        ["005N", "mapped,both-boxes", ""]
      ]
    },
    {
      when: "who has both boxes can't be read",
      changes: { faults: { "candidate-users": "no-field" } },
      then: [[SYSTEM_USER, "mapped", ""]]
    },
    {
      when: "more people have both boxes than were read",
      changes: { rows: { "candidate-users": Array.from({ length: 50 }, (_, i) => user(`005X${String(i)}`)) } },
      then: [
        [SYSTEM_USER, "mapped", ""],
        ...Array.from({ length: 50 }, (_, i) => `005X${String(i)}`)
          .sort((a, b) => `${a}@`.localeCompare(`${b}@`))
          .map((id) => [id, "both-boxes", "not-mapped"])
      ]
    },
    {
      when: "no query answered",
      changes: { faults: { "candidate-users": "no-field", "mapped-users": "no-field" } },
      then: []
    }
  ])("$when", ({ changes, then }) => {
    expect(candidates(changes)).toEqual(then);
  });
});

test("a candidate is told with name, username, and what speaks for and against them", () => {
  const rows = { "tracking-writers": [writer("005T", -1)] };
  expect(candidatesOf(situation({ rows }).evidence)).toEqual([
    {
      id: SYSTEM_USER,
      name: "Marketing Cloud Integration",
      username: "mc@example.com",
      reasons: [{ key: "candidate.mapped", values: { apiUser: ["mc-api-user"] } }, { key: "candidate.both-boxes" }],
      against: [{ key: "candidate.no-results" }]
    },
    {
      id: "005T",
      name: "Person 005T",
      username: "005T@example.com",
      reasons: [{ key: "candidate.tracking" }],
      against: [{ key: "candidate.lacks-boxes" }, { key: "candidate.not-mapped", values: { apiUser: ["mc-api-user"] } }]
    }
  ]);
});

test("a witness that was not read names nobody", () => {
  const { evidence } = situation({ faults: { "mapped-users": "timeout" } });
  expect(namedBy(evidence).mapping).toEqual([]);
});

import { checkOf, RUN_QUERIES } from "../catalogue.ts";
import { CHECKS } from "../checks/index.ts";
import { healthyRows, IMPACTED_USER, situation, SYSTEM_USER, type Changes } from "../testing/situation.ts";
import { gather } from "../gather/gather.ts";
import { judge } from "./judge.ts";
import { EVERYONE_LIMIT } from "../facts/people.ts";

const person = (Id: string) => ({ Id, Name: `Person ${Id}`, Username: `${Id}@example.com` });
const group = (count: number, total: number): Changes => ({
  selection: { everyone: true, impactedUsers: [] },
  rows: {
    "connector-users": Array.from({ length: count }, (_, index) => person(String(index))),
    "connector-user-count": [{ total }]
  }
});
const missing = (changes: Changes) =>
  judge([checkOf("user-active")], situation(changes))
    .findings.filter(({ subject }) => subject === null)
    .map((finding) => `${finding.state}/${finding.case}`);

describe("everyone with a Marketing Cloud box ticked", () => {
  test("is checked beside those who were named, each once, and the system user not again", () => {
    const rows = { "connector-users": [person(SYSTEM_USER), person(IMPACTED_USER), person("005000000000003AAA")] };
    const { people } = judge(CHECKS, situation({ rows, selection: { everyone: true } }));
    expect(people.impactedUsers.map(({ id }) => id)).toEqual([IMPACTED_USER, "005000000000003AAA"]);
  });

  test.each<[string, Changes, string[]]>([
    ["nobody is missing", group(3, 3), []],
    ["fewer came than there are", group(1, 4), ["unknown/not-everyone"]],
    ["more came than there are", group(4, 1), ["unknown/not-everyone"]],
    [
      "fewer came than are asked for, and their number is not known",
      { ...group(3, 3), faults: { "connector-user-count": "server" } },
      []
    ],
    ["exactly as many as are asked for", group(EVERYONE_LIMIT, EVERYONE_LIMIT), []],
    ["there are more than are asked for", group(EVERYONE_LIMIT, EVERYONE_LIMIT + 1), ["unknown/not-everyone"]],
    ["the group can't be read", { ...group(0, 0), faults: { "connector-users": "no-field" } }, ["unknown/no-field"]]
  ])("is known to be whole or not when %s", (_when, changes, expected) => {
    expect(missing(changes)).toEqual(expected);
  });

  test("is asked for in the first of three waves, and only when it is wanted", async () => {
    const waves: string[][] = [];
    const rows = healthyRows();
    const source = {
      runQueries: (requests: readonly { name: string }[]) => {
        waves.push(requests.map(({ name }) => name));
        return Promise.resolve(requests.map(({ name }) => ({ name, rows: rows[name] })));
      }
    };
    await gather(source, { queries: RUN_QUERIES, selection: { everyone: true, impactedUsers: [] }, viewerId: "005V" });
    await gather(source, { queries: RUN_QUERIES, selection: { impactedUsers: [] }, viewerId: "005V" });
    expect(waves.map((wave) => wave.includes("connector-users"))).toEqual([true, false, false, false, false, false]);
  });
});

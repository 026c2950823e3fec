import { testCheck } from "../../testing/check-table.ts";
import {
  IMPACTED_USER,
  inDays,
  situation,
  SYSTEM_USER,
  withoutPackage,
  type Changes
} from "../../testing/situation.ts";
import { peopleOf } from "../../facts/people.ts";
import { judge } from "../../judge/judge.ts";
import { systemUserPlausible } from "./system-user-plausible.ts";

const OTHER = "005000000000077AAA";
const person = (Username: string) => ({ Name: "Otto Berg", Username, IsActive: true });
const mapped = (Id = OTHER) => ({ Id, ...person("otto@example.com") });
const result = (CreatedById: string, days: number) => ({
  Id: `a0R00000000000${String(-days)}AAA`,
  CreatedDate: inDays(days),
  CreatedById,
  CreatedBy: person(`${CreatedById}@example.com`)
});
const holder = (AssigneeId: string) => ({ Id: "0Pa1", AssigneeId, Assignee: person("otto@example.com") });
const traces = (rows: Changes["rows"]): Changes => ({ rows: { "mapped-users": [], ...rows } });

testCheck(systemUserPlausible, [
  ["passes when the mapping names the one chosen", {}, "pass/agrees"],
  [
    "passes when one of several who are mapped was chosen",
    traces({ "mapped-users": [mapped(), mapped(SYSTEM_USER)] }),
    "pass/agrees"
  ],
  ["warns when the mapping names another", traces({ "mapped-users": [mapped()] }), "warn/contradicted"],
  [
    "goes by the mapping where others hold the packaged set and wrote results",
    { rows: { "system-set-holders": [holder(OTHER)], "tracking-writers": [result(OTHER, -1)] } },
    "pass/agrees-in-part"
  ],
  [
    "warns when the mapping names another, whoever holds the packaged set and wrote results",
    {
      rows: {
        "mapped-users": [mapped()],
        "system-set-holders": [holder(SYSTEM_USER)],
        "tracking-writers": [result(SYSTEM_USER, -1)]
      }
    },
    "warn/contradicted"
  ],
  [
    "goes by the packaged set where another wrote results and nobody is mapped",
    traces({ "system-set-holders": [holder(SYSTEM_USER)], "tracking-writers": [result(OTHER, -1)] }),
    "pass/agrees-in-part"
  ],
  [
    "warns when another wrote the newest results",
    traces({ "tracking-writers": [result(OTHER, -1)] }),
    "warn/contradicted"
  ],
  [
    "goes by the newest results only, in whatever order they come",
    traces({ "tracking-writers": [result(OTHER, -7), result(SYSTEM_USER, -1), result(OTHER, -6)] }),
    "pass/agrees"
  ],
  [
    "warns when only others hold the packaged set",
    traces({ "system-set-holders": [holder(OTHER)] }),
    "warn/contradicted"
  ],
  [
    "passes when the one chosen is among those who hold the packaged set",
    traces({ "system-set-holders": [holder(OTHER), holder(SYSTEM_USER)] }),
    "pass/agrees"
  ],
  [
    "is unknown while the username of the one chosen can't be looked up",
    { selection: { systemUser: { username: "mc@example.com" } }, faults: { "people-by-username": "server" } },
    "unknown/server"
  ],
  [
    "is unknown where nobody has the username that was chosen",
    { selection: { systemUser: { username: "nobody@example.com" } } },
    "unknown/person-not-found"
  ],
  ["does not apply where nothing points to anybody", traces({}), "not-applicable/no-trace"],
  [
    "is unknown where nothing points to anybody, and who holds the packaged set may be hidden",
    { ...traces({}), lacks: ["PermissionsViewSetup"] },
    "unknown/hidden"
  ],
  [
    "is unknown where who holds the packaged set may be hidden, whoever wrote results",
    { ...traces({ "tracking-writers": [result(SYSTEM_USER, -1)] }), lacks: ["PermissionsViewSetup"] },
    "unknown/hidden"
  ],
  [
    "goes by the mapping where who holds the packaged set may be hidden",
    { lacks: ["PermissionsViewSetup"] },
    "pass/agrees"
  ],
  [
    "does not apply while nobody has chosen",
    { selection: { systemUser: undefined as never } },
    "not-applicable/not-chosen"
  ],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);

test("a contradiction names each witness and whom it points to", () => {
  const changes = traces({ "mapped-users": [mapped()], "tracking-writers": [result(SYSTEM_USER, -1)] });
  const [finding] = judge([systemUserPlausible], situation(changes)).findings;
  expect(finding?.values).toMatchObject({
    systemUser: "mc@example.com",
    mapped: ["otto@example.com"],
    holders: { texts: ["witness.nobody"] },
    writers: [`${SYSTEM_USER}@example.com`]
  });
});

const PEOPLE = [SYSTEM_USER, IMPACTED_USER, OTHER];
const subsets = PEOPLE.reduce<string[][]>((found, id) => [...found, ...found.map((ids) => [...ids, id])], [[]]);
const user = (Id: string) => ({ Id, ...person(`${Id}@example.com`) });

test.each(subsets)(
  "whoever is guessed is not contradicted once they are chosen, where these are mapped: %s",
  (...ids) => {
    for (const holders of subsets)
      for (const boxes of subsets)
        for (const writer of [[], ...PEOPLE.map((id) => [id])]) {
          const { evidence, ...others } = situation({
            rows: {
              "mapped-users": ids.map(user),
              "system-set-holders": holders.map(holder),
              "candidate-users": boxes.map(user),
              "tracking-writers": writer.map((id) => result(id, -1))
            }
          });
          const { systemUser } = peopleOf(evidence, { impactedUsers: [] });
          if (!systemUser?.id) continue;
          const selection = { systemUser: { id: systemUser.id }, impactedUsers: [] };
          const [finding] = judge([systemUserPlausible], { ...others, evidence, selection }).findings;
          expect(finding?.case).not.toBe("contradicted");
        }
  }
);

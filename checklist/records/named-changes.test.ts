import type { RowOf } from "../evidence/query.ts";
import type { QueryReply, QueryRequest } from "../gather/gather.ts";
import type { savedChanges } from "../queries/saved-changes.ts";
import { healthyRows, IMPACTED_USER, ORG } from "../testing/situation.ts";
import { namedChanges } from "./named-changes.ts";

const SET = "0PS000000000001AAA";
const row = (changes: Partial<RowOf<typeof savedChanges>>) =>
  ({
    Id: "a00000000000001AAA",
    Name: "F-000001",
    CreatedDate: "2026-05-04T12:00:00.000+00:00",
    CreatedById: "005000000000009AAA",
    Plan__c: "p",
    Position__c: 1,
    Check__c: "app-access",
    Operation__c: "assign",
    Object__c: "PermissionSetAssignment",
    Before__c: false,
    After__c: true,
    Status__c: "done",
    Org__c: Array.from(ORG).reverse().join(""),
    ...changes
  }) as RowOf<typeof savedChanges>;

/** An org that answers with its people, and with one permission set. */
function org() {
  const asked: QueryRequest[] = [];
  const rows: Record<string, unknown> = {
    users: healthyRows()["users"],
    "permission-set-labels": [{ Id: SET, Label: "Connected App" }]
  };
  const runQueries = (requests: readonly QueryRequest[]): Promise<QueryReply[]> => {
    asked.push(...requests);
    return Promise.resolve(requests.map(({ name }) => ({ name, rows: rows[name] })));
  };
  return { asked, runQueries };
}

test("saved changes have the names of today, and what is gone its Id", async () => {
  const source = org();
  const rows = [
    row({ Person__c: IMPACTED_USER, Permission_Set__c: SET }),
    row({ Person__c: "005000000000008AAA", Permission_Set__c: SET })
  ];
  const changes = await namedChanges(source, rows, ORG);
  expect(changes.map(({ values }) => values)).toEqual([
    { user: "Ada Fields", set: "Connected App" },
    { user: "005000000000008AAA", set: "Connected App" }
  ]);
  expect(source.asked).toMatchObject([
    { name: "users", binds: { userIds: [IMPACTED_USER, "005000000000008AAA"] } },
    { name: "permission-set-labels", binds: { permissionSetIds: [SET] } }
  ]);
});

test.each<[string, Partial<RowOf<typeof savedChanges>>, string[]]>([
  ["people alone", { Person__c: IMPACTED_USER }, ["users"]],
  ["permission sets alone", { Permission_Set__c: SET }, ["permission-set-labels"]],
  ["neither", {}, []]
])("changes that name %s ask only for their names", async (_what, changes, expected) => {
  const source = org();
  expect(await namedChanges(source, [row(changes)], ORG)).toHaveLength(1);
  expect(source.asked.map(({ name }) => name)).toEqual(expected);
});

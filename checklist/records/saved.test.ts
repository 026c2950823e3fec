import type { RowOf } from "../evidence/query.ts";
import type { savedConfirmations } from "../queries/saved-confirmations.ts";
import { IMPACTED_USER, inDays, SYSTEM_USER } from "../testing/situation.ts";
import { confirmationsIn, selectionIn, peopleToSave } from "./saved.ts";

const row = (changes: Partial<RowOf<typeof savedConfirmations>> = {}): RowOf<typeof savedConfirmations> => ({
  Id: "a10000000000001AAA",
  Check__c: "scope-by-user",
  Holds__c: true,
  Basis__c: '{"api-user":"x"}',
  Version__c: "v1",
  LastModifiedDate: inDays(-3),
  LastModifiedBy: { Name: "Vera Lind" },
  ...changes
});

describe("kept confirmations", () => {
  test("are by whoever wrote them last, when they did", () => {
    expect(confirmationsIn([row({ Note__c: "as agreed" })])).toEqual([
      {
        check: "scope-by-user",
        subjectId: null,
        holds: true,
        note: "as agreed",
        by: "Vera Lind",
        at: inDays(-3),
        basis: { "api-user": "x" },
        version: "v1"
      }
    ]);
  });
  test("of a person are about that person, and without a note have none", () => {
    expect(confirmationsIn([row({ Subject__c: IMPACTED_USER })])).toMatchObject([
      { subjectId: IMPACTED_USER, note: "" }
    ]);
  });
  test("without a basis rest on nothing", () => {
    const { Basis__c: _, ...without } = row();
    expect(confirmationsIn([without])[0]?.basis).toEqual({});
  });
  test("with a basis that can't be read rest on nothing that can come true", () => {
    expect(confirmationsIn([row({ Basis__c: "{" })])[0]?.basis).toEqual({ app: "{" });
  });
});

describe("kept people", () => {
  const selection = {
    systemUser: { id: SYSTEM_USER },
    impactedUsers: [{ id: IMPACTED_USER }, { id: IMPACTED_USER }, { username: "never@example.com" }],
    everyone: true
  };
  test("are those that were found, each once", () => {
    expect(peopleToSave(selection).map(({ key }) => key)).toEqual([
      "system-user",
      `impacted-user/${IMPACTED_USER}`,
      "everyone"
    ]);
  });
  test("are kept with the role and the Id that they were chosen with", () => {
    expect(peopleToSave(selection)).toEqual([
      { key: "system-user", role: "system-user", userId: SYSTEM_USER },
      { key: `impacted-user/${IMPACTED_USER}`, role: "impacted-user", userId: IMPACTED_USER },
      { key: "everyone", role: "everyone", userId: null }
    ]);
  });
  test.each([
    ["nobody was chosen", {}],
    ["the system user was never found", { systemUser: { username: "never@example.com" } }],
    ["everyone was not asked for", { everyone: false }]
  ])("are none where %s", (_when, chosen) => {
    expect(peopleToSave({ impactedUsers: [], ...chosen })).toEqual([]);
  });
  test("come back as nobody where nobody was kept, or is shown", () => {
    expect(selectionIn([])).toEqual({ impactedUsers: [] });
    expect(selectionIn([{ Id: "1", Key__c: "system-user", Role__c: "system-user" }])).toEqual({ impactedUsers: [] });
  });
  test("come back as the selection that they were", () => {
    const rows = peopleToSave(selection).map(({ key, role, userId }) => ({
      Id: key,
      Key__c: key,
      Role__c: role,
      ...(userId === null ? {} : { User__c: userId })
    }));
    expect(selectionIn(rows)).toEqual({
      systemUser: { id: SYSTEM_USER },
      impactedUsers: [{ id: IMPACTED_USER }],
      everyone: true
    });
  });
  test("come back with the name of whom the person looking may see", () => {
    const user = { Name: "Ada Fields", Username: "ada@example.com", IsActive: false };
    const rows = [{ Id: "1", Key__c: "x", Role__c: "impacted-user", User__c: IMPACTED_USER, User__r: user }];
    expect(selectionIn(rows).impactedUsers).toEqual([{ id: IMPACTED_USER, name: user.Name, username: user.Username }]);
  });
});

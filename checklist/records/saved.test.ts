import type { RowOf } from "../evidence/query.ts";
import type { savedConfirmations } from "../queries/saved-confirmations.ts";
import { checkOf } from "../catalogue.ts";
import type { Confirmation } from "../judge/confirmation.ts";
import { judge } from "../judge/judge.ts";
import { givenConfirmation } from "../testing/given-confirmation.ts";
import { marketingCloudSays } from "../testing/marketing-cloud-answer.ts";
import { APP, IMPACTED_USER, inDays, situation, SYSTEM_USER } from "../testing/situation.ts";
import { confirmationsIn, selectionIn, peopleToSave } from "./saved.ts";

const ORG = "00D000000000001AAA";
const MARK = "AAA100000000000D00";
const VIEWER = "005000000000009AAA";

const row = (changes: Partial<RowOf<typeof savedConfirmations>> = {}): RowOf<typeof savedConfirmations> => ({
  Id: "a10000000000001AAA",
  Check__c: "scope-by-user",
  Holds__c: true,
  Basis__c: '{"api-user":"x"}',
  Version__c: "v1",
  Confirmed_By__c: VIEWER,
  Confirmed_By__r: { Name: "Vera Lind" },
  Confirmed_At__c: inDays(-3),
  Org__c: MARK,
  LastModifiedById: VIEWER,
  LastModifiedDate: inDays(-3),
  ...changes
});
const without = (...names: (keyof RowOf<typeof savedConfirmations>)[]) =>
  Object.fromEntries(Object.entries(row()).filter(([name]) => !names.includes(name as never))) as ReturnType<
    typeof row
  >;
const read = (...rows: ReturnType<typeof row>[]) => confirmationsIn(rows, ORG);

describe("saved confirmations", () => {
  test("are by whoever answered, when they did", () => {
    expect(read(row({ Answer__c: "off", Note__c: "as agreed" }))).toEqual([
      {
        check: "scope-by-user",
        subjectId: null,
        holds: true,
        answer: "off",
        note: "as agreed",
        by: "Vera Lind",
        at: inDays(-3),
        basis: { "api-user": "x" },
        version: "v1"
      }
    ]);
  });
  test("of a person are about that person, and without a note have none", () => {
    expect(read(row({ Subject__c: IMPACTED_USER }))).toMatchObject([{ subjectId: IMPACTED_USER, note: "" }]);
  });
  test("are by an Id where the name is not shown", () => {
    expect(read(without("Confirmed_By__r"))).toMatchObject([{ by: VIEWER }]);
  });
  test("without a basis rest on nothing", () => {
    expect(read(without("Basis__c"))[0]).toMatchObject({ basis: {} });
    expect(read(without("Basis__c"))[0]).not.toHaveProperty("void");
  });
  test.each(["{", "7", "{}"])("with an answer of Marketing Cloud that can't be read, %s, do not count", (text) => {
    expect(read(row({ Marketing_Cloud__c: text }))[0]).toMatchObject({ void: "unreadable" });
    expect(read(row({ Marketing_Cloud__c: text }))[0]).not.toHaveProperty("marketingCloud");
  });
  test("with an answer of Marketing Cloud have it, and no answer that nobody gave", () => {
    const marketingCloud = marketingCloudSays();
    const [found] = read(row({ Marketing_Cloud__c: JSON.stringify(marketingCloud) }));
    expect(found).toMatchObject({ marketingCloud });
    expect(found).not.toHaveProperty("void");
    expect(Object.keys(found ?? {})).not.toContain("answer");
  });
  test("are by nobody where neither name nor Id is shown", () => {
    expect(read(without("Confirmed_By__c", "Confirmed_By__r"))).toMatchObject([{ by: "–", void: "unsigned" }]);
  });
  test("that Salesforce wrote within a minute count, by an Id of 15 characters too", () => {
    const written = new Date(Date.parse(inDays(-3)) + 60_000).toISOString();
    expect(read(row({ LastModifiedDate: written }))[0]).not.toHaveProperty("void");
    expect(confirmationsIn([row()], ORG.slice(0, 15))[0]).not.toHaveProperty("void");
  });

  test.each<[string, ReturnType<typeof row>, string | undefined, string]>([
    ...["null", "{", "[]", "7", '"x"', '{"app":1}', '{"app":{}}', '{"app":null}'].map(
      (text): [string, ReturnType<typeof row>, string, string] => [
        `their basis is ${text}`,
        row({ Basis__c: text }),
        ORG,
        "unreadable"
      ]
    ),
    ["they were given in another org", row({ Org__c: "AAA200000000000D00" }), ORG, "other-org"],
    ["a copy rewrote the Id as it stands", row({ Org__c: ORG }), ORG, "other-org"],
    ["the org can't be read", row(), undefined, "other-org"],
    ["somebody else changed the record", row({ LastModifiedById: "005000000000008AAA" }), ORG, "touched"],
    ["the record was changed later, by the same person", row({ LastModifiedDate: inDays(-2) }), ORG, "touched"],
    ["nobody is named", without("Confirmed_By__c"), ORG, "unsigned"],
    ["no time is named", without("Confirmed_At__c"), ORG, "unsigned"],
    ["no org is named", without("Org__c"), ORG, "unsigned"]
  ])("do not count where %s", (_when, saved, orgId, reason) => {
    expect(confirmationsIn([saved], orgId)[0]).toMatchObject({ void: reason, version: "v1" });
  });

  test("that do not count are told at the finding, and take nobody else's place", () => {
    const saved = confirmationsIn([{ ...row({ Basis__c: "null" }) }], ORG);
    const state = (confirmations: Confirmation[]) => {
      const [found] = judge([checkOf("scope-by-user")], situation({ confirmations })).findings;
      return [found?.state, found?.lapsed];
    };
    expect(state(saved)).toEqual(["confirm", { why: "unreadable" }]);
    expect(state([...saved, givenConfirmation("scope-by-user")])).toEqual(["confirmed", null]);
  });
});

describe("saved people", () => {
  const selection = {
    systemUser: { id: SYSTEM_USER },
    impactedUsers: [{ id: IMPACTED_USER }, { id: IMPACTED_USER }, { username: "never@example.com" }],
    everyone: true,
    appId: APP
  };
  test("are those that were found, each once", () => {
    expect(peopleToSave(selection).map(({ key }) => key)).toEqual([
      "system-user",
      `impacted-user/${IMPACTED_USER}`,
      "everyone",
      `app/${APP}`
    ]);
  });
  test("are kept with the role and the Id that they were chosen with", () => {
    expect(peopleToSave(selection)).toEqual([
      { key: "system-user", role: "system-user", userId: SYSTEM_USER },
      { key: `impacted-user/${IMPACTED_USER}`, role: "impacted-user", userId: IMPACTED_USER },
      { key: "everyone", role: "everyone", userId: null },
      { key: `app/${APP}`, role: "app", userId: null }
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
    expect(selectionIn([], ORG)).toEqual({ impactedUsers: [] });
    const hidden = { Id: "1", Key__c: "system-user", Role__c: "system-user", Org__c: MARK };
    expect(selectionIn([hidden], ORG)).toEqual({ impactedUsers: [] });
  });
  test("come back as the selection that they were", () => {
    const rows = peopleToSave(selection).map(({ key, role, userId }) => ({
      Id: key,
      Key__c: key,
      Role__c: role,
      Org__c: MARK,
      ...(userId === null ? {} : { User__c: userId })
    }));
    expect(selectionIn(rows, ORG)).toEqual({
      systemUser: { id: SYSTEM_USER },
      impactedUsers: [{ id: IMPACTED_USER }],
      everyone: true,
      appId: APP
    });
    for (const orgId of ["00D000000000002AAA", undefined])
      expect(selectionIn(rows, orgId)).toEqual({ impactedUsers: [] });
    const unmarked = rows.map(({ Org__c: _, ...others }) => others);
    expect(selectionIn(unmarked, ORG)).toEqual({ impactedUsers: [] });
  });
  test("come back without an app where the key names none", () => {
    const rows = [{ Id: "1", Key__c: "odd", Role__c: "app", Org__c: MARK }];
    expect(selectionIn(rows, ORG)).toEqual({ impactedUsers: [] });
  });
  test("come back with the name of whom the person looking may see", () => {
    const user = { Name: "Ada Fields", Username: "ada@example.com" };
    const rows = [
      { Id: "1", Key__c: "x", Role__c: "impacted-user", User__c: IMPACTED_USER, User__r: user, Org__c: MARK }
    ];
    expect(selectionIn(rows, ORG).impactedUsers).toEqual([
      { id: IMPACTED_USER, name: user.Name, username: user.Username }
    ]);
  });
});

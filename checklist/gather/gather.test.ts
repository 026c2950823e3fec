import {
  ADMIN_PROFILE,
  APP,
  APP_SET,
  healthyRows,
  IMPACTED_USER,
  inDays,
  ORG,
  profileGrant,
  SYSTEM_USER
} from "../testing/situation.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { askOne, errorOf, gather, type QueryReply, type QueryRequest, type QuerySource } from "./gather.ts";
import { queryNamed, RUN_QUERIES } from "../catalogue.ts";
import type { Query } from "../evidence/query.ts";

type Answer = (request: QueryRequest) => QueryReply | undefined;

/** An org that answers from the healthy rows, and remembers each wave. */
function org(answer: Answer = () => undefined): QuerySource & { waves: QueryRequest[][] } {
  const rows = healthyRows();
  const waves: QueryRequest[][] = [];
  return {
    waves,
    runQueries(requests) {
      waves.push([...requests]);
      return Promise.resolve(requests.map((each) => answer(each) ?? { name: each.name, rows: rows[each.name] }));
    }
  };
}

const named = {
  queries: RUN_QUERIES,
  selection: { systemUser: { id: SYSTEM_USER }, impactedUsers: [{ id: IMPACTED_USER }] },
  viewerId: "005V"
};
const nobody = { queries: RUN_QUERIES, selection: { impactedUsers: [] }, viewerId: "005V" };
const binds = (source: { waves: QueryRequest[][] }, name: string) =>
  source.waves.flat().find((request) => request.name === name)?.binds;
const kind = (evidence: Evidence, name: string): string => {
  const answer = evidence[name];
  if (!answer) return "not asked";
  return "rows" in answer ? `${String(answer.rows.length)} rows` : answer.fault.kind;
};

const queries = (...names: string[]): Query[] => names.map(queryNamed);

describe("gather", () => {
  test.each([
    { when: "people are named by Id", options: named },
    { when: "nobody is named", options: nobody },
    {
      when: "people are named by username",
      options: { ...nobody, selection: { systemUser: { username: "mc@example.com" }, impactedUsers: [] } }
    }
  ])("asks in three waves when $when", async ({ options }) => {
    const source = org();
    await gather(source, options);
    expect(source.waves).toHaveLength(3);
  });

  test("asks about the people named and nobody else", async () => {
    const source = org();
    await gather(source, named);
    expect(binds(source, "users")).toEqual({ userIds: [SYSTEM_USER, IMPACTED_USER] });
  });

  test.each<[string, QueryRequest["binds"]]>([
    ["organization", {}],
    ["viewer", { viewerId: "005V" }],
    ["users", { userIds: [SYSTEM_USER, IMPACTED_USER] }],
    ["user-checkboxes", { userIds: [SYSTEM_USER, IMPACTED_USER] }],
    ["app-grants", { appIds: [APP] }],
    ["profiles", { userIds: [SYSTEM_USER, IMPACTED_USER] }],
    ["mapped-users", { apiUsers: ["mc-api-user"] }],
    ["permission-set-groups", { permissionSetIds: [APP_SET] }],
    ["permission-set-assignments", { permissionSetIds: [APP_SET], userIds: [SYSTEM_USER, IMPACTED_USER] }],
    ["group-assignments", { permissionSetIds: [APP_SET], userIds: [SYSTEM_USER, IMPACTED_USER] }]
  ])("asks %s about what the run is about", async (name, expected) => {
    const source = org();
    await gather(source, named);
    expect(binds(source, name)).toEqual(expected);
  });

  test("asks for usernames where no Id was given", async () => {
    const people = [{ username: "mc@example.com" }, { id: IMPACTED_USER, username: "ada@example.com" }, {}];
    const source = org();
    await gather(source, { ...named, selection: { systemUser: people[0] ?? {}, impactedUsers: people.slice(1) } });
    expect(binds(source, "people-by-username")).toEqual({ usernames: ["mc@example.com"] });
  });

  test("does not ask about access through profiles by their permission sets", async () => {
    const grants = [profileGrant(ADMIN_PROFILE)];
    const source = org(({ name }) => (name === "app-grants" ? { name, rows: grants } : undefined));
    const evidence = await gather(source, named);
    expect(binds(source, "permission-set-groups")).toBeUndefined();
    expect(kind(evidence, "permission-set-assignments")).toBe("0 rows");
  });

  test("does not choose among several apps to ask about", async () => {
    const app = { Name: "Marketing Cloud", LastModifiedDate: inDays(-1) };
    const apps = [
      { ...app, Id: "0H41" },
      { ...app, Id: "0H42" }
    ];
    const source = org(({ name }) => (name === "connected-apps" ? { name, rows: apps } : undefined));
    await gather(source, named);
    expect(binds(source, "app-grants")).toBeUndefined();
  });

  test("asks about nobody where nobody is known, and blames the lookup only where it failed", async () => {
    const unknown: QuerySource["runQueries"] = async (requests) =>
      (await org().runQueries(requests)).map((reply) =>
        ["candidate-users", "mapped-users", "system-set-holders"].includes(reply.name)
          ? { name: reply.name, rows: [] }
          : reply
      );
    const failing: QuerySource["runQueries"] = async (requests) =>
      (await unknown(requests)).map((reply) =>
        reply.name === "people-by-username" ? { name: reply.name, errorType: "TIMEOUT", errorMessage: "" } : reply
      );
    const selection = { systemUser: { username: "mc@example.com" }, impactedUsers: [] };
    const found = await gather({ runQueries: unknown }, { ...named, selection });
    expect(["users", "permission-set-assignments"].map((name) => kind(found, name))).toEqual(["0 rows", "0 rows"]);
    const lost = await gather({ runQueries: failing }, { ...named, selection });
    expect(["users", "permission-set-assignments"].map((name) => kind(lost, name))).toEqual(["timeout", "timeout"]);
  });

  test("asks about the best candidate when nobody is named", async () => {
    const source = org();
    await gather(source, nobody);
    expect(binds(source, "users")).toEqual({ userIds: [SYSTEM_USER] });
  });

  test("does not ask for access when there is no app", async () => {
    const source = org(({ name }) => (name === "connected-apps" ? { name, rows: [] } : undefined));
    const evidence = await gather(source, named);
    expect(binds(source, "app-grants")).toBeUndefined();
    expect(kind(evidence, "permission-set-assignments")).toBe("0 rows");
  });

  test.each<[string, Answer, string]>([
    ["an error", ({ name }) => ({ name, errorType: "INSUFFICIENT_ACCESS", errorMessage: "no" }), "no-access"],
    ["no list", ({ name }) => ({ name, rows: "<html>" }), "malformed"],
    ["a row without a field that is never empty", ({ name }) => ({ name, rows: [{ Id: "0H4" }] }), "malformed"],
    [
      "a date that is none",
      ({ name }) => ({ name, rows: [{ Id: "0H4", Name: "x", LastModifiedDate: "soon" }] }),
      "malformed"
    ]
  ])("keeps %s as the reason, for the query and for those that wait for it", async (_what, reply, expected) => {
    const source = org((request) => (request.name === "connected-apps" ? reply(request) : undefined));
    const evidence = await gather(source, named);
    expect(kind(evidence, "connected-apps")).toBe(expected);
    expect(kind(evidence, "app-grants")).toBe(expected);
    expect(kind(evidence, "users")).toBe("2 rows");
  });

  test("a query that the answer leaves out is malformed", async () => {
    const source: QuerySource = { runQueries: () => Promise.resolve([]) };
    const { organization } = await gather(source, named);
    expect(organization).toMatchObject({
      fault: { kind: "malformed", message: "The answer left this query out." }
    });
  });

  test("what one query answers is its rows, or why there are none", async () => {
    const [organization] = queries("organization") as [Query];
    expect(await askOne(org(), organization)).toMatchObject({ rows: [{ Id: ORG }] });
    const failing: QuerySource = { runQueries: () => Promise.reject(new Error("late")) };
    expect(await askOne(failing, organization)).toMatchObject({ fault: { message: "late" } });
  });

  test.each([
    ["an Error", new Error("socket hang up"), "server", "socket hang up"],
    ["an Error with a code", Object.assign(new Error("late"), { code: "ETIMEDOUT" }), "timeout", "late"],
    ["an Error with a telling name", Object.assign(new Error("much"), { name: "LimitException" }), "limit", "much"],
    [
      "what Apex throws",
      { body: { message: "Not for you: insufficient access", exceptionType: "System.AuraHandledException" } },
      "no-access",
      "Not for you: insufficient access"
    ],
    [
      "both Apex's words and a browser's",
      { message: "Failed", code: "OTHER", body: { message: "Too many", exceptionType: "System.LimitException" } },
      "limit",
      "Too many"
    ],
    ["empty words", { message: "late", code: "TIMEOUT", body: { message: "", exceptionType: "" } }, "timeout", "late"],
    ["no words", { message: 7, code: 7, body: null }, "server", "No reason was given."],
    ["nothing", undefined, "server", "No reason was given."]
  ])("a call that fails with %s becomes a fault of each query in it", async (_what, thrown, expected, message) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- Apex does reject with plain objects
    const evidence = await gather({ runQueries: () => Promise.reject(thrown) }, named);
    expect(evidence.organization).toEqual({ fault: { kind: expected, message }, object: "Organization" });
    expect(kind(evidence, "app-grants")).toBe(expected);
  });

  const many = (count: number) => (name: string, row: object) => (request: QueryRequest) =>
    request.name === name ? { name, rows: Array.from({ length: count }, () => row) } : undefined;
  const unit = { Id: "a01" };
  const candidate = { Id: SYSTEM_USER, Name: "A", Username: "a@example.com", IsActive: true };

  test.each<[string, Answer, string, string]>([
    ["as many rows as its limit may have been cut off", many(200)("business-units", unit), "business-units", "cut-off"],
    ["one row less is whole", many(199)("business-units", unit), "business-units", "199 rows"],
    [
      "a sample may be full: the rows that come first are enough",
      many(50)("candidate-users", candidate),
      "candidate-users",
      "50 rows"
    ]
  ])("%s", async (_what, answer, name, expected) => {
    expect(kind(await gather(org(answer), named), name)).toBe(expected);
  });

  test("of what may have been cut off, how many rows came", async () => {
    const { "business-units": units } = await gather(org(many(200)("business-units", unit)), named);
    expect(units).toMatchObject({ fault: { message: "There are 200 rows or more." } });
  });

  test("what is thrown without a code has none", () => {
    expect(errorOf({ message: "late" })).toEqual({ code: "", message: "late" });
  });

  test("asks only what is asked for again, and keeps the rest", async () => {
    const previous = await gather(org(), named);
    const source = org(({ name }) => ({ name, errorType: "UNKNOWN_EXCEPTION", errorMessage: "" }));
    const evidence = await gather(source, { ...named, previous, queries: queries("users") });
    expect(source.waves.map((wave) => wave.map(({ name }) => name))).toEqual([["users"]]);
    expect(kind(evidence, "users")).toBe("server");
    expect(kind(evidence, "connected-apps")).toBe("1 rows");
  });

  test("shows no old answer of what is being asked again", async () => {
    const previous = await gather(org(), named);
    const waves: Evidence[] = [];
    const onWave = (evidence: Evidence) => waves.push(evidence);
    await gather(org(), { ...named, previous, queries: queries("connected-apps", "app-grants"), onWave });
    expect(waves.map((evidence) => kind(evidence, "app-grants"))).toEqual(["not asked", "1 rows"]);
    expect(waves.map((evidence) => kind(evidence, "profiles"))).toEqual(["2 rows", "2 rows"]);
  });

  test("does not ask what rests on a query that was never asked, and says which", async () => {
    const source = org();
    const evidence = await gather(source, { ...named, queries: queries("app-grants") });
    expect(source.waves).toEqual([]);
    expect(evidence).toEqual({
      "app-grants": {
        fault: { kind: "server", message: expect.stringContaining("connected-apps") as string },
        object: "ConnectedApplication"
      }
    });
  });

  test("tells after each wave what is known by then, and whether more is asked", async () => {
    const known: number[] = [];
    const more: boolean[] = [];
    const onWave = (evidence: Evidence, hasMore: boolean) => {
      known.push(Object.keys(evidence).length);
      more.push(hasMore);
    };
    await gather(org(), { ...named, onWave });
    expect(known).toEqual([...known].sort((a, b) => a - b));
    expect(more).toEqual([true, true, false]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { QUERIES, queryNamed, RUN_QUERIES } from "../catalogue.ts";
import type { Evidence } from "../evidence/evidence.ts";
import { pathsOf } from "../evidence/fields.ts";
import { PERMISSIONS } from "../evidence/permissions.ts";
import type { Query } from "../evidence/query.ts";
import { POLICY_ACTIONS } from "../facts/policies.ts";
import { knownFrom } from "../gather/known.ts";
import { before, situation, type Changes } from "../testing/situation.ts";

const files = readdirSync(__dirname).filter((file) => file.endsWith(".soql"));
const textOf = (name: string): string => readFileSync(join(__dirname, `${name}.soql`), "utf8");

/** The values of queries outside a run, which whoever asks them has. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  "user-search": ["pattern"],
  "saved-run": ["runId"],
  "saved-run-file": ["fileId"],
  "permission-set-labels": ["permissionSetIds"]
};

test("each permission is one that some query needs: else nobody is told what it costs", () => {
  const needed = new Set(QUERIES.flatMap(({ permissions }) => permissions));
  expect(Object.keys(PERMISSIONS).sort()).toEqual([...needed].sort());
});

/** An org has one of these, and of each of those there is one package. */
const SINGLE: readonly string[] = ["app-package", "organization", "package-license", "package-versions"];

test("no query grows with the org: each has a limit, counts, or asks about what is named", () => {
  const bounded = /\bLIMIT \d+|\bIN :|\b\w*Id = :|COUNT\(/;
  const unbounded = QUERIES.map(({ name }) => name).filter((name) => !bounded.test(textOf(name)));
  expect(unbounded.sort()).toEqual(SINGLE);
});

test("each query says the limit that its SOQL has", () => {
  const limits = QUERIES.map(({ name, limit }) => [name, limit]);
  const written = QUERIES.map(({ name }) => [name, Number(/\bLIMIT (\d+)/.exec(textOf(name))?.[1] ?? NaN)]);
  expect(limits).toEqual(written.map(([name, limit]) => [name, Number.isNaN(limit) ? undefined : limit]));
});

test("the audit trail is asked for the very changes that are judged", () => {
  const asked = /Action IN \(([^)]*)\)/.exec(textOf("app-policy-changes"))?.[1]?.match(/\w+/g);
  expect(asked?.sort()).toEqual(Object.values(POLICY_ACTIONS).sort());
});

test("each .soql is declared, and each query has its .soql: what no check reads is not asked", () => {
  expect(files.map((file) => basename(file, ".soql")).sort()).toEqual(QUERIES.map(({ name }) => name).sort());
});

test("queries of one object need the same permissions: what hides its rows hides them from each", () => {
  const objects = [...new Set(RUN_QUERIES.map(({ object }) => object))];
  const needs = objects.map((name) => {
    const ofObject = RUN_QUERIES.filter(({ object }) => object === name);
    return [name, new Set(ofObject.map(({ permissions }) => permissions.join())).size] as const;
  });
  expect(needs.filter(([, different]) => different > 1)).toEqual([]);
});

const waitedFor = ({ after }: Query): readonly Query[] => [...after, ...after.flatMap(waitedFor)];

test("each object has a label, from one of its queries", () => {
  const labelled = QUERIES.filter(({ label = "" }) => label !== "").map(({ object }) => object);
  expect(labelled.sort()).toEqual([...new Set(QUERIES.map(({ object }) => object))].sort());
});

describe.each(QUERIES.map((query) => [query.name, query] as const))("%s", (name, query: Query) => {
  const { object, fields, ask, after } = query;
  const text = textOf(name);

  test("is asked of the object that it names", () => {
    expect(/FROM (\w+)/.exec(text)?.[1]).toBe(object);
  });
  test("selects the fields that it declares", () => {
    const selected = text
      .slice("SELECT".length, text.indexOf("FROM"))
      .replace("COUNT(Id)", "")
      .match(/[\w.]+/g);
    expect(pathsOf(fields).sort()).toEqual(selected?.sort());
  });
  test("is given each value that it binds", () => {
    const { evidence, selection } = situation({
      rows: { "mapping-counts": [{ et4ae5__ExactTargetUsername__c: "mc-team", total: 2 }] },
      selection: { systemUser: { id: "005S" } }
    });
    const known = knownFrom(
      evidence,
      { ...selection, impactedUsers: [{ id: "005A" }, { username: "mc@example.com" }] },
      "005V"
    );
    const asking = ask?.(known);
    const bound = [...text.matchAll(/:(\w*[a-z]\w*)/gi)]
      .flatMap(([, bind]) => bind ?? [])
      .filter((bind) => !/^\d/.test(bind));
    const values = typeof asking === "object" && "binds" in asking ? Object.keys(asking.binds) : [];
    expect([...new Set(bound)].sort()).toEqual([...(ask ? values : (GIVEN[name] ?? []))].sort());
  });
  test("waits for what its values come from, while nobody has said who the system user is", () => {
    const { evidence } = situation();
    const asking = (known: Evidence): string | undefined =>
      JSON.stringify(ask?.(knownFrom(known, { impactedUsers: [] }, "005V")));
    const whole = asking(evidence);
    const sources = RUN_QUERIES.filter((earlier) => asking(before(evidence, earlier.name)) !== whole);
    expect(sources.filter((earlier) => !waitedFor(query).includes(earlier)).map((earlier) => earlier.name)).toEqual([]);
  });
  test("waits for queries of a run that do not wait for it", () => {
    expect(after.filter((earlier) => earlier.after.includes(query) || !RUN_QUERIES.includes(earlier))).toEqual([]);
  });
});

describe("what an earlier answer tells is asked about", () => {
  const asked = (name: string, changes: Changes) => {
    const { evidence, selection } = situation(changes);
    return queryNamed(name).ask?.(knownFrom(evidence, selection, "005V"));
  };
  const rows = (name: string, ...list: object[]): Changes => ({ rows: { [name]: list } });
  const count = (name: string, total: number) => ({ et4ae5__ExactTargetUsername__c: name, total });
  const configuration = {
    Id: "a00",
    CreatedDate: "2026-01-01T00:00:00.000Z",
    LastModifiedDate: "2026-01-01T00:00:00.000Z"
  };

  test.each<[string, Changes, string, object]>([
    [
      "who shares a Marketing Cloud user, not who has one alone",
      rows("mapping-counts", count("mc-team", 2), count("ada-in-mc", 1)),
      "mapping-sharers",
      { binds: { sharedUsers: ["mc-team"] } }
    ],
    [
      "who is mapped to the users that configurations name, not to those that name nobody",
      rows("connector-configuration", configuration, { ...configuration, et4ae5__Username__c: "mc-api-user" }),
      "mapped-users",
      { binds: { apiUsers: ["mc-api-user"] } }
    ],
    [
      "nobody where the package's sets can't be read",
      { faults: { "connector-sets": "server" } },
      "connector-set-assignments",
      { blockedBy: { name: "connector-sets" } }
    ],
    [
      "nobody where the groups of its sets can't be read",
      { faults: { "connector-set-groups": "server" } },
      "connector-set-assignments",
      { blockedBy: { name: "connector-set-groups" } }
    ]
  ])("%s", (_what, changes, name, expected) => {
    expect(asked(name, changes)).toMatchObject(expected);
  });
});

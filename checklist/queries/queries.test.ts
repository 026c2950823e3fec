import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { situation } from "../testing/situation.ts";
import { POLICY_ACTIONS } from "../facts/policies.ts";
import { QUERIES, RUN_QUERIES } from "../engine/queries.ts";
import type { QueryName } from "../evidence/read-rows.ts";

const files = readdirSync(__dirname).filter((file) => file.endsWith(".soql"));
const textOf = (name: string): string => readFileSync(join(__dirname, `${name}.soql`), "utf8");

/** What must be given by whoever asks. */
const GIVEN: { readonly [Name in QueryName]?: readonly string[] } = {
  "user-search": ["pattern"],
  "kept-confirmations": [],
  "kept-people": [],
  "kept-runs": [],
  "kept-run": ["runId"],
  "kept-run-file": ["fileId"]
};

/** What Salesforce may leave empty, and what is asked for but not relied on. */
const MAY_BE_EMPTY: { readonly [Name in QueryName]?: readonly string[] } = {
  organization: ["OrganizationType"],
  "package-license": ["ExpirationDate"],
  "app-policies": ["RefreshTokenValidityPeriod"],
  "app-policy-changes": ["Display", "CreatedBy.Name"],
  "connector-configuration": ["et4ae5__Username__c"],
  "business-units": ["et4ae5__Business_Unit_Name__c", "et4ae5__Business_Unit_ID__c"],
  "system-set-holders": ["Id"],
  "tracking-writers": ["Id"],
  "both-box-users": ["et4ae5__ExactTargetUsername__c"],
  "app-access": ["Parent.ProfileId"],
  "permission-set-groups": ["Id"],
  "permission-set-assignments": ["PermissionSetId", "PermissionSetGroupId", "ExpirationDate"],
  "kept-confirmations": ["Subject__c", "Note__c", "Basis__c"],
  "kept-people": ["User__c", "User__r.Name", "User__r.Username", "User__r.IsActive"],
  "kept-runs": [
    "Blockers__c",
    "Problems__c",
    "Unknown__c",
    "To_Confirm__c",
    "Warnings__c",
    "Held__c",
    "People__c",
    "Milliseconds__c"
  ],
  "kept-run": ["Report__c", "Report_File__c"]
};

test("each permission that a query needs is asked of the person looking: else it counts as missing for everyone", () => {
  const needed = new Set(Object.values(QUERIES).flatMap(({ permissions }) => permissions));
  expect([...QUERIES["viewer-permissions"].required].sort()).toEqual([...needed].sort());
});

test("each query is asked in a run, or by whoever has its values", () => {
  expect([...RUN_QUERIES, ...Object.keys(GIVEN)].sort()).toEqual(Object.keys(QUERIES).sort());
});

/** An org has one of these, and of that there is one package. */
const SINGLE: readonly string[] = ["organization", "package-license"];

test("no query grows with the org: each has a limit, counts, or asks about what is named", () => {
  const bounded = /\bLIMIT \d+|\bIN :|\b\w*Id = :|COUNT\(/;
  const unbounded = Object.keys(QUERIES).filter((name) => !bounded.test(textOf(name)));
  expect(unbounded.sort()).toEqual(SINGLE);
});

test("the audit trail is asked for the very changes that are judged", () => {
  const asked = /Action IN \(([^)]*)\)/.exec(textOf("app-policy-changes"))?.[1]?.match(/\w+/g);
  expect(asked?.sort()).toEqual(Object.values(POLICY_ACTIONS).sort());
});

test("each query has one file and each file one query", () => {
  expect(files.map((file) => basename(file, ".soql")).sort()).toEqual(Object.keys(QUERIES).sort());
});

describe.each(Object.keys(QUERIES) as QueryName[])("%s", (name) => {
  const { object, required, ask, after } = QUERIES[name];
  const text = textOf(name);

  test("is asked of the object that it names", () => {
    expect(/FROM (\w+)/.exec(text)?.[1]).toBe(object);
  });
  test("relies on each field that it selects, but for those that may be empty", () => {
    const selected = text
      .slice("SELECT".length, text.indexOf("FROM"))
      .replace("COUNT(Id)", "")
      .match(/[\w.]+/g);
    expect([...required, ...(MAY_BE_EMPTY[name] ?? [])].sort()).toEqual(selected?.sort());
  });
  test("is given each value that it binds", () => {
    const { evidence, selection } = situation({ selection: { systemUser: { username: "mc@example.com" } } });
    const asking = ask?.({ evidence, selection: { ...selection, impactedUsers: [{ id: "005A" }] }, viewerId: "005V" });
    const bound = [...text.matchAll(/:(\w*[a-z]\w*)/gi)]
      .flatMap(([, bind]) => bind ?? [])
      .filter((bind) => !/^\d/.test(bind));
    const values = typeof asking === "object" && "binds" in asking ? Object.keys(asking.binds) : [];
    expect([...new Set(bound)].sort()).toEqual([...(GIVEN[name] ?? values)].sort());
  });
  test("waits for queries that exist and do not wait for it", () => {
    expect(after.filter((earlier) => QUERIES[earlier].after.includes(name))).toEqual([]);
  });
});

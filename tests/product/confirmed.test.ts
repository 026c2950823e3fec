import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import {
  CHECKS,
  gather,
  isPassed,
  reportOf,
  RUN_QUERIES,
  type Confirmation,
  type QuerySource,
  type Report
} from "../../checklist/index.ts";
import { remembering, withRows, withValue } from "./disturbances.ts";
import { KINDS, TOLD_APART, withFaults } from "./fault-cases.ts";
import { breaches, gained } from "./laws.ts";
import { allConfirmed, NOW, rowsOver, runOver, scenarioNow } from "./run.ts";

/** A field of all rows of a query. */
interface Changed {
  readonly query: string;
  readonly field: string;
  readonly value: unknown;
}

/** What changed in the org after people had looked, by query: each rightly lapses something. */
const CHANGES: readonly Changed[] = [
  { query: "connected-apps", field: "LastModifiedDate", value: "2026-05-04T09:00:00.000+0000" },
  { query: "connector-configuration", field: "CreatedDate", value: "2026-05-04T09:00:00.000+0000" },
  { query: "connector-configuration", field: "et4ae5__Username__c", value: "another" },
  { query: "business-units", field: "et4ae5__Business_Unit_ID__c", value: "another" }
];

/** @returns the source, as it answers after all of these changed */
const changed = (source: QuerySource, changes: readonly Changed[] = CHANGES): QuerySource =>
  changes.reduce(
    (over, { query, field, value }) => withRows(over, query, (rows) => rows.map((row) => withValue(row, field, value))),
    source
  );

const SITUATIONS = [
  { name: "several-faults", everyone: true },
  { name: "healthy-to-confirm", everyone: false },
  { name: "package-missing", everyone: false },
  { name: "another-language", everyone: false }
];

for (const { name, everyone } of SITUATIONS) {
  const scenario = await scenarioNow(name);
  const before = remembering(rowsOver(scenario));
  const now = remembering(changed(before));
  const given: readonly { readonly when: string; readonly confirmations: readonly Confirmation[] }[] = [
    { when: "before a change", confirmations: allConfirmed(await runOver(before, scenario, everyone)) },
    { when: "after it", confirmations: allConfirmed(await runOver(now, scenario, everyone)) }
  ];

  for (const { when, confirmations } of given)
    describe(`${name}, confirmed ${when}`, async () => {
      const sound = await runOver(now, scenario, everyone, confirmations);
      for (const query of sound.asked.keys())
        test(`${query} fails in any way: nothing is greener for it, and the rest stays`, async () => {
          for (const fault of name === "healthy-to-confirm" ? KINDS : TOLD_APART) {
            const faults = new Map([[query, fault]]);
            const broken = await runOver(withFaults(now, faults), scenario, everyone, confirmations);
            assert.deepEqual(gained(sound, broken), [], fault.name);
            assert.deepEqual(breaches([query], sound, broken), [], fault.name);
            assert.ok(broken.report.verdict !== "healthy" || sound.report.verdict === "healthy", fault.name);
          }
        });
    });
}

test("the changes lapse what was confirmed before them", async () => {
  const scenario = await scenarioNow("healthy-to-confirm");
  const source = rowsOver(scenario);
  const confirmations = allConfirmed(await runOver(source, scenario));
  const { findings } = (await runOver(changed(source), scenario, false, confirmations)).report;
  const asked = findings.filter(({ basis, confirmation }) => basis !== null && confirmation);
  assert.ok(asked.length > 0);
  assert.deepEqual(asked.filter(isPassed), []);
});

/** What some check is meant to see of the system user, the app and the package, by query: a field and its bad values. */
const SEEN: readonly { readonly query: string; readonly field: string; readonly values: readonly unknown[] }[] = [
  { query: "package-license", field: "Status", values: ["Expired", "Suspended", "something new"] },
  { query: "connected-apps", field: "Name", values: ["Salesforce Marketing Cloud Mobile", "Marketing Cloud", "x"] },
  { query: "connected-apps", field: "Id", values: ["0H4000000000099AAA"] },
  { query: "connected-apps", field: "LastModifiedDate", values: ["2026-05-04T09:59:00.000+0000"] },
  { query: "app-policies", field: "OptionsAllowAdminApprovedUsersOnly", values: [false] },
  { query: "app-policies", field: "OptionsRefreshTokenValidityMetric", values: [true] },
  { query: "app-policies", field: "RefreshTokenValidityPeriod", values: [1, 720] },
  { query: "app-policies", field: "OptionsHasSessionLevelPolicy", values: [true] },
  { query: "app-grants", field: "ParentId", values: ["0PS000000000099AAA"] },
  { query: "app-grants", field: "Parent.HasActivationRequired", values: [true] },
  { query: "permission-set-assignments", field: "IsActive", values: [false] },
  {
    query: "permission-set-assignments",
    field: "ExpirationDate",
    values: ["2020-01-01T00:00:00.000+0000", "2026-05-09"]
  },
  { query: "connector-sets", field: "Id", values: ["0PS000000000099AAA"] },
  { query: "system-user-sets", field: "PermissionSet.PermissionsApiUserOnly", values: [true] },
  { query: "system-user-verifications", field: "VerificationMethod", values: ["Totp", "something new"] },
  { query: "system-user-fields", field: "PermissionsEdit", values: [false] },
  { query: "system-user-fields", field: "ParentId", values: ["0PS000000000099AAA"] },
  { query: "users", field: "IsActive", values: [false] },
  { query: "users", field: "UserPermissionsMarketingUser", values: [false] },
  { query: "users", field: "ProfileId", values: ["00e000000000099AAA"] },
  { query: "user-login", field: "IsFrozen", values: [true] },
  { query: "user-login", field: "IsPasswordLocked", values: [true] },
  { query: "profiles", field: "Name", values: ["Systemadministrator", "Copy of System Administrator"] },
  { query: "profiles", field: "PermissionsModifyAllData", values: [false] },
  { query: "profiles", field: "PermissionsApiEnabled", values: [false] },
  { query: "profiles", field: "UserLicense.LicenseDefinitionKey", values: ["AUL"] },
  { query: "user-checkboxes", field: "et4ae5__ExactTargetForAppExchangeUser__c", values: [false] },
  { query: "user-checkboxes", field: "et4ae5__ExactTargetForAppExchangeAdmin__c", values: [false] },
  { query: "mapped-users", field: "Id", values: ["005000000000099AAA"] },
  { query: "connector-configuration", field: "et4ae5__Username__c", values: ["another"] },
  { query: "connector-configuration", field: "CreatedDate", values: ["2026-05-04T09:00:00.000+0000"] },
  { query: "business-units", field: "et4ae5__Business_Unit_ID__c", values: ["another"] },
  { query: "email-sends", field: "et4ae5__SendStatus__c", values: ["Failed"] },
  { query: "login-history", field: "Status", values: ["Restricted IP", "Failed: something new", "Erfolgreich"] }
];

/** Names that an admin gives freely: whatever they are, nothing hangs on them. */
const NAMES = [
  { query: "organization", field: "Name" },
  { query: "users", field: "Name" },
  { query: "business-units", field: "et4ae5__Business_Unit_Name__c" },
  { query: "app-grants", field: "Parent.Label" }
];

test("in a healthy org that is confirmed, any one change that a check is meant to see ends healthy", async () => {
  const scenario = await scenarioNow("healthy-to-confirm");
  const source = remembering(rowsOver(scenario));
  const { viewerId } = scenario;
  const selection = { systemUser: { username: "mcc.system@example.com" }, impactedUsers: [] };
  const run = async (over: QuerySource, confirmations: readonly Confirmation[] = []): Promise<Report> => {
    const evidence = await gather(over, { queries: RUN_QUERIES, selection, viewerId });
    return reportOf(CHECKS, { evidence, selection, confirmations, now: NOW });
  };
  const confirmations = allConfirmed({ report: await run(source) });
  const kinds = SEEN.flatMap(({ query, field, values }) => values.map((value) => ({ query, field, value })));
  const namedAs = (name: string): QuerySource =>
    changed(
      source,
      NAMES.map((each) => ({ ...each, value: name }))
    );

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.string({ minLength: 1 }), async (kind, name) => {
      assert.equal((await run(namedAs(name), confirmations)).verdict, "healthy");
      const { verdict } = await run(changed(namedAs(name), [kind]), confirmations);
      assert.notEqual(verdict, "healthy", `${kind.query}.${kind.field} became ${String(kind.value)}`);
    }),
    { seed: 20260504, numRuns: 80, examples: kinds.map((kind): [typeof kind, string] => [kind, "A name"]) }
  );
});

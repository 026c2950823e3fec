import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { isHeld, type Confirmation, type QuerySource } from "../../checklist/index.ts";
import { remembering, withRows, withValue } from "./disturbances.ts";
import { FAULTS, withFaults } from "./fault-cases.ts";
import { breaches, gained } from "./laws.ts";
import { allConfirmed, rowsOver, runOver, scenarioNow } from "./run.ts";

/** What changed in the org after people had looked, by query: each rightly lapses something. */
const CHANGES: readonly { readonly query: string; readonly field: string; readonly value: unknown }[] = [
  { query: "connected-apps", field: "LastModifiedDate", value: "2026-05-04T09:00:00.000+0000" },
  { query: "connector-configuration", field: "CreatedDate", value: "2026-05-04T09:00:00.000+0000" },
  { query: "connector-configuration", field: "et4ae5__Username__c", value: "another" },
  { query: "business-units", field: "et4ae5__Business_Unit_ID__c", value: "another" }
];

/** @returns the source, as it answers after all of these changed */
const changed = (source: QuerySource): QuerySource =>
  CHANGES.reduce(
    (over, { query, field, value }) =>
      withRows(over, query, (rows) => rows.map((row) => withValue(row, field, value))),
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
          for (const fault of FAULTS) {
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
  assert.deepEqual(asked.filter(isHeld), []);
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
  { query: "app-grants", field: "ParentId", values: ["0PS000000000099AAA"] },
  { query: "app-grants", field: "Parent.HasActivationRequired", values: [true] },
  { query: "permission-set-assignments", field: "IsActive", values: [false] },
  { query: "permission-set-assignments", field: "ExpirationDate", values: ["2020-01-01T00:00:00.000+0000", "2026-05-09"] },
  { query: "users", field: "IsActive", values: [false] },
  { query: "users", field: "UserPermissionsMarketingUser", values: [false] },
  { query: "users", field: "ProfileId", values: ["00e000000000099AAA"] },
  { query: "user-login", field: "IsFrozen", values: [true] },
  { query: "profiles", field: "Name", values: ["Systemadministrator", "Copy of System Administrator"] },
  { query: "profiles", field: "PermissionsModifyAllData", values: [false] },
  { query: "profiles", field: "UserLicense.LicenseDefinitionKey", values: ["AUL"] },
  { query: "user-checkboxes", field: "et4ae5__ExactTargetForAppExchangeUser__c", values: [false] },
  { query: "user-checkboxes", field: "et4ae5__ExactTargetForAppExchangeAdmin__c", values: [false] },
  { query: "mapped-users", field: "Id", values: ["005000000000099AAA"] },
  { query: "connector-configuration", field: "et4ae5__Username__c", values: ["another"] },
  { query: "connector-configuration", field: "CreatedDate", values: ["2026-05-04T09:00:00.000+0000"] },
  { query: "business-units", field: "et4ae5__Business_Unit_ID__c", values: ["another"] }
];

test("in a healthy org that is confirmed, any one change that a check is meant to see ends healthy", async () => {
  const scenario = await scenarioNow("healthy-to-confirm");
  const source = remembering(rowsOver(scenario));
  const confirmations = allConfirmed(await runOver(source, scenario));
  const run = (over: QuerySource) => runOver(over, scenario, false, confirmations);
  const sound = await run(source);
  assert.equal(sound.report.verdict, "healthy");

  const kinds = SEEN.flatMap(({ query, field, values }) => values.map((value) => ({ query, field, value })));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...kinds), fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), async (kind) => {
      const { query, field, value } = kind;
      const { report } = await run(
        withRows(source, query, (rows) => rows.map((row) => withValue(row, field, value)))
      );
      assert.notEqual(report.verdict, "healthy", `${query}.${field} became ${String(value)}`);
    }),
    { seed: 20260504, numRuns: 100, examples: kinds.map((kind) => [kind, [0, 0, 0, 0, 0, 0, 0]]) }
  );
});

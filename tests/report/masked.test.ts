import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CALIBRATION,
  caseText,
  htmlReport,
  markdownReport,
  masked,
  printedReport,
  type Report,
  type Translator
} from "../../checklist/index.ts";
import { LANGUAGES, OWN_WORDS, checkScenarios, type CheckedScenario } from "./reports.ts";

/** Fields whose values Salesforce chooses, not the org. */
const HARMLESS =
  /Date$|^(Status|Type|UserType|OrganizationType|InstanceName|LicenseDefinitionKey|LanguageLocaleKey|TimeZoneSidKey|NamespacePrefix|DurableId|SetupEntityType|Action|Section|et4ae5__Frequency__c|et4ae5__DateSent__c|et4ae5__Tracking_As_Of__c)$/;
const ID = /^[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?$/;

/** What Salesforce or its package has named: the same in every org. */
const isSalesforces = (object: string, row: Readonly<Record<string, unknown>>): boolean =>
  object === "UserLicense" || (object === "PermissionSet" && row["NamespacePrefix"] === "et4ae5");
const STANDARD_NAMES: readonly unknown[] = [
  ...CALIBRATION.systemAdministrators.map(({ name }) => name),
  "Standard User",
  "Standard Platform User",
  "Marketing Cloud Connected App"
];

interface Secrets {
  readonly ids: ReadonlySet<string>;
  readonly texts: readonly string[];
}

/**
 * What a report must not tell: every text of the scenario that is not also a part of the product's own words. The Id of the
 * org and the MID stay: Support asks for them.
 */
function secretsOf({ records, report }: CheckedScenario): Secrets {
  const values = Object.entries(records)
    .flatMap(([object, rows]) => rows.filter((row) => !isSalesforces(object, row)))
    .flatMap((row) => Object.entries(row).filter(([field]) => !HARMLESS.test(field)))
    .flatMap(([, value]) => (typeof value === "string" ? [value] : []));
  const texts = new Set(values.filter((value) => !ID.test(value) && !value.includes("@") && value !== ""));
  return {
    ids: new Set(
      values
        .filter((value) => ID.test(value))
        .map((id) => id.slice(0, 15))
        .filter((id) => id !== report.org?.id.slice(0, 15))
    ),
    texts: [...texts].filter(
      (text) => !OWN_WORDS.includes(text) && !STANDARD_NAMES.includes(text) && text !== report.connection.mid
    )
  };
}

const SIGNS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
/** As it is written, and as it reads: without the escapes of HTML, Markdown and JSON. */
const bothWays = (written: string): string =>
  written +
  written.replace(/&(#?\w+);/g, (entity, name: string) => SIGNS[name] ?? entity).replace(/\\([^\w\s])/g, "$1");

function leaksIn(written: string, { ids, texts }: Secrets): string[] {
  const text = bothWays(written);
  return [
    ...[...text.matchAll(/[0-9A-Za-z]{15,18}/g)].map(([word]) => word).filter((word) => ids.has(word.slice(0, 15))),
    // From the @ on: what stands before it can be as long as a report without a space.
    ...[...text.matchAll(/(?<=\S)@\w\S+/g)].map(([address]) => address),
    ...texts.filter((secret) => text.includes(secret))
  ];
}

const itself = (report: Report): string => JSON.stringify(report);
const FORMATS: Readonly<Record<string, (report: Report, words: Translator) => string>> = {
  "the report itself": itself,
  JSON: (report, words) => JSON.stringify(printedReport(report, words)),
  "text for a case": (report, words) => caseText(report, words),
  Markdown: markdownReport,
  HTML: htmlReport
};

for (const checked of await checkScenarios())
  describe(checked.scenario, () => {
    const secrets = secretsOf(checked);
    const orgId = checked.report.org?.id ?? "an org without an Id";
    const mid = checked.report.connection.mid ?? "a connection without a MID";
    for (const words of LANGUAGES)
      for (const [format, write] of Object.entries(FORMATS)) {
        // It is in nobody's language.
        if (write === itself && words !== LANGUAGES[0]) continue;
        test(`masked, ${format} (${words.language}) holds no name, username, e-mail, id or label of the org`, () => {
          assert.deepEqual(
            leaksIn(write(masked(checked.report, words), words).replaceAll(orgId, "").replaceAll(mid, ""), secrets),
            []
          );
        });
        test(`not masked, ${format} (${words.language}) names the org, which the search finds`, () => {
          const name = checked.report.org?.name ?? "the org is not known";
          assert.ok(secrets.texts.includes(name), name);
          const leaks = leaksIn(write(checked.report, words), { ...secrets, texts: [name] });
          assert.ok(leaks.includes(name), leaks.join());
        });
      }
  });

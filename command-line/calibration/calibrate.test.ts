import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, describe, mock, test } from "node:test";
import { CALIBRATION, CHECKS, gather, reportOf, RUN_QUERIES, type Calibration } from "../../checklist/index.ts";
import { isAboutHttp, keepToItself } from "../../local/embedded-org/connect.ts";
import { directSource } from "../../local/embedded-org/direct-source.ts";
import { startOrg, type EmbeddedOrg } from "../../local/embedded-org/org.ts";
import { loadScenario } from "../../local/embedded-org/scenario.ts";
import type { Block } from "./schema.ts";

keepToItself();
// Each run of a command listens for signals until the process ends.
process.setMaxListeners(100);
const { default: MccCalibrate } = await import("../commands/mcc/calibrate.ts");
const ROOT = fileURLToPath(new URL("..", import.meta.url));

const folder = await mkdtemp(join(tmpdir(), "mcc-calibrate-"));
after(() => rm(folder, { recursive: true }));

type Json = Record<string, unknown>;
interface ScenarioFile {
  records: Record<string, Json[]>;
  visits: [];
  unavailable?: Record<string, string>;
}

/** Without the visits: what people kept is held against the org as it was. */
async function read(scenario: string): Promise<ScenarioFile> {
  const text = await readFile(new URL(`../../local/scenarios/${scenario}.json`, import.meta.url), "utf8");
  return { ...(JSON.parse(text) as ScenarioFile), visits: [] };
}

interface Run {
  readonly block: Block;
  readonly markdown: string;
}

/** @returns what the command gives to `--json`, and what it says */
async function calibrate(args: string[]): Promise<{ result: unknown; printed: string; warned: string }> {
  const lines: string[] = [];
  const hear = (text = ""): void => void lines.push(text);
  const warnings: string[] = [];
  const log = mock.method(MccCalibrate.prototype, "log", hear);
  const quiet = mock.method(MccCalibrate.prototype, "logToStderr", () => undefined);
  const warn = mock.method(MccCalibrate.prototype, "warn", (text: string) => (warnings.push(text), text));
  try {
    const result = await MccCalibrate.run(args, { root: ROOT });
    return { result, printed: lines.join("\n"), warned: warnings.filter((text) => !isAboutHttp(text)).join("\n") };
  } finally {
    for (const each of [log, quiet, warn]) each.mock.restore();
  }
}

async function runOn(file: ScenarioFile, args: string[] = [], before?: (org: EmbeddedOrg) => void): Promise<Run> {
  const path = join(folder, "scenario.json");
  await writeFile(path, JSON.stringify(file));
  const org = await startOrg({ scenario: await loadScenario(path) });
  try {
    before?.(org);
    Object.assign(process.env, { SF_ACCESS_TOKEN: org.accessToken, SF_ORG_INSTANCE_URL: org.url });
    const { result, printed } = await calibrate(args);
    const block = result as Block;
    for (const host of [org.url, org.accessToken, new URL(org.url).host]) assert.ok(!printed.includes(host));
    return { block, markdown: printed };
  } finally {
    await org.close();
  }
}

/** What a block may have in common with an org's records: Salesforce's own words. */
const ALLOWED = new Set([
  "Salesforce Marketing Cloud",
  "Marketing Cloud",
  "Salesforce",
  "System Administrator",
  "Systemadministrator",
  "Enterprise Edition",
  "et4ae5",
  "Admin",
  "en_US",
  "ConnectedApplication",
  "Application",
  "Profile",
  "Group",
  "Standard",
  "Package",
  "Anwendung",
  // Parts of Integration_Type and of ConnectedApplication.
  "Integration",
  "Connect",
  "changeIpRelaxationPolicy",
  "changeUserRuntimeAccessPolicy",
  // Names of objects, and what questions are about.
  "et4ae5__IndividualEmailResult__c",
  "et4ae5__SendDefinition__c",
  "Login"
]);

const textsIn = ({ records }: ScenarioFile): string[] =>
  Object.values(records)
    .flat()
    .flatMap((row) => Object.values(row))
    .filter((value): value is string => typeof value === "string" && value.length > 3 && !ALLOWED.has(value));

const leaks = (file: ScenarioFile, { block, markdown }: Run): string[] =>
  textsIn(file).filter((text) => markdown.includes(text) || JSON.stringify(block).includes(text));

const SCENARIOS = ["several-faults", "healthy-to-confirm", "package-missing", "few-permissions", "another-language"];
const SEEN = ["--refresh-token-policy", "immediately-expire", "--ip-relaxation", "relax"];

describe("a block tells nothing of whose org it is", () => {
  for (const name of SCENARIOS)
    test(name, async () => {
      const file = await read(name);
      assert.deepEqual(leaks(file, await runOn(file, SEEN)), []);
    });

  const HOSTILE: readonly { readonly name: string; readonly change: (file: ScenarioFile) => void }[] = [
    {
      name: "the company's name in the app, in a profile and in the audit trail",
      change: ({ records }) => {
        for (const row of records.ConnectedApplication ?? []) row.Name = "Northwind Marketing Cloud";
        for (const row of records.Profile ?? []) row.Name = `Northwind ${String(row.Name)}`;
        for (const row of records.SetupAuditTrail ?? [])
          row.Display = `Northwind Marketing Cloud: IP-Lockerung für Northwind Paper geändert`;
      }
    },
    {
      name: "people, Ids and addresses in the audit trail",
      change: ({ records }) => {
        const words = [
          "ada.fields@example.com",
          "005000000000001AAA",
          "https://northwind.my.salesforce.com",
          "Ada Fields"
        ];
        for (const [i, row] of (records.SetupAuditTrail ?? []).entries())
          Object.assign(row, {
            Action: "changeIpRelaxationPolicy",
            Display: `IP-Lockerung von Salesforce Marketing Cloud: ${words[i % words.length] ?? ""}`
          });
      }
    },
    {
      name: "people in a sentence of a known wording",
      change: ({ records }) => {
        for (const row of records.SetupAuditTrail ?? [])
          row.Display =
            "Changed connected app Salesforce Marketing Cloud IP relaxation setting from Ada Fields to ada.fields@example.com";
      }
    },
    {
      name: "markup and names in every field of the package and of the org",
      change: ({ records }) => {
        for (const row of [...(records.et4ae5__Configuration__c ?? []), ...(records.Organization ?? [])])
          for (const [field, value] of Object.entries(row))
            if (typeof value === "string" && !/Id$|Date$/.test(field)) row[field] = "```\n| <b>Northwind</b>";
        for (const row of records.AppMenuItem ?? []) row.NamespacePrefix = "northwind";
        for (const row of records.User ?? []) row.LanguageLocaleKey = "northwind";
      }
    }
  ];
  for (const { name, change } of HOSTILE)
    test(name, async () => {
      const file = await read("several-faults");
      change(file);
      const run = await runOn(file, SEEN);
      assert.deepEqual(leaks(file, run), []);
      assert.doesNotMatch(run.markdown, /northwind|fields@|005000/i);
    });

  test("a name that a person gives on purpose is shown, and no other", async () => {
    const file = await read("several-faults");
    for (const [i, row] of (file.records.ConnectedApplication ?? []).entries())
      row.Name = `Marketing Cloud ${"AB".charAt(i)}`;
    const { block } = await runOn(file, ["--app", "Marketing Cloud B"]);
    assert.deepEqual(block.answers["app-name"], {
      answer: {
        apps: [
          { name: "Marketing Cloud …", whole: false, isTheApp: false },
          { name: "Marketing Cloud B", whole: true, isTheApp: true }
        ],
        namespace: null
      }
    });
  });
});

describe("what the org answers", () => {
  test("an org as it should be", async () => {
    const { block } = await runOn(await read("healthy-to-confirm"), SEEN);
    const { answers, language, org, packageVersion, apiVersion } = block;
    assert.deepEqual([language, apiVersion, packageVersion], ["en_US", "66.0", { answer: "262.0" }]);
    assert.deepEqual(org, { answer: { edition: "Enterprise Edition", sandbox: false } });
    assert.deepEqual(answers["refresh-token-values"], {
      answer: { policy: "immediately-expire", inactivity: false, period: 0 }
    });
    assert.deepEqual(answers["audit-trail-entries"], { answer: { entries: 2, newestIsAsSetupShows: true } });
    assert.deepEqual(answers["app-date"], { answer: { changed: "after" } });
    assert.deepEqual(answers["permitted-users-twice"], { answer: { connectedApplication: true, appMenuItem: true } });
    assert.deepEqual(answers["system-administrator-names"], { answer: { name: "System Administrator" } });
    assert.deepEqual(answers["connector-username"], { answer: { isEmail: true, isOfAUser: true } });
  });

  test("one question that fails leaves the others", async () => {
    const file = await read("healthy-to-confirm");
    file.unavailable = {
      AppMenuItem: "INSUFFICIENT_ACCESS",
      Publisher: "INVALID_TYPE",
      "Profile.FullName": "INVALID_FIELD"
    };
    const { block } = await runOn(file);
    assert.deepEqual(
      [block.packageVersion, block.answers["permitted-users-twice"], block.answers["system-administrator-names"]],
      ["INVALID_TYPE", "INSUFFICIENT_ACCESS", "INVALID_FIELD"].map((error) => ({ error }))
    );
    assert.ok("answer" in block.answers["app-name"] && "answer" in block.answers["connector-username"]);
  });

  test("without what Setup shows, the values stand alone", async () => {
    const { block } = await runOn(await read("healthy-to-confirm"));
    const token = block.answers["refresh-token-values"];
    assert.ok("answer" in token && token.answer.policy === null);
  });
});

const APP = "0H4000000000001";
const STATE = "refresh-token-policy";

/** What the check says of an app that shows this period, by these tables. */
async function stateBy(calibration: Calibration, period: number | null): Promise<string | undefined> {
  const scenario = await loadScenario("healthy-to-confirm");
  const org = await startOrg({ scenario });
  org.change("ConnectedApplication", APP, { RefreshTokenValidityPeriod: period });
  await org.close();
  const selection = { impactedUsers: [] };
  const evidence = await gather(directSource(scenario), {
    queries: RUN_QUERIES,
    selection,
    viewerId: scenario.viewerId
  });
  const report = reportOf(CHECKS, { evidence, selection, confirmations: [], now: new Date(), calibration });
  const finding = report.findings.find(({ check }) => check === STATE);
  return finding && `${finding.state}/${finding.case}`;
}

test("from the org by the block and the tables to the check: both policies seen apart, and no fewer", async () => {
  const file = await read("healthy-to-confirm");
  const block = async (name: string, policy: string, period: number | null): Promise<string> => {
    const { markdown } = await runOn(file, ["--refresh-token-policy", policy], (org) =>
      org.change("ConnectedApplication", APP, { RefreshTokenValidityPeriod: period })
    );
    const path = join(folder, `${name}.md`);
    // As an org would say that does not stand on this machine.
    await writeFile(path, `Here it is:\n\n${markdown.replace('"demonstration": true', '"demonstration": false')}\n`);
    return path;
  };
  const atOnce = await block("at-once", "immediately-expire", 0);
  const forever = await block("forever", "valid-until-revoked", null);
  const contrary = await block("contrary", "immediately-expire", null);
  const table = join(folder, "table.ts");
  const add = async (...from: string[]) => {
    const args = [...from.flatMap((path) => ["--from", path]), "--output-file", table];
    const { result, warned } = await calibrate(args);
    return { tables: (result as { tables: Calibration }).tables, warned };
  };

  assert.equal(await stateBy(CALIBRATION, 0), "confirm/look");
  const { tables: one } = await add(atOnce);
  assert.deepEqual([await stateBy(one, 0), await stateBy(one, null)], ["confirm/look", "confirm/look"]);

  const { tables: both, warned } = await add(forever, atOnce);
  assert.equal(warned, "");
  assert.deepEqual([await stateBy(both, 0), await stateBy(both, null)], ["pass/at-once", "fail/until-revoked"]);

  const { tables: disputed, warned: doubts } = await add(contrary);
  assert.match(doubts, /contradict each other.+refreshToken/);
  assert.deepEqual([await stateBy(disputed, 0), await stateBy(disputed, null)], ["confirm/look", "confirm/look"]);
  assert.equal(disputed.refreshToken.filter(({ how }) => how === "observed").length, 3);

  // Nothing that is not an observation has changed, in the file either.
  const { printed } = await calibrate(["--from", atOnce]);
  const text = await readFile(table, "utf8");
  assert.ok(printed.split("\n").every((line) => text.includes(line.replace(/,$/, ""))));
});

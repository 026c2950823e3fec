import { createHash } from "node:crypto";
import type { Log, LogicalLocation, Result, Run } from "sarif";
import {
  CHECKS,
  findingKey,
  statusOf,
  type Finding,
  type Report,
  type Status,
  type Translator
} from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { oneLine, plainText } from "./plain-text.ts";
import { rulesOf } from "./sarif-rules.ts";
import { isIncompleteWithoutFinding, ORG_CHECKED } from "./incomplete.ts";

/**
 * Only what is left to do becomes a result, and each is of the kind `fail`. GitHub pays no heed to kinds and draws every
 * result as an alert (microsoft/PSRule#955), and all kinds but `fail` must have the level `none` (SARIF 2.1.0, 3.27.10),
 * which it does not know: what holds would be an alert, and what could not be read would weigh nothing. An alert whose
 * result is gone is closed, which is what should become of it when it holds.
 */
const LEVELS: Readonly<Partial<Record<Status, "error" | "warning" | "note">>> = {
  blocker: "error",
  problem: "error",
  unknown: "warning",
  confirm: "warning",
  warning: "warning",
  note: "note"
};

/** What was found of a guessed system user decides no verdict: whatever it says, it is a note. */
function levelOf(finding: Finding): Result["level"] {
  const level = LEVELS[statusOf(finding)];
  return level && finding.tentative ? "note" : level;
}

/**
 * @param orgs what was checked, and what could not be
 * @param version of this tool, as package.json has it
 * @returns SARIF 2.1.0 as GitHub code scanning takes it: a run for each org, in it a result for each finding that is
 * left open
 */
export function sarifReport(orgs: readonly CheckedOrg[], words: Translator, version: string): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: orgs.map((org) => ({
      tool: {
        driver: {
          name: words({ key: "product.name" }),
          semanticVersion: version,
          language: words.language,
          rules: rulesOf(words)
        }
      },
      automationDetails: { id: runIdOf(org) },
      ...("report" in org ? checked(org.name, org.report, words) : unchecked(org.name, org.error, words))
    }))
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

/**
 * GitHub takes what stands before the last slash as the category, whose earlier alerts a run replaces: so it names the
 * org. Source: GitHub Docs, SARIF support for code scanning, runAutomationDetails object.
 */
const runIdOf = (org: CheckedOrg): string => `mcc-health/${encoded(org.name)}/${"report" in org ? org.report.at : ""}`;

type What = Pick<Run, "invocations" | "results" | "properties">;

function checked(name: string, report: Report, words: Translator): What {
  const { at, org, people, verdict, counts, findings } = report;
  const about = (key: string, logical: LogicalLocation) => place(name, [org?.id ?? name, key], logical);
  const orgItself = { name: oneLine(org?.name ?? name), kind: "org" };
  const incomplete = isIncompleteWithoutFinding(report)
    ? [orgResult(words({ key: "report.not-checked" }), about(ORG_CHECKED, orgItself))]
    : [];
  return {
    invocations: [{ executionSuccessful: true, endTimeUtc: at }],
    results: [
      ...incomplete,
      ...findings.flatMap((finding) => {
        const logical = finding.subject ? personIn(orgItself.name, finding.subject) : orgItself;
        return resultOf(finding, about(findingKey(finding), logical), words) ?? [];
      })
    ],
    properties: { verdict, counts, impactedUsers: people.impactedUsers.length }
  };
}

/**
 * GitHub either refuses a run that did not succeed, so that it closes no earlier alert (github/codeql-action#1393), or
 * takes it for a run like others; then this one result keeps the org from looking mended.
 */
function unchecked(name: string, error: string, words: Translator): What {
  const text = plainMessage(oneLine(error));
  return {
    invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: "error", message: { text } }] }],
    results: [
      orgResult(
        `${words({ key: "status.unknown" })}: ${error}`,
        place(name, [name, ORG_CHECKED], { name: oneLine(name), kind: "org" })
      )
    ]
  };
}

type Place = Required<Pick<Result, "locations" | "partialFingerprints">>;

/**
 * A finding is about an org, and no file is at fault. But GitHub refuses a file with a result that has no artifact and
 * region, and wants the same ones each time. So the org itself is named as if it were one: no file that exists gets the
 * blame, and upload-sarif does not hold our fingerprint against a line. Of fingerprints GitHub reads only this one.
 * Source: GitHub Docs, SARIF support for code scanning, result, physicalLocation.
 * @param identity what stays the same from run to run
 */
function place(name: string, identity: readonly string[], logical: LogicalLocation): Place {
  return {
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `salesforce-orgs/${encoded(name)}` },
          region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }
        },
        logicalLocations: [logical]
      }
    ],
    partialFingerprints: {
      primaryLocationLineHash: createHash("sha256").update(JSON.stringify(identity)).digest("hex").slice(0, 32)
    }
  };
}

const encoded = (name: string): string => encodeURIComponent(name.toWellFormed());

function personIn(org: string, { id, name, username, role }: NonNullable<Finding["subject"]>): LogicalLocation {
  return {
    name: oneLine(name ?? username ?? id ?? role),
    fullyQualifiedName: oneLine(`${org}/${username ?? id ?? role}`),
    kind: "user"
  };
}

function resultOf(finding: Finding, where: Place, words: Translator): Result | undefined {
  const level = levelOf(finding);
  return (
    level && {
      ruleId: finding.check,
      ruleIndex: CHECKS.findIndex(({ id }) => id === finding.check),
      kind: "fail",
      level,
      message: { text: plainMessage(plainText(finding, words)) },
      ...where,
      properties: {
        state: finding.state,
        severity: finding.severity,
        ...(finding.tentative ? { tentative: true } : {})
      }
    }
  );
}

const orgResult = (text: string, where: Place): Result => ({
  ruleId: ORG_CHECKED,
  ruleIndex: CHECKS.length,
  kind: "fail",
  level: "error",
  message: { text: plainMessage(oneLine(text)) },
  ...where
});

/**
 * Names may look like links or like places for arguments. Readers differ in the escapes that they know; a space is none.
 * Source: SARIF 2.1.0, 3.11.5 and 3.11.6.
 */
const plainMessage = (text: string): string => text.replace(/\](?=\()|\{(?=\d+\})/g, "$& ");

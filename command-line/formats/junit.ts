import XMLBuilder from "fast-xml-builder";
import { statusOf, present, type Finding, type Report, type Status, type Translator } from "../../checklist/index.ts";
import type { CheckedOrg } from "../checked-org.ts";
import { oneLine, plainText } from "./plain-text.ts";
import { isIncompleteWithoutFinding, ORG_CHECKED } from "./incomplete.ts";

/** What a testcase holds. JUnit knows no yellow: without any of these it has passed. */
type Mark = "failure" | "error" | "skipped" | "system-out";

/**
 * What could not be read and what only a person can see are errors, as JUnit calls a test that could not be carried
 * out: skipped, they would leave the suite green. A warning leaves it green, as it does the exit code.
 */
const MARKS: Readonly<Record<Status, Mark | null>> = {
  blocker: "failure",
  problem: "failure",
  unknown: "error",
  confirm: "error",
  checking: "error",
  warning: "system-out",
  note: "system-out",
  confirmed: null,
  passed: null,
  "not-applicable": "skipped"
};

/** What was found of a guessed system user decides no verdict, so it is told and leaves the suite green. */
function markOf(finding: Finding): Mark | null {
  const mark = MARKS[statusOf(finding)];
  return finding.tentative && (mark === "failure" || mark === "error") ? "system-out" : mark;
}

type Testcase = Readonly<Record<"@_name" | "@_classname" | "@_time", string>> &
  Readonly<Partial<Record<Mark, unknown>>>;

/** Source: XML 1.0, 2.2 Characters. Not even as an entity may a file hold others. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const asXml = (_name: string, value: unknown): string => String(value).replace(NOT_XML, "\uFFFD");

const builder = new XMLBuilder({
  ignoreAttributes: false,
  format: true,
  suppressEmptyNode: true,
  // An org called "true" has a name, too.
  suppressBooleanAttributes: false,
  tagValueProcessor: asXml,
  attributeValueProcessor: asXml
});

/**
 * @param orgs what was checked, and what could not be
 * @returns JUnit XML as Jenkins' schema has it: a suite for each org, in it a case for each finding
 */
export function junitReport(orgs: readonly CheckedOrg[], words: Translator): string {
  const suites = orgs.map((org) => suiteOf(org, words));
  const sum = (count: "@_tests" | "@_failures" | "@_errors"): number =>
    suites.reduce((total, suite) => total + suite[count], 0);
  return builder.build({
    "?xml": { "@_version": "1.0", "@_encoding": "UTF-8" },
    testsuites: {
      "@_name": words({ key: "product.name" }),
      "@_tests": sum("@_tests"),
      "@_failures": sum("@_failures"),
      "@_errors": sum("@_errors"),
      testsuite: suites
    }
  });
}

function suiteOf(org: CheckedOrg, words: Translator) {
  const cases = casesOf(org, words);
  const count = (mark: Mark): number => cases.filter((each) => mark in each).length;
  return {
    "@_name": oneLine(org.name),
    "@_tests": cases.length,
    "@_failures": count("failure"),
    "@_errors": count("error"),
    "@_skipped": count("skipped"),
    ...("report" in org
      ? {
          // UTC. JUnit's timestamps name no time zone.
          "@_timestamp": org.report.at.slice(0, 19),
          properties: { property: propertiesOf(org.report) }
        }
      : {}),
    testcase: cases
  };
}

const propertiesOf = ({ org, verdict, people: { systemUser, impactedUsers } }: Report) =>
  Object.entries({
    verdict,
    ...(org ? { org: oneLine(org.name), "org-id": org.id } : {}),
    ...(systemUser ? { "system-user": oneLine(systemUser.username ?? systemUser.id ?? "") } : {}),
    "impacted-users": String(impactedUsers.length)
  }).map(([name, value]) => ({
    "@_name": name,
    "@_value": value
  }));

function casesOf(org: CheckedOrg, words: Translator): Testcase[] {
  const unchecked = (text: string): Testcase => ({
    ...nameOf(org, ORG_CHECKED, words({ key: "report.checked" })),
    error: { "@_message": words({ key: "status.unknown" }), "@_type": "unknown", "#text": oneLine(text) }
  });
  if ("error" in org) return [unchecked(org.error)];
  const { report } = org;
  return [
    ...(isIncompleteWithoutFinding(report) ? [unchecked(words({ key: "report.not-checked" }))] : []),
    ...report.findings.map((finding) => caseOf(org, finding, words))
  ];
}

/** The org is a part of the class: GitLab keeps one case of each class and name, whatever its suite. */
const nameOf = (org: CheckedOrg, classname: string, name: string) => ({
  "@_name": oneLine(name),
  "@_classname": oneLine(`${org.name}.${classname}`),
  // Nothing is known of how long a single check took, and readers want a number.
  "@_time": "0"
});

function caseOf(org: CheckedOrg, finding: Finding, words: Translator): Testcase {
  const { about, title } = present(finding, words);
  const status = statusOf(finding);
  const name = nameOf(org, `${finding.step}.${finding.check}`, about);
  const mark = markOf(finding);
  if (mark === null) return name;
  if (mark === "skipped") return { ...name, skipped: oneLine(title) };
  const text = plainText(finding, words);
  return {
    ...name,
    [mark]: mark === "system-out" ? text : { "@_message": oneLine(title), "@_type": status, "#text": text }
  };
}

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import {
  CHECKS,
  findingKey,
  htmlReport,
  markdownReport,
  openVisits,
  presentVisit,
  printedReport,
  reportOf,
  stepsOf,
  checkOf,
  type Report
} from "../../checklist/index.ts";
import { impactedUser, situation, systemUser } from "../../checklist/testing/situation.ts";
import { english } from "../../command-line/formats/english.ts";
import { humanReport } from "../../command-line/formats/human.ts";
import { junitReport } from "../../command-line/formats/junit.ts";
import { checkScenarios } from "./reports.ts";

const IDS = Array.from({ length: 40 }, (_, at) => `005${String(at + 100).padStart(12, "0")}AAA`);
const forty = reportOf(
  CHECKS,
  situation({
    selection: { impactedUsers: IDS.map((id) => ({ id })) },
    rows: {
      users: [
        systemUser(),
        ...IDS.map((Id, at) =>
          impactedUser({ Id, Name: `Person ${String(at)}`, Username: `p${String(at)}@example.com`, IsActive: false })
        )
      ]
    }
  })
);

/** As the terminal shows them: below each step. */
const inSteps = (report: Report): number =>
  stepsOf(report, (check) => checkOf(check).step).reduce(
    (sum, { findings }) => sum + openVisits(findings).visits.length,
    0
  );
const count = (text: string, part: RegExp): number => text.match(part)?.length ?? 0;

/** How many blocks each format has, and how many there are to be. */
const FORMATS = [
  {
    format: "the terminal",
    blocks: (report: Report) => count(humanReport(report, english), /^ {2}[⛔✕?⚠i] /gmu),
    expected: inSteps
  },
  {
    format: "Markdown",
    blocks: (report: Report) => Math.max(0, count(markdownReport(report, english), /^\| /gm) - 2),
    expected: (report: Report) => openVisits(report.findings).visits.length
  },
  {
    format: "HTML",
    blocks: (report: Report) => count(htmlReport(report, english), /<section class="(?!summary)/g),
    expected: (report: Report) => openVisits(report.findings).visits.length
  }
];

const reports = [...(await checkScenarios()), { scenario: "forty people with one fault", report: forty }];

for (const { format, blocks, expected } of FORMATS)
  describe(`a block for each visit in ${format}`, () => {
    for (const { scenario, report } of reports) test(scenario, () => assert.equal(blocks(report), expected(report)));
  });

describe("forty people with one fault", () => {
  const [visit, ...more] = openVisits(forty.findings).visits.filter(({ findings }) =>
    findings.some(({ check }) => check === "user-active")
  );
  test("are one visit, with all their usernames", () => {
    assert.ok(visit);
    assert.deepEqual(more, []);
    assert.deepEqual([...new Set(visit.findings.map(({ subject }) => subject?.id))].sort(), [...IDS].sort());
    const { people } = presentVisit(visit, english);
    assert.equal(people.length, IDS.length);
  });
  for (const { format, text } of [
    { format: "the terminal", text: humanReport(forty, english) },
    { format: "Markdown", text: markdownReport(forty, english) },
    { format: "HTML", text: htmlReport(forty, english).replaceAll("<wbr>", "") }
  ])
    test(`are each named where they stand open: ${format}`, () => {
      const [open = ""] = text.split(`<h2>${english({ key: "report.passed" })}`);
      for (const at of IDS.keys()) assert.ok(open.includes(`(p${String(at)}@example.com)`), `p${String(at)}`);
    });
  test("stay one entry for each finding in JSON and JUnit", () => {
    const { findings } = printedReport(forty, english);
    assert.equal(findings.length, forty.findings.length);
    const keys = new Set(findings.map(({ check, subject }) => findingKey({ check, subject: subject as never })));
    assert.equal(keys.size, forty.findings.length);
    assert.equal(count(junitReport([{ name: "org", report: forty }], english), /<testcase /g), forty.findings.length);
  });
});

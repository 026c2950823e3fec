import { ENGLISH } from "../catalogue.ts";
import type { SavedChange } from "../changes/change.ts";
import { translatorOf } from "../messages/text.ts";
import { caseText } from "../report/case-text.ts";
import { htmlReport } from "../report/html.ts";
import { markdownReport } from "../report/markdown.ts";
import { masked } from "../report/mask.ts";
import { printedReport } from "../report/printed.ts";
import { reportOf } from "../judge/report.ts";
import { CHECKS } from "../checks/index.ts";
import { changesIn } from "../records/changes.ts";
import { IMPACTED_USER, ORG, situation } from "../testing/situation.ts";
import { changeTexts, madeText } from "./change-text.ts";

const words = translatorOf(ENGLISH, "en");
const made: readonly SavedChange[] = changesIn(
  [
    {
      Id: "a00000000000001AAA",
      Name: "F-000007",
      CreatedDate: "2026-05-03T12:00:00.000+00:00",
      CreatedById: "005000000000009AAA",
      CreatedBy: { Name: "Grace <Admin>" },
      Plan__c: "p",
      Position__c: 1,
      Check__c: "marketing-user",
      Operation__c: "set",
      Object__c: "User",
      Record__c: IMPACTED_USER,
      Person__c: IMPACTED_USER,
      Field__c: "UserPermissionsMarketingUser",
      Before__c: false,
      After__c: true,
      Status__c: "failed",
      Reason__c: "refused",
      Message__c: "Ask <Grace> first.",
      Org__c: Array.from(ORG).reverse().join("")
    }
  ],
  ORG,
  new Map([[IMPACTED_USER, "Ada Fields"]])
);
const report = reportOf(CHECKS, { ...situation(), made });
const LINE =
  "May 3, 2026: Select “Marketing User” for Ada Fields. Not done. Salesforce refused. Ask <Grace> first. By Grace <Admin> (F-000007)";

test("a report tells the changes that were made, in each of its forms", () => {
  expect(caseText(report, words)).toContain(`${words({ key: "case.tried" })}:\n- ${LINE}`);
  const line = `- ${LINE.replace(/[<>]/g, "\\$&")}`;
  const heading = `## ${words({ key: "report.made" })}`;
  expect(markdownReport({ ...report, made: [...made, ...made] }, words)).toContain(
    `\n\n${heading}\n\n${line}\n${line}\n`
  );
  expect(htmlReport(report, words)).toContain("By Grace &lt;Admin&gt; (F-000007)");
  expect(printedReport(report, words).changes).toEqual([
    {
      number: "F-000007",
      at: "2026-05-03T12:00:00.000+00:00",
      by: "Grace <Admin>",
      text: "Select “Marketing User” for Ada Fields",
      check: "marketing-user",
      status: "failed",
      reason: "refused",
      message: "Ask <Grace> first.",
      isUndo: false
    }
  ]);
});

test.each<[string, Partial<SavedChange>, string]>([
  ["that was done", { status: "done", reason: null, message: "" }, "Done. By"],
  ["that was refused, with why and Salesforce's words", {}, "Not done. Salesforce refused. Ask <Grace> first. By"],
  ["that was refused, without words of Salesforce", { message: "" }, "Not done. Salesforce refused. By"],
  ["that failed for no known reason", { reason: null, message: "" }, "Not done. By"],
  ["that was undone, not why it failed before", { status: "undone", message: "" }, "Undone. By"],
  ["with Salesforce's words as they are", { message: "Field A.b is unknown." }, "refused. Field A.b is unknown. By"]
])("a change is told %s", (_what, differs, part) => {
  expect(made.map((change) => madeText({ ...change, ...differs }, words))).toEqual([
    expect.stringContaining(` ${part} `)
  ]);
});

test("a change whose sentence is missing shows the sentence's key", () => {
  const [{ order }] = made.map((change) => changeTexts(change, translatorOf({}, "en"))) as [
    ReturnType<typeof changeTexts>
  ];
  expect(order).toBe("[change.box.true]");
});

test("a masked report tells them without names and words", () => {
  const text = JSON.stringify(masked(report, words).made);
  expect(text).not.toMatch(/Ada|Grace|005|a0000/);
  expect(text).toContain("F-000007");
});

test("a report of an org without any says nothing of them", () => {
  const none = reportOf(CHECKS, situation());
  expect(caseText(none, words) + markdownReport(none, words) + htmlReport(none, words)).not.toContain("Changes made");
  expect(printedReport(none, words).changes).toEqual([]);
});

import type { RowOf } from "../../evidence/query.ts";
import { newestFirst } from "../../facts/policies.ts";
import { checksFor, quoted } from "../../facts/refusals.ts";
import { HOUR } from "../../facts/time.ts";
import { orgCheck, type Facts } from "../../judge/check.ts";
import { completedTriggeredSends } from "../../queries/completed-triggered-sends.ts";
import { emailSends } from "../../queries/email-sends.ts";
import { requeuedSends } from "../../queries/requeued-sends.ts";
import messages from "./en.json" with { type: "json" };

/** So many failed in a row are no accident. Source: docs/sources.md, Our own rules. */
const IN_A_ROW = 3;

/** What stops sends most often: where to look when the connector's own message says nothing that is known. */
const USUAL = ["user-active", "app-access", "api-user-integrated", "marketing-cloud-tab"];

type Send = RowOf<typeof emailSends>;

const isFailed = (send: Send): boolean => send.et4ae5__SendStatus__c === "Failed";
const isCompleted = (send: Send): boolean => send.et4ae5__SendStatus__c === "Completed";

/** Whether sends from Salesforce still go out, and what the connector says of those that did not. */
export const sendErrors = orgCheck({
  id: "send-errors",
  messages,
  cases: {
    sent: "pass",
    failing: "fail",
    stuck: "fail",
    failed: "warn",
    requeued: "warn",
    "no-sends": "not-applicable"
  },
  about: "org",
  step: "results",
  severity: "problem",
  requires: ["package"],
  needs: [emailSends, requeuedSends, completedTriggeredSends],
  source: {
    title: "Knowledge 005228128",
    section: "Anticipated Impact",
    published: "2025-12-15",
    url: "https://help.salesforce.com/s/articleView?id=005228128&type=1"
  },
  link: { page: "email-sends" },
  fix: ["open", "read", "repair", "test-send"],
  judge(facts) {
    const sends = newestFirst(facts.rows(emailSends));
    const failed = sends.filter(isFailed);
    const message = failed.find((send) => send.et4ae5__Messages__c)?.et4ae5__Messages__c;
    const [newest] = sends;
    if (newest && sends.length >= IN_A_ROW && sends.slice(0, IN_A_ROW).every(isFailed))
      return { case: "failing", values: { date: { date: newest.CreatedDate }, ...saying(message) } };

    const [completed] = facts.rows(completedTriggeredSends);
    const waiting = waitingSends(facts, completed?.LastModifiedDate);
    if (waiting?.case === "stuck") return waiting;
    if (failed.length)
      return { case: "failed", values: { count: failed.length, total: sends.length, ...saying(message) } };
    if (waiting) return waiting;

    const [date] = [sends.find(isCompleted)?.CreatedDate, completed?.LastModifiedDate]
      .flatMap((each) => each ?? [])
      .sort((a, b) => Date.parse(b) - Date.parse(a));
    return date === undefined ? { case: "no-sends" } : { case: "sent", values: { date: { date } } };
  }
});

/** @returns triggered sends that wait for longer than a try takes: `stuck` where none was completed since */
function waitingSends(facts: Facts, completed: string | undefined) {
  const requeued = newestFirst(facts.rows(requeuedSends));
  const late = requeued.filter(({ CreatedDate }) => facts.now.getTime() - Date.parse(CreatedDate) > HOUR);
  const stuck = late.filter(({ CreatedDate }) => !completed || Date.parse(CreatedDate) > Date.parse(completed));
  // So many within the hour that the late ones, if any, were not shown.
  const many = requeued.length >= (requeuedSends.limit ?? Infinity);
  const shown = stuck.length ? stuck : many ? requeued : late;
  const oldest = shown.at(-1);
  if (!oldest) return undefined;
  const message = shown.find((send) => send.et4ae5__Message__c)?.et4ae5__Message__c;
  const values = { count: shown.length, date: { date: oldest.CreatedDate }, ...saying(message) };
  return { case: stuck.length ? "stuck" : "requeued", values } as const;
}

/** What the connector wrote of a send, and the checks to look at for it. */
function saying(message: string | undefined) {
  const known = message === undefined ? [] : checksFor(message);
  return {
    message: message === undefined ? { texts: ["send-errors.no-message"] } : quoted(message),
    checks: { texts: (known.length ? known : USUAL).map((id) => `${id}.name`) }
  };
}

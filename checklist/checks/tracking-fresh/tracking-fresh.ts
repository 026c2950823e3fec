import { DAY } from "../../facts/time.ts";
import { orgCheck } from "../../judge/check.ts";
import { completedTriggeredSends } from "../../queries/completed-triggered-sends.ts";
import { emailSends } from "../../queries/email-sends.ts";
import { trackingSettings } from "../../queries/tracking-settings.ts";
import { trackingWriters } from "../../queries/tracking-writers.ts";
import messages from "./en.json" with { type: "json" };

/** Results come hourly or daily: after so long they should be there. Source: docs/sources.md, Our own rules. */
const DUE = 2 * DAY;

/** How old the newest tracking result is. An org that sends nothing is not broken, and tracking may be off on purpose. */
export const trackingFresh = orgCheck({
  id: "tracking-fresh",
  messages,
  cases: {
    fresh: "pass",
    stale: "warn",
    missing: "warn",
    off: "not-applicable",
    quiet: "not-applicable"
  },
  about: "org",
  step: "results",
  severity: "advice",
  requires: ["package"],
  needs: [trackingWriters, emailSends, completedTriggeredSends, trackingSettings],
  source: {
    title: "Salesforce Help, mktg.mc_co_user_types_and_permissions",
    section: "Salesforce system user",
    published: "Winter '26",
    url: "https://help.salesforce.com/s/articleView?id=mktg.mc_co_user_types_and_permissions.htm&type=5"
  },
  link: { page: "individual-email-results" },
  fix: ["open", "repair", "settings"],
  judge(facts) {
    const age = (moment: string): number => facts.now.getTime() - Date.parse(moment);
    const result = newestOf(facts.rows(trackingWriters).map(({ CreatedDate }) => CreatedDate));
    // Of a send that was just completed nobody expects results yet.
    const sent = newestOf(
      [
        ...facts
          .rows(emailSends)
          .filter((send) => send.et4ae5__SendStatus__c === "Completed")
          .map(({ CreatedDate }) => CreatedDate),
        ...facts.rows(completedTriggeredSends).map(({ LastModifiedDate }) => LastModifiedDate)
      ].filter((moment) => age(moment) >= DUE)
    );
    const has = (moment: string | undefined): moment is string => moment !== undefined;
    if (has(result) && (age(result) <= DUE || (has(sent) && age(result) <= age(sent))))
      return { case: "fresh", values: { date: { date: result } } };
    const settings = facts.rows(trackingSettings);
    if (settings.length && !settings.some((row) => row.et4ae5__Individual_Tracking__c)) return { case: "off" };
    if (!has(sent)) return { case: "quiet" };
    const values = { sent: { date: sent } };
    return has(result) ? { case: "stale", values: { ...values, date: { date: result } } } : { case: "missing", values };
  }
});

/** @param moments ISO 8601, in any order */
const newestOf = (moments: readonly string[]): string | undefined =>
  [...moments].sort((a, b) => Date.parse(b) - Date.parse(a))[0];

import { copiedAt } from "../../facts/sandbox.ts";
import { orgCheck } from "../../judge/check.ts";
import { knowledge } from "../../judge/sources.ts";
import { hidden } from "../../judge/unreadable.ts";
import { connectorConfiguration } from "../../queries/connector-configuration.ts";
import { oldestUser } from "../../queries/oldest-user.ts";
import { organization } from "../../queries/organization.ts";
import { trackingWriters } from "../../queries/tracking-writers.ts";
import messages from "./en.json" with { type: "json" };

/**
 * Whether a sandbox still works with the Marketing Cloud of the org that it was copied from: a refresh copies the
 * configuration. That the org's own date is that of the copy is unproven (docs/sources.md, A sandbox), so a person is asked.
 */
export const sandboxCopy = orgCheck({
  id: "sandbox-copy",
  messages,
  cases: {
    copied: "confirm",
    "copied-and-tracking": "confirm",
    undated: "confirm",
    "written-since": "pass",
    "not-configured": "not-applicable",
    "no-sandbox": "not-applicable"
  },
  about: "org",
  step: "package",
  severity: "blocker",
  requires: ["package"],
  needs: [organization, connectorConfiguration],
  consults: [trackingWriters, oldestUser],
  restsOn: ["configuration", "api-user"],
  source: knowledge("000384712", "Sandbox refresh", "2026-11-27"),
  link: null,
  answers: { test: "right", "not-connected": "right", production: "wrong" },
  look: ["open", "compare"],
  fix: ["pause", "reset", "connect"],
  judge(facts) {
    const [org] = facts.rows(organization);
    if (!org) return hidden(organization, facts.evidence);
    if (!org.IsSandbox) return { case: "no-sandbox" };
    const written = facts.rows(connectorConfiguration).map(({ LastModifiedDate }) => Date.parse(LastModifiedDate));
    if (written.length === 0) return { case: "not-configured" };
    const newest = Math.max(...written);
    const values = { written: { date: new Date(newest).toISOString() } };
    if (org.CreatedDate === undefined) return { case: "undated", values };
    const created = Date.parse(org.CreatedDate);
    if (newest > created) return { case: copiedAt(facts.evidence) === undefined ? "undated" : "written-since", values };
    const tracks = facts.rows(trackingWriters).some(({ CreatedDate }) => Date.parse(CreatedDate) > created);
    return {
      case: tracks ? "copied-and-tracking" : "copied",
      values: { ...values, created: { date: org.CreatedDate } }
    };
  }
});

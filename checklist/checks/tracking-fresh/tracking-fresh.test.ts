import { testCheck } from "../../testing/check-table.ts";
import { inDays, SYSTEM_USER, withoutPackage, type Changes } from "../../testing/situation.ts";
import { trackingFresh } from "./tracking-fresh.ts";

const result = (days: number) => ({
  Id: `a03${String(Math.round(-days * 100)).padStart(12, "0")}AAA`,
  CreatedDate: inDays(days),
  CreatedById: SYSTEM_USER,
  CreatedBy: { Name: "Marketing Cloud", Username: "mc@example.com", IsActive: true }
});
const send = (days: number, et4ae5__SendStatus__c = "Completed") => ({
  Id: `a04${String(Math.round(-days * 100)).padStart(12, "0")}AAA`,
  CreatedDate: inDays(days),
  et4ae5__SendStatus__c
});
const triggered = (days: number) => ({ Id: "a05000000000001AAA", LastModifiedDate: inDays(days) });
const setting = (on: boolean, n = 1) => ({ Id: `a0000000000000${String(n)}AAA`, et4ae5__Individual_Tracking__c: on });
const org = (
  results: readonly object[],
  sends: readonly object[],
  settings: readonly object[] = [setting(true)],
  completed: readonly object[] = []
): Changes => ({
  rows: {
    "tracking-writers": results,
    "email-sends": sends,
    "tracking-settings": settings,
    "completed-triggered-sends": completed
  }
});

testCheck(trackingFresh, [
  ["passes when the newest result is two days old", org([result(-9), result(-2)], [send(-3)]), "pass/fresh"],
  ["passes when it is two days old, and nothing was sent", org([result(-2)], []), "pass/fresh"],
  ["passes when results came after the last send, however long ago", org([result(-5)], [send(-6)]), "pass/fresh"],
  ["passes when they came in the moment of the send", org([result(-6)], [send(-6)]), "pass/fresh"],
  [
    "passes though tracking is said to be off, when results arrive",
    org([result(-1)], [], [setting(false)]),
    "pass/fresh"
  ],
  [
    "warns when a send was completed two days ago and the newest result is older",
    org([result(-7)], [send(-2)]),
    "warn/stale"
  ],
  ["goes by the newest send that is old enough", org([result(-5)], [send(-1), send(-3), send(-6)]), "warn/stale"],
  [
    "warns when a triggered send was completed since",
    org([result(-7)], [], [setting(true)], [triggered(-3)]),
    "warn/stale"
  ],
  ["warns when no result came at all", org([], [send(-3)]), "warn/missing"],
  ["warns when no configuration is there to say that tracking is off", org([], [send(-3)], []), "warn/missing"],
  [
    "warns when one of two configurations has it on",
    org([], [send(-3)], [setting(false), setting(true, 2)]),
    "warn/missing"
  ],
  ["does not apply when tracking is off", org([result(-7)], [send(-3)], [setting(false)]), "not-applicable/off"],
  ["does not apply when tracking is off, and nothing was sent", org([], [], [setting(false)]), "not-applicable/off"],
  ["does not apply in a quiet org", org([], []), "not-applicable/quiet"],
  ["does not apply when nothing was sent for long", org([result(-20)], []), "not-applicable/quiet"],
  ["does not apply yet after a send of today", org([result(-20)], [send(-1.9)]), "not-applicable/quiet"],
  ["does not count sends that failed", org([result(-20)], [send(-3, "Failed")]), "not-applicable/quiet"],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);

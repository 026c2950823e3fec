import { judge } from "../../judge/judge.ts";
import { testCheck } from "../../testing/check-table.ts";
import { inDays, situation, withoutPackage, type Changes } from "../../testing/situation.ts";
import { sendErrors } from "./send-errors.ts";

const HOURS = 1 / 24;
let sent = 0;
const send = (days: number, status?: string, message?: string) => ({
  Id: `a04${String(++sent).padStart(12, "0")}AAA`,
  CreatedDate: inDays(days),
  ...(status !== undefined && { et4ae5__SendStatus__c: status }),
  ...(message !== undefined && { et4ae5__Messages__c: message })
});
const requeued = (days: number, message?: string) => ({
  Id: `a05${String(++sent).padStart(12, "0")}AAA`,
  CreatedDate: inDays(days),
  ...(message !== undefined && { et4ae5__Message__c: message })
});
const sends = (...rows: object[]): Changes => ({ rows: { "email-sends": rows } });
const triggered = (rows: readonly object[], completed?: number, others: readonly object[] = []): Changes => ({
  rows: {
    "email-sends": others,
    "requeued-sends": rows,
    "completed-triggered-sends":
      completed === undefined ? [] : [{ Id: "a05000000000099AAA", LastModifiedDate: inDays(completed) }]
  }
});
const times = <Row>(count: number, make: (at: number) => Row): Row[] =>
  Array.from({ length: count }, (_, i) => make(i));

testCheck(sendErrors, [
  ["passes when the newest send was completed", {}, "pass/sent"],
  ["passes when triggered sends were completed", triggered([], -2), "pass/sent"],
  [
    "passes when other sends are under way",
    sends(send(-1, "Sending"), send(-2, "Something new"), send(-3), send(-4, "Completed")),
    "pass/sent"
  ],
  [
    "fails when the newest three failed",
    sends(send(-1, "Failed"), send(-2, "Failed"), send(-3, "Failed")),
    "fail/failing"
  ],
  [
    "fails when the newest three failed, whatever was before and in whatever order they come",
    sends(send(-9, "Completed"), send(-3, "Failed", "Restricted IP"), send(-1, "Failed"), send(-2, "Failed")),
    "fail/failing"
  ],
  ["warns when only two failed, and there are no others", sends(send(-1, "Failed"), send(-2, "Failed")), "warn/failed"],
  [
    "warns when one of the newest three is under way",
    sends(send(-1, "Failed"), send(-2, "Submitted"), send(-3, "Failed"), send(-4, "Failed")),
    "warn/failed"
  ],
  [
    "warns when one failed among completed ones",
    sends(send(-1, "Completed"), send(-2, "Failed", "x"), send(-3, "Completed")),
    "warn/failed"
  ],
  [
    "fails when a triggered send is requeued for more than an hour, and none was completed",
    triggered([requeued(-1.1 * HOURS)]),
    "fail/stuck"
  ],
  [
    "fails when the last one was completed before those were requeued",
    triggered([requeued(-1 / 60 / 24), requeued(-2 * HOURS, "inactive user")], -3 * HOURS),
    "fail/stuck"
  ],
  [
    "fails for requeued ones though an email send failed, too",
    triggered([requeued(-2 * HOURS)], -3 * HOURS, [send(-1, "Failed"), send(-2, "Completed")]),
    "fail/stuck"
  ],
  [
    "warns of an email send that failed where others are requeued and some were completed since",
    triggered([requeued(-2 * HOURS)], -1 * HOURS, [send(-1, "Failed"), send(-2, "Completed")]),
    "warn/failed"
  ],
  [
    "warns when some are requeued for more than an hour, and one was completed since",
    triggered([requeued(-2 * HOURS)], -1 * HOURS, [send(-1, "Completed")]),
    "warn/requeued"
  ],
  [
    "warns when one was completed at the very moment at which another was requeued",
    triggered([requeued(-2 * HOURS)], -2 * HOURS),
    "warn/requeued"
  ],
  [
    "goes by those requeued after the last one was completed",
    triggered([requeued(-0.5 * HOURS), requeued(-30 * HOURS)], -2 * HOURS),
    "warn/requeued"
  ],
  ["is patient with a send that was requeued an hour ago", triggered([requeued(-1 * HOURS)], -2 * HOURS), "pass/sent"],
  [
    "warns when so many were requeued within the hour that older ones were not shown",
    triggered(times(200, (at) => requeued((-0.5 * HOURS * (at + 1)) / 200))),
    "warn/requeued"
  ],
  [
    "is patient with fewer of them",
    triggered(times(199, (at) => requeued((-0.5 * HOURS * (at + 1)) / 200))),
    "not-applicable/no-sends"
  ],
  ["does not apply when nothing was sent", sends(), "not-applicable/no-sends"],
  [
    "does not apply while no send came to an end",
    sends(send(-1, "Pending Tracking Subscription")),
    "not-applicable/no-sends"
  ],
  ["does not apply when the package is not installed", withoutPackage, "not-applicable/no-package"]
]);

describe("what a finding of failed sends tells", () => {
  const values = (changes: Changes) => judge([sendErrors], situation(changes)).findings[0]?.values;
  const NOTHING = { texts: ["send-errors.no-message"] };
  const USUAL = {
    texts: ["user-active", "app-access", "api-user-integrated", "marketing-cloud-tab"].map((id) => `${id}.name`)
  };

  test.each<[string, Changes, object]>([
    [
      "the newest message there is, and where its words lead",
      sends(send(-1, "Failed"), send(-2, "Failed", "Restricted\nIP"), send(-3, "Failed", "x")),
      { message: "Restricted IP", checks: { texts: ["ip-relaxation.name"] }, date: { date: inDays(-1) } }
    ],
    [
      "no message, and the usual causes, where there is none",
      sends(send(-1, "Failed"), send(-2, "Completed", "done"), send(-3, "Failed")),
      { message: NOTHING, checks: USUAL, count: 2, total: 3 }
    ],
    [
      "the usual causes, where the words are not known",
      sends(send(-1, "Failed", "x")),
      { message: "x", checks: USUAL }
    ],
    [
      "of those requeued only the ones after the last that was completed",
      triggered([requeued(-2 * HOURS, "first"), requeued(-3 * HOURS, "second"), requeued(-9 * HOURS)], -5 * HOURS),
      { count: 2, date: { date: inDays(-3 * HOURS) }, message: "first" }
    ],
    [
      "of those requeued the late ones, where one was completed since",
      triggered([requeued(-0.2 * HOURS), requeued(-3 * HOURS), requeued(-9 * HOURS, "old")], -1 * HOURS),
      { count: 2, date: { date: inDays(-9 * HOURS) }, message: "old" }
    ],
    [
      "the newest that was completed, of either kind",
      triggered([], -1, [send(-3, "Completed"), send(-2, "Completed")]),
      { date: { date: inDays(-1) } }
    ],
    [
      "an email send, where that is newer",
      triggered([], -4, [send(-3, "Completed"), send(-2, "Completed")]),
      { date: { date: inDays(-2) } }
    ]
  ])("%s", (_what, changes, expected) => {
    expect(values(changes)).toMatchObject(expected);
  });
});

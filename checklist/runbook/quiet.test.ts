import { momentOf, type Quiet } from "./quiet.ts";

const NOW = new Date("2026-11-27T12:00:00.000Z");
const at = (hours: number): string => new Date(NOW.getTime() + hours * 3_600_000).toISOString();
const WEEK = 7 * 24;
/** To the end of what one looks at: where no send is known. */
const quiet = (from: number, to: number | null): Quiet => ({ from: at(from), to: to === null ? null : at(to) });

describe("when reconnecting meets no send", () => {
  test.each<[string, number[], Partial<ReturnType<typeof momentOf>>]>([
    ["nothing leaves", [], { next: null, soonest: quiet(0, null), isNow: true, longest: null }],
    ["one leaves in 5 hours", [5], { next: at(5), soonest: quiet(0, 5), isNow: true, longest: quiet(5.5, null) }],
    [
      "one leaves in exactly an hour",
      [1],
      { next: at(1), soonest: quiet(0, 1), isNow: true, longest: quiet(1.5, null) }
    ],
    [
      "one leaves in less than an hour",
      [0.9],
      { next: at(0.9), soonest: quiet(1.4, null), isNow: false, longest: null }
    ],
    [
      "several leave close together, and the next gap is not the longest",
      [0.5, 1, 1.5, 4, 30, 31],
      { next: at(0.5), soonest: quiet(2, 4), isNow: false, longest: quiet(31.5, null) }
    ],
    [
      "the longest gap lies between two sends",
      [0.5, 3, 150],
      { soonest: quiet(1, 3), isNow: false, longest: quiet(3.5, 150) }
    ],
    ["they come in any order", [4, 0.5, 2], { next: at(0.5), soonest: quiet(1, 2), longest: quiet(4.5, null) }],
    [
      "one leaves every hour, for longer than one looks ahead",
      Array.from({ length: WEEK + 2 }, (_, hour) => hour + 0.5),
      { next: at(0.5), soonest: null, isNow: false, longest: null }
    ],
    ["those of the past are over by the clock", [-3, -0.1], { next: null, soonest: quiet(0, null), isNow: true }],
    ["one that leaves at this moment is over by the clock", [0], { next: null, soonest: quiet(0, null), isNow: true }],
    ["one leaves after the days that one looks ahead", [WEEK + 5], { next: at(WEEK + 5), soonest: quiet(0, null) }],
    ["two leave at the same moment", [2, 2], { soonest: quiet(0, 2), longest: quiet(2.5, null) }]
  ])("%s", (_when, hours, moment) => {
    expect(momentOf(hours.map(at), NOW)).toMatchObject(moment);
  });

  test.each<[string, number[], number, Partial<ReturnType<typeof momentOf>>]>([
    ["up to there only", [2, 6], 6, { soonest: quiet(0, 2), longest: quiet(2.5, 6) }],
    ["the first of two times that are as long", [2], 4.5, { soonest: quiet(0, 2), longest: null }],
    ["nothing, where that is over", [-2, -1], -1, { next: null, soonest: null, longest: null }],
    ["as far ahead as ever, where that is later", [2], WEEK * 2, { soonest: quiet(0, 2), longest: quiet(2.5, null) }]
  ])("of what was cut off: %s", (_what, hours, knownUntil, moment) => {
    expect(momentOf(hours.map(at), NOW, at(knownUntil))).toMatchObject(moment);
  });

  test("reads dates as Salesforce spells them", () => {
    expect(momentOf(["2026-11-27T14:00:00.000+0000"], NOW)).toMatchObject({ soonest: quiet(0, 2) });
  });
});

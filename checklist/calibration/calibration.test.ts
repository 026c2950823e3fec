import { readFileSync } from "node:fs";
import { observed } from "../testing/observed.ts";
import { doubtsOf } from "./doubts.ts";
import {
  contradicted,
  PERIODS,
  REFRESH_TOKEN_POLICIES,
  type Calibration,
  type How,
  type IpRelaxationPolicy,
  type Period,
  type PolicyChangeWording,
  type RefreshTokenPolicy,
  type RefreshTokenReading
} from "./known.ts";
import { policyShowing } from "./refresh-token.ts";
import { CALIBRATION } from "./table.ts";
import { framesOf, ipRelaxationIn } from "./wordings.ts";

const wordingOf = (text: string): PolicyChangeWording & How => ({
  ...{ action: "changeIpRelaxationPolicy", language: "en_US", text },
  how: "general knowledge"
});

const EXAMPLES = { none: null, zero: 0, positive: 7, negative: -1 } as const;
const SHAPES = PERIODS.flatMap((period) => [true, false].map((inactivity) => ({ inactivity, period })));
const PAIRS = SHAPES.flatMap((first) => SHAPES.map((second) => [first, second] as const));
const POLICIES = REFRESH_TOKEN_POLICIES.flatMap((first) =>
  REFRESH_TOKEN_POLICIES.map((second) => [first, second] as const)
);

const makesCertain = (calibration: Calibration): boolean =>
  SHAPES.some(
    ({ inactivity, period }) => policyShowing(calibration, inactivity, EXAMPLES[period]) === "immediately-expire"
  );
const passes = (...rows: RefreshTokenReading[]): boolean => makesCertain(observed({ refreshToken: rows }));

describe("which observations make the right Refresh Token Policy certain", () => {
  test("none today", () => {
    expect(CALIBRATION.refreshToken.some(({ how }) => how === "observed") || passes()).toBe(false);
  });

  test("no single one", () => {
    const rows = REFRESH_TOKEN_POLICIES.flatMap((policy) => SHAPES.map((shape) => ({ policy, ...shape })));
    expect(rows.filter((row) => passes(row))).toEqual([]);
  });

  test("of two, only those of the two policies that are alike, seen apart, and apart from the documented ones", () => {
    const enough = POLICIES.flatMap(([one, other]) =>
      PAIRS.filter(([first, second]) => passes({ policy: one, ...first }, { policy: other, ...second })).map(
        ([first, second]) => ({ one, first, other, second })
      )
    );
    for (const { one, first, other, second } of enough) {
      expect([one, other].sort()).toEqual(["immediately-expire", "valid-until-revoked"]);
      expect(first).not.toEqual(second);
      for (const { inactivity, period } of [first, second]) expect(inactivity || period === "positive").toBe(false);
    }
    // Each in another of the three shapes that no documented reading has, and each of the two observed first.
    expect(enough.length).toBe(2 * 3 * 2);
  });

  const off = (policy: RefreshTokenPolicy, period: Period): RefreshTokenReading => ({
    policy,
    inactivity: false,
    period
  });
  const apart = [off("immediately-expire", "none"), off("valid-until-revoked", "zero")];
  test("none where another org saw one of the two otherwise", () => {
    expect(passes(...apart)).toBe(true);
    expect(passes(...apart, off("valid-until-revoked", "negative"))).toBe(false);
  });
  test("also those beside which orgs saw another policy in two ways", () => {
    const policy = "expire-after";
    expect(passes(...apart, off(policy, "positive"), { policy, inactivity: true, period: "negative" })).toBe(true);
  });
  test("none where one of the two is only documented", () => {
    const documented = { ...off("valid-until-revoked", "zero"), how: "documented" as const };
    const { refreshToken, ...rest } = observed({ refreshToken: apart.slice(0, 1) });
    expect(makesCertain({ ...rest, refreshToken: [...refreshToken, documented] })).toBe(false);
  });
});

describe("of what orgs saw of one matter, these contradict each other:", () => {
  type Row = How & { readonly matter: string; readonly saw: string | undefined };
  const row = (matter: string, saw: string | undefined): Row => ({
    ...{ matter, saw },
    ...{ how: "observed", on: "2026-11-01", apiVersion: "65.0" }
  });
  const documented: Row = { matter: "a", saw: "2", how: "documented" };

  test.each([
    { when: "none of one alone", rows: [row("a", "1")], found: [] },
    { when: "none of two that saw the same", rows: [row("a", "1"), row("a", "1")], found: [] },
    { when: "none of two matters", rows: [row("a", "1"), row("b", "2")], found: [] },
    { when: "both of two that saw different things", rows: [row("a", "1"), row("a", "2")], found: [0, 1] },
    {
      when: "all of three, of which two agree",
      rows: [row("a", "1"), row("b", "1"), row("a", "1"), row("a", "2")],
      found: [0, 2, 3]
    },
    { when: "none where one saw nothing", rows: [row("a", "1"), row("a", undefined)], found: [] },
    { when: "none where one is only documented", rows: [row("a", "1"), documented], found: [] }
  ])("$when", ({ rows, found }) => {
    expect(
      contradicted(
        rows,
        ({ matter }) => matter,
        ({ saw }) => saw
      )
    ).toEqual(found.map((at) => rows[at]));
  });
});

describe("what an entry of the audit trail says", () => {
  const SENTENCE =
    "Changed connected app A IP relaxation setting from Enforce IP restrictions to Relax IP restrictions";
  test.each([
    { when: "the documented wording", display: SENTENCE, app: "A", value: "relax" },
    { when: "a name with a place in it", display: SENTENCE.replace("A", "{to}"), app: "{to}", value: "relax" },
    { when: "another app", display: SENTENCE, app: "B", value: undefined },
    { when: "another label", display: `${SENTENCE} again`, app: "A", value: undefined },
    { when: "fewer words than its parts have", display: SENTENCE.replace(" Enforce IP restrictions", ""), app: "A" },
    { when: "no policy before", display: SENTENCE.replace("Enforce IP restrictions", ""), app: "A", value: "relax" },
    {
      when: "another policy's wording",
      display: SENTENCE.replace("IP relaxation setting", "Permitted Users setting"),
      app: "A"
    }
  ])("$when", ({ display, app, value }) => {
    expect(ipRelaxationIn(CALIBRATION, display, app)?.value).toBe(value);
  });

  const calibration = observed({
    policyChanges: [{ ...wordingOf("{app} is relaxed"), to: "relax-activated-devices" }]
  });
  test.each([
    {
      when: "a sentence that stands for one policy, with that policy's label",
      display: "A is relaxed",
      found: { value: "relax-activated-devices", label: "Relax IP restrictions for activated devices" }
    },
    { when: "another sentence, nothing", display: "A is not relaxed", found: undefined }
  ])("is, in $when", ({ display, found }) => {
    expect(ipRelaxationIn(calibration, display, "A")).toEqual(found);
  });
});

describe("around the app's name stand", () => {
  test.each([
    [
      "the words before it, and the two after it",
      "Changed {app} IP relaxation setting to {to}",
      "Changed ",
      " IP relaxation"
    ],
    ["the words before it alone, where it is the last", "Changed {app}", "Changed ", ""]
  ])("%s", (_what, text, before, after) => {
    expect(framesOf({ ...CALIBRATION, policyChanges: [wordingOf(text)] })).toEqual([{ before, after }]);
  });
  test("nothing that tells it, where a wording begins with it", () => {
    expect(framesOf({ ...CALIBRATION, policyChanges: [wordingOf("{app} was changed")] })).toEqual([]);
  });
});

describe("orgs that contradict each other", () => {
  const to = (text: string, policy: IpRelaxationPolicy) => ({ ...wordingOf(text), to: policy });
  test.each([
    ["of a sentence, leave that sentence in doubt", ["{app} x", "{app} x"], 2],
    ["of two sentences, leave neither in doubt", ["{app} x", "{app} y"], 0]
  ] as const)("%s", (_what, [one, other], count) => {
    const policyChanges = [to(one, "relax"), to(other, "enforce")];
    expect(doubtsOf(observed({ policyChanges })).policyChanges).toHaveLength(count);
  });
  test.each([
    ["whether attaching works is in doubt where it did in one and not in another", [true, false], 2],
    ["whether attaching works is not in doubt where it did in both", [true, true], 0]
  ] as const)("%s", (_what, works, count) => {
    const attaching = works.map((each) => ({ works: each }));
    expect(doubtsOf(observed({ attaching })).attaching).toHaveLength(count);
  });
});

test("every known name of the app is one that the query of connected apps finds", () => {
  const [, part] = /LIKE '%(.+)%'/.exec(readFileSync("checklist/queries/connected-apps.soql", "utf8")) ?? [];
  expect(part).toBeTruthy();
  expect(CALIBRATION.appNames.filter(({ name }) => !name.includes(part ?? ""))).toEqual([]);
});

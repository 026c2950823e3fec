import { readFileSync } from "node:fs";
import { observed } from "../testing/observed.ts";
import { contradicted, PERIODS, REFRESH_TOKEN_POLICIES, type How, type RefreshTokenReading } from "./known.ts";
import { policyShowing } from "./refresh-token.ts";
import { CALIBRATION } from "./table.ts";
import { ipRelaxationIn } from "./wordings.ts";

const EXAMPLES = { none: null, zero: 0, positive: 7, negative: -1 } as const;
const SHAPES = PERIODS.flatMap((period) => [true, false].map((inactivity) => ({ inactivity, period })));
const PAIRS = SHAPES.flatMap((first) => SHAPES.map((second) => [first, second] as const));
const POLICIES = REFRESH_TOKEN_POLICIES.flatMap((first) =>
  REFRESH_TOKEN_POLICIES.map((second) => [first, second] as const)
);

const passes = (...rows: RefreshTokenReading[]): boolean =>
  SHAPES.some(
    ({ inactivity, period }) =>
      policyShowing(observed({ refreshToken: rows }), inactivity, EXAMPLES[period]) === "immediately-expire"
  );

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
    { when: "nothing between its parts", display: "Changed connected app A IP relaxation setting from to", app: "A" }
  ])("$when", ({ display, app, value }) => {
    expect(ipRelaxationIn(CALIBRATION, display, app)?.value).toBe(value);
  });
});

test("every known name of the app is one that the query of connected apps finds", () => {
  const [, part] = /LIKE '%(.+)%'/.exec(readFileSync("checklist/queries/connected-apps.soql", "utf8")) ?? [];
  expect(part).toBeTruthy();
  expect(CALIBRATION.appNames.filter(({ name }) => !name.includes(part ?? ""))).toEqual([]);
});

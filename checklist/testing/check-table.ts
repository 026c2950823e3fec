import { ENGLISH, RUN_QUERIES } from "../catalogue.ts";
import type { Check } from "../judge/check.ts";
import { rowsOf } from "../evidence/evidence.ts";
import { isPassed, type Finding } from "../judge/finding.ts";
import { judge } from "../judge/judge.ts";
import { needsOf } from "../judge/queries-of.ts";
import { translatorOf } from "../messages/text.ts";
import { wordingOf } from "../presentation/wording.ts";
import { before, situation, type Changes } from "./situation.ts";

/** `state/case` of the one finding, or one for each role. */
type Expected = string | { readonly system?: string; readonly impacted?: string };

/** A situation by name, what differs in it from the healthy org, and what the check must say. */
export type Row = readonly [when: string, changes: Changes, then: Expected];

const words = translatorOf(ENGLISH, "en");

const said = (finding: Finding | undefined): string => (finding ? `${finding.state}/${finding.case}` : "nothing");

/** @returns what one check says in a situation, by subject */
export function judged(check: Check, changes: Changes): { only: string; system: string; impacted: string } {
  const { findings } = judge([check], situation(changes));
  const of = (role: string): string => said(findings.find(({ subject }) => subject?.role === role));
  return { only: said(findings[0]), system: of("system-user"), impacted: of("impacted-user") };
}

/** @returns the queries without whose answer the check says something else than with it */
function saysTooEarly(check: Check, changes: Changes): string[] {
  const whole = situation(changes);
  const { findings } = judge([check], whole);
  return RUN_QUERIES.map(({ name }) => name).filter((name) => {
    const earlier = judge([check], { ...whole, evidence: before(whole.evidence, name) });
    return !earlier.pending.length && earlier.findings.map(said).join() !== findings.map(said).join();
  });
}

/** @returns the places in the findings' sentences that no value filled */
const unfilled = (check: Check, changes: Changes): string[] =>
  judge([check], situation(changes)).findings.flatMap(
    (finding) => JSON.stringify(wordingOf(finding, words)).match(/\{\w+\}/g) ?? []
  );

/**
 * Tests a check against a table. Beyond the rows it holds five laws for every check: each of its cases occurs
 * in the table, a fault of any needed query makes every finding `unknown`, rows that are gone make none pass,
 * nothing is said before what it rests on was answered, and each sentence is whole.
 */
export function testCheck(check: Check, table: readonly Row[]): void {
  describe(check.id, () => {
    test.each(table.map(([when, changes, then]) => ({ when, changes, then })))("$when", ({ changes, then }) => {
      const found = judged(check, changes);
      if (typeof then === "string") expect(found.only).toBe(then);
      else expect(found).toMatchObject(then);
    });

    test("every case occurs in the table", () => {
      const seen = table
        .flatMap(([, changes]) => Object.values(judged(check, changes)))
        .map((each) => each.split("/")[1]);
      expect(Object.keys(check.cases).filter((name) => !seen.includes(name))).toEqual([]);
    });

    test.each(table.map(([when, changes]) => ({ when, changes })))("fills every place when it $when", ({ changes }) => {
      expect(unfilled(check, changes)).toEqual([]);
    });

    test.each(table.map(([when, changes]) => ({ when, changes })))(
      "waits for the answers that count when it $when",
      ({ changes }) => {
        expect(saysTooEarly(check, changes)).toEqual([]);
      }
    );

    const needed = needsOf(check).map(({ name }) => name);
    const answered = needsOf(check)
      .filter((query) => rowsOf(situation({}).evidence, query).length > 0)
      .map(({ name }) => name);
    if (answered.length)
      test.each(answered)("does not pass when %s answers no row", (name) => {
        const { findings } = judge([check], situation({ rows: { [name]: [] } }));
        expect(findings.filter(isPassed)).toEqual([]);
      });

    // Every kind of fault, of every query in every scenario, is the business of tests/product.
    if (needed.length)
      test.each(needed)("is unknown when %s fails", (name) => {
        const { findings } = judge([check], situation({ faults: { [name]: "server" } }));
        expect(new Set(findings.map(said))).toEqual(new Set(["unknown/server"]));
      });
  });
}

import { ENGLISH } from "../catalogue.ts";
import { changeOf } from "../changes/change.ts";
import type { Check } from "../judge/check.ts";
import { judge } from "../judge/judge.ts";
import { aboutOf } from "../judge/offered.ts";
import { needsOf } from "../judge/queries-of.ts";
import { translatorOf } from "../messages/text.ts";
import { changeTexts } from "../presentation/change-text.ts";
import { situation, type Changes } from "./situation.ts";

/** A situation by name, what differs in it from the healthy org, and what the check proposes to write, in words. */
export type MendRow = readonly [when: string, changes: Changes, then: readonly string[]];

const words = translatorOf(ENGLISH, "en");

/** @returns each change as its order and its effects, and each that is withheld as why */
function proposed(check: Check, changes: Changes): string[] {
  return judge([check], situation(changes)).mends.map(({ finding, mend }) => {
    if ("withheld" in mend)
      return words({ key: mend.withheld.key, values: { ...finding.values, ...mend.withheld.values } });
    const { order, before, after, effects } = changeTexts(changeOf(mend, aboutOf(finding)), words);
    return [`${order}: ${before} > ${after}`, ...effects].join(" | ");
  });
}

/**
 * Tests what a check proposes to write. Beyond the rows: each sentence is whole, and nothing is proposed where evidence
 * that the check needs could not be read, or of a system user whom nobody chose; of the latter it says so.
 */
export function testMends(check: Check, table: readonly MendRow[]): void {
  describe(`${check.id} proposes`, () => {
    const rows = table.map(([when, changes, then]) => ({ when, changes, then }));
    test.each(rows)("$when", ({ changes, then }) => {
      const said = proposed(check, changes);
      expect(said).toEqual(then);
      expect(said.join(" ")).not.toMatch(/\{\w+\}|\[/);
    });
    test.each(rows.filter(({ then }) => then.length))("nothing of unread evidence: $when", ({ changes }) => {
      const faults = needsOf(check).map(({ name }) => proposed(check, { ...changes, faults: { [name]: "server" } }));
      expect(faults.flat()).toEqual([]);
    });
    test.each(rows)("nothing of a guess, and says why: $when", ({ changes }) => {
      const { mends } = judge([check], { ...situation(changes), selection: { impactedUsers: [] } });
      const ofGuess = mends.filter(({ finding }) => finding.subject);
      expect(ofGuess.map(({ mend }) => mend)).toEqual(
        ofGuess.map(() => ({ withheld: { key: "change.withheld.guessed" } }))
      );
    });
  });
}

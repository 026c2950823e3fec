import { COMMON_FIX } from "./common-fix.ts";
import { findingKey, type Finding } from "./finding.ts";
import { grouped, type Group } from "./grouped.ts";

/** What one trip to Setup mends, or one answer settles: findings on one page of one record, or for want of one thing. */
export interface Visit {
  /** `findingKey` of its first finding. */
  readonly key: string;
  /** In the order given. */
  readonly findings: readonly Finding[];
}

/**
 * The one way in which cards, plan, reports and terminal group what is left to do:
 *
 * - what can't be judged for want of the same thing is one visit,
 * - what is mended on the same page of the same record is one: a person's own settings, the policies of an app,
 * - people whose pages ask for the very same changes are one.
 *
 * @param findings that are not settled, in order of repair
 */
export function visitsOf(findings: readonly Finding[]): Visit[] {
  const places = grouped(findings, placeOf);
  return grouped(places, (place) => changesOn(place) ?? findingKey(place[0])).map((alike) => {
    const together = alike.flat();
    return { key: findingKey(together[0] as Finding), findings: together };
  });
}

/** @returns where the finding is mended; that of a step alone, since the next one's turn may come much later, as does that of a guess */
function placeOf(finding: Finding): string {
  const { step, fix, tentative } = finding;
  const lack = lackOf(finding);
  if (lack !== null) return lack;
  return fix.link && fix.of !== "common"
    ? JSON.stringify([step, fix.link.page, fix.link.address, tentative])
    : findingKey(finding);
}

/** @returns the changes that a person's own page asks for; null for a page that isn't one person's */
function changesOn(place: Group<Finding>): string | null {
  const [first] = place;
  if (!first.subject || first.fix.link?.page !== "user" || first.fix.of === "common") return null;
  return JSON.stringify([first.step, first.tentative, place.map(({ check, case: name }) => [check, name]).sort()]);
}

/** @returns a name for what the finding could not be judged without, for all its sentences would say the same */
export function lackOf({ state, case: name, values }: Finding): string | null {
  if (state !== "unknown" || COMMON_FIX[name] === undefined) return null;
  const { user, ...others } = values;
  return JSON.stringify([name, name === "person-not-found" ? user : null, others]);
}

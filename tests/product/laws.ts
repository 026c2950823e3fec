import { CHECKS, type Evidence, type QueryName } from "../../checklist/index.ts";
import type { PrintedFinding } from "../../command-line/printed-report.ts";
import type { Run } from "./run.ts";

/**
 * Holds a run in which one query failed against the run in which none did. The law: unknown is never green, and what
 * the query has no part in is not touched.
 * @returns each breach in words; none where the law holds
 */
export function breaches(query: QueryName, sound: Run, broken: Run): string[] {
  const touched = touchedBy(query, sound, broken);
  const before = new Map(sound.findings.map((finding) => [keyOf(finding), finding]));
  const after = new Map(broken.findings.map((finding) => [keyOf(finding), finding]));

  return CHECKS.flatMap(({ id, needs, consults = [] }) => {
    const own = [...after].filter(([, { check }]) => check === id);
    const passing = own.filter(([, { state }]) => state === "pass").map(([key]) => key);
    const blind = needs.some((name) => touched.has(name)) ? passing : [];
    const greened = passing.filter((key) => before.get(key)?.state !== "pass");
    const apart = ![...needs, ...consults].some((name) => touched.has(name));
    const keys = new Set([...before, ...after].filter(([, { check }]) => check === id).map(([key]) => key));
    const changed = apart
      ? [...keys].filter((key) => JSON.stringify(before.get(key)) !== JSON.stringify(after.get(key)))
      : [];
    return [
      ...blind.map((key) => `${key} passes without what it needs`),
      ...greened.map((key) => `${key} passes only now`),
      ...changed.map((key) => `${key} says something else: ${String(after.get(key)?.state)}`)
    ];
  });
}

/** @returns the query itself, and those that for want of it were not asked, or for something else */
function touchedBy(query: QueryName, sound: Run, broken: Run): ReadonlySet<QueryName> {
  const others = [...sound.asked.keys()].filter((name) => sound.asked.get(name) !== broken.asked.get(name));
  return new Set([query, ...others]);
}

/** By username, because without the org's answer a person has no Id. */
const keyOf = ({ check, subject }: PrintedFinding): string =>
  subject ? `${check} of ${subject.username ?? ""}` : check;

/** @returns the kind of fault that the evidence holds for the query, if any */
export function faultIn(evidence: Evidence, query: QueryName): string | undefined {
  const answer = evidence[query];
  return answer && "fault" in answer ? answer.fault.kind : undefined;
}

import { CHECKS, type Evidence, type PrintedFinding, type QueryName, type State } from "../../checklist/index.ts";
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

  return CHECKS.flatMap(({ id, about, needs, consults = [] }) => {
    const needy = needs.some((name) => touched.has(name));
    const read = [...consults, ...(about === "person" && sound.asked.has("box-users") ? EVERYONE : [])];
    const apart = !needy && !read.some((name) => touched.has(name));
    const keys = [...new Set([...before.keys(), ...after.keys()])].filter((key) => key.split(" ")[0] === id);
    return keys.flatMap((key) => {
      const [was, is] = [before.get(key), after.get(key)];
      const said = `${key} said ${was?.state ?? "nothing"} and says ${is?.state ?? "nothing"}`;
      const same = was?.state === is?.state;
      return [
        ...(needy && is?.state !== "unknown" && (!same || is?.state === "pass")
          ? [`Without what it needs, ${said}.`]
          : []),
        ...(SETTLED.includes(is?.state) && !same ? [`Knowing less, ${said}.`] : []),
        ...(apart && JSON.stringify(was) !== JSON.stringify(is) ? [`Though it has no part in it, ${said}.`] : [])
      ];
    });
  });
}

/** Where everyone was asked for, what is about people tells that somebody may be missing. */
const EVERYONE: readonly QueryName[] = ["box-users", "box-user-count"];

/** States that tell people to do nothing. */
const SETTLED: readonly (State | undefined)[] = ["pass", "confirmed", "not-applicable"];

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

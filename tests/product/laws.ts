import { isDeepStrictEqual } from "node:util";
import { CHECKS, needsOf, queriesOf, type Evidence, type Finding, type State } from "../../checklist/index.ts";
import type { Run } from "./run.ts";

/** What the law looks at: of a run, or of what a page shows of one. */
export interface Said extends Pick<Run, "asked"> {
  readonly findings: readonly SaidFinding[];
}

interface SaidFinding extends Pick<Finding, "check" | "state"> {
  readonly subject: Pick<NonNullable<Finding["subject"]>, "username"> | null;
}

/** Thousands of runs are held against the law: what it asks of a check is looked up once. */
const QUERIES_OF = CHECKS.map((check) => ({
  id: check.id,
  needs: needsOf(check).map(({ name }) => name),
  all: queriesOf(check).map(({ name }) => name)
}));

/**
 * Holds a run in which queries failed against the run in which none did. The law: unknown is never green, and what
 * those queries have no part in is not touched.
 * @returns each breach in words; none where the law holds
 */
export function breaches(failed: readonly string[], sound: Said, broken: Said): string[] {
  const touched = touchedBy(failed, sound, broken);
  const [before, after] = [byCheck(sound), byCheck(broken)];

  return QUERIES_OF.flatMap(({ id, needs, all }) => {
    const needy = needs.some((name) => touched.has(name));
    const apart = !all.some((name) => touched.has(name));
    const [wereOf, areOf] = [before.get(id), after.get(id)];
    const keys = new Set([...(wereOf?.keys() ?? []), ...(areOf?.keys() ?? [])]);
    return [...keys].flatMap((key) => {
      const [was, is] = [wereOf?.get(key), areOf?.get(key)];
      const said = `${key} said ${was?.state ?? "nothing"} and says ${is?.state ?? "nothing"}`;
      const same = was?.state === is?.state;
      return [
        ...(needy && is?.state !== "unknown" && (!same || is?.state === "pass")
          ? [`Without what it needs, ${said}.`]
          : []),
        ...(SETTLED.includes(is?.state) && !same ? [`Knowing less, ${said}.`] : []),
        ...(apart && !askedAgain(was, is) && !isDeepStrictEqual(judged(was), judged(is))
          ? [`Though it has no part in it, ${said}.`]
          : [])
      ];
    });
  });
}

function byCheck({ findings }: Said): Map<string, Map<string, SaidFinding>> {
  const all = new Map<string, Map<string, SaidFinding>>();
  for (const finding of findings) {
    const own = all.get(finding.check) ?? new Map<string, SaidFinding>();
    all.set(finding.check, own.set(keyOf(finding), finding));
  }
  return all;
}

/** Who changed it, and when, is told beside a finding and decides nothing: other queries tell that. */
const judged = (finding: (SaidFinding & { readonly changed?: unknown }) | undefined): unknown =>
  finding && { ...finding, changed: undefined };

/** What a person saw rests on who the system user is: while that can't be looked up, they are asked again. */
const askedAgain = (was: SaidFinding | undefined, is: SaidFinding | undefined): boolean =>
  was?.state === "confirmed" && is?.state === "confirm";

/** States that tell people to do nothing. */
const SETTLED: readonly (State | undefined)[] = ["pass", "confirmed", "not-applicable"];

/** @returns the queries themselves, and those that for want of them were not asked, or for something else */
function touchedBy(failed: readonly string[], sound: Said, broken: Said): ReadonlySet<string> {
  const others = [...sound.asked.keys()].filter((name) => sound.asked.get(name) !== broken.asked.get(name));
  return new Set([...failed, ...others]);
}

/** By username, because without the org's answer a person has no Id. */
const keyOf = ({ check, subject }: SaidFinding): string => (subject ? `${check} of ${subject.username ?? ""}` : check);

/** @returns the kind of fault that the evidence holds for the query, if any */
export function faultIn(evidence: Evidence, query: string): string | undefined {
  const answer = evidence[query];
  return answer && "fault" in answer ? answer.fault.kind : undefined;
}

/** @returns findings that tell people to do nothing, and did not before */
export function gained(sound: Run, other: Run): string[] {
  const before = new Map(sound.findings.map((finding) => [keyOf(finding), finding.state]));
  return other.findings
    .filter((finding) => SETTLED.includes(finding.state) && before.get(keyOf(finding)) !== finding.state)
    .map((finding) => `${keyOf(finding)} says ${finding.state}`);
}

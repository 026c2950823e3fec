import { gather, type Evidence, type Query, type QuerySource, type Selection } from "c/mccChecklist";
import { canAskFirst, SELECTION_QUERIES } from "./queries.ts";

interface Questions {
  readonly source: QuerySource;
  readonly viewerId: string;
  /** Whom to check, as far as that is known. */
  readonly selection: () => Selection;
  readonly queries: readonly Query[];
  /** What is known already. */
  readonly known: Evidence;
  /** Loads whom to check; undefined where that is known. */
  readonly loading: Promise<void> | undefined;
  /** Called with what is known after each wave but the last. */
  readonly onWave: (evidence: Evidence) => void;
}

/** @returns what is known when all is asked. Who is chosen may be known later: what does not depend on it need not wait */
export async function askAbout(questions: Questions): Promise<Evidence> {
  const { source, viewerId, queries, loading, onWave } = questions;
  const ask = (wanted: readonly Query[], previous: Evidence, isLast: boolean): Promise<Evidence> =>
    gather(source, {
      selection: questions.selection(),
      viewerId,
      queries: wanted,
      previous,
      onWave: (evidence, hasMore) => {
        if (hasMore || !isLast) onWave(evidence);
      }
    });
  let { known } = questions;
  if (loading) {
    [known] = await Promise.all([ask(queries.filter(canAskFirst), known, false), loading]);
    known = await ask(SELECTION_QUERIES, known, false);
  }
  const left = queries.filter(({ name }) => known[name] === undefined);
  return ask(left, known, true);
}

import type { QuerySource } from "c/mccChecklist";
import { messageOf } from "c/mccGateway";

/**
 * `gather` turns what is thrown into evidence; the page also wants to know when nothing was answered at all. Once the
 * run is not wanted any more, or has waited for an answer in vain, nothing more is asked.
 */
export function monitored(source: QuerySource, isWanted: () => boolean) {
  let answered = false;
  let refusal = "";
  let lost = false;
  let timeout: Error | null = null;
  const monitoredSource: QuerySource = {
    async runQueries(requests) {
      if (!isWanted()) throw new Error("Another run has taken over.");
      if (timeout) throw timeout;
      try {
        const replies = await source.runQueries(requests);
        answered = true;
        return replies;
      } catch (error) {
        refusal = messageOf(error);
        lost = isLost(error);
        if (error instanceof Error && "code" in error && error.code === "TIMEOUT") timeout = error;
        throw error;
      }
    }
  };
  return { source: monitoredSource, answered: () => answered, refusal: () => refusal, wasLost: () => lost };
}

/** What Apex throws has the status 500, and may have none; a lost connection has another. In an org: docs/unproven.md. */
function isLost(error: unknown): boolean {
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === "number" && status !== 500;
}

import type { QuerySource } from "c/mccChecklist";
import { messageOf } from "c/mccGateway";

/**
 * `gather` turns what is thrown into evidence; the page also wants to know when nothing was answered at all. Once the
 * run is not wanted any more, or has waited for an answer in vain, nothing more is asked.
 */
export function monitored(source: QuerySource, isWanted: () => boolean) {
  let answered = false;
  let refusal = "";
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
        if (error instanceof Error && "code" in error && error.code === "TIMEOUT") timeout = error;
        throw error;
      }
    }
  };
  return { source: monitoredSource, answered: () => answered, refusal: () => refusal };
}

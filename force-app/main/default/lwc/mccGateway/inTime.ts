import { say } from "c/mccWords";

/** Our own limit: nobody waits longer, and Check again is there as soon as a run has ended. */
const PATIENCE = 120_000;

/**
 * @param asked what was asked of Apex
 * @returns its answer
 * @throws what Apex throws, or an Error with the code TIMEOUT where two minutes go by without an answer
 */
export function inTime<What>(asked: Promise<What>): Promise<What> {
  return new Promise((resolve, reject) => {
    const late = (): void => reject(Object.assign(new Error(say("ui.no-answer")), { code: "TIMEOUT" }));
    const timer = setTimeout(late, PATIENCE);
    void asked.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

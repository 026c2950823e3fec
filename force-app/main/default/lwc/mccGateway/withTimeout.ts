import { label } from "c/mccLabels";

/** Our own limit: nobody waits longer, and Check again is there as soon as a run has ended. */
const TIMEOUT_MS = 120_000;

/**
 * @param call a call of Apex
 * @returns its answer
 * @throws what Apex throws, or an Error with the code TIMEOUT where two minutes go by without an answer
 */
export function withTimeout<Answer>(call: Promise<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(Object.assign(new Error(label("ui.no-answer")), { code: "TIMEOUT" }));
    }, TIMEOUT_MS);
    void call.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

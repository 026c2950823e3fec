/** What came of one question: the answer, why there is none yet, or the org's error code. */
export type Attempt<Answer> = { readonly answer: Answer } | { readonly open: string } | { readonly error: string };

/** Ends a question without an answer. */
export class Open extends Error {
  override readonly name = "Open";
}

/**
 * Asks one question. What goes wrong with it is its own answer, and leaves the others alone.
 * @param question throws `Open` where the org can't tell
 */
export async function attempt<Answer>(question: () => Promise<Answer> | Answer): Promise<Attempt<Answer>> {
  try {
    return { answer: await question() };
  } catch (error) {
    return error instanceof Open ? { open: error.message } : { error: codeOf(error) };
  }
}

/** @returns Salesforce's code, or that of Node's network layer. Never the message: that may quote what was found */
export function codeOf(error: unknown): string {
  const { errorCode, code, name } = error as Partial<Record<"errorCode" | "code" | "name", unknown>>;
  const texts = [errorCode, code, name].filter((each) => typeof each === "string");
  return texts.find((each) => /^[A-Za-z_]\w{0,59}$/.test(each)) ?? "UNKNOWN";
}

import LANGUAGES from "@salesforce/resourceUrl/MCC_Health_Languages";

/** Milliseconds. Later, a person has read the page in English. */
const TIMEOUT_MS = 10_000;

/**
 * The request is left to itself once its time is up: Lightning Locker has no AbortController (docs/decisions/0009-words.md).
 * @returns a language's messages by key; null where they can't be had
 */
export function fetchMessages(language: string): Promise<Record<string, string> | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), TIMEOUT_MS);
    void messagesOf(language)
      .then(resolve)
      .finally(() => clearTimeout(timer));
  });
}

async function messagesOf(language: string): Promise<Record<string, string> | null> {
  try {
    const response = await fetch(`${LANGUAGES}/${language}.json`);
    return response.ok ? messagesIn(await response.json()) : null;
  } catch {
    return null;
  }
}

function messagesIn(content: unknown): Record<string, string> | null {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return null;
  const entries = Object.entries(content as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => Boolean(entry[1]) && typeof entry[1] === "string")
  );
}

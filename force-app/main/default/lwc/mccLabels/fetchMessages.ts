import LANGUAGES from "@salesforce/resourceUrl/MCC_Health_Languages";

/** Milliseconds. Later, a person has read the page in English. */
const TIMEOUT_MS = 10_000;

/** @returns a language's messages by key; null where they can't be had */
export async function fetchMessages(language: string): Promise<Record<string, string> | null> {
  const request = new AbortController();
  const timer = setTimeout(() => request.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`${LANGUAGES}/${language}.json`, { signal: request.signal });
    return response.ok ? messagesIn(await response.json()) : null;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function messagesIn(content: unknown): Record<string, string> | null {
  if (typeof content !== "object" || content === null || Array.isArray(content)) return null;
  const entries = Object.entries(content as Record<string, unknown>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => Boolean(entry[1]) && typeof entry[1] === "string")
  );
}

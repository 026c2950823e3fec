/** Text that is HTML already. Only the tag `markup` makes it, so that nothing else gets into a page unescaped. */
export interface Markup {
  readonly markup: string;
}

type Part = string | Markup | readonly Markup[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;"
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? "");

function markupOf(part: Part): string {
  if (typeof part === "string") return escaped(part);
  return "markup" in part ? part.markup : part.map(markupOf).join("");
}

/** A template tag: every text that is put in is escaped, for an element and for a quoted attribute alike. */
export const markup = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
  markup: pieces.map((piece, i) => (i ? markupOf(parts[i - 1] ?? "") : "") + piece).join("")
});

import ts from "typescript";

/** The forms of `plural`, of which code names only the stem. */
const FORM = "(?:\\.(?:zero|one|two|few|many|other))?";

/**
 * @param code texts of JavaScript or TypeScript files
 * @param keys all keys of messages
 * @returns those that the code can ask for: it names them, or writes a template that they fit. Templates that say nothing
 * but where dots stand, or the form of a plural, as the translator's own, are those of their callers
 */
export function keysNamedIn(code: readonly string[], keys: readonly string[]): ReadonlySet<string> {
  const patterns = new Set(code.flatMap((text) => patternsIn(text)));
  const all = new RegExp(`^(?:${[...patterns].join("|")})${FORM}$`);
  return new Set(keys.filter((key) => all.test(key)));
}

function patternsIn(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(escaped(node.text));
    if (ts.isTemplateExpression(node)) {
      const fixed = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
      if (/[a-z]/.test(fixed.join("").replace(/^\.(one|other)$/, ""))) found.push(fixed.map(escaped).join(".+"));
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("code.ts", text, ts.ScriptTarget.ESNext));
  return found.filter((pattern) => /^[\w.+\\-]+$/.test(pattern));
}

const escaped = (text: string): string => text.replace(/[.+*?^${}()|[\]\\]/g, "\\$&");

import ts from "typescript";

/** What a check's file says in its own words: the state of each case, and the pages that its fix may open. */
export interface Judgements {
  readonly states: ReadonlyMap<string, string>;
  readonly pages: readonly string[];
}

/**
 * Reads objects such as `{ state: "fail", case: "missing" }` and `{ page: "users" }`, wherever they stand. A judge is
 * code, so that nothing but its text lists what it may say.
 * @param text a file of `checklist/checks/`
 */
export function judgementsIn(text: string): Judgements {
  const states = new Map<string, string>();
  const pages = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const [state] = textsOf(node, "state");
      for (const name of textsOf(node, "case")) if (state !== undefined) states.set(name, state);
      for (const page of textsOf(node, "page")) pages.add(page);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("check.ts", text, ts.ScriptTarget.Latest));
  return { states, pages: [...pages] };
}

/** @returns the texts that a property may have: one, or those of either side of a `?` */
function textsOf(object: ts.ObjectLiteralExpression, name: string): string[] {
  const property = object.properties
    .filter(ts.isPropertyAssignment)
    .find((each) => ts.isIdentifier(each.name) && each.name.text === name);
  return property ? textsIn(property.initializer) : [];
}

function textsIn(value: ts.Expression): string[] {
  if (ts.isStringLiteral(value)) return [value.text];
  return ts.isConditionalExpression(value) ? [...textsIn(value.whenTrue), ...textsIn(value.whenFalse)] : [];
}

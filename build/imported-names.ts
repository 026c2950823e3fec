import ts from "typescript";

/**
 * @param sources texts of TypeScript files
 * @returns the names of values that they import from a module, sorted
 */
export function namesImportedFrom(module: string, sources: readonly string[]): string[] {
  const names = sources.flatMap((text) =>
    ts.createSourceFile("source.ts", text, ts.ScriptTarget.ESNext).statements.flatMap((statement) => {
      if (!ts.isImportDeclaration(statement) || statement.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
        return [];
      const { moduleSpecifier, importClause } = statement;
      const bindings = importClause?.namedBindings;
      if (!ts.isStringLiteral(moduleSpecifier) || moduleSpecifier.text !== module) return [];
      if (!bindings || !ts.isNamedImports(bindings)) return [];
      const values = bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly);
      return values.map(({ propertyName, name }) => (propertyName ?? name).text);
    })
  );
  return [...new Set(names)].sort();
}

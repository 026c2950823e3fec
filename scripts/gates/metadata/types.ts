import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ts from "typescript";

/** What may stand in an element. */
export type Shape =
  | { readonly kind: "record"; readonly parts: ReadonlyMap<string, Part> }
  | { readonly kind: "choice"; readonly values: readonly string[] }
  | { readonly kind: "boolean" | "number" | "text" | "anything" };

/** An element within another: how often it may stand there, and what it holds. */
export interface Part {
  readonly required: boolean;
  readonly repeats: boolean;
  readonly shape: () => Shape;
}

const require = createRequire(import.meta.url);

/**
 * The metadata types that Salesforce publishes in `@salesforce/types`, made from the Metadata API's WSDL. The file is
 * read as a tree, without a type checker, which would take seconds.
 * @returns what may stand in a type of this name, or nothing when there is none
 */
export function publishedTypes(): (name: string) => Shape | undefined {
  const file = require.resolve("@salesforce/types/metadata").replace(/\.js$/, ".d.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext);
  const nodes = new Map(
    source.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias.type])
  );
  const known = new Map<string, Shape>();

  const named = (name: string): Shape | undefined => {
    const node = nodes.get(name);
    const shape = known.get(name) ?? (node && shapeOf(node));
    if (shape) known.set(name, shape);
    return shape;
  };

  function shapeOf(node: ts.TypeNode): Shape {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) return named(node.typeName.text) ?? ANYTHING;
    if (ts.isUnionTypeNode(node)) return { kind: "choice", values: node.types.flatMap(literalOf) };
    if (ts.isLiteralTypeNode(node)) return { kind: "choice", values: literalOf(node) };
    if (ts.isTypeLiteralNode(node)) return { kind: "record", parts: new Map(node.members.flatMap(partOf)) };
    if (ts.isIntersectionTypeNode(node)) {
      const parts = node.types.map(shapeOf).flatMap((shape) => (shape.kind === "record" ? [...shape.parts] : []));
      return { kind: "record", parts: new Map(parts) };
    }
    return SIMPLE[node.kind] ?? ANYTHING;
  }

  function partOf(member: ts.TypeElement): [string, Part][] {
    if (!ts.isPropertySignature(member) || !member.type || !ts.isIdentifier(member.name)) return [];
    const repeats = ts.isArrayTypeNode(member.type);
    const type = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
    // The WSDL marks no array as optional, though each may be empty.
    const required = !repeats && !member.questionToken;
    return [[member.name.text, { required, repeats, shape: () => shapeOf(type) }]];
  }

  return named;
}

const ANYTHING: Shape = { kind: "anything" };
const SIMPLE: Readonly<Record<number, Shape>> = {
  [ts.SyntaxKind.StringKeyword]: { kind: "text" },
  [ts.SyntaxKind.NumberKeyword]: { kind: "number" },
  [ts.SyntaxKind.BooleanKeyword]: { kind: "boolean" }
};

const literalOf = (node: ts.TypeNode): string[] =>
  ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal) ? [node.literal.text] : [];

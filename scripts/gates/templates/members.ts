import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import ts from "typescript";

/** What a component's class has, as far as a template can see it. */
export interface Members {
  /** Each member's name; for one that starts as an object written out, that object's keys. */
  readonly own: ReadonlyMap<string, readonly string[] | undefined>;
  /** Properties that a template which uses the component may set. */
  readonly api: ReadonlySet<string>;
}

const STANDARD = join(
  dirname(createRequire(import.meta.url).resolve("lightning-base-components/package.json")),
  "src/lightning"
);

/**
 * @param folder the folder of the project's components
 * @param module the component as an import names it: `c/name`, `lightning/name`
 * @returns its class's members, those of what it extends among them; nothing where there is no such component
 */
export function membersOf(folder: string, module: string): Members | undefined {
  const [namespace, name = ""] = module.split("/");
  const base = join(namespace === "c" ? folder : STANDARD, name, name);
  const file = [`${base}.ts`, `${base}.js`].find((path) => existsSync(path));
  if (file === undefined) return undefined;
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.ESNext);
  const declared = source.statements.find(ts.isClassDeclaration);
  const parent = declared && parentOf(declared, source);
  const inherited = parent === undefined ? undefined : membersOf(folder, parent);
  const own = (declared?.members ?? []).flatMap((member) =>
    member.name && ts.isIdentifier(member.name) ? [{ member, name: member.name.text }] : []
  );
  return {
    own: new Map([...(inherited?.own ?? []), ...own.map(({ member, name }) => [name, keysOf(member)] as const)]),
    api: new Set([...(inherited?.api ?? []), ...own.filter(({ member }) => isApi(member)).map(({ name }) => name)])
  };
}

/** The module of the class that this one extends; `lwc` has none that we could read. */
function parentOf(declared: ts.ClassDeclaration, source: ts.SourceFile): string | undefined {
  const parent = declared.heritageClauses?.[0]?.types[0]?.expression;
  if (!parent || !ts.isIdentifier(parent)) return undefined;
  const imported = source.statements
    .filter(ts.isImportDeclaration)
    .find(({ importClause }) => importClause?.name?.text === parent.text);
  return imported && (imported.moduleSpecifier as ts.StringLiteral).text;
}

function keysOf(member: ts.ClassElement): readonly string[] | undefined {
  if (!ts.isPropertyDeclaration(member) || !member.initializer || !ts.isObjectLiteralExpression(member.initializer))
    return undefined;
  return member.initializer.properties.flatMap(({ name }) => (name && ts.isIdentifier(name) ? [name.text] : []));
}

const isApi = (member: ts.ClassElement): boolean =>
  ts.canHaveDecorators(member) &&
  (ts.getDecorators(member) ?? []).some(({ expression }) => ts.isIdentifier(expression) && expression.text === "api");

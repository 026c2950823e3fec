import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import {
  ApexErrorListener,
  ApexParserFactory,
  ClassBodyContext,
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  CompilationUnitContext,
  FormalParameterContext,
  IdContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  ModifierContext,
  TypeDeclarationContext,
  type ApexParserRuleContext
} from "@apexdevtools/apex-parser";
import { filesUnder } from "../../../build/project.ts";
import type { Problem } from "../problems.ts";
import { all, child, children, lineOf, textOf, type Kind } from "./tree.ts";

/** A class of the project, read with Apex's own grammar. Names are in small letters, which Apex takes for the same. */
export interface ApexClass {
  readonly file: string;
  readonly name: string;
  readonly tree: CompilationUnitContext;
  /** Why it can't be read. */
  readonly unread: readonly Problem[];
  /** Whether only tests see it. */
  readonly isTest: boolean;
  /** The methods of the class itself, not of those within it. */
  readonly methods: readonly Method[];
}

export interface Method {
  readonly name: string;
  /** The texts of its modifiers, such as `static` and `@auraenabled(cacheable=true)`. */
  readonly modifiers: readonly string[];
  readonly parameters: readonly string[];
  readonly tree: MethodDeclarationContext;
}

class Listener extends ApexErrorListener {
  readonly errors: { line: number; message: string }[] = [];
  override apexSyntaxError(line: number, _column: number, message: string): void {
    this.errors.push({ line, message: `This is no Apex: ${message}.` });
  }
}

/** @param source the folder that holds `classes/` */
export const readClasses = (source: string): ApexClass[] =>
  filesUnder(join(source, "classes"), /\.cls$/).map((file) => {
    const listener = new Listener();
    const tree = ApexParserFactory.createLexerAndParser(readFileSync(file, "utf8"), listener).parser.compilationUnit();
    const type = child(tree, TypeDeclarationContext);
    return {
      file,
      name: basename(file, ".cls").toLowerCase(),
      tree,
      unread: listener.errors.map((error) => ({ file, ...error })),
      isTest: type !== undefined && modifiersOf(type).some((modifier) => modifier.startsWith("@istest")),
      methods: methodsOf(child(type, ClassDeclarationContext))
    };
  });

/** @returns each member of a class of one kind, with what is declared around it */
export const membersOf = <T>(
  declaration: ClassDeclarationContext | undefined,
  kind: Kind<T>
): { readonly around: ClassBodyDeclarationContext; readonly member: T }[] => {
  const body = child(declaration, ClassBodyContext);
  return (body ? children(body) : []).flatMap((around) => {
    if (!(around instanceof ClassBodyDeclarationContext)) return [];
    const member = child(child(around, MemberDeclarationContext), kind);
    return member ? [{ around, member }] : [];
  });
};

/** @returns the texts of the modifiers and annotations that stand before a declaration */
export const modifiersOf = (declaration: ApexParserRuleContext): string[] =>
  children(declaration)
    .filter((one) => one instanceof ModifierContext)
    .map(textOf);

export const isAuraEnabled = ({ modifiers }: { readonly modifiers: readonly string[] }): boolean =>
  modifiers.some((modifier) => modifier.startsWith("@auraenabled"));

const methodsOf = (declaration: ClassDeclarationContext | undefined): Method[] =>
  membersOf(declaration, MethodDeclarationContext).map(({ around, member }) => ({
    name: textOf(child(member, IdContext)),
    modifiers: modifiersOf(around),
    parameters: all(member.formalParameters(), FormalParameterContext).map((one) => textOf(child(one, IdContext))),
    tree: member
  }));

export const problemIn = ({ file }: ApexClass, node: ApexParserRuleContext, message: string): Problem => ({
  file,
  line: lineOf(node),
  message
});

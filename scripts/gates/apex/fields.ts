import {
  ClassDeclarationContext,
  FieldDeclarationContext,
  IdContext,
  PropertyDeclarationContext,
  TypeDeclarationContext,
  TypeRefContext,
  VariableDeclaratorContext,
  type ApexParserRuleContext
} from "@apexdevtools/apex-parser";
import { membersOf, modifiersOf, type ApexClass } from "./classes.ts";
import { all, child, textOf } from "./tree.ts";

/** A class of the project, or one within it. */
export interface Declared {
  readonly within: ApexClass;
  readonly tree: ClassDeclarationContext;
}

/** A field of an instance, or a property. */
export interface Field {
  /** As it is written, because JSON keeps that. */
  readonly name: string;
  /** In small letters. */
  readonly type: string;
  readonly modifiers: readonly string[];
  readonly tree: ApexParserRuleContext;
}

/** @returns the class that a name means where it stands in another, if it is the project's */
export function classNamed(name: string, within: ApexClass, classes: readonly ApexClass[]): Declared | undefined {
  const [first, second] = name.split(".");
  const other = classes.find((one) => one.name === first);
  const candidates: readonly (readonly [ApexClass | undefined, ClassDeclarationContext | undefined])[] =
    second === undefined
      ? [
          [within, innerOf(within, name)],
          [other, outerOf(other)]
        ]
      : [[other, innerOf(other, second)]];
  return candidates.flatMap(([owner, tree]) => (owner && tree ? [{ within: owner, tree }] : []))[0];
}

const outerOf = (one: ApexClass | undefined): ClassDeclarationContext | undefined =>
  child(child(one?.tree, TypeDeclarationContext), ClassDeclarationContext);

const innerOf = (one: ApexClass | undefined, name: string): ClassDeclarationContext | undefined =>
  membersOf(outerOf(one), ClassDeclarationContext).find(({ member }) => textOf(child(member, IdContext)) === name)
    ?.member;

export const fieldsOf = (declaration: ClassDeclarationContext): Field[] => [
  ...membersOf(declaration, FieldDeclarationContext).flatMap(({ around, member }) =>
    all(member, VariableDeclaratorContext).map((tree) => field(tree, member, modifiersOf(around)))
  ),
  ...membersOf(declaration, PropertyDeclarationContext).map(({ around, member }) =>
    field(member, member, modifiersOf(around))
  )
];

const field = (
  tree: ApexParserRuleContext,
  declaration: ApexParserRuleContext,
  modifiers: readonly string[]
): Field => ({
  name: child(tree, IdContext)?.getText() ?? "",
  type: textOf(child(declaration, TypeRefContext)),
  modifiers,
  tree
});

import { AnnotationContext, TypeRefContext } from "@apexdevtools/apex-parser";
import { isAuraEnabled, problemIn, type ApexClass } from "../apex/classes.ts";
import { classNamed, fieldsOf, type Declared } from "../apex/fields.ts";
import { all, child, textOf } from "../apex/tree.ts";
import type { Problem } from "../problems.ts";

/**
 * What pages call is never cached, which would show what held once and refuse to write; has a name of its own, because
 * an org refuses two of one name; and gives every field of what it returns, because one without `@AuraEnabled` is left
 * out without a word.
 */
export const auraEnabledProblems = (classes: readonly ApexClass[]): Problem[] => [
  ...classes.flatMap((one) => [
    ...all(one.tree, AnnotationContext)
      .filter((node) => /^@auraenabled\(.*cacheable=true/.test(textOf(node)))
      .map((node) => problemIn(one, node, "It is cacheable, but has to tell what holds now.")),
    ...one.methods
      .filter(isAuraEnabled)
      .filter(({ name }, at, called) => called.findIndex((other) => other.name === name) < at)
      .map(({ tree }) => problemIn(one, tree, `There are two @AuraEnabled methods "${tree.id().getText()}".`))
  ]),
  ...hiddenFields(classes)
];

function hiddenFields(classes: readonly ApexClass[]): Problem[] {
  const returned = classes.flatMap((one) =>
    one.methods
      .filter(isAuraEnabled)
      .flatMap(({ tree }) => classesIn(textOf(child(tree, TypeRefContext)), one, classes))
  );
  // Several methods may return one class.
  const once = new Map(returned.map((one) => [one.tree, one.within]));
  return Array.from(once).flatMap(([tree, within]) =>
    fieldsOf(tree)
      .filter(({ modifiers }) => modifiers.some((modifier) => /^(public|global)$/.test(modifier)))
      .filter((field) => !field.modifiers.includes("static") && !isAuraEnabled(field))
      .map(({ name, tree: at }) => problemIn(within, at, `The page never gets "${name}": @AuraEnabled is missing.`))
  );
}

/** @returns the project's classes that a type such as `List<MccGateway.Answer>` names */
const classesIn = (type: string, within: ApexClass, classes: readonly ApexClass[]): Declared[] =>
  type.split(/[<>,[\]]/).flatMap((name) => classNamed(name, within, classes) ?? []);

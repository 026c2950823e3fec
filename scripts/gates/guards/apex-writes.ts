// Stays after the first deployment, too: no platform tool knows who of us may write what.
import {
  BlockContext,
  DeleteStatementContext,
  EnhancedForControlContext,
  ExpressionContext,
  FieldDeclarationContext,
  FormalParameterContext,
  IdContext,
  InsertStatementContext,
  LiteralPrimaryContext,
  LocalVariableDeclarationContext,
  MergeStatementContext,
  MethodDeclarationContext,
  StatementContext,
  TypeRefContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  VariableDeclaratorContext,
  type ApexParseTree,
  type ApexParserRuleContext
} from "@apexdevtools/apex-parser";
import { callsIn, type Call } from "../apex/calls.ts";
import { problemIn, type ApexClass } from "../apex/classes.ts";
import { all, child, children, textOf } from "../apex/tree.ts";
import type { Problem } from "../problems.ts";

/** The one class that writes setup objects, and the permission that it asks for. Names as Apex takes them: in small letters. */
const FIXER = "mccfixer";
const FIX_PERMISSION = "'mcc_health_fix'";
const ASKS = "requirepermission();";

/** What every class may write: MCC Health's own records, and the file of a run. */
const OWN = /^(?:mcc_\w+__c|contentversion|contentdocument)$/;
const SETUP: readonly string[] = ["user", "userlogin", "permissionsetassignment", "setupentityaccess"];

/** Around a type that says what is written. */
const HOLDERS: readonly string[] = ["list", "set", "map", "id", "string"];

const STATEMENTS = [
  InsertStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  DeleteStatementContext,
  UndeleteStatementContext,
  MergeStatementContext
] as const;

const DATABASE_WRITES = /^(?:insert|update|upsert|delete|undelete|merge|convertlead|emptyrecyclebin)/;

/** Ways to write that are no DML: each changes users, metadata or, by a request to the org itself, anything. */
const OTHER_WAYS =
  /^(?:(?:system\.)?usermanagement\.|metadata\.operations\.|system\.(?:set|reset)password|userinfo\.getsessionid$)/;

/** @returns writes to setup objects, or to nobody knows what, that the custom permission Fix does not stand before */
export const apexWriteProblems = (classes: readonly ApexClass[]): Problem[] =>
  classes
    .filter(({ isTest }) => !isTest)
    .flatMap((one) => [...writesIn(one), ...otherWays(one), ...(one.name === FIXER ? fixerProblems(one) : [])]);

/** What is written, and where. */
interface Write {
  readonly at: ApexParserRuleContext;
  readonly what: ExpressionContext | undefined;
}

const writesOf = (tree: ApexParseTree): Write[] => [
  ...STATEMENTS.flatMap((kind) => all<ApexParserRuleContext>(tree, kind)).map((at) => ({
    at,
    what: child(at, ExpressionContext)
  })),
  ...callsIn(tree)
    .filter(({ on, name }) => on === "database" && DATABASE_WRITES.test(name))
    .map(({ tree: at, given }) => ({ at, what: given[0] }))
];

function writesIn(one: ApexClass): Problem[] {
  const isFixer = one.name === FIXER;
  return writesOf(one.tree).flatMap(({ at, what }) => {
    const types = typesOf(what, one);
    const others = types.filter((type) => !OWN.test(type) && !(isFixer && SETUP.includes(type)));
    if (types.length && !others.length) return [];
    const written = types.length ? others.join(" or ") : `what can't be told (${what?.getText() ?? "nothing"})`;
    const allowed = isFixer ? "User, UserLogin, assignments" : "what is MCC Health's own";
    return [
      problemIn(one, at, `It writes ${written}. Only MccFixer writes setup objects, and here only ${allowed} may be.`)
    ];
  });
}

const otherWays = (one: ApexClass): Problem[] =>
  callsIn(one.tree)
    .filter(({ on, name }: Call) => OTHER_WAYS.test(on ? `${on}.${name}` : name) || OTHER_WAYS.test(`system.${name}`))
    .map(({ tree, name }) => problemIn(one, tree, `"${name}" is a way past MccFixer to change Setup.`));

/** @returns what a written expression may be, in small letters; none where that can't be told */
function typesOf(what: ExpressionContext | undefined, one: ApexClass): string[] {
  const text = textOf(what);
  const name = /^(\w+)(?:\.values\(\)|\[\w+\])?$/.exec(text)?.[1];
  const method = /^(\w+)\(/.exec(text)?.[1];
  const declared =
    name === undefined
      ? one.methods.filter((own) => own.name === method).map(({ tree }) => child(tree, TypeRefContext))
      : [...declaredIn(methodAround(what), name), ...fieldsCalled(one, name)];
  return declared.flatMap((type) => (textOf(type).match(/\w+/g) ?? []).filter((word) => !HOLDERS.includes(word)));
}

function methodAround(node: ApexParserRuleContext | undefined): ApexParserRuleContext | undefined {
  if (node === undefined || node instanceof MethodDeclarationContext) return node;
  return methodAround(node.parentCtx);
}

/** @returns the types of the variables and parameters of a method that have this name */
function declaredIn(method: ApexParserRuleContext | undefined, name: string): (TypeRefContext | undefined)[] {
  if (!method) return [];
  const isCalled = (node: ApexParserRuleContext): boolean => textOf(child(node, IdContext)) === name;
  return [
    ...all(method, LocalVariableDeclarationContext).filter((node) =>
      all(node, VariableDeclaratorContext).some(isCalled)
    ),
    ...all(method, FormalParameterContext).filter(isCalled),
    ...all(method, EnhancedForControlContext).filter(isCalled)
  ].map((node) => child(node, TypeRefContext));
}

const fieldsCalled = (one: ApexClass, name: string): (TypeRefContext | undefined)[] =>
  all(one.tree, FieldDeclarationContext)
    .filter((node) => all(node, VariableDeclaratorContext).some((own) => textOf(child(own, IdContext)) === name))
    .map((node) => child(node, TypeRefContext));

/** The fixer's methods that write ask for its own permission before anything else. */
function fixerProblems(one: ApexClass): Problem[] {
  const asked = all(one.tree, LiteralPrimaryContext).some((literal) => textOf(literal) === FIX_PERMISSION);
  const silent = one.methods.filter(({ tree }) => writesOf(tree).length > 0 && firstStatement(tree) !== ASKS);
  return [
    ...(asked ? [] : [problemIn(one, one.tree, "MccFixer asks for another permission than MCC_Health_Fix.")]),
    ...silent.map(({ tree, name }) =>
      problemIn(one, tree, `"${name}" writes: it has to begin with requirePermission().`)
    )
  ];
}

function firstStatement(method: MethodDeclarationContext): string {
  const block = child(method, BlockContext);
  return textOf(block && children(block).find((one) => one instanceof StatementContext));
}

import {
  ClassDeclarationContext,
  DeleteStatementContext,
  DotExpressionContext,
  InsertStatementContext,
  MergeStatementContext,
  QueryContext,
  SoslLiteralContext,
  TypeDeclarationContext,
  UndeleteStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  AccessLevelContext,
  WithClauseContext,
  type ApexParserRuleContext
} from "@apexdevtools/apex-parser";
import { callsIn } from "../apex/calls.ts";
import { membersOf, modifiersOf, problemIn, type ApexClass } from "../apex/classes.ts";
import { all, child, textOf, type Kind } from "../apex/tree.ts";
import type { Problem } from "../problems.ts";

const WRITES: readonly Kind<ApexParserRuleContext>[] = [
  InsertStatementContext,
  UpdateStatementContext,
  UpsertStatementContext,
  DeleteStatementContext,
  UndeleteStatementContext,
  MergeStatementContext
];

/** What touches no records. */
const TRANSACTION = ["setsavepoint", "rollback", "releasesavepoint"];

/** Each class but those of tests runs `with sharing`; a class within it may leave it to that. */
export const sharingProblems = (classes: readonly ApexClass[]): Problem[] =>
  classes.flatMap((one) => {
    const type = child(one.tree, TypeDeclarationContext);
    const outer = child(type, ClassDeclarationContext);
    const inner = membersOf(outer, ClassDeclarationContext)
      .filter(({ around }) => modifiersOf(around).some((modifier) => /^(without|inherited)sharing$/.test(modifier)))
      .map(({ member }) => member);
    const open = type && outer && !modifiersOf(type).includes("withsharing") ? [outer, ...inner] : inner;
    return open.map((node) => problemIn(one, node, `"${node.id().getText()}" does not run with sharing.`));
  });

/** Each query and each write but those of tests says that it runs in user mode: without a word, Apex takes the system's. */
export const userModeProblems = (classes: readonly ApexClass[]): Problem[] =>
  classes.flatMap((one) => [
    ...WRITES.flatMap((kind) => all(one.tree, kind))
      .filter((node) => textOf(child(node, AccessLevelContext)) !== "asuser")
      .map((node) => problemIn(one, node, `It writes as the system: "as user" is missing.`)),
    ...all(one.tree, QueryContext)
      .filter((node) => textOf(child(node, WithClauseContext)) !== "withuser_mode")
      .map((node) => problemIn(one, node, "It reads as the system: WITH USER_MODE is missing.")),
    ...all(one.tree, SoslLiteralContext).map((node) => problemIn(one, node, "SOSL is not asked for here.")),
    ...callsIn(one.tree)
      .filter(({ on, name }) => on === "database" && !TRANSACTION.includes(name))
      .filter(({ given }) => !given.some((argument) => /^(system\.)?accesslevel\.user_mode$/.test(textOf(argument))))
      .map(({ tree }) => problemIn(one, tree, "It runs as the system: AccessLevel.USER_MODE is missing.")),
    ...all(one.tree, DotExpressionContext)
      .filter((node) => /^(system\.)?accesslevel\.system_mode$/.test(textOf(node)))
      .map((node) => problemIn(one, node, "It asks for what the system may: AccessLevel.SYSTEM_MODE."))
  ]);

// Stays after the first deployment, too: no platform tool knows which of our permission sets may give what.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { filesUnder } from "../../../build/project.ts";
import { readTree, type Element, type ElementProblem } from "../metadata/tree.ts";
import type { Problem } from "../problems.ts";
import { textOf } from "../references/granted.ts";

const FIXER_SET = "MCC_Health_Fixer.permissionset-meta.xml";
const CHANGES = "MCC_Change__c";

/** What only the second permission set gives, by the element that gives it. */
const FIXERS_OWN: Readonly<Record<string, readonly [named: string, name: string]>> = {
  classAccesses: ["apexClass", "MccFixer"],
  customPermissions: ["name", "MCC_Health_Fix"]
};
const WRITING: readonly string[] = ["allowCreate", "allowEdit", "editable"];
const NEVER: readonly string[] = ["allowDelete", "modifyAllRecords"];

/**
 * @param source the folder that holds `permissionsets/`
 * @returns what a permission set gives that is another's to give: whoever may only read must not be able to make changes
 */
export const permissionSetProblems = (source: string): Problem[] =>
  filesUnder(join(source, "permissionsets"), /-meta\.xml$/).flatMap((file) => {
    const tree = readTree(readFileSync(file, "utf8"));
    const isFixer = basename(file) === FIXER_SET;
    // What is no XML is told by others.
    return "message" in tree
      ? []
      : tree.children
          .flatMap((grant) => [...foreign(grant, isFixer), ...changeRights(grant, isFixer)])
          .map((problem) => ({ file, ...problem }));
  });

function foreign(grant: Element, isFixer: boolean): ElementProblem[] {
  const own = FIXERS_OWN[grant.name];
  if (!own) return [];
  const [named, name] = own;
  if ((textOf(grant, named) === name) === isFixer) return [];
  const message = isFixer
    ? `MCC_Health_Fixer gives ${name} and nothing else of its kind.`
    : `Only MCC_Health_Fixer gives ${name}.`;
  return [{ line: grant.line, message }];
}

/** @returns rights on the record of changes beyond those of the permission set */
function changeRights(grant: Element, isFixer: boolean): ElementProblem[] {
  const about = textOf(grant, "object") ?? textOf(grant, "field")?.split(".")[0];
  if (about === undefined) return [];
  if (about !== CHANGES)
    return isFixer ? [{ line: grant.line, message: `MCC_Health_Fixer gives ${CHANGES} and no other object.` }] : [];
  return grant.children
    .filter(({ name, text }) => text === "true" && (NEVER.includes(name) || (!isFixer && WRITING.includes(name))))
    .map(({ name, line }) => ({
      line,
      message: NEVER.includes(name)
        ? `Nobody gets <${name}> on ${CHANGES}: what was changed stays on record.`
        : `Only MCC_Health_Fixer gives <${name}> on ${CHANGES}.`
    }));
}

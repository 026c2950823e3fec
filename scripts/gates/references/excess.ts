// Gone when the scratch-org workflow has passed: then a test in the org can read what the permission sets give.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../../../build/project.ts";
import { readTree, type Element, type ElementProblem } from "../metadata/tree.ts";
import type { Problem } from "../problems.ts";
import { GRANTS, textOf } from "./granted.ts";

/** What says something of a permission set and gives nothing. A `<license>` would say who may not have it. */
const SAYING: readonly string[] = ["label", "description", "hasActivationRequired"];

/** What a permission takes besides. Source: Metadata API Developer Guide, "Permission Dependencies". */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ["allowRead"],
  allowEdit: ["allowRead"],
  allowDelete: ["allowRead", "allowEdit"],
  viewAllRecords: ["allowRead"],
  modifyAllRecords: ["allowRead", "allowEdit", "allowDelete", "viewAllRecords"],
  editable: ["readable"]
};

/**
 * README promises that our permission sets give our own things and nothing else.
 * @param source the folder that holds `permissionsets/`, `objects/` and so on
 * @returns what a permission set gives beyond what the project brings, and permissions that can't stand alone
 */
export function excessProblems(source: string): Problem[] {
  const ours = new Map(
    GRANTS.map(({ element, named, granted }) => [
      element,
      { named, names: new Set(granted(source).map(({ name }) => name)) }
    ])
  );
  const excessOf = (grant: Element): ElementProblem[] => {
    const { line, name: element, text } = grant;
    if (SAYING.includes(element)) return [];
    const own = ours.get(element);
    if (!own) return [{ line, message: `MCC Health's permission sets have no <${element}>${text && ` ${text}`}.` }];
    const name = textOf(grant, own.named) ?? "";
    return own.names.has(name)
      ? loneProblems(grant)
      : [{ line, message: `<${element}> gives ${name}, which takes no permission or is not ours.` }];
  };
  return filesUnder(join(source, "permissionsets"), /-meta\.xml$/).flatMap((file) => {
    const tree = readTree(readFileSync(file, "utf8"));
    // What is no XML is told by others.
    return "message" in tree ? [] : tree.children.flatMap(excessOf).map((problem) => ({ file, ...problem }));
  });
}

const loneProblems = (grant: Element): ElementProblem[] =>
  grant.children
    .filter(({ text }) => text === "true")
    .flatMap(({ name, line }) =>
      (NEEDS[name] ?? [])
        .filter((needed) => textOf(grant, needed) !== "true")
        .map((needed) => ({ line, message: `<${name}> needs <${needed}>true</${needed}> beside it.` }))
    );

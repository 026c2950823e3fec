// Gone when the scratch-org workflow has passed: a deployment says the same.
import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { openSchema } from "../../../local/embedded-org/schema.ts";
import { filesUnder } from "../../../build/project.ts";
import { namedBy } from "../metadata/file-types.ts";
import { elementsAt, readTree, type Element, type ElementProblem } from "../metadata/tree.ts";
import type { Problem } from "../problems.ts";
import { bundleTargetProblems } from "./bundles.ts";
import { KINDS, type Reference } from "./kinds.ts";

/**
 * @param source the folder that holds `permissionsets/`, `tabs/`, `lwc/` and so on
 * @returns names in metadata without anything behind them, components that a tab can't show, permissions on fields that
 * take none; and metadata, or elements of it, for which there is no rule yet
 */
export function metadataProblems(source: string): Problem[] {
  return filesUnder(source, /-meta\.xml$/).flatMap((file) =>
    fileProblems(source, file).map(({ line, message }) => ({ file, line, message }))
  );
}

function fileProblems(source: string, file: string): ElementProblem[] {
  const tree = readTree(readFileSync(file, "utf8"));
  if ("message" in tree) return [tree];
  const { type = "" } = namedBy(file);
  const kind = KINDS[type];
  if (!kind) return [{ line: tree.line, message: `There is no rule for what a <${tree.name}> names: ${WRITE_ONE}.` }];
  const { references, nests, refused = [] } = kind;
  const unknown = tree.children.filter(({ name, children }) =>
    children.length ? !nests.includes(name) : refused.includes(name)
  );
  return [
    ...unknown.map(({ name, line }) => ({ line, message: `There is no rule for what <${name}> names: ${WRITE_ONE}.` })),
    ...references.flatMap((reference) => brokenNames(source, tree, reference)),
    ...(type === "LightningComponentBundle" ? bundleTargetProblems(tree, dirname(dirname(file)), bundleOf(file)) : [])
  ];
}

const WRITE_ONE = "write one in scripts/gates/references/kinds.ts";

const bundleOf = (file: string): string => basename(dirname(file));

function brokenNames(source: string, tree: Element, { path, what, target }: Reference): ElementProblem[] {
  return elementsAt(tree, path).flatMap(({ name: element, line, text: name }) => {
    const file = join(source, target(name));
    const message = existsSync(file)
      ? WHY_NOT[element]?.(file, name)
      : element === "referenceTo" && openSchema().objectType(name)
        ? undefined
        : `There is no ${what} "${name}": ${target(name)} is missing.`;
    return message ? [{ line, message }] : [];
  });
}

/** Why Salesforce refuses a name although there is something behind it. */
const WHY_NOT: Readonly<Record<string, (file: string, name: string) => string | undefined>> = {
  lwcComponent: whyNotOnTab,
  field: whyNoFieldPermission
};

/** Source: Metadata API Developer Guide, "PermissionSet", fieldPermissions. */
function whyNoFieldPermission(file: string, name: string): string | undefined {
  return textsIn(file, ["required"])[0] === "true"
    ? `The field "${name}" is required, and Salesforce takes no permission on such a field: everybody has it.`
    : undefined;
}

function whyNotOnTab(file: string, name: string): string | undefined {
  if (textsIn(file, ["isExposed"])[0] !== "true")
    return `The component "${name}" is not exposed: set isExposed to true.`;
  return textsIn(file, ["targets", "target"]).includes("lightning__Tab")
    ? undefined
    : `The component "${name}" can't stand on a tab: add the target lightning__Tab.`;
}

/** The texts at a path; none where the file is no XML, which is told of it. */
function textsIn(file: string, path: readonly string[]): string[] {
  const tree = readTree(readFileSync(file, "utf8"));
  return "message" in tree ? [] : elementsAt(tree, path).map(({ text }) => text);
}

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesUnder } from "../../build/project.ts";
import { fieldProblems } from "./metadata/field-rules.ts";
import { namedBy } from "./metadata/file-types.ts";
import { elementProblems } from "./metadata/holds.ts";
import { objectProblems } from "./metadata/object-rules.ts";
import { readTree, type Element, type ElementProblem } from "./metadata/tree.ts";
import { publishedTypes } from "./metadata/types.ts";
import { conclude, type Problem } from "./problems.ts";

type Types = ReturnType<typeof publishedTypes>;

const NAMESPACE = "http://soap.sforce.com/2006/04/metadata";

/**
 * Holds every metadata file against the types that Salesforce publishes. They say which elements there are, not which
 * go together: for objects and fields there are rules of our own.
 * @param root the folder with `sfdx-project.json`
 */
export function metadataFileProblems(root: string, types: Types = publishedTypes()): Problem[] {
  return filesUnder(join(root, "force-app"), /-meta\.xml$/).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    const tree = readTree(text);
    const problems = "message" in tree ? [tree] : [...namespaceProblems(text), ...rootProblems(file, tree, types)];
    return problems.map(({ line, message }) => ({ file, line, message }));
  });
}

const namespaceProblems = (text: string): ElementProblem[] =>
  text.includes(`xmlns="${NAMESPACE}"`) ? [] : [{ line: 1, message: `The root element lacks xmlns="${NAMESPACE}".` }];

function rootProblems(file: string, root: Element, types: Types): ElementProblem[] {
  const { fullName, type } = namedBy(file);
  const shape = types(type ?? "");
  if (type === undefined || !shape)
    return [{ line: 1, message: "Salesforce has no metadata whose files end like this." }];
  if (root.name !== type)
    return [{ line: root.line, message: `The file's name promises a <${type}>, not <${root.name}>.` }];
  return [
    ...elementProblems(root, shape),
    ...nameProblems(root, fullName),
    ...(type === "CustomField" ? fieldProblems(root) : []),
    ...(type === "CustomObject" ? objectProblems(root, fullName, () => hasMaster(dirname(file))) : [])
  ];
}

const hasMaster = (folder: string): boolean =>
  filesUnder(join(folder, "fields"), /-meta\.xml$/).some((file) =>
    readFileSync(file, "utf8").includes("<type>MasterDetail</type>")
  );

const nameProblems = (root: Element, fullName: string): ElementProblem[] =>
  root.children
    .filter(({ name, text }) => name === "fullName" && text !== fullName)
    .map(({ line, text }) => ({ line, message: `<fullName> is "${text}", and the file's name says "${fullName}".` }));

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("Metadata", root, metadataFileProblems(root));
}

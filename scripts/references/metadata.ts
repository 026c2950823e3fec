import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../problems.ts";
import { isProblem, readMetadata, type MetadataFile } from "./xml.ts";

/** An element whose text names another piece of metadata, and the file that has to be there for it. */
interface Reference {
  readonly path: readonly [string, ...string[]];
  readonly kind: string;
  readonly target: (name: string) => string;
}

const TAB = { kind: "tab", target: (name: string) => `tabs/${name}.tab-meta.xml` };

const objectFile = (name: string): string => `objects/${name}/${name}.object-meta.xml`;
const fieldFile = (name: string): string => `objects/${name.replace(".", "/fields/")}.field-meta.xml`;

const REFERENCES: Readonly<Record<string, readonly Reference[]>> = {
  permissionsets: [
    { path: ["classAccesses", "apexClass"], kind: "Apex class", target: (name) => `classes/${name}.cls` },
    {
      path: ["customPermissions", "name"],
      kind: "custom permission",
      target: (name) => `customPermissions/${name}.customPermission-meta.xml`
    },
    {
      path: ["applicationVisibilities", "application"],
      kind: "app",
      target: (name) => `applications/${name}.app-meta.xml`
    },
    { path: ["tabSettings", "tab"], ...TAB },
    { path: ["objectPermissions", "object"], kind: "object", target: objectFile },
    { path: ["fieldPermissions", "field"], kind: "field", target: fieldFile }
  ],
  applications: [{ path: ["tabs"], ...TAB }],
  tabs: [
    { path: ["lwcComponent"], kind: "Lightning web component", target: (name) => `lwc/${name}/${name}.js-meta.xml` }
  ]
};

/**
 * @param source the folder that holds `permissionsets/`, `tabs/`, `lwc/` and so on
 * @returns names in permission sets, apps and tabs without anything behind them, components that a tab can't show, and
 * permissions on fields that take none
 */
export function metadataProblems(source: string): Problem[] {
  return Object.entries(REFERENCES).flatMap(([folder, references]) =>
    filesIn(join(source, folder)).flatMap((file) => {
      const read = readMetadata(file);
      return isProblem(read) ? [read] : references.flatMap((reference) => brokenNames(source, read, reference));
    })
  );
}

function brokenNames(source: string, read: MetadataFile, { path, kind, target }: Reference): Problem[] {
  const element = path.at(-1) ?? path[0];
  return read.texts(path).flatMap((name) => {
    const file = join(source, target(name));
    const message = existsSync(file)
      ? WHY_NOT[element]?.(file, name)
      : `There is no ${kind} "${name}": ${target(name)} is missing.`;
    return message ? [read.problem(element, name, message)] : [];
  });
}

/** Why Salesforce refuses a name although there is something behind it. */
const WHY_NOT: Readonly<Record<string, (file: string, name: string) => string | undefined>> = {
  lwcComponent: whyNotOnTab,
  field: whyNoFieldPermission
};

/** Source: Metadata API Developer Guide, "PermissionSet", fieldPermissions. */
function whyNoFieldPermission(file: string, name: string): string | undefined {
  const read = readMetadata(file);
  if (isProblem(read)) return `${file}:${String(read.line)}: ${read.message}`;
  return read.texts(["required"])[0] === "true"
    ? `The field "${name}" is required, and Salesforce takes no permission on such a field: everybody has it.`
    : undefined;
}

function whyNotOnTab(file: string, name: string): string | undefined {
  const read = readMetadata(file);
  if (isProblem(read)) return `${file}:${String(read.line)}: ${read.message}`;
  if (read.texts(["isExposed"])[0] !== "true") return `The component "${name}" is not exposed: set isExposed to true.`;
  return read.texts(["targets", "target"]).includes("lightning__Tab")
    ? undefined
    : `The component "${name}" can't stand on a tab: add the target lightning__Tab.`;
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith("-meta.xml"))
    .map((name) => join(folder, name));
}

// Stays after the first deployment, too: a deployment checks few of these names.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import ts from "typescript";
import type { Problem } from "../problems.ts";

/** Why a name leads nowhere, or nothing when it does lead somewhere. */
type Lookup = (name: string) => string | undefined;

/**
 * @param source the folder that holds `lwc/`, `classes/` and `staticresources/`
 * @returns imports and tags in components that name no Apex method, static resource, custom permission or component
 */
export function componentProblems(source: string): Problem[] {
  const lookups: readonly (readonly [prefix: string, lookup: Lookup])[] = [
    ["@salesforce/apex/", apexMethods(join(source, "classes"))],
    ["@salesforce/resourceUrl/", staticResources(join(source, "staticresources"))],
    ["@salesforce/label/", () => "Texts stand in checklist/messages: MCC Health has no custom labels."],
    ["@salesforce/customPermission/", customPermissions(join(source, "customPermissions"))],
    ["c/", bundles(join(source, "lwc"))]
  ];
  return componentFiles(join(source, "lwc")).flatMap((file) => {
    const text = readFileSync(file, "utf8");
    return namesIn(file, text).flatMap(({ name, at }) => {
      const [prefix, lookup] = lookups.find(([start]) => name.startsWith(start)) ?? [];
      const message = prefix !== undefined && lookup?.(name.slice(prefix.length));
      return message ? [{ file, line: text.slice(0, at).split("\n").length, message }] : [];
    });
  });
}

/** The sources of what is deployed: a `.js` compiled from the `.ts` beside it would tell everything twice. */
function componentFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => /\.(ts|js|html)$/.test(file) && !file.endsWith(".d.ts") && !file.split(sep).includes("__tests__")
  );
  return files
    .filter((file) => !(file.endsWith(".js") && files.includes(file.replace(/js$/, "ts"))))
    .map((file) => join(folder, file));
}

/** The modules that a file imports; the child components of a template, as if it imported them. */
function namesIn(file: string, text: string): { name: string; at: number }[] {
  if (!file.endsWith(".html")) {
    return ts.preProcessFile(text).importedFiles.map(({ fileName, pos }) => ({ name: fileName, at: pos }));
  }
  return Array.from(text.matchAll(/<c-([a-z0-9_-]+)/g), ({ 1: tag = "", index }) => ({
    name: `c/${tag.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`,
    at: index
  }));
}

const apexMethods =
  (folder: string): Lookup =>
  (name) => {
    const [className = "", method = ""] = name.split(".");
    const file = join(folder, `${className}.cls`);
    if (!existsSync(file)) return `There is no Apex class "${className}".`;
    const declaration = new RegExp(`@AuraEnabled\\b[^;{}]*\\bstatic\\b[^;{}(]*\\b${method}\\s*\\(`, "i");
    return declaration.test(readFileSync(file, "utf8"))
      ? undefined
      : `The Apex class "${className}" has no static @AuraEnabled method "${method}".`;
  };

const staticResources =
  (folder: string): Lookup =>
  (name) =>
    existsSync(join(folder, `${name}.resource-meta.xml`)) ? undefined : `There is no static resource "${name}".`;

const customPermissions =
  (folder: string): Lookup =>
  (name) =>
    existsSync(join(folder, `${name}.customPermission-meta.xml`))
      ? undefined
      : `There is no custom permission "${name}".`;

const bundles =
  (folder: string): Lookup =>
  (name) =>
    existsSync(join(folder, name)) ? undefined : `There is no Lightning web component "c/${name}".`;

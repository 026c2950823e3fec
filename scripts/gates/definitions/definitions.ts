import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { filesUnder, METADATA, ROOT } from "../../../build/project.ts";
import { publishedTypes } from "../metadata/types.ts";
import type { Problem } from "../problems.ts";
import { readJsonFile, type JsonFile } from "./json-file.ts";
import { publishedSchema, schemaProblems } from "./schema.ts";
import { settingsProblems } from "./settings.ts";

/** What a project tells the Salesforce CLI, as far as the gates need it. */
export interface SfdxProject {
  readonly packageDirectories: readonly { readonly path: string }[];
  readonly sourceApiVersion: string;
}

/**
 * @param root the folder with `sfdx-project.json`
 * @returns the project, or what is wrong with it
 */
export function readSfdxProject(root: string): SfdxProject | Problem[] {
  const file = readJsonFile(join(root, "sfdx-project.json"));
  if ("message" in file) return [file];
  const problems = schemaProblems(publishedSchema("sfdx-project"), file);
  if (problems.length) return problems;
  const project = file.value as SfdxProject;
  const missing = directoryProblems(root, file, project);
  return missing.length ? missing : project;
}

function directoryProblems(root: string, file: JsonFile, { packageDirectories }: SfdxProject): Problem[] {
  const missing = packageDirectories.flatMap(({ path }, at) =>
    existsSync(join(root, path))
      ? []
      : [file.problem(["packageDirectories", at, "path"], `There is no folder "${path}".`)]
  );
  const looked = relative(ROOT, METADATA).replaceAll("\\", "/");
  const isDeployed = packageDirectories.some(({ path }) => `${looked}/`.startsWith(`${path}/`));
  return missing.length || isDeployed
    ? missing
    : [file.problem(["packageDirectories"], `The gates look at ${looked}, which is in none of these.`)];
}

/**
 * @param root the folder with `config/`
 * @returns what is wrong with the definitions of scratch orgs
 */
export function scratchProblems(root: string): Problem[] {
  const validate = publishedSchema("project-scratch-def");
  const types = publishedTypes();
  return filesUnder(join(root, "config"), /-scratch-def\.json$/).flatMap((path) => {
    const file = readJsonFile(path);
    if ("message" in file) return [file];
    const problems = schemaProblems(validate, file);
    return [...problems, ...(problems.length ? [] : settingsProblems(file, types))];
  });
}

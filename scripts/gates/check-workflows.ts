import { basename, join } from "node:path";
import { filesUnder } from "../../build/project.ts";
import { conclude, type Problem } from "./problems.ts";
import { DEPENDABOT } from "./workflows/dependabot.ts";
import { ISSUE_CONFIG, ISSUE_FORM } from "./workflows/issue-forms.ts";
import { pinProblems } from "./workflows/pins.ts";
import { referenceProblems } from "./workflows/references.ts";
import { salesforceCliProblems } from "./workflows/salesforce-cli.ts";
import { shapeProblems } from "./workflows/shape.ts";
import { syntaxProblems } from "./workflows/syntax.ts";
import { readYaml } from "./workflows/yaml-file.ts";

/**
 * Looks at what GitHub runs and shows of this project, and at the workflow that others copy.
 * @param root the project's folder
 */
export async function workflowProblems(root: string): Promise<Problem[]> {
  const yamlIn = (...folder: string[]): string[] => filesUnder(join(root, ...folder), /\.ya?ml$/);
  const own = [...yamlIn(".github", "workflows"), ...yamlIn(".github", "actions")];
  const problems: Problem[] = [];
  for (const file of [...own, ...yamlIn("docs", "examples")]) {
    const yaml = readYaml(file);
    problems.push(
      ...(await syntaxProblems(file)),
      ...salesforceCliProblems(root, file, yaml),
      ...pinProblems(file, yaml)
    );
    if (own.includes(file)) problems.push(...referenceProblems(root, file, yaml));
  }
  for (const file of yamlIn(".github", "ISSUE_TEMPLATE"))
    problems.push(...shapeProblems(file, basename(file) === "config.yml" ? ISSUE_CONFIG : ISSUE_FORM));
  return [...problems, ...shapeProblems(join(root, ".github", "dependabot.yml"), DEPENDABOT)];
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("Workflows", root, await workflowProblems(root));
}

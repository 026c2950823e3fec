import { readFileSync } from "node:fs";
import { join } from "node:path";
import { filesUnder } from "../../build/project.ts";
import { conclude, type Problem } from "./problems.ts";
import { syntaxProblems } from "./workflows/syntax.ts";

/** An action of this repository, or another's by its commit and the version behind it. Dependabot raises both. */
const PINNED = /uses: (\.\/\S+$|\S+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/;

/**
 * Looks at the workflows and actions of this project, and at the workflow that others copy: their syntax, that actions
 * are pinned, and that the Salesforce CLI is the one that is tested.
 * @param root the project's folder
 */
export async function workflowProblems(root: string): Promise<Problem[]> {
  const files = [".github/workflows", ".github/actions", "docs/examples"].flatMap((folder) =>
    filesUnder(join(root, folder), /\.ya?ml$/)
  );
  const { dependencies } = JSON.parse(readFileSync(join(root, "tests/sf/package.json"), "utf8")) as {
    dependencies: { "@salesforce/cli": string };
  };
  const cli = `@salesforce/cli@${dependencies["@salesforce/cli"]}`;
  const found: Problem[] = [];
  // One after the other: the parser's service tells its faults of whichever file it is at.
  for (const file of files) found.push(...(await fileProblems(file, cli)));
  return found;
}

async function fileProblems(file: string, cli: string): Promise<Problem[]> {
  const problems = await syntaxProblems(file);
  for (const [index, text] of readFileSync(file, "utf8").split("\n").entries()) {
    const add = (message: string): number => problems.push({ file, line: index + 1, message });
    // A tag can be moved to other code.
    if (/^\s*(- )?uses:/.test(text) && !PINNED.test(text))
      add("Name an action by its commit: owner/name@COMMIT # v1.2.3.");
    if (text.split(/\s+/).some((word) => word.startsWith("@salesforce/cli") && word !== cli))
      add(`Install ${cli}, as tests/sf/package.json says.`);
  }
  return problems;
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("Workflows", root, await workflowProblems(root));
}

import { runJava, whyNoJava } from "./java.ts";
import { conclude, SKIPPED, type Problem } from "./problems.ts";

interface CheckForIssuesOutput {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly { readonly start: { readonly line: number }; readonly message: string }[];
  }[];
}

/**
 * Checks the Apex of a project with apex-ls, which knows the platform's own types and comes inside Salesforce Code
 * Analyzer's PMD engine. It does not look into SOQL text.
 * @param root the folder with `sfdx-project.json`
 * @returns every error and warning
 * @throws {Error} with the checker's own words when it broke down
 */
export async function apexProblems(root: string): Promise<Problem[]> {
  const asked = ["-w", root, "-n", "-d", "warnings", "-f", "json"];
  const { code, stdout, stderr } = await runJava("io.github.apexdevtools.apexls.CheckForIssues", asked);
  if (code !== 0 && code !== 4) throw new Error(`The Apex checker broke down: ${stderr || stdout}`);
  const { files } = JSON.parse(stdout) as CheckForIssuesOutput;
  return files.flatMap(({ path, messages }) =>
    messages.map(({ start, message }) => ({ file: path, line: start.line, message }))
  );
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  const why = whyNoJava();
  if (why) {
    console.log(`Apex skipped: ${why}`);
    process.exitCode = SKIPPED;
  } else {
    conclude("Apex", root, await apexProblems(root));
  }
}

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesUnder, ROOT } from "../../build/project.ts";
import { runJava, whyNoJava } from "./java.ts";
import { conclude, SKIPPED, type Problem } from "./problems.ts";

interface PmdResults {
  readonly violations: readonly {
    readonly rule: string;
    readonly message: string;
    readonly codeLocation: { readonly file: string; readonly startLine: number };
  }[];
  readonly processingErrors: readonly { readonly file: string; readonly message: string }[];
}

/**
 * Runs PMD's rules for Apex, as config/pmd-ruleset.xml chooses them, through the entry that Salesforce Code Analyzer
 * calls.
 * @param root the folder with `sfdx-project.json`
 * @returns every breach; a file that PMD could not read is one too
 * @throws {Error} with PMD's own words when it broke down
 */
export async function pmdProblems(root: string): Promise<Problem[]> {
  const folder = mkdtempSync(join(tmpdir(), "mcc-health-pmd-"));
  const [input, results] = [join(folder, "input.json"), join(folder, "results.json")];
  try {
    const filesToScan = filesUnder(join(root, "force-app"), /\.cls$/);
    const ruleSetInputFile = join(ROOT, "config", "pmd-ruleset.xml");
    writeFileSync(input, JSON.stringify({ ruleSetInputFile, runDataPerLanguage: { apex: { filesToScan } } }));
    const { code, stdout, stderr } = await runJava("com.salesforce.sfca.pmdwrapper.PmdWrapper", [
      "run",
      input,
      results
    ]);
    if (code !== 0) throw new Error(`PMD broke down: ${stderr || stdout}`);
    const { violations, processingErrors } = JSON.parse(readFileSync(results, "utf8")) as PmdResults;
    return [
      ...processingErrors.map(({ file, message }) => ({ file, line: 1, message: `PMD can't read it: ${message}` })),
      ...violations.map(({ rule, message, codeLocation: { file, startLine } }) => ({
        file,
        line: startLine,
        message: `${message} (${rule})`
      }))
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === import.meta.filename) {
  const why = whyNoJava();
  if (why) {
    console.log(`PMD skipped: ${why}`);
    process.exitCode = SKIPPED;
  } else {
    conclude("PMD", ROOT, await pmdProblems(ROOT));
  }
}

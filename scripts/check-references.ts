import { join } from "node:path";
import { componentProblems } from "./references/components.ts";
import { metadataProblems } from "./references/metadata.ts";
import { conclude, type Problem } from "./problems.ts";

/**
 * Finds names in what is deployed that lead nowhere, which Salesforce would tell only at deploy time or, for some, not
 * at all. Run it after the build, because labels and compiled modules are generated.
 * @param root the folder with `sfdx-project.json`
 */
export function referenceProblems(root: string): Problem[] {
  const source = join(root, "force-app", "main", "default");
  return [...metadataProblems(source), ...componentProblems(source)];
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("References", root, referenceProblems(root));
}

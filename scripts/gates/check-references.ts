import { join } from "node:path";
import { readClasses } from "./apex/classes.ts";
import { apexNameProblems } from "./references/apex.ts";
import { componentProblems } from "./references/components.ts";
import { grantProblems } from "./references/granted.ts";
import { excessProblems } from "./references/excess.ts";
import { metadataProblems } from "./references/metadata.ts";
import { unusedMessageProblems } from "./references/messages.ts";
import { returnedProblems } from "./references/returned.ts";
import { signatureProblems } from "./references/signatures.ts";
import { scriptIconProblems } from "./templates/icons.ts";
import { templateProblems } from "./templates/names.ts";
import { conclude, type Problem } from "./problems.ts";

const sourceOf = (root: string): string => join(root, "force-app", "main", "default");

/**
 * Finds names in what is deployed that lead nowhere, which Salesforce would tell only at deploy time or, for some, not
 * at all. Run it after the build, because compiled modules are generated.
 * @param root the folder with `sfdx-project.json`
 */
export function referenceProblems(root: string): Problem[] {
  const source = sourceOf(root);
  const classes = readClasses(source);
  const declarations = join(root, "types", "platform");
  return [
    ...metadataProblems(source),
    ...componentProblems(source),
    ...templateProblems(join(source, "lwc")),
    ...scriptIconProblems(join(source, "lwc")),
    ...apexNameProblems(classes, source, join(root, "checklist", "queries")),
    ...unusedMessageProblems(root),
    ...signatureProblems(source, declarations),
    ...returnedProblems(classes, declarations)
  ];
}

/**
 * Finds what the project brings and no permission set of it gives, which nobody but an admin would notice, and what one
 * gives beyond that.
 * @param root the folder with `sfdx-project.json`
 */
export const accessProblems = (root: string): Problem[] => [
  ...grantProblems(sourceOf(root)),
  ...excessProblems(sourceOf(root))
];

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("References", root, [...referenceProblems(root), ...accessProblems(root)]);
}

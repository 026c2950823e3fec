import { join } from "node:path";
import { ROOT } from "../../build/project.ts";
import { readClasses } from "./apex/classes.ts";
import { apexWriteProblems } from "./guards/apex-writes.ts";
import { permissionSetProblems } from "./guards/permission-sets.ts";
import { scriptWriteProblems } from "./guards/script-writes.ts";
import { conclude, type Problem } from "./problems.ts";

/**
 * Finds each way to change Setup that the custom permission Fix does not stand before.
 * @param root the folder with `sfdx-project.json`
 */
export function guardProblems(root: string): Problem[] {
  const source = join(root, "force-app", "main", "default");
  return [...apexWriteProblems(readClasses(source)), ...permissionSetProblems(source), ...scriptWriteProblems(root)];
}

if (process.argv[1] === import.meta.filename) conclude("Guards", ROOT, guardProblems(ROOT));

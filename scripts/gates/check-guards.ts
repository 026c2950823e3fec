import { join } from "node:path";
import { readClasses } from "./apex/classes.ts";
import { auraEnabledProblems } from "./guards/aura-enabled.ts";
import { permissionProblems } from "./guards/permission.ts";
import { queryTextProblems } from "./guards/query-text.ts";
import { sharingProblems, userModeProblems } from "./guards/sharing.ts";
import { thrownProblems } from "./guards/thrown.ts";
import { conclude, type Problem } from "./problems.ts";

const GUARDS = [
  permissionProblems,
  sharingProblems,
  userModeProblems,
  queryTextProblems,
  auraEnabledProblems,
  thrownProblems
];

/**
 * Finds Apex that compiles and passes its tests, and lets somebody in, shows more than they may see, or shows what does
 * not hold any more. Classes of tests are left out.
 * @param root the folder with `sfdx-project.json`
 */
export function guardProblems(root: string): Problem[] {
  const classes = readClasses(join(root, "force-app", "main", "default"));
  const deployed = classes.filter(({ isTest }) => !isTest);
  return [...classes.flatMap(({ unread }) => unread), ...GUARDS.flatMap((problemsOf) => problemsOf(deployed))];
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("Guards", root, guardProblems(root));
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../problems.ts";
import { jobsOf, type Step } from "./steps.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The Salesforce CLI by a version of its own, and as `tests/sf` has it. */
const INSTALLS = /@salesforce\/cli(?:@(\S+))?|npm ci --prefix tests\/sf/;
const OLDEST_NODE = 22;

/**
 * Finds jobs that install another Salesforce CLI than the tests do, or on a Node that it does not run on.
 * @param root the project's folder, whose `tests/sf/package.json` says which version is meant
 */
export function salesforceCliProblems(root: string, file: string, yaml: YamlFile): Problem[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, "tests/sf/package.json"), "utf8")) as {
    dependencies: { "@salesforce/cli": string };
  };
  const wanted = dependencies["@salesforce/cli"];
  return jobsOf(yaml).flatMap(({ steps }) => {
    const at = steps.findIndex(({ run }) => INSTALLS.test(run));
    const step = steps[at];
    if (!step) return [];
    const [found = "", version] = INSTALLS.exec(step.run) ?? [];
    const line = yaml.lineOf([...step.path, "run"], found);
    const other = found.startsWith("@") && version !== wanted;
    return [
      ...(other ? [{ file, line, message: `Install @salesforce/cli@${wanted}, as tests/sf/package.json says.` }] : []),
      ...nodeProblems(file, yaml, steps.slice(0, at), line)
    ];
  });
}

function nodeProblems(file: string, yaml: YamlFile, before: readonly Step[], line: number): Problem[] {
  const setup = before.findLast(({ uses }) => uses.startsWith("actions/setup-node@"));
  const message = `The Salesforce CLI needs Node ${OLDEST_NODE} or later.`;
  if (!setup) return [{ file, line, message: `${message} Set it up before.` }];
  if (Number.parseInt(String(setup.with["node-version"]), 10) >= OLDEST_NODE) return [];
  return [{ file, line: yaml.lineOf([...setup.path, "with", "node-version"]), message }];
}

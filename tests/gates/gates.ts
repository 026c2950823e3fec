import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ESLint } from "eslint";
import { apexProblems } from "../../scripts/gates/check-apex.ts";
import { BASE_LANGUAGE, languages, messagesIn, readTranslation } from "../../build/catalogue.ts";
import { componentsPart } from "../../build/components.ts";
import { queriesPart } from "../../build/queries.ts";
import { ENGLISH } from "../../checklist/index.ts";
import { ROOT } from "../../build/project.ts";
import { generatedProblems } from "../../scripts/gates/check-generated.ts";
import { guardProblems } from "../../scripts/gates/check-guards.ts";
import { bundleProblems } from "../../scripts/gates/check-lwc.ts";
import { metadataFileProblems } from "../../scripts/gates/check-metadata.ts";
import { definitionProblems, packageProblems } from "../../scripts/gates/check-package.ts";
import { pmdProblems } from "../../scripts/gates/check-pmd.ts";
import { accessProblems, referenceProblems } from "../../scripts/gates/check-references.ts";
import { projectQueryProblems } from "../../scripts/gates/check-soql.ts";
import { workflowProblems } from "../../scripts/gates/check-workflows.ts";
import { publishedTypes } from "../../scripts/gates/metadata/types.ts";
import type { Problem } from "../../scripts/gates/problems.ts";
import { SOURCE, type GateName, type Plant } from "./plant.ts";

const metadataTypes = publishedTypes();

type Gate = (root: string, plants: readonly Plant[]) => Promise<Problem[]> | Problem[];

/** Each gate of `npm run verify`, on the project in a folder. */
export const GATES: Readonly<Record<GateName, Gate>> = {
  access: accessProblems,
  apex: apexProblems,
  definitions: definitionProblems,
  // Nothing is planted in the bundles, which take seconds.
  generated: (root) => generatedProblems(root, [queriesPart(), componentsPart()]),
  guards: guardProblems,
  lint,
  lwc: changedBundles,
  messages,
  metadata: (root) => metadataFileProblems(root, metadataTypes),
  package: packageProblems,
  pmd: pmdProblems,
  references: referenceProblems,
  soql: projectQueryProblems,
  types,
  workflows: workflowProblems
};

/** The org compiles each bundle by itself, and all of them take long. */
async function changedBundles(root: string, plants: readonly Plant[]): Promise<Problem[]> {
  const folders = new Set(plants.map(({ file }) => dirname(join(root, file))));
  const problems: Problem[] = [];
  for (const folder of folders) problems.push(...(await bundleProblems(folder)));
  return problems;
}

/** A place as our scripts, oxlint, and tsc tell it: `file:line: what`, `file:line:column: what`, `file(line,column): what`. */
const TOLD = /^(\S+?)(?::(\d+)(?::\d+)?|\((\d+),\d+\)): (.*)$/gm;

const problemsIn = (root: string, output: string): Problem[] =>
  Array.from(output.matchAll(TOLD), ([, file = "", line, other, message = ""]) => ({
    file: join(root, file),
    line: Number(line ?? other),
    message
  }));

function types(root: string): Promise<Problem[]> {
  const tsc = join(ROOT, "node_modules/typescript-native/bin/tsc");
  return reportedBy(root, [tsc, "-p", `${SOURCE}/lwc`, "--pretty", "false"]);
}

/** @returns what a program of Node tells of a copy */
function reportedBy(root: string, args: readonly string[]): Promise<Problem[]> {
  const child = spawn(process.execPath, args, { cwd: root });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve(problemsIn(root, output)));
  });
}

/** The build reads the messages, and ends with what is wrong with them. */
function messages(root: string): Problem[] {
  const folder = join(root, "checklist");
  const attempt = (read: () => unknown): string => {
    try {
      read();
      return "";
    } catch (error) {
      return (error as Error).message;
    }
  };
  const [english = BASE_LANGUAGE, ...others] = languages(folder);
  const wrong = attempt(() => messagesIn(english, folder));
  // Names of objects and permissions stand in the code, and are the same in the copy.
  const wanted = wrong ? ENGLISH : { ...namesIn(ENGLISH), ...messagesIn(english, folder) };
  return [wrong, ...others.map((language) => attempt(() => readTranslation(language, wanted, folder)))]
    .flatMap((error) => problemsIn(ROOT, error))
    .map((problem) => ({ ...problem, file: inCopy(root, problem.file) }));
}

const namesIn = (messages: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(messages).filter(([key]) => /^(object|permission)\./.test(key)));

/** Messages are told by their path from the project's folder, which leads out of it into the copy. */
const inCopy = (root: string, file: string): string =>
  file.startsWith(root) ? file : join(root, file.slice(ROOT.length));

/** What the linters think of the planted files, as if they lay in the project. */
async function lint(root: string, plants: readonly Plant[]): Promise<Problem[]> {
  const files = [...new Set(plants.map(({ file }) => file))];
  const eslint = new ESLint({ cwd: ROOT });
  const found = await Promise.all(
    files
      .filter((file) => !file.endsWith(".ts"))
      .map(async (file) => {
        const text = readFileSync(join(root, file), "utf8");
        const [result] = await eslint.lintText(text, { filePath: join(ROOT, file) });
        return (result?.messages ?? []).map(({ line, message }) => ({ file: join(root, file), line, message }));
      })
  );
  const oxlint = join(ROOT, "node_modules/oxlint/bin/oxlint");
  const scripts = files.filter((file) => file.endsWith(".ts"));
  return [...found.flat(), ...(await reportedBy(root, [oxlint, "--format=unix", ...scripts]))];
}

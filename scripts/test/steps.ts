import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import pLimit from "p-limit";
import { chromiumPath } from "../chromium.ts";
import { hashOfFiles } from "../../build/part.ts";
import { filesUnder, ROOT } from "../../build/project.ts";
import { whyNoJava } from "../gates/java.ts";
import { filesIn } from "./inputs.ts";
import { remembering, TYPES } from "./known.ts";
import { gate, jestTests, nodeTestsTogether, script, type Run } from "./run.ts";
import { installOnDebian } from "./system-package.ts";
import { total } from "./outcome.ts";

/** The projects that tsc checks; together they cover every TypeScript file. */
const TYPESCRIPT_PROJECTS = [".", "checklist", "force-app/main/default/lwc", "local/page/browser"];

const BROWSER = join(ROOT, "tests", "browser");
const SF = join(ROOT, "tests", "sf");
const GATES_TESTS = join(ROOT, "tests", "gates");

const testsIn = (folder: string): string[] => filesUnder(folder, /\.test\.ts$/);

async function types(): Promise<Run> {
  const runs = await Promise.all(
    TYPESCRIPT_PROJECTS.map((project) => {
      const memory = join(TYPES, `${project.replaceAll("/", "-")}.tsbuildinfo`);
      return gate("typescript/bin/tsc", ["-p", project, "--incremental", "--tsBuildInfoFile", memory]);
    })
  );
  return joined(runs);
}

/** Prettier goes by a file's text, its settings and its own version, but not by those of its plug-ins. */
function format(): Promise<Run> {
  return withMemory("format", () => [], "prettier/bin/prettier.cjs", ["--check", "."]);
}

/** What a rule finds in a file can depend on the types in any other, and on what is generated. */
function lint(): Promise<Run> {
  const code = (): string[] => filesIn(ROOT).filter((file) => /\.(?:[cm]?[jt]s|json)$/.test(file));
  return withMemory("lint", code, "eslint/bin/eslint.js", [".", "--max-warnings=0"]);
}

/** @param inputs tells what counts for each file besides itself and the packages */
function withMemory(tool: string, inputs: () => readonly string[], path: string, args: readonly string[]) {
  const key = (): string => hashOfFiles([join(ROOT, "node_modules/.package-lock.json"), ...inputs()]);
  return remembering(tool, key, (memory) =>
    gate(path, [...args, "--cache", "--cache-strategy=content", `--cache-location=${join(memory, "files")}`])
  );
}

/** Of several runs, what those print that failed. */
const joined = (runs: readonly Run[]): Run => ({
  outcome: total(runs.map(({ outcome }) => outcome)),
  output: runs.map(({ outcome, output }) => (outcome.failed ? output : "")).join("")
});

function installJava(): void {
  if (whyNoJava() !== undefined) installOnDebian(["default-jre-headless"]);
}

function withJava(path: string): Promise<Run> {
  installJava();
  return script(path);
}

/** Tests that are steps of their own. */
const ELSEWHERE = [BROWSER, SF, GATES_TESTS];

/** The folders whose tests node runs, each in a process of its own. */
const nodeFolders = (): string[] => [
  ...readdirSync(join(ROOT, "tests"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(ROOT, "tests", name))
    .filter((folder) => !ELSEWHERE.includes(folder)),
  ...["build", "local", "command-line", "scripts"].map((folder) => join(ROOT, folder))
];

async function node(): Promise<Run> {
  installJava();
  const oneMore = pLimit(2);
  const runs = nodeFolders().map((folder) =>
    oneMore(() => nodeTestsTogether(`node-${relative(ROOT, folder).replaceAll(sep, "-")}`, testsIn(folder)))
  );
  return joined(await Promise.all(runs));
}

function planted(): Promise<Run> {
  installJava();
  return nodeTestsTogether("planted", testsIn(GATES_TESTS));
}

async function browser(): Promise<Run> {
  if (chromiumPath() === undefined) installOnDebian(["chromium", "fonts-liberation"]);
  return nodeTestsTogether("browser", testsIn(BROWSER));
}

/** The steps of `npm test`: the build, then the others, the longest first. `npm test -- NAME…` runs some of them. */
export const STEPS = {
  build: () => script("build/build.ts"),
  lint,
  browser,
  // In one process, because both files install the same CLI where it is missing.
  sf: () => nodeTestsTogether("sf", testsIn(SF)),
  types,
  node,
  jest: jestTests,
  planted,
  format,
  apex: () => withJava("scripts/gates/check-apex.ts"),
  pmd: () => withJava("scripts/gates/check-pmd.ts"),
  soql: () => script("scripts/gates/check-soql.ts"),
  references: () => script("scripts/gates/check-references.ts"),
  lwc: () => script("scripts/gates/check-lwc.ts"),
  generated: () => script("scripts/gates/check-generated.ts"),
  metadata: () => script("scripts/gates/check-metadata.ts"),
  package: () => script("scripts/gates/check-package.ts"),
  workflows: () => script("scripts/gates/check-workflows.ts")
} satisfies Record<string, () => Promise<Run>>;

/** The steps whose outcome is a function of the project's files: where none has changed, it is known. */
export const GATES: ReadonlySet<string> = new Set<keyof typeof STEPS>([
  "lint",
  "types",
  // The published CLI is what its lock file says, and Chromium is among the programs that count.
  "sf",
  "browser",
  "planted",
  "format",
  "apex",
  "pmd",
  "soql",
  "references",
  "lwc",
  "generated",
  "metadata",
  "package",
  "workflows"
]);

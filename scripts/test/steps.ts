import { join } from "node:path";
import { chromiumPath } from "../../tests/browser/chromium.ts";
import { filesUnder, ROOT } from "../build/project.ts";
import { whyNoJava } from "../java.ts";
import { gate, jestTests, nodeTests, script, type Run } from "./run.ts";
import { installOnDebian } from "./system-package.ts";
import { total } from "./outcome.ts";

/** The projects that tsc checks; together they cover every TypeScript file. */
const TYPESCRIPT_PROJECTS = [".", "checklist", "force-app/main/default/lwc", "local/page/browser"];

const testsIn = (...folders: string[]): string[] =>
  folders.flatMap((folder) => filesUnder(join(ROOT, folder), /\.test\.ts$/));

const isBrowserTest = (file: string): boolean => file.startsWith(join(ROOT, "tests", "browser"));

async function types(): Promise<Run> {
  const runs = await Promise.all(TYPESCRIPT_PROJECTS.map((project) => gate("typescript/bin/tsc", ["-p", project])));
  return { outcome: total(runs.map(({ outcome }) => outcome)), output: runs.map(({ output }) => output).join("") };
}

function installJava(): void {
  if (whyNoJava() !== undefined) installOnDebian(["default-jre-headless"]);
}

function withJava(path: string): Promise<Run> {
  installJava();
  return script(path);
}

async function node(): Promise<Run> {
  // The gates' own tests use the Apex checker.
  installJava();
  const files = testsIn("command-line", "local", "scripts", "tests").filter((file) => !isBrowserTest(file));
  return nodeTests("node", files);
}

async function browser(): Promise<Run> {
  if (chromiumPath() === undefined) installOnDebian(["chromium", "fonts-liberation"]);
  return nodeTests("browser", testsIn("tests").filter(isBrowserTest), true);
}

/** The steps of `npm test`: the build, then the others, the longest first. `npm test -- NAME…` runs some of them. */
export const STEPS = {
  build: () => script("scripts/build.ts"),
  lint: () => gate("eslint/bin/eslint.js", [".", "--max-warnings=0"]),
  browser,
  types,
  jest: jestTests,
  node,
  format: () => gate("prettier/bin/prettier.cjs", ["--check", "."]),
  apex: () => withJava("scripts/apex-check.ts"),
  pmd: () => withJava("scripts/check-pmd.ts"),
  soql: () => script("scripts/check-soql.ts"),
  references: () => script("scripts/check-references.ts"),
  lwc: () => script("scripts/check-lwc.ts"),
  generated: () => script("scripts/check-generated.ts"),
  metadata: () => script("scripts/check-metadata.ts"),
  package: () => script("scripts/check-package.ts")
} satisfies Record<string, () => Promise<Run>>;

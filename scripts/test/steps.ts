import { join } from "node:path";
import { hashOfFiles } from "../../build/part.ts";
import { CACHE, filesUnder, ROOT } from "../../build/project.ts";
import { wantsHeadlessShell } from "../chromium.ts";
import { whyNoJava } from "../gates/java.ts";
import { total } from "./outcome.ts";
import { gate, jestTests, nodeTests, script, type Run } from "./run.ts";
import { installOnDebian } from "./system-package.ts";

export interface Step {
  readonly run: () => Promise<Run>;
  /** Files and folders that its outcome depends on, besides those of every step: see inputs.ts. */
  readonly reads: readonly string[];
}

/** Every folder with code, and what sets its tools. */
const CODE: readonly string[] = [
  ...["checklist", "command-line", "config", "force-app", "local", "scripts", "tests", "types"],
  ...[".oxlintrc.json", "eslint.config.js", "jest.config.js", "tsconfig.json"]
];

/** The folders whose `*.test.ts` node:test runs, by the step that runs them. Jest runs those of jest.config.js. */
export const TEST_FOLDERS = {
  browser: ["tests/browser"],
  sf: ["tests/sf"],
  product: ["tests/product", "tests/report"],
  planted: ["tests/gates"],
  "command-line": ["command-line", "tests/command-line"],
  local: ["local", "tests/contract"],
  scripts: ["build", "scripts"]
} as const;

const testsOf = (step: keyof typeof TEST_FOLDERS) => (): Promise<Run> =>
  nodeTests(TEST_FOLDERS[step].flatMap((folder) => filesUnder(join(ROOT, folder), /\.test\.ts$/)));

const withJava = (run: () => Promise<Run>) => (): Promise<Run> => {
  if (whyNoJava() !== undefined) installOnDebian(["default-jre-headless"]);
  return run();
};

const withChromium = (run: () => Promise<Run>) => (): Promise<Run> => {
  if (wantsHeadlessShell()) installOnDebian(["chromium-headless-shell", "fonts-liberation"]);
  return run();
};

const OXLINT = ["--deny-warnings", "--report-unused-disable-directives-severity=error"];

/** The projects that tsc checks; together they cover every TypeScript file. */
const TYPESCRIPT_PROJECTS = [".", "checklist", "force-app/main/default/lwc", "local/page/browser"];

/** By the native compiler: a fourth of the processor time of the one that the build uses. */
const types = (): Promise<Run> =>
  allOf(TYPESCRIPT_PROJECTS.map((project) => gate("typescript-native/bin/tsc", ["-p", project, "--singleThreaded"])));

/** TypeScript by the native linter, what components are made of besides, and plain scripts by ESLint. */
const lint = (): Promise<Run> =>
  allOf([gate("oxlint/bin/oxlint", OXLINT), gate("eslint/bin/eslint.js", [".", "--max-warnings=0"])]);

async function allOf(running: readonly Promise<Run>[]): Promise<Run> {
  const runs = await Promise.all(running);
  return {
    outcome: total(runs.map(({ outcome }) => outcome)),
    output: runs.map(({ outcome, output }) => (outcome.failed ? output : "")).join("")
  };
}

/** Prettier remembers a file by its text, its settings and its own version; not by the versions of its plugins. */
function format(): Promise<Run> {
  const packages = hashOfFiles([join(ROOT, "node_modules/.package-lock.json")]);
  const cache = join(CACHE, "prettier", packages);
  return gate("prettier/bin/prettier.cjs", [
    ...["--check", ".", "--log-level=warn"],
    ...["--cache", "--cache-strategy=content", `--cache-location=${cache}`]
  ]);
}

const check = (name: string) => (): Promise<Run> => script(`scripts/gates/check-${name}.ts`);

/** What would be deployed, and what the gates over it are made of. */
const DEPLOYED: readonly string[] = ["checklist", "force-app", "scripts/gates", "sfdx-project.json", ".forceignore"];

/**
 * The steps of `npm test` after the build, the longest first: three run at a time, and take the next one from here.
 * `npm test -- NAME…` runs some of them.
 */
export const STEPS: Readonly<Record<string, Step>> = {
  browser: {
    run: withChromium(testsOf("browser")),
    reads: ["checklist", "command-line", "force-app", "local", "scripts", "tests", "types"]
  },
  "command-line": {
    run: testsOf("command-line"),
    reads: [
      "checklist",
      "command-line",
      "docs",
      "local",
      "tests/command-line",
      "tests/product/run.ts",
      "tests/report",
      "README.md"
    ]
  },
  // Both files install the same CLI where it is missing, so they run in one process.
  sf: {
    run: testsOf("sf"),
    reads: [
      "checklist",
      "command-line",
      "local",
      "scripts",
      "tests/sf",
      ".github",
      "docs",
      "README.md",
      "CONTRIBUTING.md"
    ]
  },
  jest: { run: jestTests, reads: ["checklist", "config", "force-app", "tests/report", "jest.config.js"] },
  product: {
    run: testsOf("product"),
    reads: ["checklist", "command-line", "docs/report.schema.json", "local", "tests/product", "tests/report"]
  },
  planted: {
    run: withJava(testsOf("planted")),
    reads: [...CODE, ...DEPLOYED, ".ci", ".github", "docs/examples"]
  },
  local: {
    run: withJava(testsOf("local")),
    reads: ["checklist", "command-line", "force-app", "local", "tests/contract", "types"]
  },
  scripts: { run: testsOf("scripts"), reads: ["."] },
  format: { run: format, reads: ["."] },
  lint: { run: lint, reads: CODE },
  types: { run: types, reads: CODE },
  structure: { run: check("structure"), reads: CODE },
  apex: { run: withJava(check("apex")), reads: DEPLOYED },
  pmd: { run: withJava(check("pmd")), reads: [...DEPLOYED, "config"] },
  guards: { run: check("guards"), reads: [...DEPLOYED, "command-line", "config", "local/page"] },
  soql: { run: check("soql"), reads: [...DEPLOYED, "local"] },
  references: { run: check("references"), reads: [...DEPLOYED, "local", "types"] },
  lwc: { run: check("lwc"), reads: DEPLOYED },
  generated: { run: check("generated"), reads: DEPLOYED },
  metadata: { run: check("metadata"), reads: DEPLOYED },
  package: { run: check("package"), reads: [...DEPLOYED, "config"] },
  workflows: { run: check("workflows"), reads: ["scripts", "tests/sf", ".github", "docs/examples"] }
};

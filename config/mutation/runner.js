// Runs the checklist's tests for Stryker in one process: modules and tables are loaded once, and a mutant costs only the tests
// that reach it. Jest loads everything anew for each mutant, and its thousands of mutants took a night.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { Script } from "node:vm";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult
} from "@stryker-mutator/api/test-runner";
import { expect } from "expect";
import { bind } from "jest-each";
import typescript from "../jest/typescript.cjs";

/** In Stryker's copy, where it runs the tests. */
const checklist = () => resolve("checklist");
/** What the instrumented files share with the runner. */
const stryker = (globalThis.__stryker__ ??= {});

const compiled = new Map();

/** @returns a file as a function of what CommonJS gives it, compiled once */
function compile(file) {
  const known = compiled.get(file);
  if (known) return known;
  const text = readFileSync(file, "utf8");
  const code = file.endsWith(".json") ? `module.exports = ${text};` : typescript.process(text, file).code;
  const script = new Script(`(function (exports, require, module, __filename, __dirname) {${code}\n})`, {
    filename: file
  });
  const run = script.runInThisContext();
  compiled.set(file, run);
  return run;
}

/** @returns the `require` of one file: fresh modules of the checklist, and Node's own for all else */
function requirer(modules) {
  const requireFrom = (file) => (name) => {
    const path = resolve(dirname(file), name);
    if (name === "node:module") return { createRequire: requireFrom };
    return path.startsWith(checklist()) && /\.(ts|json)$/.test(path) ? load(path) : createRequire(file)(name);
  };
  const load = (file) => {
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    compile(file)(module.exports, requireFrom(file), module, file, dirname(file));
    return module.exports;
  };
  return load;
}

/** @returns every test with its name, loaded anew. A file that can't be loaded is a test that fails. */
function loadTests() {
  const tests = [];
  const names = new Map();
  let path = [];
  const add = (title, run) => {
    const name = [...path, title].join(" › ");
    const nth = (names.get(name) ?? 0) + 1;
    names.set(name, nth);
    tests.push({ id: nth > 1 ? `${name} #${nth}` : name, file: path[0], run });
  };
  const describe = (title, define) => {
    path.push(title);
    try {
      define();
    } finally {
      path = path.slice(0, -1);
    }
  };
  const test = (title, run) => add(title, run);
  describe.each = bind(describe, false);
  test.each = bind(test);
  Object.assign(globalThis, { describe, test, expect });

  const load = requirer(new Map());
  for (const file of readdirSync(checklist(), { recursive: true }).sort())
    if (file.endsWith(".test.ts")) {
      path = [];
      try {
        describe(file, () => load(join(checklist(), file)));
      } catch (error) {
        path = [file];
        add("is loaded", () => {
          throw error;
        });
      }
    }
  return tests;
}

async function runTests(tests, { all }) {
  const results = [];
  for (const { id, file, run } of tests) {
    stryker.currentTestId = id;
    const start = performance.now();
    const started = process.cpuUsage();
    const result = { id, name: id, fileName: join(checklist(), file), status: TestStatus.Success };
    try {
      const waits = run();
      if (waits) await waits;
    } catch (error) {
      Object.assign(result, { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) });
    }
    const { user } = process.cpuUsage(started);
    results.push({ ...result, timeSpentMs: performance.now() - start, microseconds: user });
    if (!all && result.status === TestStatus.Failed) break;
  }
  stryker.currentTestId = undefined;
  return { status: DryRunStatus.Complete, tests: results };
}

/** A test that keeps the processor busy longer than this many microseconds is slow. */
const SLOW = 10_000;

/** @returns the tests near the mutant, which notice it soonest, then the others, the quickest first */
function inOrder(tests, file, microseconds) {
  const folder = dirname(relative(checklist(), file));
  const [near, far] = [true, false].map((isNear) => tests.filter((test) => (dirname(test.file) === folder) === isNear));
  const took = ({ id }) => microseconds.get(id) ?? 0;
  return { near, far: far.sort((a, b) => took(a) - took(b)), quick: far.filter((test) => took(test) <= SLOW) };
}

class ChecklistRunner {
  #tests;
  #microseconds = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }) {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = coverageAnalysis === "off" ? undefined : { static: {}, perTest: {} };
    this.#tests = loadTests();
    const result = await runTests(this.#tests, { all: true });
    for (const { id, microseconds } of result.tests) this.#microseconds.set(id, microseconds);
    return { ...result, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun(options) {
    const { activeMutant, mutantActivation, reloadEnvironment, testFilter, hitLimit, disableBail } = options;
    const isStatic = mutantActivation === "static";
    Object.assign(stryker, { mutantCoverage: undefined, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    stryker.activeMutant = isStatic ? activeMutant.id : undefined;
    const isFresh = reloadEnvironment || isStatic || !this.#tests;
    if (isFresh) this.#tests = loadTests();
    stryker.activeMutant = activeMutant.id;
    const chosen = testFilter && new Set(testFilter);
    const { near, far, quick } = inOrder(
      this.#tests.filter(({ id }) => !chosen || chosen.has(id)),
      options.sandboxFileName,
      this.#microseconds
    );
    // Nobody knows which tests notice a mutant in what is made once, at the start. Slow ones are left out: some that survive
    // would have been noticed, and none is counted as noticed that was not.
    const result = await runTests([...near, ...(chosen ? far : quick)], { all: disableBail });
    const endless = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    stryker.activeMutant = undefined;
    if (isStatic) this.#tests = undefined;
    else if (!isFresh && !endless && (await this.#failsAnyway(result))) {
      // What an earlier mutant left behind fails this test, not the mutant.
      return this.mutantRun({ ...options, reloadEnvironment: true });
    }
    return toMutantRunResult(endless ?? result);
  }

  /** @returns whether the last test fails without a mutant, too */
  async #failsAnyway({ tests }) {
    const last = tests.at(-1);
    if (last?.status !== TestStatus.Failed) return false;
    const again = await runTests([this.#tests.find(({ id }) => id === last.id)], {});
    return again.tests[0].status === TestStatus.Failed;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "checklist", ChecklistRunner)];

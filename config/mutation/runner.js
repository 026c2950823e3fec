// Runs the checklist's tests for Stryker in one process: modules and tables are loaded once, and a mutant costs only the tests
// that reach it. Jest loads everything anew for each mutant, and its thousands of mutants took a night.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
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

/** Loads modules of the checklist, each once, and Node's own for all else. */
class Loader {
  #modules = new Map();

  load(file) {
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} };
    this.#modules.set(file, module);
    // What a module does when it is loaded is no test's: that of a test file is its own.
    const { currentTestId } = stryker;
    if (!file.endsWith(".test.ts")) stryker.currentTestId = undefined;
    try {
      compile(file)(module.exports, this.#requireFrom(file), module, file, dirname(file));
    } finally {
      stryker.currentTestId = currentTestId;
    }
    return module.exports;
  }

  forget(file) {
    this.#modules.delete(file);
  }

  #requireFrom = (file) => (name) => {
    const path = resolve(dirname(file), name);
    if (name === "node:module") return { createRequire: this.#requireFrom };
    return path.startsWith(checklist()) && /\.(ts|json)$/.test(path) ? this.load(path) : createRequire(file)(name);
  };
}

const testFiles = () =>
  readdirSync(checklist(), { recursive: true })
    .filter((file) => file.endsWith(".test.ts"))
    .sort();

/** @returns the tests of a file by name, loaded anew. A file that can't be loaded is a test that fails. */
function loadTests(loader, file) {
  const tests = [];
  const names = new Map();
  let path = [file];
  const test = (title, run) => {
    const name = [...path, title].join(" › ");
    const nth = (names.get(name) ?? 0) + 1;
    names.set(name, nth);
    tests.push({ id: nth > 1 ? `${name} #${nth}` : name, file, run });
  };
  const describe = (title, define) => {
    path = [...path, title];
    define();
    path = path.slice(0, -1);
  };
  describe.each = bind(describe, false);
  test.each = bind(test);
  Object.assign(globalThis, { describe, test, expect });

  const whole = join(checklist(), file);
  loader.forget(whole);
  stryker.currentTestId = file;
  try {
    loader.load(whole);
  } catch (error) {
    test("is loaded", () => {
      throw error;
    });
  }
  stryker.currentTestId = undefined;
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

/** What the dry run learned, for the processes that had none. */
const LEARNED = "dry-run.json";

class ChecklistRunner {
  #loader;
  /** By file. */
  #tests = new Map();
  /** By mutant: the test files that run it when they are loaded. */
  #atLoad = new Map();
  #microseconds = new Map();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ coverageAnalysis }) {
    stryker.activeMutant = undefined;
    stryker.mutantCoverage = coverageAnalysis === "off" ? undefined : { static: {}, perTest: {} };
    this.#loadAll();
    const result = await runTests([...this.#tests.values()].flat(), { all: true });
    for (const { id, microseconds } of result.tests) this.#microseconds.set(id, microseconds);
    if (stryker.mutantCoverage) this.#shareCoverage(stryker.mutantCoverage);
    writeFileSync(LEARNED, JSON.stringify([[...this.#atLoad], [...this.#microseconds]]));
    return { ...result, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun(options) {
    const { activeMutant, mutantActivation, reloadEnvironment, testFilter, hitLimit, disableBail } = options;
    if (!this.#microseconds.size)
      [this.#atLoad, this.#microseconds] = JSON.parse(readFileSync(LEARNED, "utf8")).map((pairs) => new Map(pairs));
    const isStatic = mutantActivation === "static";
    Object.assign(stryker, { mutantCoverage: undefined, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    stryker.activeMutant = isStatic ? activeMutant.id : undefined;
    const isFresh = reloadEnvironment || isStatic || !this.#tests.size;
    if (isFresh) this.#loadAll();
    stryker.activeMutant = activeMutant.id;
    const atLoad = isStatic ? [] : (this.#atLoad.get(activeMutant.id) ?? []);
    this.#load(atLoad);
    const chosen = testFilter && new Set(testFilter);
    const { near, far, quick } = inOrder(
      // A table that the mutant changed may have other tests.
      [...this.#tests.values()].flat().filter(({ id, file }) => !chosen || chosen.has(id) || atLoad.includes(file)),
      options.sandboxFileName,
      this.#microseconds
    );
    // Nobody knows which tests notice a mutant in what is made once, at the start. Slow ones are left out: some that survive
    // would have been noticed, and none is counted as noticed that was not.
    const result = await runTests([...near, ...(chosen ? far : quick)], { all: disableBail });
    const endless = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    stryker.activeMutant = undefined;
    this.#load(atLoad);
    if (isStatic) this.#tests.clear();
    else if (!isFresh && !endless && (await this.#failsAnyway(result))) {
      // What an earlier mutant left behind fails this test, not the mutant.
      return this.mutantRun({ ...options, reloadEnvironment: true });
    }
    return toMutantRunResult(endless ?? result);
  }

  #loadAll() {
    this.#loader = new Loader();
    this.#load(testFiles());
  }

  #load(files) {
    for (const file of files) this.#tests.set(file, loadTests(this.#loader, file));
  }

  /** What a test file runs when it is loaded, each of its tests may notice. */
  #shareCoverage({ perTest }) {
    for (const [file, tests] of this.#tests) {
      const { [file]: covered = {} } = perTest;
      delete perTest[file];
      for (const mutant of Object.keys(covered)) {
        this.#atLoad.set(mutant, [...(this.#atLoad.get(mutant) ?? []), file]);
        for (const { id } of tests) (perTest[id] ??= {})[mutant] ??= 1;
      }
    }
  }

  /** @returns whether the last test fails without a mutant, too */
  async #failsAnyway({ tests }) {
    const last = tests.at(-1);
    if (last?.status !== TestStatus.Failed) return false;
    const same = [...this.#tests.values()].flat().find(({ id }) => id === last.id);
    if (!same) return false;
    const again = await runTests([same], {});
    return again.tests[0].status === TestStatus.Failed;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "checklist", ChecklistRunner)];

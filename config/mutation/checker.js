// Tells Stryker which mutants are no valid TypeScript. Stryker's own checker compiles once for each mutant. This one compiles a
// hundred at a time, each as a copy beside its file. Those whose declarations differ are then tried in the file's place.
import { dirname, join, resolve } from "node:path";
import { CheckStatus } from "@stryker-mutator/api/check";
import { declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import ts from "typescript";

const AT_ONCE = 100;

/** @returns the text with the mutant in it */
function mutated({ text }, { location: { start, end }, replacement }) {
  const lines = text.split("\n");
  const offset = ({ line, column }) => lines.slice(0, line).reduce((sum, { length }) => sum + length + 1, column);
  return text.slice(0, offset(start)) + replacement + text.slice(offset(end));
}

const hasErrors = (program, file) =>
  program.getSyntacticDiagnostics(file).length > 0 || program.getSemanticDiagnostics(file).length > 0;

/** @returns what a file declares to those that import it */
function declarations(program, file) {
  let declared = "";
  program.emit(file, (_name, text) => (declared = text), undefined, true, undefined, true);
  return declared;
}

class CopyChecker {
  #parsed;
  #files = new Map();
  #program;
  #importers = new Map();
  #declared = new Map();

  async init() {
    const { options, fileNames } = ts.getParsedCommandLineOfConfigFile(
      resolve("checklist/tsconfig.json"),
      { noEmit: true, declaration: true, allowUnreachableCode: true, noUnusedLocals: false, noUnusedParameters: false },
      { ...ts.sys, onUnRecoverableConfigFileDiagnostic: this.#refuse }
    );
    this.#parsed = { options, fileNames };
    this.#program = this.#compile(new Map());
    for (const file of this.#program.getSourceFiles())
      for (const { text } of file.imports ?? []) {
        const imported = join(dirname(file.fileName), text);
        this.#importers.set(imported, [...(this.#importers.get(imported) ?? []), file.fileName]);
      }
    const broken = fileNames.filter((name) => hasErrors(this.#program, this.#program.getSourceFile(name)));
    if (broken.length) throw new Error(`These files have type errors before anything is mutated: ${broken.join(", ")}`);
  }

  #refuse({ messageText }) {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, "\n"));
  }

  /** @returns the program with these texts instead of, or beside, what is on the disk */
  #compile(texts, oldProgram = this.#program) {
    const { options, fileNames } = this.#parsed;
    const host = ts.createCompilerHost(options);
    const read = host.getSourceFile.bind(host);
    const exists = host.fileExists.bind(host);
    host.fileExists = (name) => texts.has(name) || this.#files.has(name) || exists(name);
    host.getSourceFile = (name, settings) => {
      if (texts.has(name)) return ts.createSourceFile(name, texts.get(name), settings, true);
      if (!this.#files.has(name)) this.#files.set(name, read(name, settings));
      return this.#files.get(name);
    };
    const added = [...texts.keys()].filter((name) => !this.#files.has(name));
    return ts.createProgram({ rootNames: [...fileNames, ...added], options, host, oldProgram });
  }

  group(mutants) {
    const groups = [];
    for (let from = 0; from < mutants.length; from += AT_ONCE)
      groups.push(mutants.slice(from, from + AT_ONCE).map(({ id }) => id));
    return groups;
  }

  async check(mutants) {
    const texts = new Map();
    for (const { id, fileName, ...mutant } of mutants)
      texts.set(`${fileName.slice(0, -3)}.mutant-${id}.ts`, mutated(this.#files.get(fileName), mutant));
    const program = this.#compile(texts);
    const names = [...texts.keys()];
    return Object.fromEntries(
      mutants.map(({ id, fileName }, at) => {
        const copy = program.getSourceFile(names[at]);
        const invalid =
          hasErrors(program, copy) ||
          (declarations(program, copy) !== this.#declaredBy(fileName) &&
            this.#failsInPlace(fileName, texts.get(names[at])));
        return [
          id,
          invalid ? { status: CheckStatus.CompileError, reason: "no valid TypeScript" } : { status: CheckStatus.Passed }
        ];
      })
    );
  }

  #declaredBy(name) {
    if (!this.#declared.has(name))
      this.#declared.set(name, declarations(this.#program, this.#program.getSourceFile(name)));
    return this.#declared.get(name);
  }

  /** @returns whether a file that imports the mutated one has errors, at first or at second hand */
  #failsInPlace(name, text) {
    const program = this.#compile(new Map([[name, text]]));
    const seen = new Set([name]);
    const waiting = [name];
    for (let file; (file = waiting.pop());)
      for (const importer of this.#importers.get(file) ?? []) {
        if (seen.has(importer)) continue;
        seen.add(importer);
        const source = program.getSourceFile(importer);
        if (hasErrors(program, source)) return true;
        if (declarations(program, source) !== this.#declaredBy(importer)) waiting.push(importer);
      }
    return false;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, "copies", CopyChecker)];

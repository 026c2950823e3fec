import { relative } from "node:path";
import ts from "typescript";
import { ROOT } from "./project.ts";

/** What the org takes: ES modules of today with the decorators left in place, for its own compiler. */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: false,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  newLine: ts.NewLineKind.LineFeed
};

export interface Stripping {
  readonly sourceMap?: boolean;
  /** `./x.ts` becomes `./x.js`, for code that stays a file of its own. */
  readonly rewriteRelativeImportExtensions?: boolean;
}

/**
 * Strips the types of one file. Types are checked elsewhere, over all files at once.
 * @returns the JavaScript, and its source map as JSON text where one is asked for
 * @throws {Error} with the place when the file is not TypeScript
 */
export function toJavaScript(file: string, text: string, options: Stripping = {}): { code: string; map?: string } {
  const output = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { ...OPTIONS, ...options }
  });
  const [problem] = output.diagnostics ?? [];
  if (problem) throw new Error(diagnosticText(problem, file));
  const code = output.outputText.replace(/\n\/\/# sourceMappingURL.*\s*$/, "\n");
  return output.sourceMapText === undefined ? { code } : { code, map: output.sourceMapText };
}

function diagnosticText({ messageText, start, file: source }: ts.Diagnostic, file: string): string {
  const { line } = source?.getLineAndCharacterOfPosition(start ?? 0) ?? { line: 0 };
  return `${relative(ROOT, file)}:${String(line + 1)}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`;
}

// Jest runs CommonJS; this makes it of plain TypeScript. Types are checked elsewhere.
const ts = require("typescript");

const OPTIONS = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.CommonJS,
  esModuleInterop: true,
  verbatimModuleSyntax: false,
  isolatedModules: true,
  inlineSourceMap: true,
  inlineSources: true
};

module.exports = {
  process: (text, file) => ({
    code: ts
      .transpileModule(text, { fileName: file, compilerOptions: OPTIONS })
      .outputText.replaceAll("import.meta.dirname", "__dirname")
      .replaceAll("import.meta.filename", "__filename")
  })
};

// Jest runs CommonJS; this makes it of plain TypeScript. Types are checked elsewhere. TypeScript itself takes ten times as
// long, which a machine notices that has cached nothing.
const { transformSync } = require("esbuild");

module.exports = {
  process: (text, file) => ({
    code: transformSync(text, {
      sourcefile: file,
      loader: "ts",
      format: "cjs",
      target: "node20",
      sourcemap: "inline",
      define: { "import.meta.dirname": "__dirname", "import.meta.filename": "__filename" }
    }).code
  })
};

import { dirname } from "node:path";
import type { Plugin } from "esbuild";

const CACHED = "cached:";

/** As V8 compiled it the last time; beside the code itself, where nobody writes who could not change that. */
const ENABLE = `import module from "node:module";
import { fileURLToPath } from "node:url";
module.enableCompileCache?.(fileURLToPath(new URL("../compiled", import.meta.url)));`;

/**
 * Entry points `cached:<file>` load the file only once Node keeps what it compiles: from the second run on, nothing is
 * compiled again. Where Node can't write there, or is older than 22.1, all is as without it.
 * Source: Node.js documentation, "Module compile cache".
 */
export const compileCached: Plugin = {
  name: "compile-cached",
  setup: (build) => {
    build.onResolve({ filter: /^cached:/ }, ({ path }) => ({
      path: path.slice(CACHED.length),
      namespace: "compile-cached"
    }));
    build.onResolve({ filter: /^enable-compile-cache$/ }, ({ path }) => ({ path, namespace: "compile-cached" }));
    build.onLoad({ filter: /./, namespace: "compile-cached" }, ({ path }) =>
      path === "enable-compile-cache"
        ? { contents: ENABLE }
        : {
            contents: [
              ...(path.endsWith("run.js") ? ["#!/usr/bin/env node"] : []),
              'import "enable-compile-cache";',
              `const loaded = await import(${JSON.stringify(path)});`,
              "export default loaded.default;"
            ].join("\n"),
            resolveDir: dirname(path)
          }
    );
  }
};

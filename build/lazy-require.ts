import { readFileSync } from "node:fs";
import type { Plugin } from "esbuild";

/** `const x_1 = require("x");`, as TypeScript compiles an import of a namespace. */
const IMPORT = /^(?:const|var|let) (\w+_\d+) = ((?:__import(?:Default|Star)\()?require\("[^"]+"\)\)?);$/gm;

/**
 * jsforce makes a pool of connections as soon as it is loaded, and loads undici for it. Our requests go another way;
 * only the renewal of a login needs it.
 */
const POOL = "let jsforceDispatcher = new undici_1.Agent({ connect: { allowH2: false } });";
/** Milliseconds. undici waits for five minutes, and the process with it. */
const LIMIT = "30_000";
const POOL_USED = "agent ?? jsforceDispatcher,";

/**
 * @param text a CommonJS module that TypeScript compiled
 * @returns the same, loading each module that it imports when that is first used, as Babel's option `lazy` does: most of
 * what @salesforce/core and jsforce import at their start serves other commands than ours
 */
export function lazyRequires(text: string): string {
  const names: string[] = [];
  const lazy = text.replace(IMPORT, (_statement, name: string, load: string) => {
    names.push(name);
    return `var ${name}$; function ${name}() { return ${name}$ ??= ${load}; }`;
  });
  if (!names.length) return text;
  // A name after a dot is a property, but for that of a spread.
  const used = new RegExp(`(?<!function |[\\w$]|(?<!\\.\\.)\\.)(?:${names.join("|")})(?![\\w$(])`, "g");
  return lazy.replace(used, (name) => `(${name}())`);
}

/** @returns jsforce's module for requests, making its pool for the first request */
export function latePool(text: string): string {
  if (!text.includes(POOL) || !text.includes(POOL_USED)) throw new Error("jsforce makes its pool in another way now.");
  const made = POOL.slice(POOL.indexOf("new"), -1).replace(
    "allowH2: false }",
    `$&, headersTimeout: ${LIMIT}, bodyTimeout: ${LIMIT}`
  );
  return text.replace(POOL, "let jsforceDispatcher;").replace(POOL_USED, `agent ?? (jsforceDispatcher ??= ${made}),`);
}

export const lazyRequire: Plugin = {
  name: "lazy-require",
  setup: (build) => {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.js$/ }, ({ path }) => {
      const text = readFileSync(path, "utf8");
      return { contents: lazyRequires(/jsforce-node[\\/]lib[\\/]request\.js$/.test(path) ? latePool(text) : text) };
    });
  }
};

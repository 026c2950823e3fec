import { join } from "node:path";
import lwc from "@lwc/rollup-plugin";
import type { Plugin } from "rollup";
import { BROWSER } from "./modules.ts";

/** LWC's own compiler, as the platform runs it for an org's components. */
export const compiler = (options: Parameters<typeof lwc>[0] = {}): Plugin =>
  lwc({
    rootDir: join(BROWSER, "modules"),
    modules: [{ npm: "lightning-base-components" }],
    apiVersion: 66,
    sourcemap: true,
    // These are plain modules; the compiler would treat them as components.
    exclude: [`${BROWSER}/*.ts`, "**/node_modules/@lwc/**"],
    ...options
  });

/** The engine and the base components expect a bundler to replace these two. */
export const constants: Plugin = {
  name: "constants",
  transform: (code) =>
    /import\.meta\.env\.SSR|process\.env\.NODE_ENV/.test(code)
      ? {
          code: code.replaceAll("import.meta.env.SSR", "false").replaceAll("process.env.NODE_ENV", '"development"'),
          map: null
        }
      : null
};

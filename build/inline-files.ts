import { readdirSync, readFileSync } from "node:fs";
import { dirname, extname, resolve } from "node:path";
import { Messages } from "@salesforce/core";
import type { Loader, Plugin } from "esbuild";

/** ``readFileSync(new URL("a.json", import.meta.url), "utf8")``, or with a name in a template: `` `a/${name}.soql` ``. */
const READ = /readFileSync\(new URL\((["`])([^"`$]*)(?:\$\{(\w+)\}([^"`$]*))?\1, import\.meta\.url\), "utf8"\)/g;
const LOAD = /Messages\.loadMessages\(["']([^"']+)["'], ["']([^"']+)["']\)/g;
const IMPORT_MESSAGES = /^\s*Messages\.importMessagesDirectoryFromMetaUrl\(import\.meta\.url\);$/gm;
/** esbuild gives a CommonJS module that is loaded late no names of its own. */
const LATE_COMMONJS = /await import\((["'])(@salesforce\/core|undici)\1\)/g;

/**
 * @param file where the text stands
 * @returns the module with the texts in it that it would read from files beside it when it runs
 */
export function inlined(file: string, text: string): string {
  const at = (path: string): string => resolve(dirname(file), path);
  return text
    .replace(READ, (_call, _quote, path: string, name?: string, end: string = "") => {
      if (name === undefined) return JSON.stringify(readFileSync(at(path), "utf8"));
      const files = readdirSync(at(path)).filter((each) => each.endsWith(end));
      const texts = files.map((each) => [each.slice(0, -end.length), readFileSync(at(`${path}${each}`), "utf8")]);
      return `${JSON.stringify(Object.fromEntries(texts))}[${name}]`;
    })
    .replace(IMPORT_MESSAGES, "")
    .replace(LOAD, (_call, library: string, name: string) => {
      Messages.importMessagesDirectory(dirname(file));
      const { messages } = Messages.loadMessages(library, name) as unknown as { messages: Map<string, unknown> };
      return `new Messages(${JSON.stringify([library, name]).slice(1, -1)}, new Map(${JSON.stringify([...messages])}))`;
    })
    .replace(LATE_COMMONJS, '(await import("$2")).default');
}

export const inlineFiles: Plugin = {
  name: "inline-files",
  setup: (build) => {
    build.onLoad({ filter: /[\\/](sf-plugins-core[\\/]lib|command-line)[\\/].*\.(js|ts)$/ }, ({ path }) => ({
      contents: inlined(path, readFileSync(path, "utf8")),
      loader: extname(path).slice(1) as Loader
    }));
  }
};

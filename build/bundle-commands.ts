import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { compileCached } from "./compile-cached.ts";
import { inlineFiles } from "./inline-files.ts";
import { lazyRequire } from "./lazy-require.ts";
import { filesUnder, ROOT } from "./project.ts";

/** sf-plugins-core loads React and a layout engine for a method that draws tables. Our commands don't call it. */
const withoutTables: Plugin = {
  name: "without-tables",
  setup: (build) => {
    build.onResolve({ filter: /^@oclif\/table$/ }, ({ path }) => ({ path, namespace: "left-out" }));
    build.onLoad({ filter: /./, namespace: "left-out" }, () => ({
      contents: 'export const makeTable = () => { throw new Error("Tables are left out."); }, printTable = makeTable;'
    }));
  }
};

export interface BundledCommands {
  /** The text of each file, by path. */
  readonly scripts: readonly (readonly [path: string, text: string])[];
  /** The licenses of the packages that are in the files. */
  readonly notices: string;
}

/**
 * @param source the folder with `commands` and `bin`
 * @param target the folder of the plugin as it is published
 * @returns one file for each command and for the program without sf, with the packages that they use; what they share, and
 * what is loaded late, in files of its own
 */
export async function bundleCommands(source: string, target: string): Promise<BundledCommands> {
  const commands = filesUnder(join(source, "commands"), /\.ts$/);
  const { outputFiles, metafile } = await build({
    entryPoints: [
      { in: `cached:${join(source, "bin/run.js")}`, out: "bin/run" },
      ...commands.map((file) => ({ in: `cached:${file}`, out: `lib/commands/mcc/${basename(file, ".ts")}` }))
    ],
    outdir: target,
    chunkNames: "lib/[name]-[hash]",
    absWorkingDir: ROOT,
    bundle: true,
    splitting: true,
    write: false,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node22",
    // Less to read: in Latin letters alone, V8 holds a text in half the memory.
    charset: "ascii",
    minifyWhitespace: true,
    minifySyntax: true,
    // THIRD-PARTY-NOTICES.txt has them.
    legalComments: "none",
    // Errors and commands are told apart by the names of their classes.
    keepNames: true,
    // oclif uses it where a plugin is not compiled.
    external: ["typescript"],
    // The logs of @salesforce/core are written by a thread of its own, from a file of its own, which costs more than our run.
    define: { "process.env.SF_DISABLE_LOG_FILE": '"true"' },
    // What CommonJS knows, for the packages that are written in it.
    banner: {
      js: [
        'import { createRequire as requireIn } from "node:module";',
        "const require = requireIn(import.meta.url), __filename = import.meta.filename, __dirname = import.meta.dirname;"
      ].join("\n")
    },
    plugins: [compileCached, inlineFiles, withoutTables, lazyRequire]
  });
  return { scripts: outputFiles.map(({ path, text }) => [path, text] as const), notices: noticesOf(metafile) };
}

/** @returns the name, version and license text of each package in the bundle */
function noticesOf({ inputs }: Metafile): string {
  const folders = Object.keys(inputs).flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const notices = [...new Set(folders)].sort().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8")) as Record<
      "name" | "version" | "license",
      string
    >;
    const texts = readdirSync(join(ROOT, folder)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
    return [
      `${name} ${version} (${license})`,
      ...texts.map((file) => readFileSync(join(ROOT, folder, file), "utf8").trim())
    ].join("\n\n");
  });
  return `MCC Health contains these packages.\n\n${notices.join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

import { existsSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { rollup, type OutputChunk, type Plugin } from "rollup";
import { detailsFile } from "../../build/checklist.ts";
import { onDemandFile } from "../../build/on-demand.ts";
import { filesUnder, LWC } from "../../build/project.ts";
import { compiler } from "../../local/page/build/compiler.ts";

/** What a browser loads of ours, compiled as the org compiles it, minified and gzipped, English texts included. */
export interface BrowserSize {
  /** Before anything is shown. */
  readonly firstBytes: number;
  /** The static resource that is loaded beside the first queries: neither verdict nor plan wait for it. */
  readonly detailsBytes: number;
  /** The static resource that is loaded when somebody asks for a report. */
  readonly laterBytes: number;
  /** As it is deployed: Salesforce takes no file of a component above 1 MB (LWC guide, "Component JavaScript File"). */
  readonly biggest: { readonly file: string; readonly bytes: number };
}

const START = "c/mccHealth";

/** Bundles our components with nothing of Salesforce's own. The build comes first. */
export async function browserSize(): Promise<BrowserSize> {
  const bundle = await rollup({
    input: START,
    // The org leaves nothing out of a module.
    treeshake: false,
    external: (id) => /^(lwc|lightning\/|@salesforce\/|@lwc\/)/.test(id),
    plugins: [ours, compiler({ rootDir: LWC, sourcemap: false })]
  });
  const { output } = await bundle.generate({ format: "esm" });
  const chunks = output.filter((file): file is OutputChunk => file.type === "chunk");
  const first = new Set(
    chunks.filter(({ isEntry }) => isEntry).flatMap(({ fileName, imports }) => [fileName, ...imports])
  );
  let [firstBytes, laterBytes] = [0, await sizeOf(readFileSync(onDemandFile, "utf8"))];
  for (const { fileName, code } of chunks) {
    const bytes = await sizeOf(code);
    if (first.has(fileName)) firstBytes += bytes;
    else laterBytes += bytes;
  }
  const detailsBytes = await sizeOf(readFileSync(detailsFile, "utf8"));
  return { firstBytes, detailsBytes, laterBytes, biggest: biggestFile() };
}

/** @returns bytes, minified and gzipped */
async function sizeOf(code: string): Promise<number> {
  const { code: minified } = await transform(code, { minify: true });
  return gzipSync(minified, { level: 9 }).length;
}

/** Where our components lie. */
const ours: Plugin = {
  name: "ours",
  resolveId(id) {
    const component = /^c\/(\w+)$/.exec(id)?.[1];
    if (component === undefined) return null;
    const file = ["js", "html"]
      .map((ending) => join(LWC, component, `${component}.${ending}`))
      .find((path) => existsSync(path));
    return file === undefined ? null : `${file}?specifier=${id}`;
  }
};

function biggestFile(): BrowserSize["biggest"] {
  return filesUnder(LWC, /\.(js|html|css)$/)
    .map((path) => ({ file: relative(LWC, path), bytes: statSync(path).size }))
    .filter(({ file }) => !file.includes("__tests__"))
    .reduce((a, b) => (b.bytes > a.bytes ? b : a), { file: "", bytes: 0 });
}

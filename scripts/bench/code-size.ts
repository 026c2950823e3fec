import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { filesUnder } from "../../build/project.ts";
import { appBundle } from "../../local/page/build/bundles.ts";

/** Bytes of the tab's code, minified and gzipped: compiled templates, styles and English texts included. */
export interface CodeSize {
  /** What a browser loads to show the tab. The frame of the local page, of about 1 kB, counts. */
  readonly first: number;
  /** What it loads when somebody asks for a report. */
  readonly later: number;
}

export async function codeSize(): Promise<CodeSize> {
  const folder = await appBundle(() => undefined);
  const sizes = { first: 0, later: 0 };
  for (const file of filesUnder(folder, /\.js$/)) {
    const { code } = await transform(readFileSync(file, "utf8"), { minify: true, target: "esnext", charset: "utf8" });
    sizes[basename(file) === "main.js" ? "first" : "later"] += gzipSync(code).length;
  }
  return sizes;
}

import { statSync } from "node:fs";
import { relative } from "node:path";
import { filesUnder, LWC } from "../../build/project.ts";

export interface CodeSize {
  readonly bytes: number;
  readonly biggest: { readonly file: string; readonly bytes: number };
}

/** @returns how big the tab's own code is, as it is deployed: not minified, without tests. The build comes first */
export function codeSize(): CodeSize {
  const files = filesUnder(LWC, /\.(js|html|css)$/)
    .map((file) => ({ file: relative(LWC, file), bytes: statSync(file).size }))
    .filter(({ file }) => !file.includes("__tests__"));
  const biggest = files.reduce((a, b) => (b.bytes > a.bytes ? b : a), { file: "", bytes: 0 });
  return { bytes: files.reduce((sum, { bytes }) => sum + bytes, 0), biggest };
}

import assert from "node:assert/strict";
import { mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import type { FormatName } from "./formats/formats.ts";
import { outputFiles } from "./output.ts";

const folder = await mkdtemp(join(tmpdir(), "mcc-output-"));
after(() => rm(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const CASES: readonly {
  name: string;
  files: readonly string[];
  format?: FormatName;
  written: readonly (readonly [string, FormatName])[];
}[] = [
  { name: "no file", files: [], format: "html", written: [] },
  {
    name: "several files have the formats of their endings",
    files: ["a.XML", "a.md"],
    written: [
      ["a.XML", "junit"],
      ["a.md", "markdown"]
    ]
  },
  { name: "a file without an ending has the format asked for", files: ["a"], format: "html", written: [["a", "html"]] },
  {
    name: "an ending that we don't know may mean anything",
    files: ["a.log"],
    format: "json",
    written: [["a.log", "json"]]
  },
  {
    name: "a format that the ending tells too is no fault",
    files: ["a.xml"],
    format: "junit",
    written: [["a.xml", "junit"]]
  },
  {
    name: "SARIF may be named as the JSON that it is",
    files: ["a.sarif.json"],
    format: "sarif",
    written: [["a.sarif.json", "sarif"]]
  },
  {
    name: "a file named twice is written once, by its first name",
    files: ["./a.xml", "a.md", "a.xml"],
    written: [
      ["./a.xml", "junit"],
      ["a.md", "markdown"]
    ]
  },
  {
    name: "a file named twice is one file beside a format",
    files: ["a", "./a"],
    format: "sarif",
    written: [["a", "sarif"]]
  }
];
for (const { name, files, format, written } of CASES)
  test(name, async () => {
    const paths = files.map((file) => `${folder}/${file}`);
    assert.deepEqual(
      await outputFiles(paths, format),
      written.map(([file, as]) => ({ path: `${folder}/${file}`, format: as }))
    );
  });

test(
  "a link and the file that it leads to are one",
  { skip: process.platform === "win32" && "Windows lets not everybody make links." },
  async () => {
    await symlink("target.json", at("link.json"));
    const files = await outputFiles([at("link.json"), at("target.json")], undefined);
    assert.deepEqual(files, [{ path: at("link.json"), format: "json" }]);
  }
);

import { readFileSync } from "node:fs";
import { XMLParser } from "fast-xml-parser";
import { SyntaxValidator } from "fast-xml-validator";
import type { Problem } from "../problems.ts";

/** A metadata file, read far enough to look names up in it. */
export interface MetadataFile {
  readonly file: string;
  /** @returns the texts of all elements at a path below the root, e.g. `["tabSettings", "tab"]` */
  texts(path: readonly string[]): string[];
  /** A problem at the line on which an element with this text stands. */
  problem(element: string, text: string, message: string): Problem;
}

const parser = new XMLParser({ parseTagValue: false, ignoreDeclaration: true });

/** @returns the file, or the problem that it is not well-formed XML */
export function readMetadata(file: string): MetadataFile | Problem {
  const text = readFileSync(file, "utf8");
  try {
    SyntaxValidator.validate(text);
  } catch (error) {
    const { line, message } = error as { line: number; message: string };
    return { file, line, message };
  }
  const document = parser.parse(text) as Record<string, unknown>;
  const lines = text.split("\n");
  return {
    file,
    texts: (path) => textsAt(Object.values(document), path),
    problem: (element, name, message) => ({
      file,
      line: lines.findIndex((line) => line.includes(`<${element}>${name}</`)) + 1 || 1,
      message
    })
  };
}

export const isProblem = (read: MetadataFile | Problem): read is Problem => "message" in read;

function textsAt(nodes: readonly unknown[], path: readonly string[]): string[] {
  const [name, ...rest] = path;
  if (name === undefined) return nodes.filter((node) => typeof node === "string");
  const children = nodes.flatMap((node) => {
    const child: unknown =
      typeof node === "object" && node !== null ? (node as Record<string, unknown>)[name] : undefined;
    return child === undefined ? [] : Array.isArray(child) ? (child as unknown[]) : [child];
  });
  return textsAt(children, rest);
}

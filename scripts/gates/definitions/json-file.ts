import { readFileSync } from "node:fs";
import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from "jsonc-parser";
import type { Problem } from "../problems.ts";

/** A JSON file whose parts know their lines. */
export interface JsonFile {
  readonly file: string;
  readonly value: unknown;
  /** A problem at the line of a part, or of the next whole around it that is there. */
  problem(path: readonly (string | number)[], message: string): Problem;
}

/** @returns the file, or where it is no JSON */
export function readJsonFile(file: string): JsonFile | Problem {
  const text = readFileSync(file, "utf8");
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: false, disallowComments: true });
  const [error] = errors;
  if (error)
    return { file, line: lineAt(error.offset), message: `It is no JSON: ${printParseErrorCode(error.error)}.` };
  if (!tree) return { file, line: 1, message: "There is nothing in it." };
  return {
    file,
    value: JSON.parse(text) as unknown,
    problem: (path, message) => ({ file, line: lineAt(nearest(tree, path).offset), message })
  };
}

function nearest(tree: Node, path: readonly (string | number)[]): Node {
  const node = findNodeAtLocation(tree, [...path]);
  return node?.parent?.type === "property" ? node.parent : (node ?? nearest(tree, path.slice(0, -1)));
}

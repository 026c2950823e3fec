import { readFileSync } from "node:fs";
import { isCollection, isNode, isPair, LineCounter, parseDocument } from "yaml";
import type { Problem } from "../problems.ts";

/** A YAML file, and where in it a value stands. */
export interface YamlFile {
  readonly content: unknown;
  /** What is wrong with it as YAML: then its content is not to be relied on. */
  readonly problems: readonly Problem[];
  /**
   * @param path keys and indices that lead to a value
   * @param part a text within the value, where its own line is wanted
   * @returns the line of the value or of its key; where there is none, of what it would stand in
   */
  lineOf(path: readonly PropertyKey[], part?: string): number;
  /** The comment behind a value. */
  commentAt(path: readonly PropertyKey[]): string;
}

/** @param file its path */
export function readYaml(file: string): YamlFile {
  const text = readFileSync(file, "utf8");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const problems = document.errors.map(({ message, pos: [offset] }) => ({
    file,
    line: lines.linePos(offset).line,
    message: firstLine(message)
  }));

  const nodeAt = (path: readonly PropertyKey[]): unknown => document.getIn(path, true);
  /** The pair says where the key stands. */
  const keyOffset = (path: readonly PropertyKey[]): number | undefined => {
    const parent = path.length === 1 ? document.contents : nodeAt(path.slice(0, -1));
    if (!isCollection(parent)) return undefined;
    const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(path.at(-1)));
    return isPair(pair) && isNode(pair.key) ? pair.key.range?.[0] : undefined;
  };
  const offsetOf = (path: readonly PropertyKey[], part: string): number => {
    const node = nodeAt(path);
    const [start, end] = (isNode(node) && node.range) || [];
    if (start !== undefined && end !== undefined) return start + Math.max(0, text.slice(start, end).indexOf(part));
    return path.length === 0 ? 0 : (keyOffset(path) ?? offsetOf(path.slice(0, -1), ""));
  };

  return {
    content: problems.length === 0 ? document.toJS() : undefined,
    problems,
    lineOf: (path, part = "") => lines.linePos(offsetOf(path, part)).line,
    commentAt: (path) => {
      const node = nodeAt(path);
      return (isNode(node) && node.comment) || "";
    }
  };
}

/** The parsers draw the place beneath the first line. */
export const firstLine = (message: string): string => message.split("\n")[0] ?? "";

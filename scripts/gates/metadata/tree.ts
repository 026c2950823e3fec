import { XMLParser } from "fast-xml-parser";
import { SyntaxValidator } from "fast-xml-validator";

/** An element of a metadata file. */
export interface Element {
  readonly name: string;
  /** Counts from 1. */
  readonly line: number;
  /** What stands in it, without the space around; empty where it holds elements. */
  readonly text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
}

export interface ElementProblem {
  readonly line: number;
  readonly message: string;
}

/** A text under `#text`, or an element's nodes under its name; under a symbol where it starts. */
type Node = Readonly<Record<string | symbol, unknown>>;

const TEXT = "#text";
const ATTRIBUTES = ":@";
const PLACE = XMLParser.getMetaDataSymbol() as symbol;

const parser = new XMLParser({
  preserveOrder: true,
  captureMetaData: true,
  ignoreDeclaration: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false
});

/** @returns the root element of an XML text, or where it is not well-formed */
export function readTree(text: string): Element | ElementProblem {
  try {
    SyntaxValidator.validate(text);
  } catch (error) {
    return error as ElementProblem;
  }
  // The parser makes one line end of every kind before it counts, and so do we.
  const source = text.replace(/\r\n?/g, "\n");
  const lineAt = lineFinder(source);
  const [root] = elementsOf(parser.parse(source) as Node[], lineAt);
  return root ?? { line: 1, message: "There is no element in it." };
}

function elementsOf(nodes: readonly Node[], lineAt: (offset: number) => number): Element[] {
  return nodes.flatMap((node) => {
    const [name = TEXT] = Object.keys(node);
    if (name === TEXT) return [];
    const inside = node[name] as Node[];
    const { startIndex } = node[PLACE] as { startIndex: number };
    const text = inside.map((child) => (child[TEXT] as string | undefined) ?? "").join("");
    const attributes = (node[ATTRIBUTES] ?? {}) as Readonly<Record<string, string>>;
    return [{ name, line: lineAt(startIndex), text: text.trim(), attributes, children: elementsOf(inside, lineAt) }];
  });
}

/** @returns the elements at a path below another, e.g. `["tabSettings", "tab"]` */
export const elementsAt = (element: Element, [name, ...rest]: readonly string[]): Element[] =>
  name === undefined
    ? [element]
    : element.children.filter((child) => child.name === name).flatMap((child) => elementsAt(child, rest));

function lineFinder(text: string): (offset: number) => number {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (offset) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

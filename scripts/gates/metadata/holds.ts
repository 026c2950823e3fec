// Gone when the scratch-org workflow has passed: a deployment says the same.
import type { Element, ElementProblem } from "./tree.ts";
import type { Shape } from "./types.ts";

/** Elements that the published types call text, and that hold elements nevertheless. Source: LWC Developer Guide. */
const FREE: ReadonlySet<string> = new Set(["targetConfigs"]);

/** @returns where an element differs from what Salesforce's published types let stand in it */
export function elementProblems(element: Element, shape: Shape): ElementProblem[] {
  const { name, line, text, children } = element;
  if (shape.kind === "anything" || FREE.has(name)) return [];
  if (shape.kind === "record") return [...partProblems(element, shape), ...missingParts(element, shape)];
  const [child] = children;
  if (child) return [{ line: child.line, message: `<${name}> takes a text, and <${child.name}> stands in it.` }];
  const wanted = whyNot(text, shape);
  return wanted === undefined ? [] : [{ line, message: `<${name}> is "${text}": it takes ${wanted}.` }];
}

type Record = Extract<Shape, { kind: "record" }>;

function partProblems({ name, children }: Element, { parts }: Record): ElementProblem[] {
  return children.flatMap((child, at) => {
    const part = parts.get(child.name);
    if (!part) return [{ line: child.line, message: `<${name}> takes no <${child.name}>${meant(child.name, parts)}.` }];
    const earlier = children.slice(0, at).some((other) => other.name === child.name);
    const again = earlier && (part.repeats ? children[at - 1]?.name !== child.name : true);
    return [...(again ? [duplicate(child, part.repeats)] : []), ...elementProblems(child, part.shape())];
  });
}

/** Source: the Metadata API's own error, "Element … is duplicated at this location". */
const duplicate = ({ name, line }: Element, repeats: boolean): ElementProblem => ({
  line,
  message: repeats
    ? `<${name}> stands apart from the others of its name: Salesforce takes them in one row only.`
    : `<${name}> stands here a second time.`
});

const missingParts = ({ name, line, children }: Element, { parts }: Record): ElementProblem[] =>
  [...parts]
    .filter(([part, { required }]) => required && !children.some((child) => child.name === part))
    .map(([part]) => ({ line, message: `<${name}> needs a <${part}>.` }));

function meant(name: string, parts: ReadonlyMap<string, unknown>): string {
  const other = [...parts.keys()].find((part) => part.toLowerCase() === name.toLowerCase());
  return other === undefined ? "" : `: write <${other}>`;
}

function whyNot(text: string, shape: Shape): string | undefined {
  if (shape.kind === "boolean") return /^(true|false)$/.test(text) ? undefined : "true or false";
  if (shape.kind === "number") return /^-?\d+(\.\d+)?$/.test(text) ? undefined : "a number";
  if (shape.kind !== "choice" || shape.values.includes(text)) return undefined;
  const few = shape.values.length > 12 ? [...shape.values.slice(0, 12), "…"] : shape.values;
  return `one of ${few.join(", ")}`;
}

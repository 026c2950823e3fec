// Stays after the first deployment, too: an unknown member deploys, and shows nothing.
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parse } from "@lwc/template-compiler";
import { filesUnder } from "../../../build/project.ts";
import type { Problem } from "../problems.ts";
import { whyNoIcon } from "./icons.ts";
import { membersOf, type Members } from "./members.ts";

/** A node of the template compiler's tree, as far as we read it. */
interface Node {
  readonly type?: string;
  readonly name?: unknown;
  readonly location?: { readonly startLine: number };
  readonly object?: Node;
  readonly property?: Node;
  readonly item?: Node;
  readonly index?: Node;
  readonly expression?: Node;
  readonly children?: readonly Node[];
  readonly properties?: readonly (Node & { readonly attributeName: string })[];
  readonly value?: unknown;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly members: Members;
  /** Names of the loops around. */
  readonly loops: readonly string[];
}

/**
 * Holds the names in templates against the classes. LWC itself shows nothing for an unknown name, and says nothing.
 * @param lwc the folder of the project's components
 * @returns members and message names that a class does not have, properties that a child component does not take, and
 * base components and icons that Salesforce does not have
 */
export function templateProblems(lwc: string): Problem[] {
  const takes = (tag: string): Members | undefined => membersOf(lwc, moduleOf(tag));
  return filesUnder(lwc, /\.html$/).flatMap((file) => {
    const members = membersOf(lwc, `c/${basename(dirname(file))}`);
    const { root } = parse(readFileSync(file, "utf8"), {});
    // What does not compile is the compiler's to tell.
    return members && root ? problemsIn(root, { file, line: 1, members, loops: [] }, takes) : [];
  });
}

const moduleOf = (tag: string): string =>
  tag.replace("-", "/").replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

function problemsIn(node: Node, outer: Place, takes: (tag: string) => Members | undefined): Problem[] {
  const place = { ...outer, line: node.location?.startLine ?? outer.line };
  if (node.type === "Identifier" || node.type === "MemberExpression") return nameProblems(node, place);
  if (node.type === "ForEach") {
    const loops = [...place.loops, node.item, node.index].flatMap((one) =>
      typeof one === "string" ? one : nameOf(one)
    );
    return [
      ...problemsIn(node.expression ?? {}, place, takes),
      ...(node.children ?? []).flatMap((child) => problemsIn(child, { ...place, loops }, takes))
    ];
  }
  const inside = Object.values(node).flat() as unknown[];
  return [
    ...(node.type === "Component" ? propertyProblems(node, place, takes) : []),
    ...inside.filter(isNode).flatMap((child) => problemsIn(child, place, takes))
  ];
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value;
const nameOf = (node: Node | undefined): string[] => (typeof node?.name === "string" ? [node.name] : []);

function nameProblems(node: Node, { file, line, members, loops }: Place): Problem[] {
  const [name = "", key] = pathOf(node);
  if (loops.includes(name)) return [];
  if (!members.own.has(name)) return [{ file, line, message: `The class has no member "${name}".` }];
  const keys = members.own.get(name);
  return keys && key !== undefined && !keys.includes(key)
    ? [{ file, line, message: `The class's "${name}" holds no "${key}".` }]
    : [];
}

const pathOf = (node: Node): string[] =>
  node.type === "MemberExpression" && node.object ? [...pathOf(node.object), ...nameOf(node.property)] : nameOf(node);

function propertyProblems(
  { name, properties = [] }: Node,
  { file, line }: Place,
  takes: (tag: string) => Members | undefined
): Problem[] {
  const tag = String(name);
  const api = takes(tag)?.api;
  // Components of our own are looked up by their files.
  if (!api)
    return tag.startsWith("lightning-") ? [{ file, line, message: `Salesforce has no base component <${tag}>.` }] : [];
  return properties.flatMap(({ name: property, attributeName, location, value }) => {
    const place = { file, line: location?.startLine ?? line };
    if (!api.has(String(property)) && !EVERYWHERE.has(String(property)))
      return [{ ...place, message: `<${tag}> takes no ${attributeName}.` }];
    const literal = property === "iconName" && isNode(value) ? value.value : undefined;
    const message = typeof literal === "string" ? whyNoIcon(literal) : undefined;
    return message === undefined ? [] : [{ ...place, message }];
  });
}

/** Properties that every element has. */
const EVERYWHERE: ReadonlySet<string> = new Set(["title", "tabIndex", "hidden", "role", "lang", "dir", "id"]);

import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IViolation } from "dependency-cruiser";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import type { CompilerOptions } from "typescript";
import { ROOMS, type Rooms } from "../../config/structure.ts";
import { conclude, type Problem } from "./problems.ts";

/** Tests may import from anywhere. */
const TESTS = String.raw`\.test\.ts$|/__tests__/|/testing/`;
const LWC = "force-app/main/default/lwc";

/** The settings by which imports are resolved: components import each other as `c/NAME`. */
const PARTS = [
  { tsconfig: "tsconfig.json", leftOut: [LWC] },
  { tsconfig: `${LWC}/tsconfig.json`, leftOut: [] }
];

const below = (rooms: readonly string[]): string => `^(${rooms.join("|")})/`;

/** @returns a rule for each room: it imports from no room beside it but those that it may */
const roomRules = (rooms: Rooms): IForbiddenRuleType[] =>
  Object.entries(rooms).flatMap(([room, allowed]) => {
    const others = Object.keys(rooms).filter(
      (other) => other !== room && dirname(other) === dirname(room) && !allowed.includes(other)
    );
    if (others.length === 0) return [];
    return [
      { name: room, severity: "error", from: { path: below([room]), pathNot: TESTS }, to: { path: below(others) } }
    ];
  });

const CIRCLE: IForbiddenRuleType = { name: "circle", severity: "error", from: {}, to: { circular: true } };

/**
 * Finds imports that lead back from a room to one that builds on it, and circles between files.
 * @param root the project's folder
 */
export async function structureProblems(root: string, rooms: Rooms = ROOMS): Promise<Problem[]> {
  const problems = new Map<string, Problem>();
  const add = (file: string, message: string): void =>
    void problems.set(`${file} ${message}`, { file: join(root, file), line: 1, message });

  for (const { tsconfig, leftOut } of PARTS)
    for (const { from, to, rule, cycle } of await violationsIn(root, tsconfig, leftOut, rooms))
      add(
        from,
        cycle
          ? `A circle: ${[from, ...cycle.map(({ name }) => name)].join(" > ")}.`
          : `${rule.name} must not import ${to}: see config/structure.ts.`
      );
  return [...problems.values()];
}

async function violationsIn(
  root: string,
  tsconfig: string,
  leftOut: readonly string[],
  rooms: Rooms
): Promise<readonly IViolation[]> {
  const folders = [...new Set(Object.keys(rooms).map((room) => room.split("/")[0] ?? room))];
  const file = join(root, tsconfig);
  const tsConfig = existsSync(file) ? extractTSConfig(file) : undefined;
  const { output } = await cruise(
    folders.filter((folder) => existsSync(join(root, folder))),
    {
      baseDir: root,
      // Imports of types count too: a reader has to follow them.
      tsPreCompilationDeps: true,
      exclude: { path: ["node_modules", String.raw`\.cache`, String.raw`^force-app/.*\.js$`, ...leftOut] },
      validate: true,
      ruleSet: { forbidden: [CIRCLE, ...roomRules(rooms)] }
    },
    { alias: aliases(tsConfig?.options ?? {}) },
    { ...(tsConfig && { tsConfig }) }
  );
  return (output as ICruiseResult).summary.violations;
}

/** The compiler's `paths`, which dependency-cruiser follows only where there is a `baseUrl`. */
const aliases = ({ paths = {}, pathsBasePath }: CompilerOptions): Record<string, string> =>
  Object.fromEntries(
    Object.entries(paths).flatMap(([name, [path]]) =>
      path === undefined ? [] : [[`${name}$`, resolve(typeof pathsBasePath === "string" ? pathsBasePath : "", path)]]
    )
  );

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("Structure", root, await structureProblems(root));
}

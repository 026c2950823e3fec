import assert from "node:assert/strict";
import { test } from "node:test";
import { relative } from "node:path";
import { structureProblems } from "./check-structure.ts";
import { project } from "./project-fixture.ts";

const LWC = "force-app/main/default/lwc";
const ROOMS = { "force-app": [], low: [], high: ["low"], "high/a": [], "high/b": ["high/a"] };
const NOTHING = "export const x = 1;\n";
const importing = (path: string): string => `import { x } from "${path}";\nexport const y = x;\n`;

const SITUATIONS = [
  {
    name: "an arrow that leads where it may: no problem",
    files: { "low/x.ts": NOTHING, "high/y.ts": importing("../low/x.ts") },
    found: []
  },
  {
    name: "an arrow that leads back: a problem",
    files: { "high/x.ts": NOTHING, "low/y.ts": importing("../high/x.ts") },
    found: ["low/y.ts: low must not import high/x.ts: see config/structure.ts."]
  },
  {
    name: "an arrow that leads back within a room: a problem",
    files: { "high/b/x.ts": NOTHING, "high/a/y.ts": importing("../b/x.ts") },
    found: ["high/a/y.ts: high/a must not import high/b/x.ts: see config/structure.ts."]
  },
  {
    name: "an import of a type alone that leads back: a problem",
    files: {
      "high/x.ts": "export type X = string;\n",
      "low/y.ts": 'import type { X } from "../high/x.ts";\nexport const y: X = "";\n'
    },
    found: ["low/y.ts: low must not import high/x.ts: see config/structure.ts."]
  },
  {
    name: "a test that imports from above: no problem",
    files: { "high/x.ts": NOTHING, "low/y.test.ts": importing("../high/x.ts") },
    found: []
  },
  {
    name: "two files that import each other: a problem",
    files: {
      "low/x.ts": 'import type { Y } from "./y.ts";\nexport type X = Y;\n',
      "low/y.ts": 'import type { X } from "./x.ts";\nexport type Y = X[];\n'
    },
    found: ["low/x.ts: A circle: low/x.ts > low/y.ts > low/x.ts."]
  },
  {
    name: "two components that import each other: a problem",
    files: {
      [`${LWC}/tsconfig.json`]: JSON.stringify({
        compilerOptions: { paths: { "c/a": ["./a/module.ts"], "c/b": ["./b/module.ts"] } }
      }),
      [`${LWC}/a/module.ts`]: importing("c/b"),
      [`${LWC}/b/module.ts`]: importing("c/a")
    },
    found: [`${LWC}/a/module.ts: A circle: ${LWC}/a/module.ts > ${LWC}/b/module.ts > ${LWC}/a/module.ts.`]
  }
];

for (const { name, files, found } of SITUATIONS)
  test(name, async (t) => {
    const root = project(t, files);
    const problems = await structureProblems(root, ROOMS);
    assert.deepEqual(
      problems.map(({ file, message }) => `${relative(root, file)}: ${message}`),
      found
    );
  });

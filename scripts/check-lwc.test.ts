import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { bundleProblems } from "./check-lwc.ts";
import { project } from "./project-fixture.ts";

const HEAD = 'import { LightningElement, api } from "lwc";\n';
const HTML = "<template><p>{text}</p></template>";

const BUNDLES = [
  {
    name: "a bundle that an org takes has no problems",
    files: {
      "probe.js": `${HEAD}export default class Probe extends LightningElement { @api text; }`,
      "probe.html": HTML
    },
    told: []
  },
  {
    name: "a bundle whose JavaScript was not built is told",
    files: { "probe.ts": "export default class {}", "probe.html": HTML },
    told: [/probe\.js:1: is missing/]
  },
  {
    name: "a property that the platform's rules refuse is told with its line",
    files: {
      "probe.js": `${HEAD}export default class Probe extends LightningElement {\n  @api text = true;\n}`,
      "probe.html": HTML
    },
    told: [/probe\.js:3: LWC1503/]
  },
  {
    name: "a template that does not compile is told with its file",
    files: {
      "probe.js": `${HEAD}export default class Probe extends LightningElement {}`,
      "probe.html": "<template><p>{text}</template>"
    },
    told: [/probe\.html:1: /]
  }
];

for (const { name, files, told } of BUNDLES)
  test(name, async (t) => {
    const root = project(t, Object.fromEntries(Object.entries(files).map(([file, text]) => [`probe/${file}`, text])));
    const problems = await bundleProblems(join(root, "probe"));
    assert.equal(problems.length, told.length, JSON.stringify(problems));
    told.forEach((pattern, at) => {
      const { file = "", line = 0, message = "" } = problems[at] ?? {};
      assert.match(`${file}:${line}: ${message}`, pattern);
    });
  });

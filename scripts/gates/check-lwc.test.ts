import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { bundleProblems } from "./check-lwc.ts";
import { project } from "./project-fixture.ts";

const HEAD = 'import { LightningElement, api } from "lwc";\n';
const META = { "probe.js-meta.xml": "<LightningComponentBundle />" };
const CLASS = `${HEAD}export default class Probe extends LightningElement { @api text; }`;
const LAZY = `${HEAD}export default class Probe extends LightningElement { @api text; load() { return import("c/other"); } }`;
const HTML = "<template><p>{text}</p></template>";

const BUNDLES = [
  {
    name: "a bundle that an org takes has no problems",
    files: {
      ...META,
      "probe.js": CLASS,
      "probe.html": HTML
    },
    messages: []
  },
  {
    name: "a bundle without its metadata is told",
    files: { "probe.js": CLASS, "probe.html": HTML },
    messages: [/probe\.js-meta\.xml:1: is missing/]
  },
  {
    name: "a template and a style of other names than the bundle are told",
    files: { ...META, "probe.js": CLASS, "probes.html": HTML, "looks.css": ":host {}" },
    messages: [/looks\.css:1: nobody would see it/, /probes\.html:1: nobody would see it/]
  },
  {
    name: "a template that a script imports, and its style, are no problem",
    files: {
      ...META,
      "probe.js": `import other from "./other.html";\n${HEAD}export default class Probe extends LightningElement { @api text; render() { return other; } }`,
      "other.html": HTML,
      "other.css": ":host { display: block; }"
    },
    messages: []
  },
  {
    name: "an import at run time is told, also where the bundle's metadata asks for it",
    files: {
      "probe.js-meta.xml": "<capability>lightning__dynamicComponent</capability>",
      "probe.js": LAZY,
      "probe.html": HTML
    },
    messages: [/probe\.js:2: LWC1503: Dynamic imports are not allowed/]
  },
  {
    name: "a bundle whose JavaScript was not built is told",
    files: { ...META, "probe.ts": "export default class {}", "probe.html": HTML },
    messages: [/probe\.js:1: is missing/]
  },
  {
    name: "a property that the platform's rules refuse is told with its line",
    files: {
      ...META,
      "probe.js": `${HEAD}export default class Probe extends LightningElement {\n  @api text = true;\n}`,
      "probe.html": HTML
    },
    messages: [/probe\.js:3: LWC1503/]
  },
  {
    name: "a template that does not compile is told with its file",
    files: {
      ...META,
      "probe.js": `${HEAD}export default class Probe extends LightningElement {}`,
      "probe.html": "<template><p>{text}</template>"
    },
    messages: [/probe\.html:1: /]
  }
];

for (const { name, files, messages } of BUNDLES)
  test(name, async (t) => {
    const root = project(t, Object.fromEntries(Object.entries(files).map(([file, text]) => [`probe/${file}`, text])));
    const problems = await bundleProblems(join(root, "probe"));
    assert.equal(problems.length, messages.length, JSON.stringify(problems));
    messages.forEach((pattern, at) => {
      const { file = "", line = 0, message = "" } = problems[at] ?? {};
      assert.match(`${file}:${line}: ${message}`, pattern);
    });
  });

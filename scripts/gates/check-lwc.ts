import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { compile } from "@lwc/sfdc-lwc-compiler";
import { filesUnder, LWC, ROOT } from "../../build/project.ts";
import { conclude, type Problem } from "./problems.ts";

const isDeployed = (file: string): boolean => /\.(js|html|css)$/.test(file) && !/[\\/]__tests__[\\/]/.test(file);

/**
 * Compiles a bundle as an org does when it is deployed. Without its JavaScript an org takes a bundle for one without
 * a class, and says nothing; here that is a problem too, as is what an org leaves out without a word.
 * @param folder the bundle's folder; its name is the bundle's
 */
export async function bundleProblems(folder: string): Promise<Problem[]> {
  const name = basename(folder);
  const entry = join(folder, `${name}.js`);
  const meta = join(folder, `${name}.js-meta.xml`);
  const missing = [
    ...missingProblems(meta, "nothing of the component would be deployed"),
    ...missingProblems(entry, "the org would get no class. Run the build")
  ];
  if (missing.length) return missing;

  const paths = filesUnder(folder, /./).filter(isDeployed);
  const files = Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
  const { success, diagnostics } = await compile({
    bundle: {
      namespace: "c",
      name,
      type: "platform",
      files,
      namespaceMapping: { c: "c" },
      // With a capability an org may take it, but not every org loads it: docs/decisions/0009-words.md.
      options: { dynamicImport: "disallowed" }
    }
  });
  const problems = diagnostics.map(({ filename, location, message }) => ({
    file: join(folder, filename ?? ""),
    line: location?.line ?? 1,
    message
  }));
  const unseen = unseenFiles(name, files).map((file) => ({
    file: join(folder, file),
    line: 1,
    message: "nobody would see it: it is not called as the component, and nothing imports it"
  }));
  if (!success && !problems.length) return [...unseen, { file: entry, line: 1, message: "does not compile" }];
  return [...unseen, ...problems];
}

const missingProblems = (file: string, why: string): Problem[] =>
  existsSync(file) ? [] : [{ file, line: 1, message: `is missing: ${why}` }];

/**
 * A component shows the template of its own name and those that a script imports; a template takes the style of its
 * name and those that are imported. Source: LWC Developer Guide, "Component Folder".
 * @param files their texts, by path in the bundle
 * @returns templates and styles that no one uses
 */
function unseenFiles(name: string, files: Readonly<Record<string, string>>): string[] {
  const texts = Object.values(files);
  const isUsed = (file: string): boolean =>
    file.startsWith(`${name}.`) ||
    texts.some((text) => text.includes(`"./${file}"`) || text.includes(`'./${file}'`)) ||
    (file.endsWith(".css") && file.replace(/css$/, "html") in files);
  return Object.keys(files).filter((file) => /\.(html|css)$/.test(file) && !isUsed(file));
}

/**
 * Compiles every bundle of a project.
 * @param root the folder with `sfdx-project.json`
 */
export async function componentBuildProblems(root: string): Promise<Problem[]> {
  const folder = join(root, relative(ROOT, LWC));
  const problems: Problem[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) problems.push(...(await bundleProblems(join(folder, entry.name))));
  return problems;
}

if (process.argv[1] === import.meta.filename)
  conclude("Lightning components", ROOT, await componentBuildProblems(ROOT));

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import { compile } from "@lwc/sfdc-lwc-compiler";
import { filesUnder, LWC, ROOT } from "./build/project.ts";
import { conclude, type Problem } from "./problems.ts";

const isDeployed = (file: string): boolean => /\.(js|html|css)$/.test(file) && !/[\\/]__tests__[\\/]/.test(file);

/**
 * Compiles a bundle as an org does when it is deployed. Without its JavaScript an org takes a bundle for one without
 * a class, and says nothing; here that is a problem too.
 * @param folder the bundle's folder; its name is the bundle's
 */
export async function bundleProblems(folder: string): Promise<Problem[]> {
  const name = basename(folder);
  const entry = join(folder, `${name}.js`);
  if (!existsSync(entry))
    return [{ file: entry, line: 1, message: "is missing: the org would get no class. Run the build" }];

  const paths = filesUnder(folder, /./).filter(isDeployed);
  const files = Object.fromEntries(paths.map((path) => [relative(folder, path), readFileSync(path, "utf8")]));
  const { success, diagnostics } = await compile({
    bundle: { namespace: "c", name, type: "platform", files, namespaceMapping: { c: "c" } }
  });
  const problems = diagnostics.map(({ filename, location, message }) => ({
    file: join(folder, filename ?? ""),
    line: location?.line ?? 1,
    message
  }));
  return success || problems.length ? problems : [{ file: entry, line: 1, message: "does not compile" }];
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

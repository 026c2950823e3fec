import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ComponentSet, MetadataConverter } from "@salesforce/source-deploy-retrieve";
import { strFromU8, unzipSync } from "fflate";
import { filesUnder } from "./build/project.ts";
import { conclude, type Problem } from "./problems.ts";

const SHIPS = /\.(cls|css|html|js|xml)$/;
const STAYS = /\.test\.js$|\/__tests__\//;

/**
 * Makes of the project what `sf project deploy` would send, and compares it with the files that should ship.
 * @param root the folder with `sfdx-project.json`
 * @returns files that should ship and don't, files that must not and do, and API versions that differ from the project's
 */
export async function packageProblems(root: string): Promise<Problem[]> {
  const source = join(root, "force-app", "main", "default");
  const sources = new Map(
    filesUnder(source, SHIPS)
      .map((file) => [relative(source, file).replaceAll("\\", "/"), file] as const)
      .filter(([path]) => !STAYS.test(path))
  );
  const wanted = new Map([...sources].map(([path, file]) => [zipPathOf(path), file]));
  const zip = await converted(root);
  const shipped = Object.keys(zip).filter((path) => !path.endsWith("/") && path !== "package.xml");
  return [
    ...[...wanted].flatMap(([path, file]) => (path in zip ? [] : [problem(file, "It is not in what is deployed.")])),
    ...shipped.flatMap((path) =>
      wanted.has(path) ? [] : [problem(join(source, path), "It would be deployed: name it in .forceignore.")]
    ),
    ...versionProblems(root, [...sources.values()], strFromU8(zip["package.xml"] ?? new Uint8Array()))
  ];
}

const problem = (file: string, message: string): Problem => ({ file, line: 1, message });

async function converted(root: string): Promise<Record<string, Uint8Array>> {
  const components = ComponentSet.fromSource(join(root, "force-app"));
  components.projectDirectory = root;
  const { zipBuffer } = await new MetadataConverter().convert(components, "metadata", { type: "zip" });
  return unzipSync(new Uint8Array(zipBuffer ?? []));
}

/** Metadata without a file beside it loses its suffix on the way, and fields go into their object. */
const zipPathOf = (path: string): string =>
  path.replace(/^objects\/(\w+)\/.*/, "objects/$1.object").replace(/(?<!\.cls|\.js)-meta\.xml$/, "");

function versionProblems(root: string, files: readonly string[], manifest: string): Problem[] {
  const project = join(root, "sfdx-project.json");
  const { sourceApiVersion } = JSON.parse(readFileSync(project, "utf8")) as { sourceApiVersion: string };
  const others = files.flatMap((file) => {
    const lines = file.endsWith("-meta.xml") ? readFileSync(file, "utf8").split("\n") : [];
    return lines.flatMap((line, at) => {
      const version = /<apiVersion>(.*)<\/apiVersion>/.exec(line)?.[1] ?? sourceApiVersion;
      const message = `The API version is ${version}, and sfdx-project.json says ${sourceApiVersion}.`;
      return version === sourceApiVersion ? [] : [{ file, line: at + 1, message }];
    });
  });
  const named = manifest.includes(`<version>${sourceApiVersion}</version>`);
  return named ? others : [...others, problem(project, `package.xml does not name API version ${sourceApiVersion}.`)];
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("Package", root, await packageProblems(root));
}

import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ComponentSet, MetadataConverter } from "@salesforce/source-deploy-retrieve";
import { strFromU8, unzipSync } from "fflate";
import { filesUnder } from "../../build/project.ts";
import { readSfdxProject, scratchProblems, type SfdxProject } from "./definitions/definitions.ts";
import { conclude, type Problem } from "./problems.ts";

const SHIPS = /\.(cls|css|html|js|json|xml)$/;
const STAYS = /\.test\.js$|\/__tests__\/|\/tsconfig\.json$/;

/**
 * Makes of the project what `sf project deploy` would send, and compares it with the files that should ship.
 * @param root the folder with `sfdx-project.json`
 * @returns files that should ship and don't, files that must not and do, and API versions that differ from the
 * project's; or what is wrong with the project's definition
 */
export async function packageProblems(root: string): Promise<Problem[]> {
  const project = readSfdxProject(root);
  return "packageDirectories" in project ? await shippedProblems(root, project) : project;
}

/** @returns what is wrong with the definitions of the project and of scratch orgs */
export function definitionProblems(root: string): Problem[] {
  const project = readSfdxProject(root);
  return [...scratchProblems(root), ...("packageDirectories" in project ? [] : project)];
}

async function shippedProblems(root: string, project: SfdxProject): Promise<Problem[]> {
  const folders = project.packageDirectories.map(({ path }) => join(root, path));
  const sources = new Map(
    folders
      .map((folder) => join(folder, "main", "default"))
      .flatMap((source) =>
        filesUnder(source, SHIPS).map((file) => [relative(source, file).replaceAll("\\", "/"), file] as const)
      )
      .filter(([path]) => !STAYS.test(path))
  );
  const wanted = new Map([...sources].map(([path, file]) => [zipPathOf(path), file]));
  const zip = withArchives(await converted(root, folders));
  const shipped = Object.keys(zip).filter((path) => !path.endsWith("/") && path !== "package.xml");
  const [first = root] = folders;
  return [
    ...[...wanted].flatMap(([path, file]) => (path in zip ? [] : [problem(file, "It is not in what is deployed.")])),
    ...shipped.flatMap((path) =>
      wanted.has(path)
        ? []
        : [problem(join(first, "main", "default", path), "It would be deployed: name it in .forceignore.")]
    ),
    ...versionProblems(root, project, [...sources.values()], strFromU8(zip["package.xml"] ?? new Uint8Array()))
  ];
}

const problem = (file: string, message: string): Problem => ({ file, line: 1, message });

async function converted(root: string, folders: string[]): Promise<Record<string, Uint8Array>> {
  const components = ComponentSet.fromSource(folders);
  components.projectDirectory = root;
  const { zipBuffer } = await new MetadataConverter().convert(components, "metadata", { type: "zip" });
  return unzipSync(new Uint8Array(zipBuffer ?? []));
}

const ZIP_BEGINS = Buffer.from("PK");

/** A static resource that is a folder in the project is sent as an archive: its files count, below its name. */
const withArchives = (zip: Record<string, Uint8Array>): Record<string, Uint8Array> =>
  Object.fromEntries(
    Object.entries(zip).flatMap(([path, bytes]) =>
      path.endsWith(".resource") && ZIP_BEGINS.equals(bytes.subarray(0, ZIP_BEGINS.length))
        ? Object.entries(unzipSync(bytes)).map(([name, file]) => [
            `${path.slice(0, -".resource".length)}/${name}`,
            file
          ])
        : [[path, bytes]]
    )
  );

/**
 * Metadata without a file beside it loses its suffix on the way, fields go into their object, and a static resource of one
 * file has the same suffix whatever it holds.
 */
const zipPathOf = (path: string): string =>
  path
    .replace(/^(staticresources\/\w+)\.js$/, "$1.resource")
    .replace(/^objects\/(\w+)\/.*/, "objects/$1.object")
    .replace(/(?<!\.cls|\.js|\.resource)-meta\.xml$/, "");

function versionProblems(
  root: string,
  { sourceApiVersion }: SfdxProject,
  files: readonly string[],
  manifest: string
): Problem[] {
  const others = files.flatMap((file) => {
    const lines = file.endsWith("-meta.xml") ? readFileSync(file, "utf8").split("\n") : [];
    return lines.flatMap((line, at) => {
      const version = /<apiVersion>(.*)<\/apiVersion>/.exec(line)?.[1] ?? sourceApiVersion;
      const message = `The API version is ${version}, and sfdx-project.json says ${sourceApiVersion}.`;
      return version === sourceApiVersion ? [] : [{ file, line: at + 1, message }];
    });
  });
  const named = manifest.includes(`<version>${sourceApiVersion}</version>`);
  if (named) return others;
  return [
    ...others,
    problem(join(root, "sfdx-project.json"), `package.xml does not name API version ${sourceApiVersion}.`)
  ];
}

if (process.argv[1] === import.meta.filename) {
  const root = process.cwd();
  conclude("Package", root, [...scratchProblems(root), ...(await packageProblems(root))]);
}

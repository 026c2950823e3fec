import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { filesUnder, ROOT } from "../../build/project.ts";
import { parse } from "yaml";
import { installedCli } from "../../scripts/fresh-sf.ts";

/** What oclif writes of a command into `oclif.manifest.json` when a plugin is published. */
interface Flag {
  readonly type: "boolean" | "option";
  readonly required?: boolean;
  readonly options?: readonly string[];
}
interface Published {
  readonly args: Readonly<Record<string, unknown>>;
  readonly flags: Readonly<Record<string, Flag>>;
  /** It takes more arguments than it names, unless this is true. */
  readonly strict?: boolean;
}

const published = new Map<string, Published>();
before(() => {
  const packages = join(installedCli(), "node_modules");
  for (const file of ["@salesforce", "@oclif"].flatMap((scope) =>
    filesUnder(join(packages, scope), /\/plugin-[a-z-]+\/oclif\.manifest\.json$/)
  )) {
    const { commands } = JSON.parse(readFileSync(file, "utf8")) as { commands: Readonly<Record<string, Published>> };
    for (const [id, command] of Object.entries(commands)) published.set(id.replaceAll(":", " "), command);
  }
});

/** @returns what the published CLI would have against a call, as far as its manifests tell */
function faultsOf(call: readonly string[]): string[] {
  const first = call.findIndex((word) => word.startsWith("-"));
  const words = first < 0 ? call : call.slice(0, first);
  const name = words.map((_, left) => words.slice(0, words.length - left).join(" ")).find((id) => published.has(id));
  const command = published.get(name ?? "");
  if (name === undefined || !command) return [`There is no command "${words.join(" ")}".`];
  const { args, flags, strict } = command;
  const more = words.length - name.split(" ").length - Object.keys(args).length;
  const given = call.flatMap((word, i): (readonly [string, string | undefined])[] =>
    word.startsWith("--") ? [[word.slice(2), call[i + 1]]] : []
  );
  const missing = Object.keys(flags).filter((flag) => flags[flag]?.required && !given.some(([one]) => one === flag));
  return [
    ...(more > 0 && strict !== false ? [`${name} takes fewer words.`] : []),
    ...given.flatMap(([flag, value]) => faultsOfFlag(flag, flags[flag], value)),
    // The Dev Hub and the org may be the default ones.
    ...missing.filter((flag) => !flag.startsWith("target-")).map((flag) => `It needs --${flag}.`)
  ];
}

function faultsOfFlag(name: string, flag: Flag | undefined, value: string | undefined): string[] {
  if (!flag) return [`There is no --${name}.`];
  const takesValue = flag.type === "option";
  const hasValue = value !== undefined && !value.startsWith("--");
  if (takesValue !== hasValue) return [`--${name} ${takesValue ? "needs a" : "takes no"} value.`];
  const { options = [] } = flag;
  if (options.length === 0 || options.includes(value ?? "")) return [];
  return [`--${name} is "${value ?? ""}", and can be ${options.join(", ")}.`];
}

/** @returns the scripts of all steps in a workflow or an action */
const runsIn = (node: unknown): string[] =>
  typeof node !== "object" || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
        key === "run" && typeof value === "string" ? [value] : runsIn(value)
      );

/** @returns the calls in a script, as words without quotes: split at line ends, pipes, `&&` and `$(…)`; files left out */
const callsIn = (script: string): string[][] =>
  script
    .replaceAll(/\$\{\{.*?\}\}/g, (expression) => expression.replaceAll(/\s/g, ""))
    .replaceAll(/\\\n/g, " ")
    .replaceAll(/[<>]\s*\S+/g, " ")
    .split(/\n|[|;()]|&&/)
    .map((call) => call.split(/[\s"'`<>]+/).filter((word) => word !== "" && word !== "$"));

/** What the workflows and the pages tell to run, but for our own commands: `nightly-job.test.ts` looks at those. */
const written = (file: string): string[][] => {
  const isPage = file.endsWith(".md");
  const scripts = isPage
    ? Array.from(
        readFileSync(file, "utf8").matchAll(/```sh\n([^]*?)```|`(sf [^`]+)`/g),
        // Only one of the two is there, whatever the types say.
        ([, block = "", call = ""]) => block + call
      )
    : runsIn(parse(readFileSync(file, "utf8")));
  return scripts.flatMap((script) =>
    callsIn(isPage ? script.replaceAll(/#.*$/gm, "").replaceAll(/\n(?!sf )/g, " ") : script.replaceAll(/#.*$/gm, ""))
      .filter(([first, second]) => first === "sf" && second !== "mcc" && second !== undefined)
      .map((words) => words.slice(1))
  );
};

for (const file of [
  ...filesUnder(join(ROOT, ".github"), /\.yml$/),
  ...filesUnder(join(ROOT, "docs/examples"), /\.yml$/),
  join(ROOT, "docs/nightly-job.md"),
  join(ROOT, "docs/release.md"),
  join(ROOT, "README.md"),
  join(ROOT, "CONTRIBUTING.md")
])
  for (const call of written(file))
    test(`${file.slice(ROOT.length + 1)}: the published sf knows: sf ${call.join(" ")}`, () => {
      assert.deepEqual(faultsOf(call), []);
    });

for (const [what, call, fault] of [
  ["a command that is none", ["package", "promote", "--package", "x"], /no command/],
  ["a word too many", ["package", "install", "x"], /fewer words/],
  ["a flag that is none", ["package", "version", "create", "--installation-key-bypas"], /no --installation-key-bypas/],
  ["a value that is none", ["package", "install", "--package", "x", "--security-type", "Admins"], /AdminsOnly/],
  ["a flag without its value", ["package", "install", "--package", "--no-prompt"], /--package needs a value/],
  ["a flag in the place of a value", ["org", "login", "sfdx-url", "--sfdx-url-stdin", "--alias", "x"], /needs a value/],
  ["a value too many", ["package", "install", "--package", "x", "--no-prompt", "y"], /--no-prompt takes no value/],
  ["a flag left out", ["package", "install", "--no-prompt"], /needs --package/]
] as const)
  test(`${what} is told`, () => assert.match(faultsOf(call).join(" "), fault));

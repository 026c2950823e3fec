import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { TASKS } from "../../release/commands.ts";
import type { Problem } from "../problems.ts";
import { STEPS } from "../../test/steps.ts";
import { callsIn, npmCall, type Words } from "./commands.ts";
import { jobsOf, type Job, type Step } from "./steps.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

/** A path in the project: with a folder, and without what only a shell knows. A package's name begins with @. */
const PATH = /^(?:\.\/)?[\w.-]+(?:\/[\w.-]+)+$/;
const MATRIX = /\$\{\{matrix\.([\w-]+)\}\}/;

/**
 * Finds names in a workflow of this project that lead nowhere in it: npm scripts, steps of `npm test`, tasks of
 * `npm run salesforce`, actions, and paths in what is run.
 * @param root the project's folder
 */
export function referenceProblems(root: string, file: string, yaml: YamlFile): Problem[] {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    scripts: Record<string, string>;
  };
  return jobsOf(yaml).flatMap(({ matrix, steps }) =>
    steps.flatMap((step) => {
      const told = callsIn(step.run).flatMap((words) => [
        ...unknownNames(words, scripts),
        ...missingPaths(words, matrix, root)
      ]);
      const lineOf = (word: string): number => yaml.lineOf([...step.path, "run"], partOf(word));
      return [
        ...actionProblems(root, file, yaml, step),
        ...told.map(([word, message]) => ({ file, line: lineOf(word), message }))
      ];
    })
  );
}

/** What a step gives to an action of ours, against what the action takes. */
function actionProblems(root: string, file: string, yaml: YamlFile, { uses, path, with: given }: Step): Problem[] {
  if (!uses.startsWith("./")) return [];
  const line = yaml.lineOf([...path, "uses"]);
  const action = join(root, uses, "action.yml");
  if (!existsSync(action)) return [{ file, line, message: `There is no action "${uses}".` }];
  const { inputs = {} } = readYaml(action).content as { inputs?: Record<string, { required?: boolean }> };
  const missing = Object.keys(inputs).filter((name) => inputs[name]?.required && !(name in given));
  const unknown = Object.keys(given).filter((name) => !(name in inputs));
  return [
    ...missing.map((name) => ({ file, line, message: `${uses} needs "${name}".` })),
    ...unknown.map((name) => ({
      file,
      line: yaml.lineOf([...path, "with", name]),
      message: `${uses} takes no "${name}".`
    }))
  ];
}

type Told = readonly [word: string, message: string];

function unknownNames(words: Words, scripts: Readonly<Record<string, string>>): Told[] {
  const call = npmCall(words);
  if (!call) return [];
  const { script, args } = call;
  if (!(script in scripts)) return [[script, `package.json has no script "${script}".`]];
  const names = args.filter((word) => !word.startsWith("-"));
  if (script === "test")
    return names.flatMap((name): Told[] => (name in STEPS ? [] : [[name, `npm test has no step "${name}".`]]));
  const [task = ""] = names;
  return script === "salesforce" && !(task in TASKS) ? [[task, `npm run salesforce has no task "${task}".`]] : [];
}

const missingPaths = (words: Words, matrix: Job["matrix"], root: string): Told[] =>
  words.flatMap((word) =>
    withEach(word, matrix)
      .filter((path) => PATH.test(path) && !existsSync(join(root, path)))
      .map((path): Told => [word, `There is no ${path}.`])
  );

/** A word with each value of the matrix that it names. */
function withEach(word: string, matrix: Job["matrix"]): string[] {
  const [expression, key = ""] = MATRIX.exec(word) ?? [];
  if (expression === undefined) return [word];
  return (matrix[key] ?? []).flatMap((value) => withEach(word.replace(expression, String(value)), matrix));
}

/** In the file, an expression may have spaces. */
const partOf = (word: string): string => word.split("${{")[0] ?? word;

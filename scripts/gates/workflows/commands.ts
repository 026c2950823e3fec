/** A call within a script: the words as they are written, without quotes. */
export type Words = readonly string[];

/**
 * @param script what a step runs
 * @returns its calls, as far as one can tell without a shell: split at line ends, pipes, `&&` and `$(…)`
 */
export const callsIn = (script: string): Words[] =>
  script
    .replaceAll(/\$\{\{.*?\}\}/g, (expression) => expression.replaceAll(/\s/g, ""))
    .replaceAll(/\\\n/g, " ")
    .split(/\n|[|;()]|&&/)
    .map((call) => call.split(/[\s"'`<>]+/).filter((word) => word !== "" && word !== "$"))
    .filter((words) => words.length > 0);

/** What a call gives to an npm script, and the script's name. */
export interface NpmCall {
  readonly script: string;
  readonly args: Words;
}

/** @returns the npm script that a call runs; nothing where it runs none */
export function npmCall(words: Words): NpmCall | undefined {
  const [npm, ...rest] = words.filter((word) => !/^\w+=/.test(word));
  if (npm !== "npm") return undefined;
  const dashes = rest.indexOf("--");
  const [own, args] = dashes < 0 ? [rest, []] : [rest.slice(0, dashes), rest.slice(dashes + 1)];
  const [verb = "", name = ""] = own.filter((word) => !word.startsWith("-"));
  if (verb === "run") return { script: name, args };
  return verb === "test" || verb === "start" ? { script: verb, args } : undefined;
}

import { readFileSync } from "node:fs";
import * as large from "./large.ts";

export interface BuiltInScenario {
  readonly name: string;
  readonly title: () => string;
  /** @returns what a scenario file would hold */
  readonly read: () => unknown;
}

function written(name: string): BuiltInScenario {
  const read = (): { title: string } =>
    JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8")) as { title: string };
  return { name, title: () => read().title, read };
}

/** The situations that come with MCC Health, the default one first. */
export const SCENARIOS: readonly BuiltInScenario[] = [
  written("several-faults"),
  written("healthy-to-confirm"),
  written("package-missing"),
  written("few-permissions"),
  written("another-language"),
  { name: "large", title: () => large.TITLE, read: large.largeScenario }
];

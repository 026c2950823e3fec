import { readFileSync } from "node:fs";
import * as healthy from "./healthy.ts";
import * as large from "./large.ts";
import * as reconnecting from "./reconnecting.ts";

export interface BuiltInScenario {
  readonly name: string;
  readonly title: () => string;
  /** @returns the content of a scenario file */
  readonly read: () => unknown;
}

function fromFile(name: string): BuiltInScenario {
  const read = (): { title: string } =>
    JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), "utf8")) as { title: string };
  return { name, title: () => read().title, read };
}

/** The built-in scenarios, the default one first. */
export const SCENARIOS: readonly BuiltInScenario[] = [
  fromFile("several-faults"),
  fromFile("healthy-to-confirm"),
  { name: "healthy", title: () => healthy.TITLE, read: healthy.healthyScenario },
  { name: "reconnecting", title: () => reconnecting.TITLE, read: reconnecting.reconnectingScenario },
  fromFile("package-missing"),
  fromFile("few-permissions"),
  fromFile("another-language"),
  { name: "large", title: () => large.TITLE, read: large.largeScenario }
];

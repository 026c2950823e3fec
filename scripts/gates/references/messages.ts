// Stays after the first deployment, too: no platform tool knows our messages.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readCatalogue } from "../../../build/catalogue.ts";
import { filesUnder } from "../../../build/project.ts";
import type { Problem } from "../problems.ts";

/** Keys that a script puts together: a plural's form, why something was not saved (`mccLabels`), a verdict (`mccHistory`). */
const MADE_UP = [/\.(?:one|other)$/, /(?<=^ui\.not-saved)\..*$/, /(?<=^ui\.history\.legend)\..*$/];

/**
 * @param root the folder with `checklist/` and `force-app/`
 * @returns messages of the page (`ui.…`) that no script names: each would ship for nothing
 */
export function unusedMessageProblems(root: string): Problem[] {
  const folder = join(root, "checklist", "messages");
  const scripts = ["checklist", "force-app"]
    .flatMap((part) => filesUnder(join(root, part), /(?<!\.test)\.ts$/))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
  const isNamed = (key: string): boolean => scripts.includes(`"${key}"`);
  return filesUnder(folder, /[\\/]en\.json$/)
    .flatMap((file) => readCatalogue(file).map((message) => ({ ...message, file })))
    .filter(({ key }) => key.startsWith("ui."))
    .filter(({ key }) => !isNamed(key) && !MADE_UP.some((end) => end.test(key) && isNamed(key.replace(end, ""))))
    .map(({ key, line, file }) => ({
      file,
      line,
      message: `Nothing says "${key}": remove it, in each language.`
    }));
}

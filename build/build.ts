import { checklistPart } from "./checklist.ts";
import { componentPathsPart, componentsPart } from "./components.ts";
import { messagesPart } from "./messages.ts";
import { onDemandPart } from "./on-demand.ts";
import { buildPart, type Part } from "./part.ts";
import { queriesPart } from "./queries.ts";

/** The parts of the build, in the order in which they are made. */
export const parts = (): Part[] => [
  messagesPart(),
  queriesPart(),
  checklistPart(),
  onDemandPart(),
  componentsPart(),
  componentPathsPart()
];

/**
 * Makes everything that is generated below force-app and is deployed with it. Parts whose inputs have not changed are
 * left as they are.
 * @returns the names of the parts that were made anew
 * @throws {Error} that names the place in the source
 */
export async function build(): Promise<string[]> {
  const made: string[] = [];
  for (const part of parts()) if (await buildPart(part)) made.push(part.name);
  return made;
}

if (process.argv[1] === import.meta.filename) {
  try {
    const made = await build();
    console.log(made.length ? `Built ${made.join(", ")}.` : "Nothing has changed since the last build.");
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

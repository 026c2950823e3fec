// node --import tsx scripts/test/together.ts FILE…: runs test files in one process.
// node:test gives each a process of its own; most take longer to load the same modules than to test.
import { relative, resolve } from "node:path";
import { describe } from "node:test";
import { pathToFileURL } from "node:url";

/** A test that never ends fails by its name, and the files after it still run. */
const FILE_LIMIT_MS = 4 * 60_000;

/** node:test waits for a suite that returns a promise, and fails it with it; its types don't say so. */
type SuiteBody = () => void;

for (const file of process.argv.slice(2)) {
  // In a suite of its own, a file's hooks are for its tests alone, and a failure names the file. One after the other:
  // where two wait for a module that both import, node:test takes the tests of one for the other's.
  await new Promise<void>((loaded) => {
    const load = (): Promise<unknown> => import(pathToFileURL(resolve(file)).href).finally(loaded);
    void describe(relative(process.cwd(), file), { timeout: FILE_LIMIT_MS }, load as SuiteBody);
  });
}

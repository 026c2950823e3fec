// node scripts/with-setup.mjs FILE.ts [arguments]: runs one of our commands, on a fresh machine too.
// Plain JavaScript: nothing is installed yet when it starts.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { ensureInstalled, requireNode } from "./setup.mjs";

const [file] = process.argv.splice(2, 1);
try {
  requireNode();
  await ensureInstalled();
} catch (error) {
  console.error(error.message);
  process.exit(3);
}
process.argv[1] = resolve(file);
await import("tsx");
await import(pathToFileURL(process.argv[1]).href);

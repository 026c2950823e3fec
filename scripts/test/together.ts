import { test } from "node:test";
import { pathToFileURL } from "node:url";

// node together.ts FILE…: runs test files in one process, for those that share what takes long to start.
for (const file of process.argv.slice(2)) {
  try {
    await import(pathToFileURL(file).href);
  } catch (error) {
    void test(file, () => {
      throw error;
    });
  }
}

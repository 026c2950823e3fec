import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";

const SFDX_PROJECT = {
  "sfdx-project.json":
    '{ "packageDirectories": [{ "path": "force-app", "default": true }], "sourceApiVersion": "66.0" }'
};

/**
 * Writes a small SFDX project for a test and takes it away after it.
 * @param files text by path; a `sfdx-project.json` is added
 * @returns the project's folder
 */
export function project(t: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), "mcc-health-"));
  t.after(() => {
    rmSync(root, { recursive: true });
  });
  for (const [path, text] of Object.entries({ ...SFDX_PROJECT, ...files })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

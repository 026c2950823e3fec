import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { rollup } from "rollup";
import { labelNameOf, readMessages, BASE_LANGUAGE } from "../../../scripts/build/catalogue.ts";
import { CACHE, ROOT } from "../../../scripts/build/project.ts";
import { compiler, constants } from "./compiler.ts";
import { BROWSER, platform } from "./platform.ts";
import { VENDOR_MODULES } from "./vendor.ts";

/**
 * Bundles the wizard's components and the page's frame.
 * @returns the folder that holds it
 * @throws {Error} that names the component, when it asks for a label or a platform module that there is not
 */
export async function buildApp(): Promise<string> {
  const labels = new Set(readMessages(BASE_LANGUAGE).map(({ key }) => labelNameOf(key)));
  const folder = join(CACHE, "app");
  try {
    const bundle = await rollup({
      input: join(BROWSER, "main.ts"),
      external: (id) => VENDOR_MODULES.has(id),
      plugins: [platform(labels), constants, compiler()],
      onwarn: (warning) => {
        throw Object.assign(new Error(warning.message), warning);
      }
    });
    rmSync(folder, { recursive: true, force: true });
    await bundle.write({ dir: folder, format: "esm", sourcemap: true });
  } catch (error) {
    throw new Error(placed(error), { cause: error });
  }
  return folder;
}

/** Rollup, its plugins and the LWC compiler each say in their own way where something is wrong. */
function placed(error: unknown): string {
  const { message, id, filename, location, loc } = error as Error & {
    id?: string;
    filename?: string;
    location?: { line?: number };
    loc?: { line?: number };
  };
  const file = (filename ?? id)?.split("?")[0];
  const line = location?.line ?? loc?.line;
  if (file === undefined) return message;
  return `${relative(ROOT, file)}:${line === undefined ? "" : `${line}:`} ${message}`;
}

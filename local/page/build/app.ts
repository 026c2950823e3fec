import { rmSync } from "node:fs";
import { join } from "node:path";
import { rollup } from "rollup";
import { labelNameOf, readMessages, BASE_LANGUAGE } from "../../../scripts/build/catalogue.ts";
import { CACHE } from "../../../scripts/build/project.ts";
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
  const bundle = await rollup({
    input: join(BROWSER, "main.ts"),
    external: (id) => VENDOR_MODULES.has(id),
    plugins: [platform(labels), constants, compiler()],
    onwarn: ({ message }) => {
      throw new Error(`The page can't be built: ${message}`);
    }
  });
  rmSync(folder, { recursive: true, force: true });
  await bundle.write({ dir: folder, format: "esm", sourcemap: true });
  return folder;
}

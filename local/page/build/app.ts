import { relative } from "node:path";
import { rollup } from "rollup";
import { BASE_LANGUAGE, labelNameOf, readMessages } from "../../../build/catalogue.ts";
import { ROOT } from "../../../build/project.ts";
import { compiler, constants } from "./compiler.ts";
import { BROWSER, VENDOR_MODULES } from "./modules.ts";
import { platform } from "./platform.ts";

/**
 * Bundles the wizard's components and the page's frame into a folder.
 * @throws {Error} a component imports a label or a platform module that doesn't exist; names the component
 */
export async function buildApp(folder: string): Promise<void> {
  const labels = new Set(readMessages(BASE_LANGUAGE).map(({ key }) => labelNameOf(key)));
  try {
    const bundle = await rollup({
      input: `${BROWSER}/main.ts`,
      external: (id) => VENDOR_MODULES.has(id),
      plugins: [platform(labels), constants, compiler()],
      onwarn: (warning) => {
        throw Object.assign(new Error(warning.message), warning);
      }
    });
    await bundle.write({ dir: folder, format: "esm", sourcemap: true });
  } catch (error) {
    throw new Error(withPlace(error), { cause: error });
  }
}

/** Adds the place to a message. Rollup, its plugins and the LWC compiler each report it in their own way. */
function withPlace(error: unknown): string {
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

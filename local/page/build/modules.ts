import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../../build/project.ts";

export const BROWSER = join(ROOT, "local/page/browser");
export const BASE_COMPONENTS = join(ROOT, "node_modules/lightning-base-components");

interface BasePackage {
  readonly lwc: {
    readonly expose: readonly string[];
    readonly modules: readonly { readonly name?: string; readonly path?: string }[];
  };
}

/** The manifest of the package of base components. */
export const { lwc: BASE_PACKAGE } = JSON.parse(
  readFileSync(join(BASE_COMPONENTS, "package.json"), "utf8")
) as BasePackage;

/** The files of our modules that both bundles share, by id: there must be only one of each. */
export const SHARED: Readonly<Record<string, string>> = {
  "@local/context": join(BROWSER, "context.ts"),
  "@local/apex": join(BROWSER, "apex.ts"),
  // With "?specifier" the LWC compiler takes a module's namespace from its name instead of its folder.
  "lightning/navigation": join(BROWSER, "modules/lightning/navigation/navigation.ts?specifier=lightning/navigation"),
  "lightning/platformResourceLoader": join(
    BROWSER,
    "modules/lightning/platformResourceLoader/platformResourceLoader.ts?specifier=lightning/platformResourceLoader"
  )
};

// Components import the icons that they show. The other two import modules that the package lacks.
const LEFT_OUT = /^lightning\/(iconSvgTemplates|barcodeScanner|primitiveFigure)/;

/** The ids of the vendor bundle's modules: the engine, the base components and what both bundles share. */
export const VENDOR_MODULES: ReadonlySet<string> = new Set([
  "lwc",
  "@lwc/synthetic-shadow",
  ...Object.keys(SHARED),
  ...BASE_PACKAGE.expose.filter(
    (id) => id.startsWith("lightning/") && !LEFT_OUT.test(id) && existsSync(join(BASE_COMPONENTS, "src", id))
  )
]);

/** @returns the name of a vendor module's file, without its extension */
export const fileNameOf = (id: string): string => id.replace(/^@/, "").replaceAll("/", ".");

/** @returns the import map that joins the two bundles. `path` is the vendor bundle's address, with a slash at the end */
export const importMap = (path: string): { imports: Record<string, string> } => ({
  imports: Object.fromEntries([...VENDOR_MODULES].map((id) => [id, `${path}${fileNameOf(id)}.js`]))
});

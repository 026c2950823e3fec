import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import type { Plugin } from "rollup";
import { LWC, ROOT } from "../../../build/project.ts";
import { toJavaScript } from "../../../build/typescript.ts";
import { resourceUrl } from "../context.ts";
import { BASE_COMPONENTS, BASE_PACKAGE, SHARED } from "./modules.ts";

// The base components' package contains modules such as @salesforce/i18n; our components use the same ones.
const PACKAGED = new Map(
  BASE_PACKAGE.modules.flatMap(({ name, path }) =>
    name?.startsWith("@salesforce/") && path ? [[name, join(BASE_COMPONENTS, path)]] : []
  )
);

/** @returns the source of a platform module, which reads the page's context; undefined for any other module */
function platformModule(id: string): string | undefined {
  const fromContext = (value: string): string =>
    `import { context, formFactor } from "@local/context"; export default ${value};`;
  if (id === "@salesforce/i18n/lang" || id === "@salesforce/i18n/locale") return fromContext("context.language");
  if (id === "@salesforce/user/Id") return fromContext("context.userId");
  if (id === "@salesforce/client/formFactor") return fromContext("formFactor");
  const base = /^@salesforce\/label\/(.+)$/.exec(id)?.[1];
  const english = PACKAGED.get(id);
  if (base !== undefined && english !== undefined)
    return `import { baseLabel } from "@local/context"; import english from ${JSON.stringify(english)}; export default baseLabel(${JSON.stringify(base)}, english);`;
  const resource = /^@salesforce\/resourceUrl\/(\w+)$/.exec(id)?.[1];
  if (resource !== undefined) return `export default ${JSON.stringify(resourceUrl(resource))};`;
  const method = /^@salesforce\/apex\/(\w+\.\w+)$/.exec(id)?.[1];
  if (method !== undefined) return `import { apexMethod } from "@local/apex"; export default apexMethod("${method}");`;
  return undefined;
}

/** Resolves the modules that an org would provide: `@salesforce/…`, `c/…` and `lightning/navigation`. */
export function platform(): Plugin {
  return {
    name: "platform",
    resolveId(id, importer) {
      if (id in SHARED) return SHARED[id];
      const component = /^c\/(\w+)$/.exec(id)?.[1];
      if (component !== undefined) return sourceOf(component, id);
      if (!id.startsWith("@salesforce/")) return null;
      if (platformModule(id) !== undefined) return `\0${id}`;
      return PACKAGED.get(id) ?? this.error(`${placeOf(importer)}: the local page does not support ${id}`);
    },
    load: (id) => (id.startsWith("\0@salesforce/") ? platformModule(id.slice(1)) : null),
    transform(text, id) {
      const [file = id] = id.split("?");
      return file.endsWith(".ts") ? toJavaScript(file, text, { sourceMap: true }) : null;
    }
  };
}

const placeOf = (importer: string | undefined): string => relative(ROOT, importer?.split("?")[0] ?? "");

/** @returns the component's TypeScript if it has any: the checklist and English are generated */
function sourceOf(component: string, id: string): string | null {
  const file = ["ts", "js", "html"]
    .map((ending) => join(LWC, component, `${component}.${ending}`))
    .find((candidate) => existsSync(candidate));
  return file === undefined ? null : `${file}?specifier=${id}`;
}

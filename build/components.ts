import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { Part } from "./part.ts";
import { CACHE, componentSources, LWC } from "./project.ts";

/** Each component's JavaScript beside its TypeScript: the org takes JavaScript only. */
export function componentsPart(): Part {
  const sources = componentSources();
  return {
    name: "components",
    inputs: sources,
    make: async () => {
      const { toJavaScript } = await import("./typescript.ts");
      const { printed } = await import("./print.ts");
      const made = sources.map(async (source) => {
        const { code } = toJavaScript(source, readFileSync(source, "utf8"), { rewriteRelativeImportExtensions: true });
        const header = `// Made from ${relative(LWC, source)} by the build. Do not edit.\n`;
        return [source.replace(/\.ts$/, ".js"), header + (await printed(code))] as const;
      });
      return new Map(await Promise.all(made));
    }
  };
}

/** TypeScript's paths take one `*` only, so that "c/*" can't say where component modules lie: one path for each. */
export function componentPathsPart(): Part {
  const modules = componentSources().filter((file) => /\/(\w+)\/\1\.ts$/.test(file.replaceAll("\\", "/")));
  const file = join(CACHE, "tsconfig.components.json");
  const at = (source: string): string => relative(CACHE, source).replaceAll("\\", "/");
  const nameOf = (source: string): string => `c/${relative(LWC, source).replaceAll("\\", "/").split("/")[0] ?? ""}`;
  const paths = Object.fromEntries(modules.map((source) => [nameOf(source), [at(source)]]));
  const checklist = { "c/mccChecklist": ["../checklist/index.ts"], "c/mccReport": ["../checklist/report/index.ts"] };
  return {
    name: "component-paths",
    // Which files there are is all that counts; their names are in the text.
    inputs: modules,
    make: () => new Map([[file, JSON.stringify({ compilerOptions: { paths: { ...checklist, ...paths } } }, null, 2)]])
  };
}
